package bailiwick.core.optimize;

import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.KnownCentres;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.start.Proximity;
import bailiwick.core.unit.UnitGraph;

/**
 * A plan that a person edits: after each move all its figures are told anew, the same bit for bit
 * as from scratch. Only the territories that a move touches look for their centres again; goals,
 * totals and limits are added up over all units. Not thread-safe; owns its arrays.
 */
public final class EditedPlan {

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final UnitGraph near;
  private final KnownCentres known;
  private final int[] territoryOf; // [unit] -> territory

  private EditedPlan(DesignProblem problem, int[] territoryOf) {
    this.problem = problem;
    this.costs = UnitCosts.of(problem);
    this.near = Proximity.near(problem);
    this.known = new KnownCentres(problem.territoryCount());
    this.territoryOf = territoryOf;
  }

  /**
   * A plan to be edited.
   *
   * @param territoryOf {@code territoryOf[unit]}, every unit with a territory; copied
   */
  public static EditedPlan of(DesignProblem problem, int[] territoryOf) {
    return new EditedPlan(problem, territoryOf.clone());
  }

  /** The plan as it is, with all its figures. O(units + edges) once centres are known. */
  public DesignPlan figures() {
    return PlanFigures.of(problem, costs, near, territoryOf, known);
  }

  /**
   * Moves units to a territory; those already there stay.
   *
   * @return the plan afterwards
   */
  public DesignPlan move(int to, int... units) {
    for (int unit : units) {
      if (territoryOf[unit] != to) {
        known.forget(territoryOf[unit]);
        known.forget(to);
        territoryOf[unit] = to;
      }
    }
    return figures();
  }

  /** The slow twin of {@link #figures}: nothing that was kept is used. */
  public DesignPlan fromScratch() {
    return PlanFigures.of(problem, costs, near, territoryOf);
  }
}
