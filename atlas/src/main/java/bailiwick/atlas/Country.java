package bailiwick.atlas;

import bailiwick.core.unit.LonLat;

/**
 * A country. Immutable; made by the {@link Atlas}.
 *
 * @param code ISO 3166-1 alpha-2 code, such as {@code US}
 * @param name English short name
 * @param point a place near the middle of its people: the centre of its places by population
 */
public record Country(String code, String name, LonLat point) {}
