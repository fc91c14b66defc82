package bailiwick.store.review;

import bailiwick.store.ledger.PublicationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did about a scenario's review.
 *
 * @param version of the scenario, as it was looked at
 * @param basis the last publication of the layer by then, null when there was none
 * @param why may be empty, except where it was sent back
 */
public record ReviewStep(
    ReviewAct act,
    long version,
    @Nullable PublicationId basis,
    String who,
    String why,
    Instant at) {}
