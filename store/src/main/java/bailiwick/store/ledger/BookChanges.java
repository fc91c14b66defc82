package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.ledger.BookChange.Holder;
import bailiwick.store.plan.LayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares what a representative had on two days. */
final class BookChanges {

  /** Who has an account of {@code either} on a day; no row when nobody does. */
  private static final String HOLDER =
      """
      LEFT JOIN LATERAL (
        SELECT code, territory.name AS territory_name, representative.id AS person,
          representative.name AS person_name, why
        FROM ownership AS held
        JOIN territory ON territory.id = held.territory_id
        JOIN ledger_change AS origin ON origin.id = held.origin_id
        LEFT JOIN seat ON seat.territory_id = territory.id
        LEFT JOIN placement ON placement.seat_id = seat.id
          AND placement.superseded_at IS NULL AND placement.valid @> :%1$s
        LEFT JOIN representative ON representative.id = placement.representative_id
        WHERE held.account_id = either.account_id AND held.layer_id = :layer
          AND held.superseded_at IS NULL AND held.valid @> :%1$s
      ) AS %1$s_day ON true
      """;

  private static final String CHANGES =
      """
      WITH either AS (
        SELECT DISTINCT account_id
        FROM placement
        JOIN seat ON seat.id = placement.seat_id
        JOIN ownership AS held ON held.territory_id = seat.territory_id
        CROSS JOIN (VALUES (CAST(:before AS date)), (CAST(:after AS date))) AS days (day)
        WHERE representative_id = :person AND placement.superseded_at IS NULL
          AND placement.valid @> day AND held.superseded_at IS NULL AND held.valid @> day
          AND held.layer_id = :layer
      )
      SELECT account.id, account.name, account.city, potential_cents, workload_centihours,
        sales_cents, pipeline_cents,
        before_day.code AS before_code, before_day.territory_name AS before_name,
        before_day.person AS before_person, before_day.person_name AS before_person_name,
        after_day.code AS after_code, after_day.territory_name AS after_name,
        after_day.person AS after_person, after_day.person_name AS after_person_name,
        after_day.why AS why
      FROM either JOIN account ON account.id = either.account_id
      """
          + HOLDER.formatted("before")
          + HOLDER.formatted("after")
          + """
          WHERE before_day.person IS DISTINCT FROM after_day.person
          ORDER BY potential_cents DESC, account.id
          """;

  private final Database database;

  BookChanges(Database database) {
    this.database = database;
  }

  List<BookChange> between(
      RepresentativeId person, LayerId layer, LocalDate before, LocalDate after) {
    return database
        .jdbc()
        .sql(CHANGES)
        .param("person", person.value())
        .param("layer", layer.value())
        .param("before", before)
        .param("after", after)
        .query(BookChanges::map)
        .list();
  }

  private static BookChange map(ResultSet row, int number) throws SQLException {
    Holder after = holder(row, "after");
    return new BookChange(
        new AccountId(Rows.id(row, "id")),
        Rows.text(row, "name"),
        Rows.text(row, "city"),
        LedgerRepository.mapWorth(row),
        holder(row, "before"),
        after,
        after == null ? "" : Rows.text(row, "why"));
  }

  private static @Nullable Holder holder(ResultSet row, String day) throws SQLException {
    if (row.getString(day + "_code") == null) {
      return null;
    }
    UUID person = Rows.findId(row, day + "_person");
    return new Holder(
        new TerritoryCode(Rows.text(row, day + "_code")),
        Rows.text(row, day + "_name"),
        person == null ? null : new RepresentativeId(person),
        person == null ? "" : Rows.text(row, day + "_person_name"));
  }
}
