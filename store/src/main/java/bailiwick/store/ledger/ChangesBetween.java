package bailiwick.store.ledger;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.plan.LayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;

/** Reads everything that was written in the ledger between two instants, placements too. */
final class ChangesBetween {

  private static final String CHANGES =
      """
      WITH act AS (
        SELECT id, recorded_at, cause, who, why FROM ledger_change
        WHERE layer_id = :layer AND recorded_at > :after AND recorded_at <= :until
      )
      SELECT of_placement, ended, act.recorded_at AS at,
        coalesce(account.external_id, representative.external_id) AS external_id,
        coalesce(account.name, representative.name) AS name, code, from_day, until_day, cause, who,
        why
      FROM (
        SELECT false AS of_placement, superseded_by AS act_id, true AS ended, account_id,
          CAST(NULL AS uuid) AS person_id, territory_id, lower(valid) AS from_day,
          upper(valid) AS until_day
        FROM ownership WHERE superseded_by IN (SELECT id FROM act)
        UNION ALL
        SELECT false, change_id, false, account_id, NULL, territory_id, lower(valid), upper(valid)
        FROM ownership
        WHERE change_id IN (SELECT id FROM act) AND recorded_at > :after AND recorded_at <= :until
        UNION ALL
        SELECT true, act.id, placement.change_id <> act.id, NULL, representative_id,
          territory_id, lower(valid), upper(valid)
        FROM act
        JOIN placement ON act.id IN (placement.superseded_by, placement.change_id)
        JOIN seat ON seat.id = seat_id
      ) AS changed
      JOIN act ON act.id = act_id
      JOIN territory ON territory.id = territory_id
      LEFT JOIN account ON account.id = account_id
      LEFT JOIN representative ON representative.id = changed.person_id
      ORDER BY act.recorded_at, of_placement, external_id, code, ended DESC, from_day
      """;

  private final Database database;

  ChangesBetween(Database database) {
    this.database = database;
  }

  void forEach(LayerId layer, Instant after, Instant until, Consumer<ChangedRow> consumer) {
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql(CHANGES)
          .withFetchSize(LedgerRepository.FETCH_SIZE)
          .param("layer", layer.value())
          .param("after", Database.at(after))
          .param("until", Database.at(until))
          .query(row -> {
            consumer.accept(map(row));
          });
      return consumer;
    });
  }

  private static ChangedRow map(ResultSet row) throws SQLException {
    return new ChangedRow(
        row.getBoolean("of_placement"),
        row.getBoolean("ended"),
        Rows.instant(row, "at"),
        Rows.text(row, "external_id"),
        Rows.text(row, "name"),
        new TerritoryCode(Rows.text(row, "code")),
        Rows.day(row, "from_day"),
        Rows.findDay(row, "until_day"),
        Cause.valueOf(Rows.text(row, "cause")),
        Rows.text(row, "who"),
        Rows.text(row, "why"));
  }
}
