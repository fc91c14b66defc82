package bailiwick.core.optimize.number;

import java.util.OptionalInt;

/**
 * The numbers of territories that can hold a total, by the limits of each alone: fewer would be too
 * full, more could not be filled. Proven by division.
 *
 * @param fewest at least 1
 * @param most below {@code fewest} when no number will do
 * @param ideal the number of the range with which the mean comes nearest to the target, the fewer
 *     of two; empty when there is none
 */
public record NumberRange(int fewest, int most, OptionalInt ideal) {

  /**
   * The range.
   *
   * @param total of all units, 0 or more
   * @param unitCount no more territories than units
   */
  public static NumberRange of(NumberRequest request, long total, int unitCount) {
    long lower = Math.max(1, request.lower());
    long upper = request.upper();
    if (upper < 1) {
      return new NumberRange(1, 0, OptionalInt.empty());
    }
    long fewest = Math.max(request.least(), Math.ceilDiv(total, upper));
    long most = Math.min(Math.min(request.most(), unitCount), total / lower);
    if (fewest > most) {
      int told = (int) Math.min(fewest, Integer.MAX_VALUE);
      return new NumberRange(told, (int) Math.max(0, most), OptionalInt.empty());
    }
    int best = (int) fewest;
    for (int number = (int) fewest; number <= most; number++) {
      if (deviation(request, total, number) < deviation(request, total, best)) {
        best = number;
      }
    }
    return new NumberRange((int) fewest, (int) most, OptionalInt.of(best));
  }

  static double deviation(NumberRequest request, long total, int number) {
    return Math.abs((double) total / number - request.target());
  }

  /** How many numbers there are, 0 when none will do. */
  int size() {
    return Math.max(0, most - fewest + 1);
  }
}
