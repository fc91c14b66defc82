package bailiwick.store.measure;

import bailiwick.core.account.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity, open or closed.
 *
 * @param externalId unique within the source
 * @param account whose it is
 * @param amountCents hundredths of the currency, 0 or more
 * @param closedOn null while open
 */
public record Deal(
    String externalId,
    AccountId account,
    String name,
    String stage,
    DealState state,
    long amountCents,
    LocalDate openedOn,
    @Nullable LocalDate closedOn) {}
