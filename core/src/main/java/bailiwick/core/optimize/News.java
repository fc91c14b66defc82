package bailiwick.core.optimize;

import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProgress;
import bailiwick.core.design.DesignProgress.MeasureImbalance;
import bailiwick.core.design.DesignProgress.Stage;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.measure.Balance;
import bailiwick.core.optimize.objective.BalanceExcess;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Tells a listener how a design goes, and of the best plan of all rounds so far. Not thread-safe.
 */
final class News {

  /** Least time between two pieces of news about a search. */
  private static final long PAUSE_NANOS = 200_000_000;

  private final DesignProblem problem;
  private final DesignListener listener;
  private long last;

  News(DesignProblem problem, DesignListener listener) {
    this.problem = problem;
    this.listener = listener;
  }

  /** A stage begins before there is any plan. */
  void begin(Stage stage) {
    listener.progress(
        new DesignProgress(
            stage, 0, OptionalDouble.empty(), List.of(), false, OptionalDouble.empty()));
  }

  /** What is best so far. */
  void tell(Stage stage, double fraction, @Nullable DesignPlan best, OptionalDouble bound) {
    if (best == null) {
      listener.progress(
          new DesignProgress(stage, fraction, OptionalDouble.empty(), List.of(), false, bound));
      return;
    }
    listener.progress(
        new DesignProgress(
            stage,
            fraction,
            OptionalDouble.of(best.objective()),
            imbalance(best.alignment().toArray()),
            best.isFeasible(),
            bound));
  }

  /** What a search has found, unless it told something just now; its end is always told. */
  void tellOfSearch(
      double fraction, int[] plan, double objective, boolean feasible, OptionalDouble bound) {
    long now = System.nanoTime();
    if (now - last < PAUSE_NANOS && fraction < 1) {
      return;
    }
    last = now;
    listener.progress(
        new DesignProgress(
            Stage.IMPROVE,
            fraction,
            OptionalDouble.of(objective),
            imbalance(plan),
            feasible,
            bound));
  }

  private List<MeasureImbalance> imbalance(int[] plan) {
    double[] shares = problem.territories().stream().mapToDouble(TerritorySpec::share).toArray();
    return Arrays.stream(BalanceExcess.limitedMeasures(problem))
        .mapToObj(measure -> {
          long[] totals = new long[shares.length];
          for (int unit = 0; unit < plan.length; unit++) {
            totals[plan[unit]] += problem.amount(measure, unit);
          }
          return new MeasureImbalance(measure, Balance.largestDeviation(totals, shares));
        })
        .toList();
  }
}
