package bailiwick.intake.record;

/**
 * A territory as another system lists it. Immutable.
 *
 * @param code unique within the file
 * @param name as shown to people; the code where the file has none
 * @param parentCode code or name of the territory above, as the file has it; empty when none
 */
public record ListedTerritory(String code, String name, String parentCode) {}
