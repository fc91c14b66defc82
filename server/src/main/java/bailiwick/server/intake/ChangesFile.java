package bailiwick.server.intake;

import bailiwick.intake.export.CsvTable;
import bailiwick.store.account.FieldChange;
import bailiwick.store.account.RowChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;

/**
 * Writes down what a load changes, as CSV: a line for each value of a changed row, for each new
 * row, and for each that is no longer in the file. What a spreadsheet would run is neutralised.
 */
final class ChangesFile implements AutoCloseable {

  private static final List<String> HEADER =
      List.of("change", "id", "name", "field", "before", "after", "lastSeen");

  private final CsvTable table;

  private ChangesFile(CsvTable table) {
    this.table = table;
  }

  /** Begins a file with its header; closing closes the writer. */
  static ChangesFile open(Writer out) throws IOException {
    return new ChangesFile(CsvTable.open(out, HEADER));
  }

  void add(RowChange change) {
    try {
      switch (change) {
        case RowChange.Inserted(var id, var name) -> table.row("new", id, name, "", "", "", "");
        case RowChange.Changed(var id, var name, var fields) -> {
          for (FieldChange field : fields) {
            table.row("changed", id, name, field.field(), field.before(), field.after(), "");
          }
        }
        case RowChange.Disappeared(var id, var name, var lastSeen) ->
            table.row("missing", id, name, "", "", "", Objects.toString(lastSeen, ""));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
