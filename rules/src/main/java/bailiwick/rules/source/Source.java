package bailiwick.rules.source;

/**
 * A rule file.
 *
 * @param name as the user knows it, such as {@code rules/north.rules}; problems carry it
 * @param text all of it
 */
public record Source(String name, String text) {}
