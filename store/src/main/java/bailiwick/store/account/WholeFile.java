package bailiwick.store.account;

/**
 * A file that holds all accounts of a source.
 *
 * @param name as people call it
 * @param loadedBy who loads it
 */
public record WholeFile(String name, String loadedBy) {}
