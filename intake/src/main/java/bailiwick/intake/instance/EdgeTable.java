package bailiwick.intake.instance;

import bailiwick.core.design.NetworkDistances;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitId;
import bailiwick.intake.table.TableRow;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The rows of {@code edges.csv}. Immutable; owns its arrays and hands out none. */
final class EdgeTable {

  /**
   * The most edges that are read: some twenty times what a map of a million units has, and 600 MB
   * while they become a graph.
   */
  static final int MOST_EDGES = 20_000_000;

  private final UnitGraph graph;
  private final int[] from; // [edge] -> unit
  private final int[] to; // [edge] -> unit
  private final double[] length; // [edge], 0 or more; empty when no lengths were asked for

  private EdgeTable(UnitGraph graph, int[] from, int[] to, double[] length) {
    this.graph = graph;
    this.from = from;
    this.to = to;
    this.length = length;
  }

  /**
   * Reads the file; the table is complete only when no problem was added.
   *
   * @param lengths whether each edge must have a length
   */
  static Optional<EdgeTable> read(
      Path file, UnitTable units, boolean lengths, ProblemList problems) {
    Rows rows = new Rows(units, lengths, problems);
    boolean isTable = InstanceTable.read(file, InstanceFolder.EDGES, rows, problems);
    Optional<EdgeTable> table = isTable ? Optional.of(rows.table()) : Optional.empty();
    problems.endFile(InstanceFolder.EDGES);
    return table;
  }

  /** Which units touch. */
  UnitGraph graph() {
    return graph;
  }

  /** Shortest ways along the edges, whose lengths were asked for. */
  NetworkDistances network(UnitTable units) {
    return NetworkDistances.of(units.x(), units.y(), from, to, length);
  }

  /** Rows under way. */
  private static final class Rows implements InstanceTable.Rows {
    private final UnitTable units;
    private final boolean lengths;
    private final ProblemList problems;
    private int fromColumn;
    private int toColumn;
    private int lengthColumn;
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private double[] length;
    private int count;
    private long rows;
    private long loops;
    private long firstLoop;

    Rows(UnitTable units, boolean lengths, ProblemList problems) {
      this.units = units;
      this.lengths = lengths;
      this.problems = problems;
      this.length = new double[lengths ? from.length : 0];
    }

    @Override
    public List<String> required() {
      return lengths ? List.of("u", "v", "length") : List.of("u", "v");
    }

    @Override
    public void header(List<String> columns) {
      fromColumn = columns.indexOf("u");
      toColumn = columns.indexOf("v");
      lengthColumn = columns.indexOf("length");
    }

    @Override
    public void row(TableRow row) {
      if (++rows > MOST_EDGES) {
        return;
      }
      OptionalInt u = unit(row, fromColumn, "u");
      OptionalInt v = unit(row, toColumn, "v");
      double along = lengths ? length(row) : 0;
      if (u.isPresent() && v.isPresent()) {
        add(row.number(), u.getAsInt(), v.getAsInt(), along);
      }
    }

    private OptionalInt unit(TableRow row, int column, String name) {
      String id = row.cell(column);
      OptionalInt number =
          id.isBlank() ? OptionalInt.empty() : units.numbering().findNumber(new UnitId(id));
      if (number.isEmpty() && !units.isKnownBadly(id)) {
        problems.add(new InstanceProblem.UnknownId(InstanceFolder.EDGES, row.number(), name, id));
      }
      return number;
    }

    private double length(TableRow row) {
      String text = row.cell(lengthColumn);
      double value = Numbers.decimal(text);
      if (value >= 0 && value <= Numbers.MOST) {
        return value;
      }
      problems.add(
          new InstanceProblem.WrongNumber(
              InstanceFolder.EDGES, row.number(), "length", text, Numbers.AMOUNT));
      return 0;
    }

    private void add(long row, int u, int v, double along) {
      if (u == v) {
        firstLoop = loops++ == 0 ? row : firstLoop;
        return;
      }
      if (count == from.length) {
        int more = count + (count >> 1);
        from = Arrays.copyOf(from, more);
        to = Arrays.copyOf(to, more);
        length = lengths ? Arrays.copyOf(length, more) : length;
      }
      from[count] = u;
      to[count] = v;
      if (lengths) {
        length[count] = along;
      }
      count++;
    }

    EdgeTable table() {
      if (rows > MOST_EDGES) {
        problems.add(new InstanceProblem.TooLarge(InstanceFolder.EDGES, "edges", rows, MOST_EDGES));
        count = 0;
      }
      from = Arrays.copyOf(from, count);
      to = Arrays.copyOf(to, count);
      UnitGraph graph = UnitGraph.of(units.numbering().size(), from, to);
      long doubles = count - (long) graph.edgeCount();
      if (loops > 0 || doubles > 0) {
        problems.add(new InstanceProblem.IdleEdges(loops, firstLoop, doubles));
      }
      return lengths
          ? new EdgeTable(graph, from, to, Arrays.copyOf(length, count))
          : new EdgeTable(graph, new int[0], new int[0], new double[0]);
    }
  }
}
