package bailiwick.core.optimize.objective;

import bailiwick.core.measure.Compactness;
import bailiwick.core.optimize.plan.WorkingPlan;
import bailiwick.core.unit.UnitGraph;

/** Number of pairs of touching units in different territories, by a weight. Not thread-safe. */
public final class CutEdgesCost implements CostPart {

  private final WorkingPlan plan;
  private final UnitGraph graph;
  private final double weight;
  private int edges;

  /**
   * Follows a plan whose moves follow the graph of touching units.
   *
   * @param weight what each pair costs
   */
  public CutEdgesCost(WorkingPlan plan, double weight) {
    this.plan = plan;
    this.weight = weight;
    this.graph = plan.near();
    this.edges = Compactness.cutEdges(graph, plan.toArray());
  }

  @Override
  public double value() {
    return weight * edges;
  }

  @Override
  public double change(int unit, int to) {
    return weight * (plan.neighboursIn(unit, plan.territoryOf(unit)) - plan.neighboursIn(unit, to));
  }

  @Override
  public void moved(int unit, int from, int to) {
    edges += plan.neighboursIn(unit, from) - plan.neighboursIn(unit, to);
  }

  @Override
  public double fromScratch() {
    return weight * Compactness.cutEdges(graph, plan.toArray());
  }

  @Override
  public void refresh() {
    edges = Compactness.cutEdges(graph, plan.toArray());
  }
}
