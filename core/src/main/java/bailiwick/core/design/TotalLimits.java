package bailiwick.core.design;

import java.util.Arrays;

/** How much of each measure each territory may hold by all rules of balance. Immutable. */
final class TotalLimits {

  private final DesignProblem problem;
  private final long[][] lower; // [measure][territory] -> smallest total allowed
  private final long[][] upper; // [measure][territory] -> largest total allowed for any centre

  /**
   * Limits by the rules of a problem.
   *
   * @param problem of which measures, territories and rules are known
   */
  TotalLimits(DesignProblem problem) {
    this.problem = problem;
    this.lower = new long[problem.measures().size()][problem.territoryCount()];
    this.upper = new long[problem.measures().size()][problem.territoryCount()];
    for (long[] row : upper) {
      Arrays.fill(row, Long.MAX_VALUE);
    }
    problem.rules().forEach(this::apply);
  }

  /** Smallest total allowed, fixed-point; 0 when nothing is asked. */
  long lower(int measure, int territory) {
    return lower[measure][territory];
  }

  /** Largest total allowed, fixed-point; {@link Long#MAX_VALUE} when nothing is asked. */
  long upper(int measure, int territory) {
    return upper[measure][territory];
  }

  private void apply(BalanceRule rule) {
    int m = rule.measure();
    for (int t = 0; t < problem.territoryCount(); t++) {
      switch (rule) {
        case BalanceRule.Tolerance tolerance -> {
          double target = problem.target(m, t);
          narrow(m, t, tolerance.lower(target), tolerance.upper(target));
        }
        case BalanceRule.Limits limits -> narrow(m, t, limits.lower(), limits.upper());
        case BalanceRule.TerritoryLimits limits -> {
          if (limits.territory() == t) {
            narrow(m, t, limits.lower(), limits.upper());
          }
        }
        case BalanceRule.Capacity capacity ->
            narrow(m, t, 0, capacity.upper(problem.territories().get(t).share()));
        case BalanceRule.CentreCapacity capacity ->
            narrow(
                m,
                t,
                0,
                problem.territories().get(t).centre() instanceof Centre.Home home
                    ? capacity.at(home.site())
                    : capacity.largest());
      }
    }
  }

  private void narrow(int measure, int territory, long least, long most) {
    lower[measure][territory] = Math.max(lower[measure][territory], least);
    upper[measure][territory] = Math.min(upper[measure][territory], most);
  }
}
