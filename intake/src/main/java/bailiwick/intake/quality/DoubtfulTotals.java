package bailiwick.intake.quality;

import bailiwick.core.measure.Balance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The totals of territories where some accounts' contribution is uncertain, and the balance that
 * follows. Immutable.
 *
 * <p>The limits of a total and of the largest balance are exact: within a case, what is most for
 * one territory is at once least for all others, and cases do not depend on each other. The
 * smallest balance is bounded from below by the territory that cannot come close to its target;
 * whether all can do so at once is a question as hard as partition and is not asked. The 90 %
 * limits are quantiles over worlds drawn at random.
 *
 * <p>O(territories × doubtful accounts) for the limits, O(worlds × doubtful accounts) for the
 * draws.
 */
final class DoubtfulTotals {

  /** Drawn worlds: the twentieth part of them, 50, settles a quantile to about a tenth of it. */
  static final int WORLDS = 1_000;

  private final long[] recorded; // [territory number]
  private final long[] certain; // [territory number] what accounts without doubt bring
  private final List<Case> cases;
  private final double[] shares; // [territory number]

  /**
   * Totals to be bounded.
   *
   * @param recorded as the data stands, by territory number; at least one
   * @param certain what is not in doubt, by territory number
   * @param cases what is
   * @param shares targets' shares by territory number, each above 0
   */
  DoubtfulTotals(long[] recorded, long[] certain, List<Case> cases, double[] shares) {
    this.recorded = recorded.clone();
    this.certain = certain.clone();
    this.cases = List.copyOf(cases);
    this.shares = shares.clone();
  }

  /** All figures. */
  record Limits(List<Spread> totals, Spread balance) {}

  /** Works out all figures; the same seed draws the same worlds. */
  Limits limits(long seed) {
    Draws draws = draw(seed);
    List<Spread> totals = new ArrayList<>();
    double shareSum = Arrays.stream(shares).sum();
    double least = 0;
    double most = 0;
    for (int territory = 0; territory < recorded.length; territory++) {
      Case.Split high = extreme(territory, true);
      Case.Split low = extreme(territory, false);
      double above = deviation(high, shares[territory] / shareSum);
      double below = deviation(low, shares[territory] / shareSum);
      most = Math.max(most, Math.max(above, -below));
      least = Math.max(least, Math.max(below, -above));
      long[] drawn = draws.totals[territory];
      totals.add(
          new Spread(
              recorded[territory], low.own(), high.own(), quantile(drawn, 5), quantile(drawn, 95)));
    }
    Spread balance =
        new Spread(
            Balance.largestDeviation(recorded, shares),
            least,
            most,
            quantile(draws.balances, 5),
            quantile(draws.balances, 95));
    return new Limits(totals, balance);
  }

  private Case.Split extreme(int territory, boolean most) {
    Case.Split split =
        new Case.Split(certain[territory], Arrays.stream(certain).sum() - certain[territory]);
    for (Case each : cases) {
      split = split.plus(most ? each.mostFor(territory) : each.leastFor(territory));
    }
    return split;
  }

  private static double deviation(Case.Split split, double share) {
    double sum = (double) split.own() + split.others();
    return sum == 0 ? 0 : split.own() / (sum * share) - 1;
  }

  /** Sorted totals {@code [territory][world]} and balances {@code [world]}. */
  private static final class Draws {
    private final long[][] totals;
    private final double[] balances;

    Draws(long[][] totals, double[] balances) {
      this.totals = totals;
      this.balances = balances;
    }
  }

  private Draws draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[][] totals = new long[recorded.length][WORLDS];
    double[] balances = new double[WORLDS];
    for (int world = 0; world < WORLDS; world++) {
      long[] drawn = certain.clone();
      for (Case each : cases) {
        each.draw(random, drawn);
      }
      for (int territory = 0; territory < drawn.length; territory++) {
        totals[territory][world] = drawn[territory];
      }
      balances[world] = Balance.largestDeviation(drawn, shares);
    }
    for (long[] ofTerritory : totals) {
      Arrays.sort(ofTerritory);
    }
    Arrays.sort(balances);
    return new Draws(totals, balances);
  }

  private static double quantile(long[] sorted, int percent) {
    return sorted[rank(sorted.length, percent)];
  }

  private static double quantile(double[] sorted, int percent) {
    return sorted[rank(sorted.length, percent)];
  }

  /** The value that so many percent of the worlds do not exceed. */
  private static int rank(int count, int percent) {
    return Math.clamp((long) count * percent / 100 - (percent < 50 ? 0 : 1), 0, count - 1);
  }
}
