package bailiwick.store.publication;

import bailiwick.rules.cover.Waiver;
import bailiwick.store.ledger.PublicationId;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import bailiwick.store.scenario.ScenarioId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A plan's alignment made to hold from a day on.
 *
 * @param moved accounts whose territory changed by it
 * @param doubtfulShare share of the potential that rested on doubtful accounts, 0 to 1; empty for
 *     publications of earlier versions
 * @param accepted who accepted so much doubt and why, null when no limit asked for it
 * @param waiver who let it be published though nobody owns something, null when all is owned
 * @param undone who took it back, null while it stands
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
    Instant publishedAt,
    OptionalDouble doubtfulShare,
    @Nullable Accepted accepted,
    @Nullable Waiver waiver,
    @Nullable Undone undone) {

  /** A person's acceptance of doubtful data. */
  public record Accepted(String who, String why) {}

  /**
   * That it was taken back.
   *
   * @param accounts that went back to whom they had before
   * @param kept of which somebody had changed days since, which stayed
   */
  public record Undone(String who, String why, Instant at, long accounts, long kept) {}

  /** Whether nobody took it back. */
  public boolean stands() {
    return undone == null;
  }
}
