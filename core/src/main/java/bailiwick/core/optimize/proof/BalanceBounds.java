package bailiwick.core.optimize.proof;

import bailiwick.core.design.BalanceBound;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Requirement;
import java.util.List;
import java.util.Optional;

/**
 * How even territories can be at best: for each measure that is held near its target (by a
 * tolerance or between limits), the largest tolerance in its place under which a conflict leaves no
 * plan. Tolerances are halved about twenty times, each at the cost of {@link Conflicts#find}; like
 * that, a bound is a proof but need not be the best one.
 */
public final class BalanceBounds {

  /** Tolerances that lie nearer are not told apart. */
  private static final double STEP = 1e-5;

  /** No tolerance beyond is looked at: some territory has a hundred times what it should have. */
  private static final double WIDEST = 100;

  private final DesignProblem problem;

  private BalanceBounds(DesignProblem problem) {
    this.problem = problem;
  }

  /**
   * A bound for each measure that is to be balanced, in the order of the measures; none for one
   * where no tolerance helps, because something else conflicts.
   */
  public static List<BalanceBound> find(DesignProblem problem) {
    BalanceBounds bounds = new BalanceBounds(problem);
    return problem.rules().stream()
        .filter(BalanceBounds::isForBalance)
        .map(BalanceRule::measure)
        .distinct()
        .sorted()
        .flatMap(measure -> bounds.find(measure).stream())
        .toList();
  }

  private Optional<BalanceBound> find(int measure) {
    List<BalanceRule> others =
        problem.rules().stream()
            .filter(rule -> rule.measure() != measure || !isForBalance(rule))
            .toList();
    DesignProblem untold = problem.toBuilder().rules(others).build();
    if (!Conflicts.find(untold).isEmpty()) {
      return Optional.empty();
    }
    // Days conflict or not, whatever the tolerance.
    DesignProblem tried = untold.toBuilder().without(new Requirement.DaysInTheField()).build();
    return Optional.of(new BalanceBound(measure, largestImpossible(tried, measure)));
  }

  /** The largest tolerance found under which there is no plan; 0 when there is none. */
  private static double largestImpossible(DesignProblem tried, int measure) {
    if (isPossible(tried, measure, 0)) {
      return 0;
    }
    double impossible = 0;
    double possible = STEP;
    while (possible <= WIDEST && !isPossible(tried, measure, possible)) {
      impossible = possible;
      possible *= 2;
    }
    while (possible - impossible > STEP) {
      double middle = (impossible + possible) / 2;
      if (isPossible(tried, measure, middle)) {
        possible = middle;
      } else {
        impossible = middle;
      }
    }
    return impossible;
  }

  /** Whether nothing excludes plans within a tolerance of one measure. */
  private static boolean isPossible(DesignProblem tried, int measure, double tolerance) {
    BalanceRule rule = new BalanceRule.Tolerance(measure, tolerance);
    return Conflicts.find(tried.toBuilder().rule(rule).build()).isEmpty();
  }

  /** Whether a rule keeps all territories alike, and is not only the most that one can hold. */
  private static boolean isForBalance(BalanceRule rule) {
    return rule instanceof BalanceRule.Tolerance
        || (rule instanceof BalanceRule.Limits limits && limits.lower() > 0);
  }
}
