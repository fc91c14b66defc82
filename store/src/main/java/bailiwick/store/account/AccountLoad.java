package bailiwick.store.account;

import bailiwick.core.account.Account;
import bailiwick.store.database.CopyRows;
import bailiwick.store.database.Database;
import bailiwick.store.database.OwnTransaction;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A running load of many accounts: all or nothing. Rows go to a staging table by COPY as they come;
 * {@link #finish} merges them by external id in one transaction. Closing before that leaves no
 * trace. Belongs to one thread, which may use the store otherwise meanwhile.
 */
public final class AccountLoad implements AutoCloseable {

  /** Loads above this size change the tables enough to make the planner's statistics stale. */
  private static final int ANALYZE_FROM = 1_000;

  private final Database database;
  private final String source;
  private final OwnTransaction transaction;
  private final JdbcClient jdbc;
  private final CopyRows rows;
  private long count;

  private AccountLoad(Database database, String source, OwnTransaction transaction) {
    this.database = database;
    this.source = source;
    this.transaction = transaction;
    this.jdbc = transaction.jdbc();
    jdbc.sql(
            "CREATE TEMP TABLE account_staging ON COMMIT DROP AS SELECT 0::bigint AS row, id,"
                + " external_id, "
                + AccountRows.CONTENT
                + " FROM account WITH NO DATA")
        .update();
    this.rows =
        transaction.copyIn("account_staging (row, id, external_id, " + AccountRows.CONTENT + ")");
  }

  static AccountLoad start(Database database, String source) {
    OwnTransaction transaction = OwnTransaction.begin(database);
    try {
      return new AccountLoad(database, source, transaction);
    } catch (RuntimeException failure) {
      transaction.close();
      throw failure;
    }
  }

  /**
   * Adds an account. Of two with the same external id the later wins. Its id is not kept: the store
   * gives new accounts an id of its own and known ones keep theirs.
   */
  public void add(Account account, AccountUnits units) {
    rows.number(++count).id(database.newId()).text(account.externalId());
    AccountRows.write(rows, account, units).end();
  }

  /** Merges all rows and makes them visible. */
  public LoadReport finish() {
    transaction.finishCopy();
    LoadReport report = merge();
    transaction.commit();
    return report;
  }

  private LoadReport merge() {
    jdbc.sql("ANALYZE account_staging").update();
    count -= dropDoubles();
    // Two loads of one source take turns, or both would insert the same account.
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:source, 0))")
        .param("source", source)
        .query(row -> {});
    Prospects.promote(jdbc, source);
    long updated = updateKnown();
    long inserted = insertNew();
    Prospects.mark(jdbc, source);
    if (inserted + updated >= ANALYZE_FROM) {
      jdbc.sql("ANALYZE account").update();
    }
    return new LoadReport(inserted, updated, count - inserted - updated);
  }

  private int dropDoubles() {
    return jdbc.sql(
            """
            DELETE FROM account_staging AS early USING account_staging AS late
            WHERE early.external_id = late.external_id AND early.row < late.row
            """)
        .update();
  }

  private int updateKnown() {
    return jdbc.sql(
            "UPDATE account SET (%1$s, changed_at, version) = (%2$s, :now, version + 1)"
                    .formatted(AccountRows.CONTENT, of("staged"))
                + " FROM account_staging AS staged"
                + " WHERE source = :source AND account.external_id = staged.external_id"
                + " AND (%s) IS DISTINCT FROM (%s)".formatted(of("account"), of("staged")))
        .param("now", Database.at(database.now()))
        .param("source", source)
        .update();
  }

  private int insertNew() {
    return jdbc.sql(
            "INSERT INTO account (id, source, external_id, created_at, changed_at, %1$s) SELECT id,"
                    .formatted(AccountRows.CONTENT)
                + " :source, external_id, :now, :now, "
                + AccountRows.CONTENT
                + " FROM account_staging AS staged WHERE NOT EXISTS (SELECT FROM account WHERE"
                + " source = :source AND account.external_id = staged.external_id) ORDER BY row")
        .param("now", Database.at(database.now()))
        .param("source", source)
        .update();
  }

  private static String of(String table) {
    return Arrays.stream(AccountRows.CONTENT.split(", "))
        .map(column -> table + "." + column)
        .collect(Collectors.joining(", "));
  }

  @Override
  public void close() {
    transaction.close();
  }
}
