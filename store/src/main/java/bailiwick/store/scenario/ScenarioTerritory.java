package bailiwick.store.scenario;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.core.unit.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * A territory of a scenario; its number is its place in the scenario's list.
 *
 * @param code unique within the plan
 * @param colour number of its colour on the map, 0 or more
 * @param share target share of a full territory, above 0
 * @param home where the day starts, null when free
 * @param representative who shall sit in its seat, null for a vacancy
 */
public record ScenarioTerritory(
    TerritoryCode code,
    String name,
    int colour,
    double share,
    @Nullable LonLat home,
    @Nullable RepresentativeId representative) {}
