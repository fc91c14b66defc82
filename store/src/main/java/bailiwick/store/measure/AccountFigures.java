package bailiwick.store.measure;

import bailiwick.core.account.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one account brought in a period.
 *
 * @param revenueCents booked within the period
 * @param openPipelineCents deals open at the period's end
 * @param wonCents deals won within the period
 * @param contacts contacts within the period
 * @param lastContact the last contact before the period's end, null when none is known
 */
public record AccountFigures(
    AccountId account,
    long revenueCents,
    long openPipelineCents,
    long openDeals,
    long wonCents,
    long wonDeals,
    long lostDeals,
    long contacts,
    @Nullable LocalDate lastContact) {}
