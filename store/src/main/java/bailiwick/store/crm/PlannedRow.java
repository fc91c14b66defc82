package bailiwick.store.crm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row that a push shall write.
 *
 * @param base the version on which it was decided
 * @param owner the CRM's id of the new owner, null to leave it
 * @param territory name of the new territory, null to leave it
 * @param sent whether it was sent and no answer was kept
 */
public record PlannedRow(
    String externalId,
    String name,
    Instant base,
    String ownerBefore,
    @Nullable String owner,
    String territoryBefore,
    @Nullable String territory,
    boolean sent) {}
