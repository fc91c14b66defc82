package bailiwick.core.design;

import java.util.Arrays;
import java.util.List;

/** How much of a measure a territory may hold. Immutable. */
public sealed interface BalanceRule {

  /** Number of the measure it limits. */
  int measure();

  /**
   * Totals stay near the target, which is the measure's total times the territory's part of all
   * shares.
   *
   * @param measure number of the measure
   * @param ratio largest relative deviation allowed, 0 or more: 0.10 for ±10 %
   */
  record Tolerance(int measure, double ratio) implements BalanceRule {

    /** Slack on a relative limit, so that a total exactly on it is within. */
    private static final double ON_THE_LIMIT = 1e-9;

    public Tolerance {
      if (!(ratio >= 0 && ratio < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "The tolerance (%s) must be a finite number, 0 or more.".formatted(ratio));
      }
    }

    /** Smallest total that lies near enough to a target, fixed-point. */
    public long lower(double target) {
      return (long) Math.ceil(target * (1 - ratio - ON_THE_LIMIT));
    }

    /** Largest total that lies near enough to a target, fixed-point. */
    public long upper(double target) {
      return (long) Math.floor(target * (1 + ratio + ON_THE_LIMIT));
    }
  }

  /**
   * Totals stay between two amounts.
   *
   * @param measure number of the measure
   * @param lower smallest total allowed, fixed-point
   * @param upper largest total allowed, fixed-point, at least {@code lower}
   */
  record Limits(int measure, long lower, long upper) implements BalanceRule {
    public Limits {
      if (lower > upper) {
        throw new IllegalArgumentException(
            "The lower limit (%s) must be at most the upper one (%s).".formatted(lower, upper));
      }
    }
  }

  /**
   * The total of one territory stays between two amounts.
   *
   * @param measure number of the measure
   * @param territory number of the territory
   * @param lower smallest total allowed, fixed-point
   * @param upper largest total allowed, fixed-point, at least {@code lower}
   */
  record TerritoryLimits(int measure, int territory, long lower, long upper)
      implements BalanceRule {
    public TerritoryLimits {
      if (lower > upper) {
        throw new IllegalArgumentException(
            "The lower limit (%s) must be at most the upper one (%s).".formatted(lower, upper));
      }
    }
  }

  /**
   * The total of one territory stays between two amounts, of which the lower may be the larger one:
   * then no total is right, as limits from several sides may have it.
   *
   * @return rules that together ask for it
   */
  static List<BalanceRule> between(int measure, int territory, long lower, long upper) {
    return List.of(
        new TerritoryLimits(measure, territory, lower, Long.MAX_VALUE),
        new TerritoryLimits(measure, territory, Math.min(0, upper), upper));
  }

  /**
   * The total of each territory stays within its share of what a full one can hold.
   *
   * @param measure number of the measure
   * @param full largest total of a territory with share 1, fixed-point, 0 or more
   */
  record Capacity(int measure, double full) implements BalanceRule {
    public Capacity {
      if (!(full >= 0 && full < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "The capacity (%s) must be a finite number, 0 or more.".formatted(full));
      }
    }

    /** Largest total of a territory with a share, fixed-point. */
    public long upper(double share) {
      return (long) Math.floor(full * share);
    }
  }

  /** A territory holds at most what its centre can serve. Owns its array and hands out none. */
  final class CentreCapacity implements BalanceRule {

    private final int measure;
    private final long[] capacity; // [site] -> largest total of a territory centred there

    /**
     * Capacity by centre.
     *
     * @param measure number of the measure
     * @param capacity {@code capacity[site]}, fixed-point, 0 or more
     */
    public CentreCapacity(int measure, long[] capacity) {
      this.measure = measure;
      this.capacity = capacity.clone();
    }

    @Override
    public int measure() {
      return measure;
    }

    /** The largest total of a territory centred at the site. */
    public long at(int site) {
      return capacity[site];
    }

    /** The same rule over a few sites, under new numbers: {@code site[new number]}. */
    public CentreCapacity of(int[] sites) {
      return new CentreCapacity(
          measure, Arrays.stream(sites).mapToLong(site -> capacity[site]).toArray());
    }

    /** The largest capacity of all sites, 0 when there is none. */
    public long largest() {
      return Arrays.stream(capacity).max().orElse(0);
    }
  }
}
