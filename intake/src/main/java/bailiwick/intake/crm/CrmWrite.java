package bailiwick.intake.crm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account shall hold in the CRM. Immutable.
 *
 * @param id of the account in the CRM
 * @param base the version on which this was decided; a later one must not be overwritten
 * @param owner the CRM's id of the person, null to leave it
 * @param territory name of the territory, null to leave it
 */
public record CrmWrite(
    String id, Instant base, @Nullable String owner, @Nullable String territory) {

  /** Whether a row already says so. */
  public boolean isHeldBy(CrmRecord record) {
    return (owner == null || owner.equals(record.owner()))
        && (territory == null || territory.equals(record.territory()));
  }
}
