package bailiwick.intake.crm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a kind has been pulled. Immutable.
 *
 * @param since everything changed before this instant is known; null before the first pull
 * @param page where the running pull goes on, in the client's own words; empty when none runs
 */
public record CrmPosition(@Nullable Instant since, String page) {

  /** Nothing is known. */
  public static final CrmPosition START = new CrmPosition(null, "");

  /** Whether a pull was begun and has not come to its end. */
  public boolean inTheMiddle() {
    return !page.isEmpty();
  }
}
