package bailiwick.intake.instance;

import bailiwick.core.unit.UnitId;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The rows of {@code edges.csv} as columns. Immutable; hands out copies of its arrays. */
final class EdgeTable {

  /** No edges. */
  static final EdgeTable NONE = new EdgeTable(new int[0], new int[0], new double[0]);

  private final int[] from; // [edge] -> unit
  private final int[] to; // [edge] -> unit
  private final double[] length; // [edge], 0 or more

  private EdgeTable(int[] from, int[] to, double[] length) {
    this.from = from;
    this.to = to;
    this.length = length;
  }

  /**
   * Reads the file.
   *
   * @param lengths whether each edge must have a length
   */
  static EdgeTable read(Path file, UnitTable units, boolean lengths, ProblemList problems)
      throws IOException {
    Rows rows = new Rows(units, lengths, problems);
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      long row = 0;
      for (CsvRecord line : reader) {
        if (row == 0) {
          rows.header(line.getFields());
        } else {
          rows.add(row, line.getFields());
        }
        row++;
      }
    } catch (CsvParseException | UncheckedIOException e) {
      problems.add(
          new InstanceProblem.Unreadable(InstanceFolder.EDGES, String.valueOf(e.getMessage())));
    }
    problems.endFile(InstanceFolder.EDGES);
    return rows.table();
  }

  int count() {
    return from.length;
  }

  int[] from() {
    return from.clone();
  }

  int[] to() {
    return to.clone();
  }

  double[] length() {
    return length.clone();
  }

  /** Rows under way. */
  private static final class Rows {
    private final UnitTable units;
    private final boolean lengths;
    private final ProblemList problems;
    private Map<String, Integer> positions = Map.of();
    private int[] from = new int[64];
    private int[] to = new int[64];
    private double[] length = new double[64];
    private int count;

    Rows(UnitTable units, boolean lengths, ProblemList problems) {
      this.units = units;
      this.lengths = lengths;
      this.problems = problems;
    }

    void header(List<String> header) {
      positions = InstanceFolder.positions(header);
      for (String column : lengths ? List.of("u", "v", "length") : List.of("u", "v")) {
        if (!positions.containsKey(column)) {
          problems.add(new InstanceProblem.ColumnMissing(InstanceFolder.EDGES, column));
        }
      }
      problems.throwIfAny();
    }

    void add(long row, List<String> cells) {
      OptionalInt u = unit(row, cells, "u");
      OptionalInt v = unit(row, cells, "v");
      double along = lengths ? length(row, cells) : 0;
      if (u.isEmpty() || v.isEmpty()) {
        return;
      }
      if (count == from.length) {
        from = Arrays.copyOf(from, 2 * count);
        to = Arrays.copyOf(to, 2 * count);
        length = Arrays.copyOf(length, 2 * count);
      }
      from[count] = u.getAsInt();
      to[count] = v.getAsInt();
      length[count++] = along;
    }

    private OptionalInt unit(long row, List<String> cells, String column) {
      String id = cell(cells, column);
      OptionalInt number =
          id.isBlank() ? OptionalInt.empty() : units.numbering().findNumber(new UnitId(id));
      if (number.isEmpty()) {
        problems.add(new InstanceProblem.UnknownId(InstanceFolder.EDGES, row, column, id));
      }
      return number;
    }

    private double length(long row, List<String> cells) {
      String text = cell(cells, "length");
      try {
        double value = Double.parseDouble(text);
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
          return value;
        }
      } catch (NumberFormatException e) {
        // told below, as for lengths out of range
      }
      problems.add(
          new InstanceProblem.WrongNumber(
              InstanceFolder.EDGES, row, "length", text, "a finite number, 0 or more"));
      return 0;
    }

    private String cell(List<String> cells, String column) {
      Integer position = positions.get(column);
      return position == null || position >= cells.size() ? "" : cells.get(position).trim();
    }

    EdgeTable table() {
      return new EdgeTable(
          Arrays.copyOf(from, count), Arrays.copyOf(to, count), Arrays.copyOf(length, count));
    }
  }
}
