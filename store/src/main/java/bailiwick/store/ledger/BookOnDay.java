package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.plan.LayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reads all accounts of a representative on a day. */
final class BookOnDay {

  private static final String BOOK =
      """
      SELECT account.id, external_id, account.name, city, potential_cents, workload_centihours,
        sales_cents, pipeline_cents, code, lower(held.valid) AS from_day,
        upper(held.valid) AS until_day, cause
      FROM placement
      JOIN seat ON seat.id = placement.seat_id
      JOIN territory ON territory.id = seat.territory_id
      JOIN ownership AS held ON held.territory_id = territory.id
      JOIN account ON account.id = held.account_id
      JOIN ledger_change AS origin ON origin.id = held.origin_id
      WHERE placement.representative_id = :person AND placement.valid @> :day
        AND held.layer_id = :layer AND held.valid @> :day AND %s
      ORDER BY potential_cents DESC, account.id
      """;

  /** What is believed now is found by an index of its own. */
  private static final String NOW =
      BOOK.formatted("placement.superseded_at IS NULL AND held.superseded_at IS NULL");

  private static final String THEN =
      BOOK.formatted(
          LedgerRepository.BELIEVED.formatted("placement")
              + "AND"
              + LedgerRepository.BELIEVED.formatted("held"));

  private final Database database;

  BookOnDay(Database database) {
    this.database = database;
  }

  List<BookedAccount> of(RepresentativeId person, LayerId layer, LocalDate day, Instant knownAt) {
    boolean now = knownAt.equals(LedgerRepository.NOW);
    var asked =
        database
            .jdbc()
            .sql(now ? NOW : THEN)
            .param("person", person.value())
            .param("layer", layer.value())
            .param("day", day);
    return (now ? asked : asked.param("knownAt", Database.at(knownAt)))
        .query(BookOnDay::map)
        .list();
  }

  private static BookedAccount map(ResultSet row, int number) throws SQLException {
    return new BookedAccount(
        new AccountId(Rows.id(row, "id")),
        Rows.text(row, "external_id"),
        Rows.text(row, "name"),
        Rows.text(row, "city"),
        LedgerRepository.mapWorth(row),
        new TerritoryCode(Rows.text(row, "code")),
        Rows.day(row, "from_day"),
        Rows.findDay(row, "until_day"),
        Cause.valueOf(Rows.text(row, "cause")));
  }
}
