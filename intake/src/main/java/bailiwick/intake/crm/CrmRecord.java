package bailiwick.intake.crm;

import java.time.Instant;
import java.util.Map;

/**
 * A row of a CRM as it stood at a moment. Immutable.
 *
 * @param id the CRM's own
 * @param version when the CRM says it was last changed; any change gives a later one
 * @param deleted whether it is in the CRM's bin
 * @param cells key of an import field to text; fields without a value are left out
 */
public record CrmRecord(String id, Instant version, boolean deleted, Map<String, String> cells) {

  /**
   * Key of the ids of those rows that the CRM made this one of when somebody merged them, between
   * semicolons. No field of an import.
   */
  public static final String MERGED = "merged";

  public CrmRecord {
    cells = Map.copyOf(cells);
  }

  /** The CRM's id of its owner, empty when it has none. */
  public String owner() {
    return cells.getOrDefault("owner", "");
  }

  /** Its territory's name, empty when it has none. */
  public String territory() {
    return cells.getOrDefault("territory", "");
  }
}
