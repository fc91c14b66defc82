package bailiwick.intake.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What another system says of who had what, and when. Immutable.
 *
 * <p>An account or a unit belongs to a territory, to a representative or to both; where neither an
 * account nor a unit is named, the representative serves the territory.
 *
 * @param accountExternalId empty when it is about a unit or a territory
 * @param unit code of a postcode or county; empty when it is about an account or a territory
 * @param territoryCode empty when only a representative is named
 * @param ownerKey the representative as the file names them; empty when only a territory is named
 * @param from first day, null for ever since
 * @param until first day no longer, null while it lasts
 */
public record ListedAssignment(
    String accountExternalId,
    String unit,
    String territoryCode,
    String ownerKey,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {}
