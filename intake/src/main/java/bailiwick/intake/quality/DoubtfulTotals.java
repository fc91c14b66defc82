package bailiwick.intake.quality;

import bailiwick.core.measure.Balance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
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
 * <p>O(territories × (groups + kinds of places) + doubtful accounts) for the limits, O(worlds ×
 * doubtful accounts) for the draws, of which there are fewer where many accounts are doubtful: the
 * more there are, the less one of them moves a total.
 */
final class DoubtfulTotals {

  /**
   * Most drawn worlds: the twentieth part of them, 50, settles a quantile to about a tenth of it.
   */
  static final int WORLDS = 1_000;

  /** Fewest worlds: 10 of them beyond a quantile. */
  private static final int FEWEST_WORLDS = 200;

  /** Draws of an account that are made for all worlds together, a fraction of a second. */
  private static final int MOST_DRAWS = 20_000_000;

  private final long[] recorded; // [territory number]
  private final long[] certain; // [territory number] what accounts without doubt bring
  private final List<Case> cases;
  private final List<Case> groups; // cases of several accounts
  private final Collection<Alike> alike; // those of one, together where they may be alike
  private final double[] shares; // [territory number]

  /** Single accounts that may belong to the same territories, and what they may bring in all. */
  private static final class Alike {
    private final Possible possible;
    private long low;
    private long high;

    Alike(Possible possible) {
      this.possible = possible;
    }

    void add(Case.Member member) {
      low += member.low();
      high += member.high();
    }

    Case.Split mostFor(int territory) {
      return possible.has(territory)
          ? new Case.Split(high, 0)
          : new Case.Split(0, possible.has(HeldAccount.NOBODY) ? 0 : low);
    }

    Case.Split leastFor(int territory) {
      if (possible.hasBeside(territory)) {
        return new Case.Split(0, high);
      }
      return new Case.Split(possible.has(HeldAccount.NOBODY) ? 0 : low, 0);
    }
  }

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
    this.groups = this.cases.stream().filter(each -> each.members().size() > 1).toList();
    this.alike = alike(this.cases);
    this.shares = shares.clone();
  }

  private static Collection<Alike> alike(List<Case> cases) {
    IdentityHashMap<Possible, Alike> alike = new IdentityHashMap<>();
    for (Case each : cases) {
      if (each.members().size() == 1) {
        Case.Member member = each.members().getFirst();
        alike.computeIfAbsent(member.possible(), Alike::new).add(member);
      }
    }
    return List.copyOf(alike.values());
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
    for (Case each : groups) {
      split = split.plus(most ? each.mostFor(territory) : each.leastFor(territory));
    }
    for (Alike each : alike) {
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
    int worlds = Math.clamp(MOST_DRAWS / Math.max(1, cases.size()), FEWEST_WORLDS, WORLDS);
    long[][] totals = new long[recorded.length][worlds];
    double[] balances = new double[worlds];
    for (int world = 0; world < worlds; world++) {
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
