package bailiwick.store.database;

import bailiwick.core.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What every repository works with: SQL, transactions, COPY, the clock and fresh ids. Thread-safe.
 */
public final class Database {

  /** Edits of one thing hold others for milliseconds; who waits longer waits for a whole load. */
  private static final Duration EDIT_WAITS = Duration.ofSeconds(5);

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final SQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();
  private final Clock clock;
  private final Ids ids;

  /** Works on a pool of connections. */
  public Database(DataSource dataSource, Clock clock, RandomGenerator random) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.clock = clock;
    this.ids = new Ids(clock, random);
  }

  /** SQL statements, in the caller's transaction when there is one. */
  public JdbcClient jdbc() {
    return jdbc;
  }

  /** The pool. */
  public DataSource dataSource() {
    return dataSource;
  }

  /**
   * The clock, in the database's grain of a microsecond, so that what is read equals what was set.
   */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** A fresh id. */
  public UUID newId() {
    return ids.next();
  }

  /** Runs work in one transaction, joining the caller's when there is one. */
  public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
    return transactions.<T>execute(status -> work.get());
  }

  /**
   * Runs a person's edit in one transaction. It waits for others some seconds at most, and then
   * fails as {@link StoreProblem.Busy} tells: edits that wait for work on all accounts would
   * otherwise hold every connection, and nobody could read.
   */
  public <T extends @Nullable Object> T inEdit(Supplier<T> work) {
    return inTransaction(() -> {
      jdbc.sql("SET LOCAL lock_timeout = " + EDIT_WAITS.toMillis()).update();
      return work.get();
    });
  }

  /** Runs work in one transaction and takes everything back at the end. */
  public <T extends @Nullable Object> T inDiscardedTransaction(Supplier<T> work) {
    return transactions.<T>execute(status -> {
      status.setRollbackOnly();
      return work.get();
    });
  }

  /**
   * Sends rows by COPY, which takes a tenth of the time of inserts.
   *
   * @param target table and columns, such as {@code account_staging (id, name)}
   * @param rows writes every row
   * @return how many rows were written
   */
  public long copyIn(String target, Consumer<CopyRows> rows) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try (CopyRows writer = CopyRows.open(connection, target)) {
      rows.accept(writer);
      return writer.finish();
    } catch (SQLException e) {
      throw translated("COPY " + target, e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  /** Spring's exception for a driver's. */
  public RuntimeException translated(String task, SQLException e) {
    RuntimeException known = translator.translate(task, null, e);
    return known != null ? known : new IllegalStateException(task + ": " + e.getMessage(), e);
  }

  /** An instant as a parameter. */
  public static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * Why a change that names a version hit no row: the thing is gone, or somebody was faster.
   *
   * @param table holds the thing by {@code id}, beside its {@code version}
   */
  public ProblemException staleOrMissing(String thing, String table, UUID id, long expected) {
    Optional<Long> actual =
        jdbc.sql("SELECT version FROM " + table + " WHERE id = :id")
            .param("id", id)
            .query(Long.class)
            .optional();
    return ProblemException.of(
        actual.isPresent()
            ? new StoreProblem.StaleVersion(thing, id.toString(), expected, actual.get())
            : new StoreProblem.NotFound(thing, id.toString()));
  }

  /** Somebody was faster with a thing that has versions. */
  public static ProblemException stale(String thing, String id, long expected, long actual) {
    return ProblemException.of(new StoreProblem.StaleVersion(thing, id, expected, actual));
  }

  /** There is no such thing. */
  public static ProblemException notFound(String thing, Object id) {
    return ProblemException.of(new StoreProblem.NotFound(thing, id.toString()));
  }

  /** A unique name or id is taken. */
  public static ProblemException alreadyExists(String thing, Object id) {
    return ProblemException.of(new StoreProblem.AlreadyExists(thing, id.toString()));
  }
}
