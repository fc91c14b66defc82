package bailiwick.intake.deal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A possible sale, open or closed. Immutable.
 *
 * @param externalId the id in the system it came from
 * @param accountExternalId the account it is with
 * @param ownerKey the representative who works it, as the file names them; empty when none
 * @param productKey what would be sold, as the file names it; empty when unknown
 * @param stage as the file names it
 * @param state what the stage means
 * @param amountCents in hundredths of the plan's currency, 0 or more
 * @param openedOn null when unknown
 * @param closedOn day won or lost, or expected to close; null when unknown
 */
public record Opportunity(
    String externalId,
    String accountExternalId,
    String ownerKey,
    String productKey,
    String stage,
    State state,
    long amountCents,
    @Nullable LocalDate openedOn,
    @Nullable LocalDate closedOn) {

  /** What became of an opportunity. */
  public enum State {
    /** Still worked. */
    OPEN,
    /** Sold. */
    WON,
    /** Not sold. */
    LOST
  }
}
