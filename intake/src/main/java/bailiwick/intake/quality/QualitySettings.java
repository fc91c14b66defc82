package bailiwick.intake.quality;

/**
 * From when on something is doubtful. Immutable.
 *
 * @param inactiveMonths months without activity, 1 to 120
 * @param staleMonths months without a change of the row in its system, 1 to 120
 * @param leastScore of two accounts to be taken for possible duplicates, 0 to 1
 * @param mostDeviations how far the logarithm of an amount may lie from the median of its like, in
 *     robust standard deviations (1.4826 times the median absolute deviation), above 0
 */
public record QualitySettings(
    int inactiveMonths, int staleMonths, double leastScore, double mostDeviations) {

  /** A year without activity, two without a change, score 0.9, 5 deviations. */
  public static final QualitySettings DEFAULT = new QualitySettings(12, 24, 0.9, 5);

  /** Longest time, in months, that can be asked for. */
  public static final int MOST_MONTHS = 120;

  public QualitySettings {
    requireMonths(inactiveMonths, "inactive");
    requireMonths(staleMonths, "stale");
    if (!(leastScore >= 0 && leastScore <= 1)) {
      throw new IllegalArgumentException(
          "The least score (%s) must lie between 0 and 1.".formatted(leastScore));
    }
    if (!(mostDeviations > 0 && mostDeviations <= 100)) {
      throw new IllegalArgumentException(
          "The deviations (%s) must be above 0 and at most 100.".formatted(mostDeviations));
    }
  }

  private static void requireMonths(int months, String name) {
    if (months < 1 || months > MOST_MONTHS) {
      throw new IllegalArgumentException(
          "The %s months (%s) must number from 1 to %s.".formatted(name, months, MOST_MONTHS));
    }
  }
}
