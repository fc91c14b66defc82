package bailiwick.intake.instance;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.intake.table.TableRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of {@code units.csv} as columns. Immutable; hands out copies of its arrays. */
final class UnitTable {

  /** The most units that are read, five times the largest instance the engine is measured on. */
  static final int MOST_UNITS = 5_000_000;

  private final UnitNumbering numbering;
  private final double[] x; // [unit]
  private final double[] y; // [unit]
  private final List<Measure> measures;
  private final long[][] amounts; // [measure][unit], fixed-point
  private final long[] capacity; // [unit], in amounts of w1; empty without the column
  private final String[] current; // [unit] -> label of today's territory; empty without the column
  private final String[] homeOf; // [unit] -> label of the territory whose home it is; or empty
  private final Set<String> badRows; // ids of rows that were left out for another reason

  private UnitTable(Rows rows) {
    int n = rows.ids.size();
    this.numbering = UnitNumbering.of(rows.ids);
    this.x = Arrays.copyOf(rows.x, n);
    this.y = Arrays.copyOf(rows.y, n);
    this.measures = rows.weights.stream().map(AmountColumn::measure).toList();
    this.amounts = rows.weights.stream().map(AmountColumn::toArray).toArray(long[][]::new);
    this.capacity = rows.capacityColumn < 0 ? new long[0] : rows.capacities(measureNumber("w1"));
    this.current = rows.current.toArray(String[]::new);
    this.homeOf = rows.homeOf.toArray(String[]::new);
    this.badRows = Set.copyOf(rows.badRows);
  }

  /** Reads the file; the table is complete only when no problem was added. */
  static Optional<UnitTable> read(Path file, ProblemList problems) {
    Rows rows = new Rows(problems);
    boolean isTable =
        InstanceTable.read(file, InstanceFolder.UNITS, rows, problems) && rows.checkSize();
    problems.endFile(InstanceFolder.UNITS);
    return isTable ? Optional.of(new UnitTable(rows)) : Optional.empty();
  }

  UnitNumbering numbering() {
    return numbering;
  }

  /** Whether an id stands in a row that could not be read, so that the table lacks it. */
  boolean isKnownBadly(String id) {
    return badRows.contains(id);
  }

  double[] x() {
    return x.clone();
  }

  double[] y() {
    return y.clone();
  }

  List<Measure> measures() {
    return measures;
  }

  long[] amounts(int measure) {
    return amounts[measure].clone();
  }

  /** Names of the columns of weights. */
  List<String> columns() {
    return measures.stream().map(Measure::name).toList();
  }

  /** Number of a column of weights, -1 when there is none of the name. */
  int measureNumber(String name) {
    return columns().indexOf(name);
  }

  boolean hasCapacities() {
    return capacity.length > 0;
  }

  /** Capacity of a centre at each unit, in the fixed-point amounts of {@code w1}. */
  long[] capacities() {
    return capacity.clone();
  }

  /** Whether the table says whose each unit is, by labels that each of the homes has one of. */
  boolean tellsToday(List<String> homes) {
    return current.length > 0 && homeOf.length > 0 && labels(homes).size() == homes.size();
  }

  /**
   * Today's territory of each unit, -1 where none.
   *
   * @param homes ids of the homes, in the order of the territories' numbers
   */
  int[] today(List<String> homes) {
    Map<String, Integer> numberOf = labels(homes);
    int[] territoryOf = new int[current.length];
    for (int unit = 0; unit < current.length; unit++) {
      territoryOf[unit] = numberOf.getOrDefault(current[unit], Alignment.UNASSIGNED);
    }
    return territoryOf;
  }

  /** Label to number of the territory; a home without a label has none. */
  private Map<String, Integer> labels(List<String> homes) {
    Map<String, Integer> numberOf = new HashMap<>();
    for (int t = 0; t < homes.size(); t++) {
      String label = homeOf[numbering.getNumber(new UnitId(homes.get(t)))];
      if (!label.isEmpty()) {
        numberOf.put(label, t);
      }
    }
    return numberOf;
  }

  /** Rows under way. */
  private static final class Rows implements InstanceTable.Rows {
    private final ProblemList problems;
    private final List<UnitId> ids = new ArrayList<>();
    private final Map<String, Long> rowOf = new HashMap<>();
    private final Set<String> badRows = new HashSet<>();
    private final List<AmountColumn> weights = new ArrayList<>();
    private final List<String> current = new ArrayList<>();
    private final List<String> homeOf = new ArrayList<>();
    private final AmountColumn capacity = new AmountColumn("cap");
    private double[] x = new double[1024];
    private double[] y = new double[1024];
    private int[] weightColumns = new int[0];
    private int idColumn;
    private int xColumn;
    private int yColumn;
    private int capacityColumn;
    private int currentColumn;
    private int homeColumn;
    private long rows;

    Rows(ProblemList problems) {
      this.problems = problems;
    }

    @Override
    public List<String> required() {
      return List.of("id", "x", "y", "w1");
    }

    @Override
    public void header(List<String> columns) {
      idColumn = columns.indexOf("id");
      xColumn = columns.indexOf("x");
      yColumn = columns.indexOf("y");
      capacityColumn = columns.indexOf("cap");
      currentColumn = columns.indexOf("current");
      homeColumn = columns.indexOf("home_of");
      List<String> names = columns.stream().filter(column -> column.matches("w[0-9]+")).toList();
      names.forEach(name -> weights.add(new AmountColumn(name)));
      weightColumns = names.stream().mapToInt(columns::indexOf).toArray();
    }

    @Override
    public void row(TableRow row) {
      String id = row.cell(idColumn);
      if (++rows > MOST_UNITS || !isNew(id, row.number())) {
        return;
      }
      int unit = ids.size();
      ids.add(new UnitId(id));
      if (unit == x.length) {
        x = Arrays.copyOf(x, 2 * unit);
        y = Arrays.copyOf(y, 2 * unit);
      }
      x[unit] = coordinate(row, xColumn, "x");
      y[unit] = coordinate(row, yColumn, "y");
      for (int m = 0; m < weightColumns.length; m++) {
        weights.get(m).add(amount(row, weightColumns[m], weights.get(m).name()));
      }
      if (capacityColumn >= 0) {
        capacity.add(amount(row, capacityColumn, "cap"));
      }
      if (currentColumn >= 0) {
        current.add(row.cell(currentColumn));
      }
      if (homeColumn >= 0) {
        homeOf.add(row.cell(homeColumn));
      }
    }

    @Override
    public void leftOut(TableRow row) {
      badRows.add(row.cell(idColumn));
    }

    private boolean isNew(String id, long row) {
      if (id.isBlank()) {
        problems.add(new InstanceProblem.IdMissing(InstanceFolder.UNITS, row));
        return false;
      }
      Long earlier = rowOf.putIfAbsent(id, row);
      if (earlier != null) {
        problems.add(new InstanceProblem.IdTwice(InstanceFolder.UNITS, row, id, earlier));
      }
      return earlier == null;
    }

    private double coordinate(TableRow row, int column, String name) {
      double value = Numbers.decimal(row.cell(column));
      if (Math.abs(value) <= Numbers.MOST) {
        return value;
      }
      problems.add(wrong(row, column, name, Numbers.COORDINATE));
      return 0;
    }

    private BigDecimal amount(TableRow row, int column, String name) {
      Optional<BigDecimal> amount = Numbers.findAmount(row.cell(column));
      if (amount.isEmpty()) {
        problems.add(wrong(row, column, name, Numbers.AMOUNT));
      }
      return amount.orElse(BigDecimal.ZERO);
    }

    private static InstanceProblem wrong(TableRow row, int column, String name, String expected) {
      return new InstanceProblem.WrongNumber(
          InstanceFolder.UNITS, row.number(), name, row.cell(column), expected);
    }

    /** Tells of too much and of nothing; whether there are units to make a table of. */
    boolean checkSize() {
      if (rows > MOST_UNITS) {
        problems.add(new InstanceProblem.TooLarge(InstanceFolder.UNITS, "units", rows, MOST_UNITS));
      } else if (rows == 0 && badRows.isEmpty()) {
        problems.add(new InstanceProblem.NoUnits(InstanceFolder.UNITS));
      }
      for (AmountColumn weight : weights) {
        if (!weight.fits()) {
          problems.add(
              new InstanceProblem.SumTooLarge(
                  InstanceFolder.UNITS, weight.name(), weight.sum(), weight.measure().scale()));
        }
      }
      return rows <= MOST_UNITS && !ids.isEmpty();
    }

    /** The capacities in the scale of a column of weights. */
    long[] capacities(int measure) {
      return capacity.toArray(weights.get(measure).measure().scale());
    }
  }

  /** A column of amounts, kept exactly to six decimal places. */
  private static final class AmountColumn {

    private static final int MOST_PLACES = 6;

    /** Sums stay below this, which a {@code long} just holds. */
    private static final double MOST_SUM = 9e18;

    private final String name;
    private long[] amounts = new long[1024]; // in millionths
    private int count;
    private int scale;
    private double sum;

    AmountColumn(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    void add(BigDecimal amount) {
      if (count == amounts.length) {
        amounts = Arrays.copyOf(amounts, 2 * count);
      }
      BigDecimal kept = amount.setScale(MOST_PLACES, RoundingMode.HALF_UP);
      if (scale < MOST_PLACES) {
        scale = Math.max(scale, places(amount));
      }
      amounts[count++] = kept.unscaledValue().longValue();
      sum += kept.doubleValue();
    }

    private static int places(BigDecimal amount) {
      return Math.clamp(amount.stripTrailingZeros().scale(), 0, MOST_PLACES);
    }

    double sum() {
      return sum;
    }

    boolean fits() {
      return sum * measure().one() < MOST_SUM;
    }

    Measure measure() {
      return new Measure(name, "", scale);
    }

    long[] toArray() {
      return toArray(scale);
    }

    /** The amounts with so many decimal places, halves rounded up. */
    long[] toArray(int places) {
      long divisor = 1;
      for (int k = places; k < MOST_PLACES; k++) {
        divisor *= 10;
      }
      long[] scaled = new long[count];
      for (int unit = 0; unit < count; unit++) {
        scaled[unit] = (amounts[unit] + divisor / 2) / divisor;
      }
      return scaled;
    }
  }
}
