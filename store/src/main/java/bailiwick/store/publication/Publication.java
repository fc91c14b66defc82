package bailiwick.store.publication;

import bailiwick.store.ledger.PublicationId;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import bailiwick.store.scenario.ScenarioId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A plan's alignment made to hold from a day on.
 *
 * @param moved accounts whose territory changed by it
 */
public record Publication(
    PublicationId id,
    PlanId plan,
    ScenarioId scenario,
    String scenarioName,
    LayerId layer,
    LocalDate effectiveFrom,
    long accounts,
    long moved,
    String who,
    String why,
    Instant publishedAt) {}
