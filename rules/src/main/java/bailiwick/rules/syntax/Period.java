package bailiwick.rules.syntax;

import bailiwick.rules.source.Span;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Business days from one to before another. Immutable.
 *
 * @param from the first day, null without a beginning
 * @param until the day after the last, null without an end
 * @param span where it stood
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate until, Span span)
    implements Serializable {

  /** Every day. */
  public static final Period ALWAYS = new Period(null, null, Span.NONE);

  /** Whether a day lies in it. */
  public boolean has(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  /** Whether every day of another lies in it. */
  public boolean holds(Period other) {
    boolean isBegun = from == null || (other.from != null && !other.from.isBefore(from));
    boolean isOver = until == null || (other.until != null && !other.until.isAfter(until));
    return isBegun && isOver;
  }

  /** Whether some day lies in both; neither is empty. */
  public boolean meets(Period other) {
    return (from == null || other.until == null || from.isBefore(other.until))
        && (until == null || other.from == null || other.from.isBefore(until));
  }

  /** Whether no day lies in it. */
  public boolean isEmpty() {
    return from != null && until != null && !from.isBefore(until);
  }

  /** Whether every day lies in it. */
  public boolean isAlways() {
    return from == null && until == null;
  }
}
