package bailiwick.core.optimize.change;

/**
 * A change and how it is to be made.
 *
 * @param measure number of the measure by which what changes hands is counted
 * @param slack how much more than the least found may change hands for the sake of the problem's
 *     own goals, as a ratio; 0 or more
 * @param rebalanced whether all territories are to keep the rules of balance; else those that go on
 *     may stay as far outside as they are today. Never with a split, which leaves all others alone
 */
public record ChangeRequest(Change change, int measure, double slack, boolean rebalanced) {
  public ChangeRequest {
    if (!(slack >= 0 && slack < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("The slack (%s) must be 0 or more.".formatted(slack));
    }
    if (rebalanced && change instanceof Change.Split) {
      throw new IllegalArgumentException("A split leaves all other territories as they are.");
    }
  }

  /** As little as possible changes hands, and whoever is out of balance may stay so. */
  public static ChangeRequest of(Change change, int measure) {
    return new ChangeRequest(change, measure, 0, false);
  }
}
