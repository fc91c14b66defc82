package bailiwick.store.measure;

import bailiwick.core.account.AccountId;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.database.CopyRows;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Keeps deals, revenue and contacts, the raw matter of the KPIs. Thread-safe. */
public final class MeasureRepository {

  private final Database database;

  /** Keeps them in a database. */
  public MeasureRepository(Database database) {
    this.database = database;
  }

  /** Replaces all deals of a source, all or nothing. Returns how many there are now. */
  public long replaceDeals(String source, Iterable<Deal> deals) {
    String columns =
        "deal (source, external_id, account_id, name, stage, state, amount_cents, opened_on,"
            + " closed_on)";
    return replace(
        "deal",
        source,
        columns,
        rows -> {
          for (Deal deal : deals) {
            rows.text(source)
                .text(deal.externalId())
                .id(deal.account().value())
                .text(deal.name())
                .text(deal.stage())
                .plain(deal.state())
                .number(deal.amountCents())
                .day(deal.openedOn())
                .day(deal.closedOn())
                .end();
          }
        });
  }

  /** Replaces all revenue of a source, all or nothing. Returns how many rows there are now. */
  public long replaceRevenue(String source, Iterable<Revenue> revenue) {
    return replace(
        "revenue",
        source,
        "revenue (source, account_id, on_day, amount_cents)",
        rows -> {
          for (Revenue entry : revenue) {
            rows.text(source)
                .id(entry.account().value())
                .day(entry.on())
                .number(entry.amountCents())
                .end();
          }
        });
  }

  /** Replaces all contacts of a source, all or nothing. Returns how many there are now. */
  public long replaceContacts(String source, Iterable<Contact> contacts) {
    return replace(
        "contact",
        source,
        "contact (source, account_id, representative_id, kind, on_day, minutes)",
        rows -> {
          for (Contact contact : contacts) {
            RepresentativeId representative = contact.representative();
            rows.text(source)
                .id(contact.account().value())
                .id(representative == null ? null : representative.value())
                .text(contact.kind())
                .day(contact.on())
                .number(contact.minutes())
                .end();
          }
        });
  }

  private long replace(String table, String source, String target, Consumer<CopyRows> rows) {
    return database.inTransaction(() -> {
      database
          .jdbc()
          .sql("DELETE FROM " + table + " WHERE source = :source")
          .param("source", source)
          .update();
      return database.copyIn(target, rows);
    });
  }

  /** The deals of an account, newest first. */
  public List<Deal> dealsOf(AccountId account) {
    return database
        .jdbc()
        .sql(
            """
            SELECT external_id, account_id, name, stage, state, amount_cents, opened_on, closed_on
            FROM deal
            WHERE account_id = :account
            ORDER BY opened_on DESC, external_id
            """)
        .param("account", account.value())
        .query(MeasureRepository::mapDeal)
        .list();
  }

  private static Deal mapDeal(ResultSet row, int number) throws SQLException {
    return new Deal(
        Rows.text(row, "external_id"),
        new AccountId(Rows.id(row, "account_id")),
        Rows.text(row, "name"),
        Rows.text(row, "stage"),
        DealState.valueOf(Rows.text(row, "state")),
        row.getLong("amount_cents"),
        Rows.day(row, "opened_on"),
        Rows.findDay(row, "closed_on"));
  }

  /**
   * Figures of every account that has any, by account id.
   *
   * @param from first day of the period
   * @param until first day after it
   */
  public List<AccountFigures> figures(LocalDate from, LocalDate until) {
    return database
        .jdbc()
        .sql(
            """
            WITH booked AS (
              SELECT account_id, sum(amount_cents) AS cents
              FROM revenue WHERE on_day >= :from AND on_day < :until
              GROUP BY account_id
            ), deals AS (
              SELECT account_id,
                -- A deal counts as open at the end of the period if it was open then, whatever
                -- became of it later.
                sum(amount_cents) FILTER (WHERE open_then) AS open_cents,
                count(*) FILTER (WHERE open_then) AS open_deals,
                sum(amount_cents) FILTER (WHERE closed_then AND state = 'WON') AS won_cents,
                count(*) FILTER (WHERE closed_then AND state = 'WON') AS won_deals,
                count(*) FILTER (WHERE closed_then AND state = 'LOST') AS lost_deals
              FROM deal CROSS JOIN LATERAL (
                SELECT opened_on < :until AND coalesce(closed_on >= :until, true) AS open_then,
                  coalesce(closed_on >= :from AND closed_on < :until, false) AS closed_then
              ) AS at_end
              GROUP BY account_id
            ), contacts AS (
              SELECT account_id, count(*) FILTER (WHERE on_day >= :from) AS number,
                max(on_day) AS last
              FROM contact WHERE on_day < :until
              GROUP BY account_id
            )
            SELECT account_id, coalesce(cents, 0) AS revenue_cents,
              coalesce(open_cents, 0) AS open_cents, coalesce(open_deals, 0) AS open_deals,
              coalesce(won_cents, 0) AS won_cents, coalesce(won_deals, 0) AS won_deals,
              coalesce(lost_deals, 0) AS lost_deals, coalesce(number, 0) AS contacts,
              last AS last_contact
            FROM booked FULL JOIN deals USING (account_id) FULL JOIN contacts USING (account_id)
            ORDER BY account_id
            """)
        .param("from", from)
        .param("until", until)
        .query(MeasureRepository::mapFigures)
        .list();
  }

  private static AccountFigures mapFigures(ResultSet row, int number) throws SQLException {
    return new AccountFigures(
        new AccountId(Rows.id(row, "account_id")),
        row.getLong("revenue_cents"),
        row.getLong("open_cents"),
        row.getLong("open_deals"),
        row.getLong("won_cents"),
        row.getLong("won_deals"),
        row.getLong("lost_deals"),
        row.getLong("contacts"),
        Rows.findDay(row, "last_contact"));
  }
}
