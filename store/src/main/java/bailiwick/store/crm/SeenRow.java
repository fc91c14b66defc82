package bailiwick.store.crm;

import java.time.Instant;
import java.util.Map;

/**
 * A row as the CRM had it.
 *
 * @param cells field of an import to text
 */
public record SeenRow(
    String externalId, Instant version, boolean deleted, Map<String, String> cells) {
  public SeenRow {
    cells = Map.copyOf(cells);
  }
}
