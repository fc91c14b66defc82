package bailiwick.store.deal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity stays where it is, whatever becomes of its account.
 *
 * @param from first day on which it is held
 * @param until first day on which it is held no more, null until it closes
 * @param why the reason that a person gave
 */
public record Hold(LocalDate from, @Nullable LocalDate until, String why, String who, Instant at) {

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }
}
