package bailiwick.store.ledger;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.plan.LayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Reads the owners of all accounts on a day. */
final class OwnersOnDay {

  private static final String OWNERS =
      """
      SELECT account.source, account.external_id, account.name AS account_name, code, territory.name AS territory_name,
        coalesce(representative.source, '') AS person_source,
        coalesce(representative.external_id, '') AS person_id,
        coalesce(representative.email, '') AS person_email,
        coalesce(representative.name, '') AS person_name, lower(held.valid) AS from_day,
        upper(held.valid) AS until_day, held.recorded_at
      FROM ownership AS held
      JOIN account ON account.id = held.account_id
      JOIN territory ON territory.id = held.territory_id
      LEFT JOIN seat ON seat.territory_id = territory.id
      LEFT JOIN placement ON placement.seat_id = seat.id AND placement.valid @> :day AND
      """
          + LedgerRepository.BELIEVED.formatted("placement")
          + """
          LEFT JOIN representative ON representative.id = placement.representative_id
          WHERE held.layer_id = :layer AND held.valid @> :day AND
          """
          + LedgerRepository.BELIEVED.formatted("held")
          + "ORDER BY account.external_id, account.id";

  private final Database database;

  OwnersOnDay(Database database) {
    this.database = database;
  }

  void forEach(LayerId layer, LocalDate day, Instant knownAt, Consumer<OwnedAccount> consumer) {
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql(OWNERS)
          .withFetchSize(LedgerRepository.FETCH_SIZE)
          .param("layer", layer.value())
          .param("day", day)
          .param("knownAt", Database.at(knownAt))
          .query(row -> {
            consumer.accept(map(row));
          });
      return consumer;
    });
  }

  private static OwnedAccount map(ResultSet row) throws SQLException {
    return new OwnedAccount(
        Rows.text(row, "source"),
        Rows.text(row, "external_id"),
        Rows.text(row, "account_name"),
        new TerritoryCode(Rows.text(row, "code")),
        Rows.text(row, "territory_name"),
        Rows.text(row, "person_source"),
        Rows.text(row, "person_id"),
        Rows.text(row, "person_email"),
        Rows.text(row, "person_name"),
        Rows.day(row, "from_day"),
        Rows.findDay(row, "until_day"),
        Rows.instant(row, "recorded_at"));
  }
}
