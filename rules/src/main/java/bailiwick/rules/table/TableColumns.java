package bailiwick.rules.table;

import bailiwick.core.problem.Problem;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.source.Span;
import bailiwick.rules.space.Domain;
import bailiwick.rules.table.DecisionTable.Input;
import bailiwick.rules.table.DecisionTable.Row;
import bailiwick.rules.table.UnaryTests.Equal;
import bailiwick.rules.table.UnaryTests.IsKnown;
import bailiwick.rules.table.UnaryTests.IsNull;
import bailiwick.rules.table.UnaryTests.UnaryTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes dimensions of the inputs of a table: columns that ask for the same input are one dimension,
 * inputs that nobody asks about and that have no list of values are none. Not thread-safe.
 */
final class TableColumns {

  private final DecisionTable table;
  private final List<Problem> problems;

  private TableColumns(DecisionTable table, List<Problem> problems) {
    this.table = table;
    this.problems = problems;
  }

  /**
   * The dimension of each input that has one, by the input's place.
   *
   * @param problems where to note what does not fit
   */
  static Map<Integer, TableColumn> of(DecisionTable table, List<Problem> problems) {
    var columns = new TableColumns(table, problems);
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    for (int place = 0; place < table.inputs().size(); place++) {
      String name = table.inputs().get(place).name();
      places.computeIfAbsent(name, first -> new ArrayList<>()).add(place);
    }
    Map<Integer, TableColumn> made = new LinkedHashMap<>();
    places.forEach((name, same) ->
        columns
            .column(new Asked(name, same, columns.inputs(same), columns.cells(same)))
            .ifPresent(column -> same.forEach(place -> made.put(place, column))));
    return made;
  }

  /** What is asked of one input. */
  private record Asked(
      String name, List<Integer> places, List<Input> inputs, List<UnaryTests> cells) {

    Span span() {
      return inputs.getLast().span();
    }

    Optional<UnaryTests> allowed() {
      return inputs.stream().flatMap(input -> input.allowed().stream()).findFirst();
    }

    /** All literals, those of the list of values first. */
    Stream<Literal> literals() {
      return Stream.concat(allowed().stream(), cells.stream()).flatMap(UnaryTests::literals);
    }

    Stream<UnaryTest> tests() {
      return cells.stream().flatMap(cell -> cell.tests().stream());
    }

    /** Whether some cell, or the list of values, speaks of null. */
    boolean asksForNull() {
      return Stream.concat(allowed().stream().flatMap(list -> list.tests().stream()), tests())
          .anyMatch(test -> test instanceof IsNull || test instanceof IsKnown);
    }
  }

  private List<Input> inputs(List<Integer> places) {
    return places.stream().map(table.inputs()::get).toList();
  }

  private List<UnaryTests> cells(List<Integer> places) {
    List<UnaryTests> cells = new ArrayList<>();
    for (Row row : table.rows()) {
      places.stream()
          .filter(place -> place < row.cells().size())
          .map(row.cells()::get)
          .forEach(cells::add);
    }
    return cells;
  }

  private Optional<TableColumn> column(Asked asked) {
    requireAgreement(asked);
    if (asked.allowed().isEmpty() && asked.tests().findAny().isEmpty()) {
      return Optional.empty();
    }
    int before = problems.size();
    Units units = units(asked);
    boolean unknown = asked.asksForNull();
    Optional<Domain> domain = Optional.empty();
    String others = "";
    if (problems.size() == before) {
      others = units.kind() == ValueKind.STRING && asked.allowed().isEmpty() ? others(asked) : "";
      domain =
          units.kind().isAmount()
              ? spans(asked, units, unknown)
              : words(asked, units, unknown, others);
    }
    if (domain.isEmpty()) {
      return Optional.empty();
    }
    String field = "x" + (asked.places().getFirst() + 1);
    DimensionType type =
        units.kind().isAmount() ? new DimensionType.Amount("units", 0) : new DimensionType.Text();
    return Optional.of(
        new TableColumn(
            asked.name(),
            units,
            below(asked, units),
            others,
            new Dimension(field, type, asked.name()),
            domain.get()));
  }

  private void requireAgreement(Asked asked) {
    long kinds = asked.inputs().stream().flatMap(input -> input.kind().stream()).distinct().count();
    if (kinds > 1) {
      problems.add(new TableProblem.ColumnsDisagree(asked.name(), "type", asked.span()));
    }
    long lists =
        asked.inputs().stream()
            .flatMap(input -> input.allowed().stream())
            .map(list -> list.literals().map(Literal::text).toList())
            .distinct()
            .count();
    if (lists > 1) {
      problems.add(new TableProblem.ColumnsDisagree(asked.name(), "values", asked.span()));
    }
  }

  private Units units(Asked asked) {
    ValueKind kind = kind(asked);
    List<Literal> literals = asked.literals().toList();
    for (Literal literal : literals) {
      if (!kind.takes(literal.kind())) {
        problems.add(
            new TableProblem.OtherType(
                literal.text(),
                literal.kind().words(),
                asked.name(),
                kind.words(),
                literal.span()));
      }
    }
    boolean zoned = !literals.isEmpty() && literals.getFirst().zoned();
    for (Literal literal : literals) {
      if (literal.zoned() != zoned) {
        problems.add(
            new TableProblem.OtherType(
                literal.text(),
                "moment %s a zone".formatted(zoned ? "without" : "in"),
                asked.name(),
                "moment %s a zone".formatted(zoned ? "in" : "without"),
                literal.span()));
      }
    }
    int decimals = literals.stream().mapToInt(Literal::decimals).max().orElse(0);
    var units = new Units(kind, zoned, kind.isDense() ? decimals + 1 : 0);
    for (Literal literal : literals) {
      if (kind.isAmount() && !units.reach(literal)) {
        problems.add(
            new TableProblem.NumberOutOfScale(
                shortened(literal.amount().toString()), asked.name(), decimals, literal.span()));
      }
    }
    return units;
  }

  private static String shortened(String text) {
    return text.length() > 50 ? text.substring(0, 50) + "…" : text;
  }

  /** What the file says, where its entries bear it out; else what the entries are. */
  private static ValueKind kind(Asked asked) {
    Optional<ValueKind> told =
        asked.inputs().stream().flatMap(input -> input.kind().stream()).findFirst();
    List<ValueKind> found = asked.literals().map(Literal::kind).distinct().toList();
    ValueKind first = found.isEmpty() ? told.orElse(ValueKind.STRING) : found.getFirst();
    if (told.isEmpty()) {
      return first;
    }
    // Modellers call moments dates, and both kinds of durations durations.
    boolean isLooser =
        (told.get() == ValueKind.DATE && first == ValueKind.DATE_TIME)
            || (told.get() == ValueKind.DURATION && first == ValueKind.MONTHS);
    return isLooser && found.size() == 1 ? first : told.get();
  }

  private static String others(Asked asked) {
    Set<String> named = new LinkedHashSet<>(asked.literals().map(Literal::text).toList());
    String others = "other";
    while (named.contains(Literal.quoted(others))) {
      others += "-";
    }
    return Literal.quoted(others);
  }

  private Optional<Domain> words(Asked asked, Units units, boolean unknown, String others) {
    Set<String> words = new LinkedHashSet<>();
    if (asked.allowed().isPresent()) {
      requireValues(asked.allowed().get());
      asked.allowed().get().literals().map(Literal::text).forEach(words::add);
      warnOutside(asked, words);
    } else if (units.kind() == ValueKind.BOOLEAN) {
      words.addAll(List.of("true", "false"));
    } else {
      asked.literals().map(Literal::text).forEach(words::add);
      words.add(others);
    }
    if (words.isEmpty()) {
      problems.add(
          new TableProblem.Incomplete(
              "The list of values of `%s` names none".formatted(asked.name()), asked.span()));
      return Optional.empty();
    }
    return Optional.of(new Domain.Words(List.copyOf(words), unknown));
  }

  private void requireValues(UnaryTests allowed) {
    for (UnaryTest test : allowed.tests()) {
      boolean isValue = test instanceof Equal || test instanceof IsNull;
      if (!isValue || allowed.negated()) {
        problems.add(
            new TableProblem.NotUnderstood(
                "a list of values with conditions", "values between commas", test.span()));
        return;
      }
    }
  }

  private void warnOutside(Asked asked, Set<String> words) {
    asked.cells().stream()
        .flatMap(UnaryTests::literals)
        .filter(literal -> !words.contains(literal.text()))
        .forEach(literal ->
            problems.add(
                new TableProblem.OutsideValues(literal.text(), asked.name(), literal.span())));
  }

  private Optional<Domain> spans(Asked asked, Units units, boolean unknown) {
    Domain.Spans all =
        new Domain.Spans(
            List.of(new Domain.Spans.Span(Units.LOWEST, Units.HIGHEST)), false, unknown);
    if (asked.allowed().isEmpty()) {
      return Optional.of(all);
    }
    UnaryTests allowed = asked.allowed().get();
    List<Domain.Spans.Span> spans = new ArrayList<>();
    for (UnaryTest test : allowed.tests()) {
      Optional<Domain.Spans.Span> span = units.find(test);
      if (allowed.negated() || (span.isEmpty() && !(test instanceof IsNull))) {
        problems.add(
            new TableProblem.NotUnderstood(
                "a list of values with other conditions",
                "values and intervals between commas",
                test.span()));
        return Optional.empty();
      }
      span.ifPresent(spans::add);
    }
    if (spans.isEmpty()) {
      return Optional.of(all);
    }
    List<Domain.Spans.Span> joined = joined(spans);
    boolean counted =
        !units.kind().isDense()
            && joined.getFirst().low() > Units.LOWEST
            && joined.getLast().high() < Units.HIGHEST;
    return Optional.of(new Domain.Spans(joined, counted, unknown));
  }

  private static List<Domain.Spans.Span> joined(List<Domain.Spans.Span> spans) {
    List<Domain.Spans.Span> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingLong(Domain.Spans.Span::low));
    List<Domain.Spans.Span> joined = new ArrayList<>();
    for (Domain.Spans.Span next : sorted) {
      Domain.Spans.Span last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && next.low() <= last.high() + 1) {
        joined.set(
            joined.size() - 1,
            new Domain.Spans.Span(last.low(), Math.max(last.high(), next.high())));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  /** 0 where no bound is lower, else just below the lowest bound. */
  private static long below(Asked asked, Units units) {
    if (!units.kind().isAmount()) {
      return 0;
    }
    return asked
        .tests()
        .flatMap(test -> Stream.concat(units.find(test).stream(), excluded(test, units)))
        .mapToLong(span -> span.low() > Units.LOWEST ? span.low() - 1 : span.high())
        .reduce(0, Math::min);
  }

  private static Stream<Domain.Spans.Span> excluded(UnaryTest test, Units units) {
    return test instanceof UnaryTests.Other other
        ? units.find(new Equal(other.than(), other.span())).stream()
        : Stream.empty();
  }
}
