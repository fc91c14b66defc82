package bailiwick.store.deal;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * Whose an opportunity is on a day: who it is held for, or else the owner of its account.
 *
 * @param representative who serves the territory that day, null for a vacancy
 * @param representativeName empty for a vacancy
 * @param held whether it is held there
 * @param why why it is held there, or why the account belongs there
 */
public record DealOwner(
    TerritoryCode territory,
    @Nullable RepresentativeId representative,
    String representativeName,
    boolean held,
    String why) {}
