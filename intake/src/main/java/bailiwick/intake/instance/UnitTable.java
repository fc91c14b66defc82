package bailiwick.intake.instance;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of {@code units.csv} as columns. Immutable; hands out copies of its arrays. */
final class UnitTable {

  private static final int MAX_SCALE = 6;

  private final UnitNumbering numbering;
  private final double[] x; // [unit]
  private final double[] y; // [unit]
  private final List<Measure> measures;
  private final long[][] amounts; // [measure][unit], fixed-point
  private final BigDecimal[] capacity; // [unit], empty without the column
  private final String[] current; // [unit] -> label of today's territory, empty when none
  private final String[] homeOf; // [unit] -> label of the territory whose home it is

  private UnitTable(Rows rows) {
    this.numbering = UnitNumbering.of(rows.ids);
    int n = rows.ids.size();
    this.x = rows.x.stream().mapToDouble(Double::doubleValue).toArray();
    this.y = rows.y.stream().mapToDouble(Double::doubleValue).toArray();
    this.measures = new ArrayList<>();
    this.amounts = new long[rows.weightColumns.size()][n];
    for (int m = 0; m < amounts.length; m++) {
      List<BigDecimal> column = rows.weights.get(m);
      int scale =
          Math.min(
              MAX_SCALE,
              column.stream()
                  .mapToInt(w -> Math.max(0, w.stripTrailingZeros().scale()))
                  .max()
                  .orElse(0));
      Measure measure = new Measure(rows.weightColumns.get(m), "", scale);
      measures.add(measure);
      for (int unit = 0; unit < n; unit++) {
        amounts[m][unit] = toFixed(column.get(unit), measure);
      }
    }
    this.capacity = rows.capacities.toArray(BigDecimal[]::new);
    this.current = rows.current.toArray(String[]::new);
    this.homeOf = rows.homeOf.toArray(String[]::new);
  }

  private static long toFixed(BigDecimal amount, Measure measure) {
    return amount.movePointRight(measure.scale()).setScale(0, RoundingMode.HALF_UP).longValue();
  }

  /** Reads the file; the table is complete only when no problem was added. */
  static UnitTable read(Path file, ProblemList problems) throws IOException {
    Rows rows = new Rows(problems);
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
      if (row <= 1) {
        problems.add(new InstanceProblem.Unreadable(InstanceFolder.UNITS, "it has no units"));
      }
    } catch (CsvParseException | UncheckedIOException e) {
      problems.add(
          new InstanceProblem.Unreadable(InstanceFolder.UNITS, String.valueOf(e.getMessage())));
    }
    problems.endFile(InstanceFolder.UNITS);
    problems.throwIfAny();
    return new UnitTable(rows);
  }

  UnitNumbering numbering() {
    return numbering;
  }

  double[] x() {
    return x.clone();
  }

  double[] y() {
    return y.clone();
  }

  List<Measure> measures() {
    return List.copyOf(measures);
  }

  long[] amounts(int measure) {
    return amounts[measure].clone();
  }

  int measureNumber(String name) {
    for (int m = 0; m < measures.size(); m++) {
      if (measures.get(m).name().equals(name)) {
        return m;
      }
    }
    return -1;
  }

  void require(String measure, ProblemList problems) {
    if (measureNumber(measure) < 0) {
      problems.add(new InstanceProblem.ColumnMissing(InstanceFolder.UNITS, measure));
    }
  }

  void requireCapacity(ProblemList problems) {
    require("w1", problems);
    if (capacity.length == 0) {
      problems.add(new InstanceProblem.ColumnMissing(InstanceFolder.UNITS, "cap"));
    }
  }

  /** Capacity of a centre at each unit, in the fixed-point amounts of the first measure. */
  long[] capacities() {
    return Arrays.stream(capacity).mapToLong(most -> toFixed(most, measures.getFirst())).toArray();
  }

  /**
   * Today's territory of each unit, -1 where none.
   *
   * @param homes ids of the homes, in the order of the territories' numbers
   */
  int[] today(List<String> homes) {
    Map<String, Integer> numberOf = new HashMap<>();
    for (int t = 0; t < homes.size(); t++) {
      numberOf.put(homeOf[numbering.getNumber(new UnitId(homes.get(t)))], t);
    }
    int[] territoryOf = new int[current.length];
    for (int unit = 0; unit < current.length; unit++) {
      territoryOf[unit] = numberOf.getOrDefault(current[unit], Alignment.UNASSIGNED);
    }
    return territoryOf;
  }

  /** Rows under way. */
  private static final class Rows {
    private final ProblemList problems;
    private final List<UnitId> ids = new ArrayList<>();
    private final Map<String, Long> rowOf = new HashMap<>();
    private final List<Double> x = new ArrayList<>();
    private final List<Double> y = new ArrayList<>();
    private final List<String> weightColumns = new ArrayList<>();
    private final List<List<BigDecimal>> weights = new ArrayList<>();
    private final List<BigDecimal> capacities = new ArrayList<>();
    private final List<String> current = new ArrayList<>();
    private final List<String> homeOf = new ArrayList<>();
    private Map<String, Integer> positions = Map.of();

    Rows(ProblemList problems) {
      this.problems = problems;
    }

    void header(List<String> header) {
      positions = InstanceFolder.positions(header);
      for (String column : List.of("id", "x", "y", "w1")) {
        if (!positions.containsKey(column)) {
          problems.add(new InstanceProblem.ColumnMissing(InstanceFolder.UNITS, column));
        }
      }
      problems.throwIfAny();
      for (String column : header) {
        if (column.trim().matches("w[0-9]+")) {
          weightColumns.add(column.trim());
          weights.add(new ArrayList<>());
        }
      }
    }

    void add(long row, List<String> cells) {
      String id = cell(cells, "id");
      Long earlier = id.isBlank() ? Long.valueOf(row) : rowOf.putIfAbsent(id, row);
      if (earlier != null) {
        problems.add(new InstanceProblem.IdTwice(InstanceFolder.UNITS, row, id, earlier));
        return;
      }
      ids.add(new UnitId(id));
      x.add(coordinate(row, cells, "x"));
      y.add(coordinate(row, cells, "y"));
      for (int m = 0; m < weightColumns.size(); m++) {
        weights.get(m).add(amount(row, cells, weightColumns.get(m)));
      }
      if (positions.containsKey("cap")) {
        capacities.add(amount(row, cells, "cap"));
      }
      current.add(cell(cells, "current"));
      homeOf.add(cell(cells, "home_of"));
    }

    private String cell(List<String> cells, String column) {
      Integer position = positions.get(column);
      return position == null || position >= cells.size() ? "" : cells.get(position).trim();
    }

    private double coordinate(long row, List<String> cells, String column) {
      String text = cell(cells, column);
      try {
        double value = Double.parseDouble(text);
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        // told below, as for numbers that are not finite
      }
      problems.add(
          new InstanceProblem.WrongNumber(
              InstanceFolder.UNITS, row, column, text, "a finite number"));
      return 0;
    }

    private BigDecimal amount(long row, List<String> cells, String column) {
      String text = cell(cells, column);
      try {
        BigDecimal value = new BigDecimal(text);
        if (value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(1e12)) <= 0) {
          return value;
        }
      } catch (NumberFormatException e) {
        // told below, as for amounts out of range
      }
      problems.add(
          new InstanceProblem.WrongNumber(
              InstanceFolder.UNITS, row, column, text, "a number from 0 to 1e12"));
      return BigDecimal.ZERO;
    }
  }
}
