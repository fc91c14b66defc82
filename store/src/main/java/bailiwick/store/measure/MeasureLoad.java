package bailiwick.store.measure;

import bailiwick.store.database.CopyRows;
import bailiwick.store.database.Database;
import bailiwick.store.database.OwnTransaction;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A running load that replaces what a source delivered of a kind before: all or nothing. Closing it
 * before {@link #finish} leaves everything as it was. Belongs to one thread, which may use the
 * store otherwise meanwhile.
 *
 * @param <T> what a row holds
 */
public final class MeasureLoad<T> implements AutoCloseable {

  private static final String STAGING = "measure_staging";

  private final Database database;
  private final DeliveryKind kind;
  private final String source;
  private final OwnTransaction transaction;
  private final String table;
  private final String columns;
  private final @Nullable String part; // column of which the file replaces what it has itself
  private final CopyRows rows;
  private final BiConsumer<CopyRows, T> writer;
  private final Optional<Delivery> replaced;

  private MeasureLoad(
      Database database,
      DeliveryKind kind,
      String source,
      String table,
      String columns,
      @Nullable String part,
      BiConsumer<CopyRows, T> writer,
      OwnTransaction transaction) {
    this.database = database;
    this.table = table;
    this.columns = columns;
    this.part = part;
    this.kind = kind;
    this.source = source;
    this.writer = writer;
    this.transaction = transaction;
    // Two loads of one source take turns, or both would stay.
    transaction
        .jdbc()
        .sql("SELECT pg_advisory_xact_lock(hashtextextended(:turn, 0))")
        .param("turn", kind + " " + source)
        .query(row -> {});
    this.replaced = Deliveries.find(transaction.jdbc(), kind, source);
    if (part == null) {
      delete("");
    } else {
      transaction
          .jdbc()
          .sql("CREATE TEMP TABLE %s (LIKE %s) ON COMMIT DROP".formatted(STAGING, table))
          .update();
    }
    this.rows = transaction.copyIn((part == null ? table : STAGING) + " (source, " + columns + ")");
  }

  private void delete(String condition) {
    transaction
        .jdbc()
        .sql("DELETE FROM " + table + " WHERE source = :source" + condition)
        .param("source", source)
        .update();
  }

  /**
   * Starts to replace.
   *
   * @param table has a column {@code source} beside the columns
   * @param writer writes a row in the order of the columns
   */
  public static <T> MeasureLoad<T> start(
      Database database,
      DeliveryKind kind,
      String source,
      String table,
      String columns,
      BiConsumer<CopyRows, T> writer) {
    return start(database, kind, source, table, columns, null, writer);
  }

  /**
   * Starts to replace the parts that the rows have; what else the source delivered stays.
   *
   * @param part one of the columns: rows of the same value are a part
   */
  public static <T> MeasureLoad<T> startParts(
      Database database,
      DeliveryKind kind,
      String source,
      String table,
      String columns,
      String part,
      BiConsumer<CopyRows, T> writer) {
    return start(database, kind, source, table, columns, part, writer);
  }

  private static <T> MeasureLoad<T> start(
      Database database,
      DeliveryKind kind,
      String source,
      String table,
      String columns,
      @Nullable String part,
      BiConsumer<CopyRows, T> writer) {
    OwnTransaction transaction = OwnTransaction.begin(database);
    try {
      return new MeasureLoad<>(database, kind, source, table, columns, part, writer, transaction);
    } catch (RuntimeException failure) {
      transaction.close();
      throw failure;
    }
  }

  /** What is replaced, empty when nothing was delivered before. */
  public Optional<Delivery> replaced() {
    return replaced;
  }

  /** Adds a row. */
  public void add(T row) {
    rows.text(source);
    writer.accept(rows, row);
    rows.end();
  }

  /**
   * Makes the rows visible in the place of the old ones.
   *
   * @param file where they came from, as people call it
   * @param asOf first day that they do not cover any more
   * @return how many rows there are
   */
  public long finish(String file, LocalDate asOf, String who) {
    long count = transaction.finishCopy();
    if (part != null) {
      replaceParts(part);
    }
    transaction
        .jdbc()
        .sql(
            """
            INSERT INTO delivery (kind, source, file, as_of, rows, loaded_at, loaded_by)
            VALUES (:kind, :source, :file, :asOf, :rows, :at, :who)
            ON CONFLICT (kind, source) DO UPDATE
            SET (file, as_of, rows, loaded_at, loaded_by)
              = (excluded.file, excluded.as_of, excluded.rows, excluded.loaded_at,
                 excluded.loaded_by)
            """)
        .param("kind", kind.name())
        .param("source", source)
        .param("file", file)
        .param("asOf", asOf)
        .param("rows", count)
        .param("at", Database.at(database.now()))
        .param("who", who)
        .update();
    transaction.commit();
    return count;
  }

  private void replaceParts(String column) {
    delete(" AND %1$s IN (SELECT %1$s FROM %2$s)".formatted(column, STAGING));
    transaction
        .jdbc()
        .sql(
            "INSERT INTO %1$s (source, %2$s) SELECT source, %2$s FROM %3$s"
                .formatted(table, columns, STAGING))
        .update();
  }

  @Override
  public void close() {
    transaction.close();
  }
}
