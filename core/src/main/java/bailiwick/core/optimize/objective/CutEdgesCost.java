package bailiwick.core.optimize.objective;

import bailiwick.core.measure.Compactness;
import bailiwick.core.optimize.plan.WorkingPlan;
import bailiwick.core.unit.UnitGraph;

/** Number of pairs of touching units in different territories. Not thread-safe. */
public final class CutEdgesCost implements CostPart {

  private final WorkingPlan plan;
  private final UnitGraph graph;
  private int value;

  /** Follows a plan whose moves follow the graph of touching units. */
  public CutEdgesCost(WorkingPlan plan) {
    this.plan = plan;
    this.graph = plan.near();
    this.value = Compactness.cutEdges(graph, plan.toArray());
  }

  @Override
  public double value() {
    return value;
  }

  @Override
  public double change(int unit, int to) {
    return plan.neighboursIn(unit, plan.territoryOf(unit)) - plan.neighboursIn(unit, to);
  }

  @Override
  public void moved(int unit, int from, int to) {
    value += plan.neighboursIn(unit, from) - plan.neighboursIn(unit, to);
  }

  @Override
  public double fromScratch() {
    return Compactness.cutEdges(graph, plan.toArray());
  }

  @Override
  public void refresh() {
    value = (int) fromScratch();
  }
}
