package bailiwick.store.record;

import bailiwick.core.account.AccountId;
import bailiwick.core.roster.RepresentativeId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What another system says of who had what, and when.
 *
 * @param account null when it is about a unit or a territory
 * @param unit code of a postcode or county; empty when it is about an account or a territory
 * @param territory its code; empty when only a representative is named
 * @param ownerKey the representative as the file names them; empty when only a territory is named
 * @param representative who that is, null when unknown
 * @param from first day, null for ever since
 * @param until first day no longer, null while it lasts
 */
public record ListedAssignment(
    @Nullable AccountId account,
    String unit,
    String territory,
    String ownerKey,
    @Nullable RepresentativeId representative,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {}
