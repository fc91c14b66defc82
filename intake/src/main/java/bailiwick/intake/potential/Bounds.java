package bailiwick.intake.potential;

import java.util.OptionalLong;

/**
 * A half-open range of whole numbers.
 *
 * @param from the smallest within; empty for no limit
 * @param below the smallest above it; empty for no limit
 */
public record Bounds(OptionalLong from, OptionalLong below) {

  /** No limit at all, which what is unknown meets, too. */
  public static final Bounds NONE = new Bounds(OptionalLong.empty(), OptionalLong.empty());

  /** Whether it limits nothing. */
  public boolean isNone() {
    return from.isEmpty() && below.isEmpty();
  }

  /** Whether no number is within. */
  public boolean isEmpty() {
    return from.isPresent() && below.isPresent() && from.getAsLong() >= below.getAsLong();
  }

  /** Whether a number is within; what is unknown is within no limits. */
  boolean holds(OptionalLong value) {
    if (isNone()) {
      return true;
    }
    return value.isPresent()
        && (from.isEmpty() || value.getAsLong() >= from.getAsLong())
        && (below.isEmpty() || value.getAsLong() < below.getAsLong());
  }
}
