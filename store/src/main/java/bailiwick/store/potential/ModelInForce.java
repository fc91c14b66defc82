package bailiwick.store.potential;

import java.time.Instant;

/**
 * The model that the terms of the accounts come from.
 *
 * @param text the model, JSON
 * @param modelVersion which version of the company's model it was, 0 for the usual one
 * @param rates what closed deals taught it, JSON
 * @param appliedAt when somebody put it in force
 * @param appliedBy who
 * @param renewedAt when every account was last worked out anew
 */
public record ModelInForce(
    String text,
    long modelVersion,
    String rates,
    Instant appliedAt,
    String appliedBy,
    Instant renewedAt) {}
