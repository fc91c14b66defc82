package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.plan.LayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;

/** Reads everything that was written in the ledger between two instants. */
final class ChangesBetween {

  private static final String CHANGES =
      """
      WITH act AS (
        SELECT id, recorded_at, cause, who, why FROM ledger_change
        WHERE layer_id = :layer AND recorded_at > :after AND recorded_at <= :until
      )
      SELECT ended, act.recorded_at AS at, account.id AS account_id, external_id, account.name,
        code, from_day, until_day, cause, who, why
      FROM (
        SELECT superseded_by AS act_id, true AS ended, id, account_id, territory_id,
          lower(valid) AS from_day, upper(valid) AS until_day
        FROM ownership WHERE superseded_by IN (SELECT id FROM act)
        UNION ALL
        SELECT change_id, false, id, account_id, territory_id, lower(valid), upper(valid)
        FROM ownership
        WHERE change_id IN (SELECT id FROM act) AND recorded_at > :after AND recorded_at <= :until
      ) AS changed
      JOIN act ON act.id = act_id
      JOIN account ON account.id = account_id
      JOIN territory ON territory.id = territory_id
      ORDER BY act.recorded_at, external_id, account_id, ended DESC, from_day
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
        row.getBoolean("ended"),
        Rows.instant(row, "at"),
        new AccountId(Rows.id(row, "account_id")),
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
