package bailiwick.store.measure;

import bailiwick.core.account.AccountId;
import bailiwick.core.roster.RepresentativeId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity, open or closed.
 *
 * @param externalId unique within the source
 * @param account whose it is
 * @param representative who works or worked it, null when unknown
 * @param product what would be sold, as the file names it; empty when unknown
 * @param amountCents hundredths of the currency, 0 or more
 * @param openedOn null when unknown
 * @param expectedOn when an open one is expected to close, null when unknown
 * @param closedOn null while open, and when unknown
 */
public record Deal(
    String externalId,
    AccountId account,
    @Nullable RepresentativeId representative,
    String product,
    String stage,
    DealState state,
    long amountCents,
    @Nullable LocalDate openedOn,
    @Nullable LocalDate expectedOn,
    @Nullable LocalDate closedOn) {}
