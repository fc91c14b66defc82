package bailiwick.intake.today;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.Representative;
import bailiwick.core.unit.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * A territory as it is worked today. Immutable.
 *
 * @param code the territory column's text, or a code made for the owner: {@code T01}, {@code T02} …
 * @param name the territory column's text, or the owner's name
 * @param representative who works it, null when unknown or vacant
 * @param home the representative's home, null when unknown
 * @param accounts how many accounts it has
 * @param potentialCents their potential
 */
public record TodayTerritory(
    TerritoryCode code,
    String name,
    @Nullable Representative representative,
    @Nullable LonLat home,
    long accounts,
    long potentialCents) {}
