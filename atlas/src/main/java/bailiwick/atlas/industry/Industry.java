package bailiwick.atlas.industry;

/**
 * An industry, at any level from sector to national industry. Immutable.
 *
 * @param code NAICS 2017 code: 2 digits for a sector (or a range such as {@code 31-33}), 6 for the
 *     finest level
 * @param title as published
 */
public record Industry(String code, String title) {}
