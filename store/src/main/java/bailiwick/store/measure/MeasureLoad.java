package bailiwick.store.measure;

import bailiwick.store.database.CopyRows;
import bailiwick.store.database.Database;
import bailiwick.store.database.OwnTransaction;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A running load that replaces what a source delivered of a kind before: all or nothing. Closing it
 * before {@link #finish} leaves everything as it was. Belongs to one thread, which may use the
 * store otherwise meanwhile.
 *
 * @param <T> what a row holds
 */
public final class MeasureLoad<T> implements AutoCloseable {

  private final Database database;
  private final DeliveryKind kind;
  private final String source;
  private final OwnTransaction transaction;
  private final CopyRows rows;
  private final BiConsumer<CopyRows, T> writer;
  private final Optional<Delivery> replaced;

  private MeasureLoad(
      Database database,
      DeliveryKind kind,
      String source,
      String table,
      String columns,
      BiConsumer<CopyRows, T> writer,
      OwnTransaction transaction) {
    this.database = database;
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
    transaction
        .jdbc()
        .sql("DELETE FROM " + table + " WHERE source = :source")
        .param("source", source)
        .update();
    this.rows = transaction.copyIn(table + " (source, " + columns + ")");
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
    OwnTransaction transaction = OwnTransaction.begin(database);
    try {
      return new MeasureLoad<>(database, kind, source, table, columns, writer, transaction);
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

  @Override
  public void close() {
    transaction.close();
  }
}
