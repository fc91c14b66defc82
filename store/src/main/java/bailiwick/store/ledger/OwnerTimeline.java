package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.plan.LayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads who had an account when, as believed at an instant, person by person. */
final class OwnerTimeline {

  private static final String SERVED =
      """
      FROM seat JOIN placement ON placement.seat_id = seat.id
      WHERE seat.territory_id = held.territory_id AND placement.valid && held.valid AND
      """
          + LedgerRepository.BELIEVED.formatted("placement");

  private static final String SPANS =
      LedgerRepository.ENTRY.formatted(
              """
              , lower(piece) AS span_from, upper(piece) AS span_until,
                representative.id AS person_id, representative.name AS person_name,
                act.cause AS act_cause, act.who AS act_who, act.why AS act_why
              """)
          + """
          JOIN ledger_change AS act ON act.id = held.change_id
          CROSS JOIN LATERAL (
            SELECT placement.representative_id, held.valid * placement.valid AS piece
          """
          + SERVED
          + """
            UNION ALL
            SELECT CAST(NULL AS uuid), vacant
            FROM unnest(datemultirange(held.valid)
              - coalesce((SELECT range_agg(placement.valid)
          """
          + SERVED
          + """
              ), '{}')) AS vacant
          ) AS span
          LEFT JOIN representative ON representative.id = span.representative_id
          WHERE held.account_id = :account AND held.layer_id = :layer AND
          """
          + LedgerRepository.BELIEVED.formatted("held")
          + "ORDER BY lower(piece)";

  private static final String BENEATH =
      SPANS.replace("FROM ownership AS held", "FROM ownership_beneath AS held");

  private final Database database;

  OwnerTimeline(Database database) {
    this.database = database;
  }

  /** Who has it. */
  List<OwnerSpan> owners(AccountId account, LayerId layer, Instant knownAt) {
    return read(SPANS, account, layer, knownAt);
  }

  /** On the days of exceptions, who would have it without. */
  List<OwnerSpan> beneath(AccountId account, LayerId layer, Instant knownAt) {
    return read(BENEATH, account, layer, knownAt);
  }

  private List<OwnerSpan> read(String sql, AccountId account, LayerId layer, Instant knownAt) {
    return database
        .jdbc()
        .sql(sql)
        .param("account", account.value())
        .param("layer", layer.value())
        .param("knownAt", Database.at(knownAt))
        .query(OwnerTimeline::map)
        .list();
  }

  private static OwnerSpan map(ResultSet row, int number) throws SQLException {
    UUID person = Rows.findId(row, "person_id");
    return new OwnerSpan(
        LedgerRepository.mapEntry(row, number),
        Rows.day(row, "span_from"),
        Rows.findDay(row, "span_until"),
        person == null ? null : new RepresentativeId(person),
        person == null ? "" : Rows.text(row, "person_name"),
        new Change(
            Cause.valueOf(Rows.text(row, "act_cause")),
            Rows.text(row, "act_who"),
            Rows.text(row, "act_why")));
  }
}
