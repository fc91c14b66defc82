package bailiwick.store.measure;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.database.CopyRows;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps deals, revenue, contacts and quotas, the raw matter of the KPIs. A delivery replaces the
 * one before of its kind and source. Thread-safe.
 */
public final class MeasureRepository {

  private final Database database;

  /** Keeps them in a database. */
  public MeasureRepository(Database database) {
    this.database = database;
  }

  /** Starts to replace the deals of a source. */
  public MeasureLoad<Deal> startDeals(String source) {
    return MeasureLoad.start(
        database,
        DeliveryKind.OPPORTUNITIES,
        source,
        "deal",
        "external_id, account_id, representative_id, product_key, stage, state, amount_cents,"
            + " opened_on, expected_on, closed_on",
        (rows, deal) ->
            person(rows.text(deal.externalId()).id(deal.account().value()), deal.representative())
                .text(deal.product())
                .text(deal.stage())
                .plain(deal.state())
                .number(deal.amountCents())
                .day(deal.openedOn())
                .day(deal.expectedOn())
                .day(deal.closedOn()));
  }

  /** Starts to replace the revenue of a source. */
  public MeasureLoad<Revenue> startRevenue(String source) {
    return MeasureLoad.start(
        database,
        DeliveryKind.REVENUE,
        source,
        "revenue",
        "account_id, from_day, until_day, amount_cents",
        (rows, revenue) ->
            rows.id(revenue.account().value())
                .day(revenue.from())
                .day(revenue.until())
                .number(revenue.amountCents()));
  }

  /** Starts to replace the contacts of a source. */
  public MeasureLoad<Contact> startContacts(String source) {
    return MeasureLoad.start(
        database,
        DeliveryKind.ACTIVITIES,
        source,
        "contact",
        "account_id, representative_id, kind, on_day, number",
        (rows, contact) ->
            person(rows.id(contact.account().value()), contact.representative())
                .text(contact.kind())
                .day(contact.on())
                .number(contact.number()));
  }

  /** Starts to replace the quotas of a source. */
  public MeasureLoad<Quota> startQuotas(String source) {
    return MeasureLoad.start(
        database,
        DeliveryKind.QUOTAS,
        source,
        "quota",
        "territory_code, representative_id, measure, from_day, until_day, amount_cents",
        (rows, quota) -> {
          TerritoryCode territory = quota.territory();
          person(rows.text(territory == null ? null : territory.value()), quota.representative())
              .text(quota.measure())
              .day(quota.from())
              .day(quota.until())
              .number(quota.amountCents());
        });
  }

  private static CopyRows person(CopyRows rows, @Nullable RepresentativeId person) {
    return rows.id(person == null ? null : person.value());
  }

  /** The last delivery of each kind and source, newest first. */
  public List<Delivery> deliveries() {
    return Deliveries.list(database.jdbc());
  }

  /** The quotas of a measure that touch the days from one until another. */
  public List<Quota> quotas(String measure, LocalDate from, LocalDate until) {
    return database
        .jdbc()
        .sql(
            """
            SELECT * FROM quota
            WHERE measure = :measure AND from_day < :until AND until_day > :from
            ORDER BY from_day, territory_code, representative_id
            """)
        .param("measure", measure)
        .param("from", from)
        .param("until", until)
        .query(MeasureRepository::mapQuota)
        .list();
  }

  private static Quota mapQuota(ResultSet row, int number) throws SQLException {
    String territory = row.getString("territory_code");
    UUID person = Rows.findId(row, "representative_id");
    return new Quota(
        territory == null ? null : new TerritoryCode(territory),
        person == null ? null : new RepresentativeId(person),
        Rows.text(row, "measure"),
        Rows.day(row, "from_day"),
        Rows.day(row, "until_day"),
        row.getLong("amount_cents"));
  }

  /**
   * Figures of every account that any file names; those of a merged account count with its
   * survivor's.
   */
  public Map<AccountId, AccountFigures> figures(FigureDays days) {
    Map<AccountId, AccountFigures> figures = new HashMap<>();
    database
        .jdbc()
        .sql(
            """
            WITH booked AS (
              SELECT coalesce(merged_into, account_id) AS account_id,
                round(sum(amount_cents::numeric
                  * (least(until_day, :asOf) - greatest(from_day, :revenueFrom))
                  / (until_day - from_day))) AS cents
              FROM revenue JOIN account ON account.id = account_id
              WHERE from_day < :asOf AND until_day > :revenueFrom
              GROUP BY 1
            ), deals AS (
              SELECT coalesce(merged_into, account_id) AS account_id,
                -- A deal counts as open at the end of the days if it was open then, whatever
                -- became of it later.
                sum(amount_cents) FILTER (WHERE open_then) AS open_cents,
                count(*) FILTER (WHERE closed_then AND state = 'WON') AS won,
                count(*) FILTER (WHERE closed_then AND state = 'LOST') AS lost
              FROM deal JOIN account ON account.id = account_id CROSS JOIN LATERAL (
                SELECT coalesce(opened_on < :asOf, true)
                    AND (state = 'OPEN' OR coalesce(closed_on >= :asOf, false)) AS open_then,
                  coalesce(closed_on >= :closedFrom AND closed_on < :asOf, false) AS closed_then
              ) AS at_end
              GROUP BY 1
            ), contacts AS (
              SELECT coalesce(merged_into, account_id) AS account_id, sum(number) AS contacts
              FROM contact JOIN account ON account.id = account_id
              WHERE on_day >= :contactsFrom AND on_day < :asOf
              GROUP BY 1
            )
            SELECT account_id, coalesce(cents, 0) AS cents, coalesce(open_cents, 0) AS open_cents,
              coalesce(won, 0) AS won, coalesce(lost, 0) AS lost, coalesce(contacts, 0) AS contacts
            FROM booked FULL JOIN deals USING (account_id) FULL JOIN contacts USING (account_id)
            """)
        .param("revenueFrom", days.revenueFrom())
        .param("closedFrom", days.closedFrom())
        .param("contactsFrom", days.contactsFrom())
        .param("asOf", days.asOf())
        .query(row -> {
          figures.put(
              new AccountId(Rows.id(row, "account_id")),
              new AccountFigures(
                  row.getLong("cents"),
                  row.getLong("open_cents"),
                  row.getLong("won"),
                  row.getLong("lost"),
                  row.getLong("contacts")));
        });
    return figures;
  }

  /** Who was in touch with an account, or one merged into it, and how often; the latest first. */
  public List<ContactSum> contactsWith(AccountId account) {
    return database
        .jdbc()
        .sql(
            """
            SELECT representative_id, kind, sum(number) AS number, max(on_day) AS last
            FROM contact WHERE account_id IN (
              SELECT id FROM account WHERE id = :account OR merged_into = :account)
            GROUP BY representative_id, kind HAVING sum(number) > 0
            ORDER BY last DESC, kind, representative_id
            """)
        .param("account", account.value())
        .query((row, number) -> {
          UUID person = Rows.findId(row, "representative_id");
          return new ContactSum(
              person == null ? null : new RepresentativeId(person),
              Rows.text(row, "kind"),
              row.getLong("number"),
              Rows.day(row, "last"));
        })
        .list();
  }

  /**
   * The day of each account's last contact, with those of accounts merged into it; accounts that
   * have none are left out.
   */
  public Map<AccountId, LocalDate> lastContacts() {
    Map<AccountId, LocalDate> last = new HashMap<>();
    database
        .jdbc()
        .sql(
            """
            SELECT coalesce(merged_into, account_id) AS stands, max(on_day) AS last
            FROM contact JOIN account ON account.id = account_id GROUP BY stands
            """)
        .query(row -> {
          last.put(new AccountId(Rows.id(row, "stands")), Rows.day(row, "last"));
        });
    return last;
  }
}
