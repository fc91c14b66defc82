package bailiwick.intake.report;

import bailiwick.intake.table.TableFormat;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a table, as a person would see it. Immutable.
 *
 * @param sheet name of the sheet that is read; null in a text file
 * @param sheets names of the sheets that could be read instead, that one included
 * @param columns the header's names and the first values below each
 */
public record Preview(@Nullable String sheet, List<String> sheets, List<Column> columns) {

  /** Nothing could be read. */
  public static final Preview NONE = new Preview(null, List.of(), List.of());

  private static final int ROWS = 3;
  private static final int SAMPLE_CHARS = 80;

  /**
   * A column.
   *
   * @param name from the header
   * @param samples the first values that are not blank, cut after 80 characters
   */
  public record Column(String name, List<String> samples) {
    public Column {
      samples = List.copyOf(samples);
    }
  }

  public Preview {
    sheets = List.copyOf(sheets);
    columns = List.copyOf(columns);
  }

  /** Looks at a table by its first rows. */
  static Preview of(TableReader table, List<TableRow> beginning) {
    List<TableRow> rows = beginning.subList(0, Math.min(ROWS, beginning.size()));
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < table.header().size(); c++) {
      columns.add(new Column(table.header().get(c), samples(rows, c)));
    }
    return table.format() instanceof TableFormat.Sheet(String name, List<String> sheets)
        ? new Preview(name, sheets, columns)
        : new Preview(null, List.of(), columns);
  }

  private static List<String> samples(List<TableRow> rows, int column) {
    return rows.stream()
        .map(row -> row.cell(column))
        .filter(text -> !text.isEmpty())
        .map(text -> text.length() <= SAMPLE_CHARS ? text : text.substring(0, SAMPLE_CHARS))
        .toList();
  }
}
