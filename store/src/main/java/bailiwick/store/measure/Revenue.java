package bailiwick.store.measure;

import bailiwick.core.account.AccountId;
import java.time.LocalDate;

/**
 * Money booked with an account on a day.
 *
 * @param amountCents hundredths of the currency; negative for a credit note
 */
public record Revenue(AccountId account, LocalDate on, long amountCents) {}
