package bailiwick.store.record;

/**
 * A territory as another system lists it.
 *
 * @param code unique within the source
 * @param parentCode code or name of the one above; empty when none
 */
public record ListedTerritory(String code, String name, String parentCode) {}
