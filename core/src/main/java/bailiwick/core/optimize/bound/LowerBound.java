package bailiwick.core.optimize.bound;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.UnitCosts;
import java.util.function.BooleanSupplier;

/**
 * How good a plan could be at best.
 *
 * @param value no feasible plan's objective is below it; minus infinity when none was worked out
 * @param options all that a plan better than the one known could use
 * @param evaluations work that it took, in evaluations of the search
 */
public record LowerBound(double value, CentreOptions options, long evaluations) {

  /** Options beyond which the bound would take too much memory and time. */
  private static final long MOST_OPTIONS = 25_000_000;

  /** Looks at all options that a bound needs at least to be worth telling. */
  private static final int LEAST_STEPS = 40;

  /** Options that are looked at for each evaluation of the search, in about the same time. */
  private static final int OPTIONS_PER_EVALUATION = 20;

  /** Mean territories' units that must be near to a unit for a bound worth telling. */
  private static final int LEAST_NEAR = 3;

  /** The same, beyond which more say little. */
  private static final int MOST_NEAR = 8;

  /** Pairs that are only asked whether they are near, for each option looked at. */
  private static final int PAIRS_PER_OPTION = 4;

  /**
   * Whether a bound can be worked out: the objective measures from centres, all options fit in
   * memory, or those near to each unit do, and the work is enough to come near.
   *
   * @param evaluations the work the search was given
   */
  public static boolean isFor(DesignProblem problem, long evaluations) {
    return mayProve(problem, evaluations) || isForNear(problem, evaluations);
  }

  /** Whether a bound over all options can be worked out, which may prove that a plan is best. */
  public static boolean mayProve(DesignProblem problem, long evaluations) {
    return problem.centredGoal().isPresent()
        && isSmall(problem)
        && isEnough(evaluations, LEAST_STEPS * pairs(problem));
  }

  private static boolean isForNear(DesignProblem problem, long evaluations) {
    long near = near(problem);
    return problem.centredGoal().isPresent()
        && !isSmall(problem)
        && problem.distances().isAtLeastStraight()
        && near * problem.territoryCount() >= (long) LEAST_NEAR * problem.unitCount()
        && isEnough(
            evaluations,
            LEAST_STEPS * near * problem.unitCount() + pairs(problem) / PAIRS_PER_OPTION);
  }

  private static boolean isEnough(long evaluations, long options) {
    return options <= evaluations * OPTIONS_PER_EVALUATION;
  }

  private static long pairs(DesignProblem problem) {
    return CentreOptions.siteCount(problem) * problem.unitCount();
  }

  /** Places that each unit looks at where not all can be. */
  private static long near(DesignProblem problem) {
    long fit = MOST_OPTIONS / problem.unitCount() - CentreOptions.homeCount(problem);
    return Math.min(fit, (long) MOST_NEAR * problem.unitCount() / problem.territoryCount());
  }

  /** Whether anything was worked out. */
  public boolean isKnown() {
    return value > Double.NEGATIVE_INFINITY;
  }

  /** Whether all that the rules leave possible fits in memory. */
  public static boolean isSmall(DesignProblem problem) {
    return pairs(problem) <= MOST_OPTIONS;
  }

  /** What the rules alone leave possible, each plan in one way, without a bound. */
  public static LowerBound none(DesignProblem problem, UnitCosts costs) {
    CentreOptions options = new CentreOptions(problem, costs);
    options.letLargestStandForTheirTerritories();
    if (problem.contiguous()) {
      new Reach(options).ruleOut();
    }
    return new LowerBound(Double.NEGATIVE_INFINITY, options, 0);
  }

  /**
   * The best bound found with a given work.
   *
   * @param ceiling the objective of a plan that is known
   * @param evaluations the work the search was given, to which the bound's is in proportion
   * @param threads that may work at once; the bound does not depend on it
   * @param stop asked at each step; the bound found so far is kept
   */
  public static LowerBound find(
      DesignProblem problem,
      UnitCosts costs,
      double ceiling,
      long evaluations,
      int threads,
      BooleanSupplier stop) {
    Nearness near = isSmall(problem) ? Nearness.all() : Nearness.of(problem, costs, near(problem));
    return find(problem, costs, near, ceiling, evaluations, threads, stop);
  }

  /** The best bound found by looking at near places. */
  static LowerBound find(
      DesignProblem problem,
      UnitCosts costs,
      Nearness near,
      double ceiling,
      long evaluations,
      int threads,
      BooleanSupplier stop) {
    CentreOptions options = new CentreOptions(problem, costs, near, stop);
    if (options.areCutOff()) {
      return new LowerBound(Double.NEGATIVE_INFINITY, options, 0);
    }
    long work = Math.multiplyExact(evaluations, OPTIONS_PER_EVALUATION);
    CentreBound bound = new CentreBound(options, costs, ceiling, work, threads, stop);
    double value = bound.find();
    return new LowerBound(value, options, bound.scanned() / OPTIONS_PER_EVALUATION);
  }
}
