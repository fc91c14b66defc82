package bailiwick.atlas;

import bailiwick.core.unit.LonLat;
import java.time.ZoneId;

/**
 * A town or city. Immutable; made by the {@link Atlas}.
 *
 * @param name in its usual English or local writing
 * @param country ISO 3166-1 alpha-2 code
 * @param region code of its state or region; empty when unknown
 * @param point its middle
 * @param population people living there, 0 when unknown
 * @param timeZone the zone its clocks keep
 */
public record Place(
    String name, String country, String region, LonLat point, long population, ZoneId timeZone) {}
