package bailiwick.store.exception;

import bailiwick.store.database.Database;
import bailiwick.store.ledger.Bitemporal;
import bailiwick.store.ledger.LedgerTurn;
import bailiwick.store.plan.LayerId;
import bailiwick.store.stability.StabilityGovernor;
import java.sql.Types;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Writes the days of exceptions: who owns the account on them, and beneath, who would.
 *
 * <p>Must run within one transaction of the caller, who has taken the layer's {@link LedgerTurn}.
 */
final class ExceptedDays {

  /** What holds on the days of the exception goes beneath, as it was stated. */
  private static final String SINK =
      """
      INSERT INTO ownership_beneath_stated (key_id, value_id, from_day, until_day, origin_id)
      SELECT account_id, territory_id, lower(piece), upper(piece), origin_id
      FROM ownership, LATERAL (SELECT valid * daterange(:from, :until) AS piece) AS part
      WHERE account_id = :account AND layer_id = :layer AND superseded_at IS NULL
        AND NOT isempty(piece)
      """;

  /** What was beneath comes up again, and nobody's days are nobody's. */
  private static final String RISE =
      """
      WITH ended AS (
        SELECT account_id, range_agg(valid * daterange(:on, NULL)) AS days FROM excepted
        WHERE exception_id = :exception AND superseded_at IS NULL
        GROUP BY account_id
      ), had AS (
        SELECT held.territory_id, held.origin_id, piece
        FROM ended
        JOIN ownership_beneath AS held ON held.account_id = ended.account_id
          AND held.layer_id = :layer AND held.superseded_at IS NULL
        CROSS JOIN unnest(datemultirange(held.valid) * days) AS piece
      ), up AS (
        INSERT INTO ownership_stated (key_id, value_id, from_day, until_day, origin_id)
        SELECT :account, territory_id, lower(piece), upper(piece), origin_id FROM had
        UNION ALL
        SELECT :account, NULL, lower(piece), upper(piece), NULL
        FROM ended, unnest(days - coalesce((SELECT range_agg(piece) FROM had), '{}')) AS piece
      ), gone AS (
        INSERT INTO ownership_beneath_stated (key_id, value_id, from_day, until_day)
        SELECT :account, CAST(NULL AS uuid), lower(piece), upper(piece)
        FROM ended, unnest(days) AS piece
      )
      INSERT INTO excepted_stated (key_id, value_id, from_day, until_day)
      SELECT :account, CAST(NULL AS uuid), lower(piece), upper(piece)
      FROM ended, unnest(days) AS piece
      """;

  private final Database database;
  private final Bitemporal above;
  private final Bitemporal beneath;
  private final Bitemporal excepted;
  private final StabilityGovernor governor;

  ExceptedDays(Database database) {
    this.database = database;
    this.above = Bitemporal.ownership(database);
    this.beneath = Bitemporal.beneath(database);
    this.excepted = Bitemporal.excepted(database);
    this.governor = new StabilityGovernor(database);
  }

  void begin(
      ExceptionId id,
      NewException asked,
      LayerId layer,
      UUID territory,
      LedgerTurn turn,
      UUID change) {
    beneath.begin();
    database
        .jdbc()
        .sql(SINK)
        .param("account", asked.account().value())
        .param("layer", layer.value())
        .param("from", asked.from())
        .param("until", asked.until(), Types.DATE)
        .update();
    state(excepted, asked, id.value());
    state(above, asked, territory);
    keepAll();
    governor.requireStable(layer);
    apply(layer, turn, change);
  }

  private static void state(Bitemporal table, NewException asked, UUID value) {
    table.state(rows ->
        rows.id(asked.account().value()).id(value).day(asked.from()).day(asked.until()).end());
  }

  /** Ends an exception earlier than was asked; an account that moves by it must be free to. */
  void end(OwnershipException exception, LocalDate on, LedgerTurn turn, UUID change) {
    beneath.begin();
    excepted.begin();
    above.begin();
    database
        .jdbc()
        .sql(RISE)
        .param("exception", exception.id().value())
        .param("account", exception.account().value())
        .param("layer", exception.layer().value())
        .param("on", on)
        .update();
    keepAll();
    if (on.isAfter(exception.from())) { // what is revoked was never to be
      governor.requireStable(exception.layer());
    }
    apply(exception.layer(), turn, change);
  }

  private void keepAll() {
    above.keepAll();
    beneath.keepAll();
    excepted.keepAll();
  }

  private void apply(LayerId layer, LedgerTurn turn, UUID change) {
    above.apply(layer.value(), change, turn.recordedAt());
    beneath.apply(layer.value(), change, turn.recordedAt());
    excepted.apply(layer.value(), change, turn.recordedAt());
  }
}
