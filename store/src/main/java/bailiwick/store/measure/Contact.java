package bailiwick.store.measure;

import bailiwick.core.account.AccountId;
import bailiwick.core.roster.RepresentativeId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Calls, visits, mails or meetings with an account: what the field calls activities.
 *
 * @param kind such as {@code visit}
 * @param representative who did it, null when unknown
 * @param number how many, 1 or more
 */
public record Contact(
    AccountId account,
    @Nullable RepresentativeId representative,
    String kind,
    LocalDate on,
    long number) {}
