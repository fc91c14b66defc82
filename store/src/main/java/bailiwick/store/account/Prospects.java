package bailiwick.store.account;

import bailiwick.core.account.AccountId;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What tells prospects from customers: they are a source of their own, and marked, until a source
 * of customers has one under the same id. Thread-safe.
 */
public final class Prospects {

  /** The source of accounts that are no customers yet. */
  public static final String SOURCE = "prospects";

  private static final int FETCH_SIZE = 10_000;

  private final Database database;

  /** Tells the prospects of a database. */
  public Prospects(Database database) {
    this.database = database;
  }

  /** Hands on external id and web address of every customer, merged ones too, in no order. */
  public void forEachCustomer(BiConsumer<String, String> taker) {
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql("SELECT external_id, website FROM account WHERE NOT prospect")
          .withFetchSize(FETCH_SIZE)
          .query(row -> {
            taker.accept(Rows.text(row, "external_id"), Rows.text(row, "website"));
          });
      return null;
    });
  }

  /** A prospect, or a customer, with a web address. */
  public record WithWebsite(AccountId id, String website) {}

  /** The prospects with a web address, those that nobody merged, in order of their ids. */
  public List<WithWebsite> withWebsite() {
    List<WithWebsite> found = new ArrayList<>();
    database.inTransaction(() -> {
      forEachWithWebsite(database.jdbc(), found::add);
      return null;
    });
    return found;
  }

  /**
   * Hands on every customer with a web address, those that nobody merged; the largest potential
   * first, then in order of ids.
   */
  public void forEachCustomerWithWebsite(Consumer<WithWebsite> taker) {
    database.inTransaction(() -> {
      forEachCustomerWithWebsite(database.jdbc(), taker);
      return null;
    });
  }

  static void forEachWithWebsite(JdbcClient jdbc, Consumer<WithWebsite> taker) {
    forEachWithWebsite(jdbc, "prospect ORDER BY id", taker);
  }

  static void forEachCustomerWithWebsite(JdbcClient jdbc, Consumer<WithWebsite> taker) {
    forEachWithWebsite(jdbc, "NOT prospect ORDER BY potential_cents DESC, id", taker);
  }

  private static void forEachWithWebsite(
      JdbcClient jdbc, String which, Consumer<WithWebsite> taker) {
    jdbc.sql(
            "SELECT id, website FROM account WHERE website <> '' AND merged_into IS NULL AND "
                + which)
        .withFetchSize(FETCH_SIZE)
        .query(row -> {
          taker.accept(
              new WithWebsite(new AccountId(Rows.id(row, "id")), Rows.text(row, "website")));
        });
  }

  /** How many customers and prospects each area has, and what is sold there; in order of areas. */
  public List<AreaBusiness> businessByArea() {
    return database
        .jdbc()
        .sql(
            """
            SELECT area, count(*) FILTER (WHERE NOT prospect) AS customers,
              count(*) FILTER (WHERE prospect) AS prospects,
              coalesce(sum(employees) FILTER (WHERE NOT prospect), 0) AS employees,
              coalesce(sum(sales_cents) FILTER (WHERE NOT prospect), 0) AS sales_cents
            FROM account WHERE merged_into IS NULL GROUP BY area ORDER BY area
            """)
        .query((row, number) ->
            new AreaBusiness(
                Rows.text(row, "area"),
                row.getLong("customers"),
                row.getLong("prospects"),
                row.getLong("employees"),
                row.getLong("sales_cents")))
        .list();
  }

  /**
   * Before a load is compared or merged: prospects that it has by their id become accounts of its
   * source, and their staged rows are marked. Lists and systems count for themselves, so that the
   * name or the web address must be the same, too.
   */
  static void promote(JdbcClient jdbc, String source) {
    if (source.equals(SOURCE)) {
      return;
    }
    jdbc.sql(
            """
            WITH promoted AS (
              UPDATE account SET source = :source, prospect = false
              FROM account_staging AS staged
              WHERE prospect AND account.external_id = staged.external_id
                AND staged.name IS NOT NULL
                AND (lower(btrim(account.name)) = lower(btrim(staged.name))
                  OR (account.website <> '' AND lower(account.website) = lower(staged.website)))
                AND NOT EXISTS (
                  SELECT FROM account AS known
                  WHERE known.source = :source AND known.external_id = staged.external_id)
              RETURNING account.external_id)
            UPDATE account_staging AS staged SET promoted = true FROM promoted
            WHERE staged.external_id = promoted.external_id
            """)
        .param("source", source)
        .update();
  }

  /** After a load is merged: accounts of a list of prospects are marked. */
  static void mark(JdbcClient jdbc, String source) {
    if (source.equals(SOURCE)) {
      jdbc.sql("UPDATE account SET prospect = true WHERE source = :source AND NOT prospect")
          .param("source", source)
          .update();
    }
  }
}
