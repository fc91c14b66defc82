package bailiwick.store.measure;

import bailiwick.core.account.AccountId;
import bailiwick.core.roster.RepresentativeId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A call, visit, mail or meeting with an account: what the field calls an activity.
 *
 * @param kind such as {@code visit}
 * @param representative who did it, null when unknown
 * @param minutes how long, 0 or more
 */
public record Contact(
    AccountId account,
    @Nullable RepresentativeId representative,
    String kind,
    LocalDate on,
    int minutes) {}
