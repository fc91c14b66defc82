package bailiwick.intake.mapping;

import bailiwick.intake.table.ImportProblem;
import bailiwick.intake.table.RowProblem;
import bailiwick.intake.table.TableRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Learns from all cells of a file how each column writes its numbers and days. Not thread-safe.
 *
 * <p>What the user said goes first; then what the cells of the column tell, the more of them if
 * they differ; then what the other columns tell, since a file is mostly written by one hand; and
 * where nothing tells, the American habit, with a warning that names the column.
 */
public final class Habits {

  /** A column whose cells may be read in two ways, and what they told. */
  private abstract static sealed class Column {
    final String field;
    final String header;
    final int number;
    long first; // cells that tell a decimal point, or the month first
    long second; // cells that tell a decimal comma, or the day first
    long either;
    String example = ""; // the first that may be either
    String firstExample = "";
    String secondExample = "";

    Column(String field, String header, int number) {
      this.field = field;
      this.header = header;
      this.number = number;
    }

    abstract void take(String text);

    void tellsFirst(String text) {
      firstExample = first++ == 0 ? text : firstExample;
    }

    void tellsSecond(String text) {
      secondExample = second++ == 0 ? text : secondExample;
    }

    void tellsEither(String text) {
      example = either++ == 0 ? text : example;
    }

    boolean isSilent() {
      return first + second + either == 0;
    }
  }

  private static final class Numbers extends Column {
    private boolean pounds;

    Numbers(String field, String header, int number) {
      super(field, header, number);
    }

    @Override
    void take(String text) {
      NumberText read = NumberText.of(text);
      if (read == null) {
        return;
      }
      pounds |= text.indexOf('£') >= 0;
      switch (read.told()) {
        case POINT -> tellsFirst(text);
        case COMMA -> tellsSecond(text);
        case EITHER -> tellsEither(text);
        case NOTHING -> {}
      }
    }
  }

  private static final class Days extends Column {
    private boolean points;

    Days(String field, String header, int number) {
      super(field, header, number);
    }

    @Override
    void take(String text) {
      DayText read = DayText.of(text);
      if (read == null) {
        return;
      }
      switch (read.told()) {
        case MONTH_FIRST -> tellsFirst(text);
        case DAY_FIRST -> tellsSecond(text);
        case EITHER -> tellsEither(text);
        case NOTHING -> points |= text.strip().matches("\\d{1,2}\\..*");
      }
    }
  }

  /** How a column is read and why. */
  private record Decision(boolean second, String basis) {}

  private static final String SAID = "said";
  private static final String CELLS = "its cells";
  private static final String OTHERS = "other columns";
  private static final String ASSUMED = "assumed";

  private final String file;
  private final MappingRequest request;
  private final List<Column> columns = new ArrayList<>();
  private final List<ImportProblem> problems = new ArrayList<>();
  private final Map<String, Habit> habits = new LinkedHashMap<>(); // field -> habit
  private final Map<String, String> words = new LinkedHashMap<>(); // field -> habit in words
  private final Map<String, String> bases = new LinkedHashMap<>(); // field -> why

  private Habits(String file, MappingRequest request) {
    this.file = file;
    this.request = request;
  }

  /** Begins to learn the columns of numbers and days that a mapping reads. */
  public static Habits of(
      String file, FieldSet fields, ColumnMapping mapping, MappingRequest request) {
    Habits habits = new Habits(file, request);
    for (ColumnUse use : mapping.uses()) {
      if (!use.column().isEmpty()) {
        int column = mapping.findColumn(use.column()).orElseThrow();
        FieldKind kind = fields.find(use.field()).map(Field::kind).orElse(FieldKind.AMOUNT);
        switch (kind) {
          case AMOUNT, COUNT -> habits.columns.add(new Numbers(use.field(), use.column(), column));
          case DATE -> habits.columns.add(new Days(use.field(), use.column(), column));
          case TEXT, SHARE, DEGREES, LIST -> {}
        }
      }
    }
    return habits;
  }

  /** Whether there is anything that only the cells can tell. */
  public boolean mustLearn() {
    return columns.stream()
        .anyMatch(column ->
            column instanceof Days ? request.days().isEmpty() : request.decimal().isEmpty());
  }

  /** Looks at a row; cells that are numbers or days by their type tell nothing and need nothing. */
  public void take(TableRow row) {
    for (Column column : columns) {
      String text = row.cell(column.number);
      if (!text.isEmpty() && !row.typed(column.number)) {
        column.take(text);
      }
    }
  }

  /** The mapping with what was learnt. */
  public ColumnMapping applyTo(ColumnMapping mapping) {
    columns.forEach(this::decide);
    return mapping.withHabits(habits, words, bases);
  }

  /** Columns that nothing tells about, and columns written in two habits. */
  public List<ImportProblem> problems() {
    return List.copyOf(problems);
  }

  private void decide(Column column) {
    switch (column) {
      case Numbers numbers -> {
        Decision decision = decide(numbers, request.decimal().map(DecimalMark.COMMA::equals));
        DecimalMark mark = decision.second ? DecimalMark.COMMA : DecimalMark.POINT;
        keep(column, new Habit(mark, Habit.USUAL.days()), mark.words(), decision);
      }
      case Days days -> {
        Decision decision = decide(days, request.days().map(DayOrder.DAY_FIRST::equals));
        DayOrder order = decision.second ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST;
        keep(column, new Habit(Habit.USUAL.decimal(), order), order.words(), decision);
      }
    }
  }

  private void keep(Column column, Habit habit, String inWords, Decision decision) {
    habits.put(column.field, habit);
    if (!column.isSilent() || decision.basis.equals(SAID)) {
      words.put(column.field, inWords);
      bases.put(column.field, decision.basis);
    }
    if (decision.basis.equals(ASSUMED) && column.either > 0) {
      problems.add(
          new RowProblem.AmbiguousColumn(
              file, column.header, column.field, column.either, column.example, inWords));
    }
    if (column.first > 0 && column.second > 0) {
      problems.add(
          new RowProblem.MixedColumn(
              file,
              column.header,
              column.field,
              decision.second ? column.first : column.second,
              decision.second ? column.firstExample : column.secondExample,
              inWords));
    }
  }

  private Decision decide(Column column, Optional<Boolean> said) {
    if (said.isPresent()) {
      return new Decision(said.get(), SAID);
    }
    if (column.first + column.second > 0) {
      return new Decision(column.second > column.first, CELLS);
    }
    return toldByOthers(column)
        .map(second -> new Decision(second, OTHERS))
        .orElse(new Decision(false, ASSUMED));
  }

  /** What the other columns agree on; empty where they tell nothing or differ. */
  private Optional<Boolean> toldByOthers(Column column) {
    boolean days = column instanceof Days;
    long first = sum(each -> each.first, days);
    long second = sum(each -> each.second, days);
    if (first > 0 != second > 0) {
      return Optional.of(second > 0);
    }
    boolean continental =
        columns.stream().anyMatch(each -> each instanceof Days other && other.points)
            || (days && sum(each -> each.second, false) > sum(each -> each.first, false));
    boolean british =
        days && columns.stream().anyMatch(each -> each instanceof Numbers other && other.pounds);
    return first + second == 0 && (continental || british) ? Optional.of(true) : Optional.empty();
  }

  private long sum(ToLongFunction<Column> count, boolean days) {
    return columns.stream().filter(each -> each instanceof Days == days).mapToLong(count).sum();
  }
}
