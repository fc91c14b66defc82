package bailiwick.store.account;

import bailiwick.core.account.Account;
import bailiwick.store.account.Prospects.WithWebsite;
import bailiwick.store.database.CopyRows;
import bailiwick.store.database.Database;
import bailiwick.store.database.OwnTransaction;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A running load of many accounts: all or nothing. Rows go to a staging table by COPY as they come;
 * {@link #compare} tells what they would change, {@link #finish} merges them by external id, all in
 * one transaction. Closing before that leaves no trace. Belongs to one thread, which may use the
 * store otherwise meanwhile.
 */
public final class AccountLoad implements AutoCloseable {

  /** Loads above this size change the tables enough to make the planner's statistics stale. */
  private static final int ANALYZE_FROM = 1_000;

  private final Database database;
  private final String source;
  private final OwnTransaction transaction;
  private final JdbcClient jdbc;
  private final CopyRows rows;
  private final StagedAccounts staged;
  private long count;
  private boolean ended;

  private AccountLoad(Database database, String source, OwnTransaction transaction) {
    this.database = database;
    this.source = source;
    this.transaction = transaction;
    this.jdbc = transaction.jdbc();
    this.staged = new StagedAccounts(jdbc, source);
    jdbc.sql(
            "CREATE TEMP TABLE account_staging ON COMMIT DROP AS SELECT 0::bigint AS row, id,"
                + " external_id, "
                + AccountRows.CONTENT
                + ", false AS promoted FROM account WITH NO DATA")
        .update();
    jdbc.sql("ALTER TABLE account_staging ALTER COLUMN promoted SET DEFAULT false").update();
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

  /** Says that the file has an account whose row cannot be used: it has not disappeared. */
  public void addSeen(String externalId) {
    rows.number(++count).id(null).text(externalId);
    AccountRows.writeNothing(rows).end();
  }

  /**
   * Tells what the load changes, before it does; no row can be added any more.
   *
   * @param sampleSize how many rows of each kind to show
   */
  public LoadChanges compare(Extent extent, int sampleSize) {
    stage();
    return staged.changes(extent, sampleSize);
  }

  /** Hands on every row that the load changes, streamed; no row can be added any more. */
  public void forEachChange(Extent extent, Consumer<RowChange> consumer) {
    stage();
    staged.forEachChange(extent, consumer);
  }

  /**
   * Tells which prospects and customers with a web address there would be after the load, as {@link
   * Prospects} tells them afterwards. Merges all rows without making them visible, so that only
   * closing may follow.
   */
  public void foresee(Consumer<WithWebsite> prospects, Consumer<WithWebsite> customers) {
    merge();
    Prospects.forEachWithWebsite(jdbc, prospects);
    Prospects.forEachCustomerWithWebsite(jdbc, customers);
  }

  /** Merges all rows, as a part of their source, and makes them visible. */
  public LoadReport finish() {
    LoadReport report = merge();
    transaction.commit();
    return report;
  }

  /**
   * Merges all rows as the whole of their source and makes them visible. Accounts that the source
   * has no longer are kept, and marked as missing.
   */
  public LoadReport finish(WholeFile file) {
    LoadReport merged = merge();
    long disappeared = staged.markDisappeared(database.now());
    remember(file);
    transaction.commit();
    return new LoadReport(merged.inserted(), merged.updated(), merged.unchanged(), disappeared);
  }

  /**
   * Ends the rows; two loads of one source take turns, or both would insert the same account. What
   * becomes a customer by the load is told as its source's own, and changed.
   */
  private void stage() {
    if (ended) {
      return;
    }
    ended = true;
    transaction.finishCopy();
    dropDoubles();
    jdbc.sql("ANALYZE account_staging").update();
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:source, 0))")
        .param("source", source)
        .query(row -> {});
    Prospects.promote(jdbc, source);
  }

  private LoadReport merge() {
    stage();
    long usable =
        jdbc.sql("SELECT count(*) FROM account_staging AS staged WHERE " + StagedAccounts.USABLE)
            .query(Long.class)
            .single();
    long updated = updateKnown();
    long inserted = insertNew();
    Prospects.mark(jdbc, source);
    staged.markSeen();
    if (inserted + updated >= ANALYZE_FROM) {
      jdbc.sql("ANALYZE account").update();
    }
    return new LoadReport(inserted, updated, usable - inserted - updated, 0);
  }

  /** A row that can be used goes before one that cannot, and a later one before an earlier. */
  private void dropDoubles() {
    jdbc.sql(
            """
            DELETE FROM account_staging AS less USING account_staging AS more
            WHERE less.external_id = more.external_id
              AND (less.name IS NOT NULL, less.row) < (more.name IS NOT NULL, more.row)
            """)
        .update();
  }

  private int updateKnown() {
    return jdbc.sql(
            "UPDATE account SET (%1$s, changed_at, version) = (%2$s, :now, version + 1)"
                    .formatted(AccountRows.CONTENT, StagedAccounts.contentOf("staged"))
                + " FROM account_staging AS staged WHERE "
                + StagedAccounts.USABLE
                + " AND "
                + StagedAccounts.SAME
                + " AND "
                + StagedAccounts.CHANGES)
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
                + " FROM account_staging AS staged WHERE "
                + StagedAccounts.USABLE
                + " AND NOT EXISTS (SELECT FROM account WHERE "
                + StagedAccounts.SAME
                + ") ORDER BY row")
        .param("now", Database.at(database.now()))
        .param("source", source)
        .update();
  }

  private void remember(WholeFile file) {
    jdbc.sql(
            """
            INSERT INTO account_file (source, file, loaded_at, loaded_by)
            VALUES (:source, :file, :now, :who)
            ON CONFLICT (source) DO UPDATE SET (file, loaded_at, loaded_by)
              = (excluded.file, excluded.loaded_at, excluded.loaded_by)
            """)
        .param("source", source)
        .param("file", file.name())
        .param("now", Database.at(database.now()))
        .param("who", file.loadedBy())
        .update();
  }

  @Override
  public void close() {
    transaction.close();
  }
}
