package bailiwick.server.intake;

import bailiwick.core.problem.Problem;
import bailiwick.intake.record.RecordImport;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.table.TableSource;
import bailiwick.server.intake.FileLoader.Loaded;
import bailiwick.store.measure.MeasureLoad;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A file that takes the place of the one before.
 *
 * @param asOf first day that it does not cover any more
 * @param who brings it
 */
record Delivered(TableSource source, ImportFlags flags, LocalDate asOf, String who) {

  /**
   * Replaces what was delivered before.
   *
   * @param notes what is worth knowing once all rows are read
   */
  static <T, R> Loaded replace(
      RecordImport<T> reader,
      MeasureLoad<R> load,
      Function<T, R> row,
      Supplier<List<Problem>> notes,
      Delivered file) {
    return replaceEach(reader, load, (read, taker) -> taker.accept(row.apply(read)), notes, file);
  }

  /** Replaces what was delivered before, where a row may turn into several records. */
  static <T, R> Loaded replaceEach(
      RecordImport<T> reader,
      MeasureLoad<R> load,
      BiConsumer<T, Consumer<R>> row,
      Supplier<List<Problem>> notes,
      Delivered file) {
    try (load) {
      ImportReport report =
          reader.read(file.source, file.flags.mapping(), read -> row.accept(read, load::add));
      boolean keeps = FileLoader.keeps(report, file.flags);
      var changes = new FileChanges.Replacement(load.replaced());
      if (keeps) {
        load.finish(file.source.name(), file.asOf, file.who);
      }
      return new Loaded(report, keeps, changes, notes.get());
    }
  }
}
