package bailiwick.store.measure;

import bailiwick.core.account.AccountId;
import java.time.LocalDate;

/**
 * Money booked with an account on some days.
 *
 * @param from first day
 * @param until first day after
 * @param amountCents hundredths of the currency; negative for a credit note
 */
public record Revenue(AccountId account, LocalDate from, LocalDate until, long amountCents) {}
