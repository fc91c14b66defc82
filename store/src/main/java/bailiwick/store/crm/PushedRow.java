package bailiwick.store.crm;

import org.jspecify.annotations.Nullable;

/**
 * What became of a row of a push.
 *
 * @param outcome such as {@code WRITTEN}; null while open
 * @param ownerNow what the CRM held at the outcome
 * @param territoryNow likewise
 */
public record PushedRow(
    PlannedRow planned,
    @Nullable String outcome,
    String ownerNow,
    String territoryNow,
    String message) {}
