package bailiwick.core.optimize.part;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A few territories of a plan with their units, as a problem of its own: whatever solves it better
 * makes the whole plan better by as much. Immutable; owns its arrays.
 *
 * <p>Known limits: what spans all territories, that is budgets of moves, limits of goals and later
 * levels, is left out.
 */
public final class Part {

  /** How a problem is cut out of the whole one. */
  @FunctionalInterface
  private interface Cut {
    DesignProblem problem(DesignProblem whole, int[] units, int[] territories);
  }

  private final int[] territories; // [number here] -> number in the whole plan
  private final int[] units; // [number here] -> number in the whole plan, ascending
  private final DesignProblem problem;
  private final UnitCosts costs;
  private final DesignPlan plan;

  /**
   * The part of a plan.
   *
   * @param whole the problem that the plan answers
   * @param plan {@code [unit] -> territory}
   * @param territories of the part, at least one
   */
  public Part(DesignProblem whole, int[] plan, int[] territories) {
    this(whole, plan, territories, PartProblem::named);
  }

  /** A part for a search that gives no territory another name by itself. */
  static Part searched(DesignProblem whole, int[] plan, int[] territories) {
    return new Part(whole, plan, territories, PartProblem::searched);
  }

  private Part(DesignProblem whole, int[] plan, int[] territories, Cut cut) {
    this.territories = territories.clone();
    int[] numberOf = new int[whole.territoryCount()];
    Arrays.fill(numberOf, Alignment.UNASSIGNED);
    for (int t = 0; t < territories.length; t++) {
      numberOf[territories[t]] = t;
    }
    this.units =
        IntStream.range(0, plan.length).filter(unit -> numberOf[plan[unit]] >= 0).toArray();
    this.problem = cut.problem(whole, units, this.territories);
    this.costs = UnitCosts.of(problem);
    this.plan = named(Arrays.stream(units).map(unit -> numberOf[plan[unit]]).toArray());
  }

  /** What is asked of the part: limits, locks and families are those of the whole. */
  public DesignProblem problem() {
    return problem;
  }

  /** Numbers of its territories in the whole plan. */
  int[] territories() {
    return territories;
  }

  UnitCosts costs() {
    return costs;
  }

  /** The part of the plan that it was made from. */
  public DesignPlan plan() {
    return plan;
  }

  /** A plan for the part with its figures. */
  DesignPlan named(int[] territoryOf) {
    UnitGraph none = UnitGraph.of(units.length, new int[0], new int[0]);
    return PlanFigures.of(problem, costs, problem.graph().orElse(none), territoryOf);
  }

  /** Puts a plan for the part into the whole one. */
  public void putInto(int[] whole, DesignPlan better) {
    for (int unit = 0; unit < units.length; unit++) {
      whole[units[unit]] = territories[better.alignment().territoryOf(unit)];
    }
  }
}
