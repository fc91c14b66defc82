package bailiwick.store.stability;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often accounts of a layer may change hands. A limit that is null does not hold.
 *
 * @param monthsOfRest an account that moved to another territory stays there so many months, 1 to
 *     120
 * @param monthsOfPerson an account whose territory got another representative stays there so many
 *     months, 1 to 120
 * @param yearlyShareBasisPoints of the accounts that a representative had within twelve months, at
 *     most this share may be moved away, 0 to 10,000 of 10,000
 * @param version goes up with every change; 0 when none were ever set
 */
public record StabilityLimits(
    @Nullable Integer monthsOfRest,
    @Nullable Integer monthsOfPerson,
    @Nullable Integer yearlyShareBasisPoints,
    long version) {

  /** No limits at all. */
  public static final StabilityLimits NONE = new StabilityLimits(null, null, null, 0);

  private static final int MOST_MONTHS = 120;
  private static final int WHOLE = 10_000;

  /** What is wrong with the limits, empty when nothing is. */
  Optional<StabilityProblem> findFault() {
    return fault("monthsOfRest", monthsOfRest, 1, MOST_MONTHS)
        .or(() -> fault("monthsOfPerson", monthsOfPerson, 1, MOST_MONTHS))
        .or(() -> fault("yearlyShareBasisPoints", yearlyShareBasisPoints, 0, WHOLE));
  }

  private static Optional<StabilityProblem> fault(
      String limit, @Nullable Integer value, int least, int most) {
    return value == null || (value >= least && value <= most)
        ? Optional.empty()
        : Optional.of(new StabilityProblem.WrongLimit(limit, value, least, most));
  }

  /** Whether nothing is limited. */
  public boolean isNone() {
    return monthsOfRest == null && monthsOfPerson == null && yearlyShareBasisPoints == null;
  }
}
