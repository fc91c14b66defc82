package bailiwick.store.deal;

import bailiwick.core.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity, as a rule an open one.
 *
 * @param externalId unique within the source
 * @param account whose it is; the survivor of a merged one
 * @param amountCents hundredths of the currency
 * @param decision where it went, null when nobody has decided it yet
 */
public record OpenDeal(
    String source,
    String externalId,
    AccountId account,
    String stage,
    long amountCents,
    @Nullable DealDecision decision) {}
