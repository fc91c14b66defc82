package bailiwick.rules.table;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.source.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a table of rules, a row for each, into a rule text whose lines know their cells. Not
 * thread-safe.
 *
 * <p>Columns are {@code rule}, {@code territory}, {@code priority}, {@code from}, {@code until} and
 * one for each field that is asked about. Rows whose first cell begins with {@code rules}, {@code
 * territory}, {@code list} or {@code example} hold what else a rule text has: {@code rules
 * new-business version 3 hit policy first}, {@code territory T07 "Chicago"}, {@code list
 * strategic}, {@code example "a shop"}.
 */
public final class RuleRows {

  static final String RULE = "rule";
  static final String TERRITORY = "territory";
  static final String PRIORITY = "priority";
  static final String FROM = "from";
  static final String UNTIL = "until";

  /** The columns that are no fields, in their usual order. */
  static final List<String> FIXED = List.of(RULE, TERRITORY, PRIORITY, FROM, UNTIL);

  private static final Pattern OTHER_ROW =
      Pattern.compile("(rules|territory|list|example)(\\s.*|)", Pattern.DOTALL);
  private static final Pattern POLICY =
      Pattern.compile("(.*?)\\s+hit\\s+policy\\s+(.+)", Pattern.DOTALL);

  private final Locating locating;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Dimension> fields = new ArrayList<>();

  private String header = "rules rules";
  private Place headerPlace = Place.WHOLE;
  private boolean hasHeader;
  private boolean first; // the hit policy
  private int rules;
  private final Map<String, List<Line>> territories = new LinkedHashMap<>(); // code -> its rules
  private final Map<String, Line> titles = new LinkedHashMap<>(); // code -> its line
  private final Set<String> titled = new HashSet<>(); // those with a row of their own
  private final List<Line> lists = new ArrayList<>();
  private final List<Line> examples = new ArrayList<>();

  private RuleRows(Locating locating) {
    this.locating = locating;
  }

  /** Says where a cell stands. */
  @FunctionalInterface
  public interface Locating {

    /**
     * The place of a cell.
     *
     * @param row 1 for the first row below the header, 0 for the header
     * @param column 0 for the first, -1 for the whole row
     */
    Place place(int row, int column);
  }

  /** A line of the text that is made, and the cell that it comes from. */
  private record Line(String text, String cell, Place place) {}

  /**
   * A rule text made of a table.
   *
   * @param source the text under the table's name
   */
  public record Text(Source source, List<String> cells, List<Place> places) {
    public Text {
      cells = List.copyOf(cells);
      places = List.copyOf(places);
    }

    /** Problems of the text as problems of the cells that its lines come from. */
    public List<Problem> located(List<? extends Problem> found) {
      return found.stream().map(this::located).toList();
    }

    private Problem located(Problem problem) {
      if (problem.place() instanceof Place.InText at && at.file().equals(source.name())) {
        int line = Math.min(at.line(), places.size()) - 1;
        return new CellProblem.InCell(problem, cells.get(line), places.get(line));
      }
      return problem;
    }
  }

  /**
   * Makes a rule text of a table. O(cells).
   *
   * @param name of the file
   * @param rows cells without blanks around them, as many as the header has
   * @throws ProblemException with every column and row that cannot be used
   */
  public static Text text(
      String name,
      List<String> header,
      List<List<String>> rows,
      Dimensions dimensions,
      Locating locating) {
    var made = new RuleRows(locating);
    made.readHeader(header, dimensions);
    if (made.problems.isEmpty()) {
      for (int row = 0; row < rows.size(); row++) {
        made.readRow(rows.get(row), row + 1);
      }
    }
    if (!made.problems.isEmpty()) {
      throw new ProblemException(made.problems);
    }
    return made.text(name);
  }

  private void readHeader(List<String> header, Dimensions dimensions) {
    List<String> known = new ArrayList<>(FIXED);
    known.addAll(dimensions.names());
    for (int column = 0; column < header.size(); column++) {
      String name = header.get(column).strip();
      Optional<Dimension> field =
          dimensions.all().stream()
              .filter(dimension -> dimension.name().equalsIgnoreCase(name))
              .findFirst();
      field.ifPresent(fields::add);
      String key = field.map(Dimension::name).orElse(name.toLowerCase(Locale.ROOT));
      if (!known.contains(key)) {
        problems.add(new CellProblem.UnknownColumn(name, known, locating.place(0, column)));
      }
      if (columns.putIfAbsent(key, column) != null) {
        problems.add(new CellProblem.RepeatedColumn(name, locating.place(0, column)));
      }
    }
    for (String needed : List.of(RULE, TERRITORY)) {
      if (!columns.containsKey(needed)) {
        problems.add(new CellProblem.MissingColumn(needed, locating.place(0, -1)));
      }
    }
  }

  private void readRow(List<String> cells, int row) {
    String rule = cell(cells, RULE);
    Matcher other = OTHER_ROW.matcher(rule);
    if (!other.matches()) {
      readRule(cells, row);
      return;
    }
    requireUnused(other.group(1), cells, row);
    switch (other.group(1)) {
      case "rules" -> readRules(cells, row);
      case "territory" -> readTerritory(cells, row);
      case "list" -> readList(cells, row);
      default -> readExample(cells, row);
    }
  }

  /** Cells that a kind of row has no use for are empty: what stands there would be lost. */
  private void requireUnused(String kind, List<String> cells, int row) {
    Set<String> used =
        switch (kind) {
          case "example" -> Set.of(RULE, TERRITORY, FROM);
          default -> Set.of(RULE);
        };
    boolean usesFields = kind.equals("list") || kind.equals("example");
    for (String column : columns.keySet()) {
      boolean isUsed = used.contains(column) || (usesFields && !FIXED.contains(column));
      if (!isUsed && !RuleCell.isAny(cell(cells, column))) {
        problems.add(
            new CellProblem.BadRow(
                "A row that begins with `%s` has no use for the column `%s`"
                    .formatted(kind, column),
                cell(cells, column),
                place(row, column)));
      }
    }
  }

  private void readRules(List<String> cells, int row) {
    if (hasHeader) {
      problems.add(
          new CellProblem.BadRow(
              "A table has one row that begins with `rules`", cell(cells, RULE), place(row, RULE)));
    }
    hasHeader = true;
    header = oneLine(cell(cells, RULE));
    headerPlace = place(row, RULE);
    Matcher policy = POLICY.matcher(header);
    if (policy.matches()) {
      header = policy.group(1);
      first = policy.group(2).strip().equals("first");
      if (!first && !policy.group(2).strip().equals("priority")) {
        problems.add(
            new CellProblem.BadRow(
                "The hit policy must be `first` or `priority`", cell(cells, RULE), headerPlace));
      }
      if (first && rules > 0) {
        problems.add(
            new CellProblem.BadRow(
                "The hit policy must stand before the rules", cell(cells, RULE), headerPlace));
      }
    }
  }

  private void readTerritory(List<String> cells, int row) {
    String text = oneLine(cell(cells, RULE));
    String rest = text.substring("territory".length()).strip();
    String code = rest.startsWith("\"") ? rest : rest.split("\\s", 2)[0];
    String key = RuleCell.split(rest.startsWith("\"") ? quoted(rest) : code, ',').getFirst();
    if (!titled.add(key)) {
      problems.add(
          new CellProblem.BadRow(
              "A territory has one row of its own", cell(cells, RULE), place(row, RULE)));
    }
    titles.put(key, line(text, cells, row, RULE));
    territories.computeIfAbsent(key, same -> new ArrayList<>());
  }

  private static String quoted(String text) {
    int end = text.indexOf('"', 1);
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private void readList(List<String> cells, int row) {
    List<Dimension> given = fields.stream().filter(field -> !isEmpty(cells, field)).toList();
    if (given.size() != 1) {
      problems.add(
          new CellProblem.BadRow(
              "A list has its values in the column of one field",
              cell(cells, RULE),
              place(row, RULE)));
      return;
    }
    String field = given.getFirst().name();
    lists.add(line(oneLine(cell(cells, RULE)) + " of " + field + " {", cells, row, RULE));
    List<String> entries =
        cell(cells, field).equals("never")
            ? List.of()
            : RuleCell.split(cell(cells, field), ',').stream().map(RuleCell::labelled).toList();
    lists.add(line(oneLine(String.join(", ", entries)), cells, row, field));
    lists.add(line("}", cells, row, RULE));
  }

  private void readExample(List<String> cells, int row) {
    examples.add(line(oneLine(cell(cells, RULE)), cells, row, RULE));
    String separator = "";
    for (Dimension field : fields) {
      if (!isEmpty(cells, field)) {
        String value = oneLine(RuleCell.word(cell(cells, field.name())));
        examples.add(line(separator + field.name() + " " + value, cells, row, field.name()));
        separator = ", ";
      }
    }
    if (!cell(cells, FROM).isEmpty()) {
      examples.add(line("on " + oneLine(cell(cells, FROM)), cells, row, FROM));
    }
    String goal = cell(cells, TERRITORY);
    String written = goal.equals("nobody") ? goal : RuleCell.word(goal);
    examples.add(line("-> " + oneLine(written), cells, row, TERRITORY));
  }

  private void readRule(List<String> cells, int row) {
    rules++;
    String code = RuleCell.word(cell(cells, TERRITORY));
    if (cell(cells, TERRITORY).isEmpty()) {
      problems.add(
          new CellProblem.BadRow(
              "A rule has a territory", cell(cells, RULE), place(row, TERRITORY)));
      return;
    }
    List<Line> lines = territories.computeIfAbsent(code, same -> new ArrayList<>());
    titles.putIfAbsent(code, line("territory " + oneLine(code), cells, row, TERRITORY));
    String id = cell(cells, RULE).isEmpty() ? "row-" + row : cell(cells, RULE);
    lines.add(line("  rule " + oneLine(RuleCell.word(id)), cells, row, RULE));
    addPriority(cells, row, lines);
    for (String period : List.of(FROM, UNTIL)) {
      if (!cell(cells, period).isEmpty()) {
        lines.add(line("    " + period + " " + oneLine(cell(cells, period)), cells, row, period));
      }
    }
    String opener = "    when ";
    for (Dimension field : fields) {
      if (!isEmpty(cells, field)) {
        String asked = RuleCell.condition(field, cell(cells, field.name()));
        lines.add(line(opener + oneLine(asked), cells, row, field.name()));
        opener = "     and ";
      }
    }
    if (opener.equals("    when ")) {
      lines.add(line("    when always", cells, row, RULE));
    }
  }

  private void addPriority(List<String> cells, int row, List<Line> lines) {
    String priority = cell(cells, PRIORITY);
    if (first && !priority.isEmpty()) {
      problems.add(
          new CellProblem.BadRow(
              "The hit policy `first` goes by the order of rows, so no row has a priority",
              priority,
              place(row, PRIORITY)));
    } else if (first) {
      lines.add(line("    priority " + rules, cells, row, RULE));
    } else if (!priority.isEmpty()) {
      lines.add(line("    priority " + oneLine(priority), cells, row, PRIORITY));
    }
  }

  private boolean isEmpty(List<String> cells, Dimension field) {
    return RuleCell.isAny(cell(cells, field.name()));
  }

  /** A cell without the apostrophe that keeps spreadsheets from running it. */
  private String cell(List<String> cells, String column) {
    Integer at = columns.get(column);
    String text = at == null || at >= cells.size() ? "" : cells.get(at).strip();
    boolean isKept =
        text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0;
    return isKept ? text.substring(1) : text;
  }

  private Line line(String text, List<String> cells, int row, String column) {
    return new Line(text, cell(cells, column), place(row, column));
  }

  private Place place(int row, String column) {
    return locating.place(row, columns.getOrDefault(column, -1));
  }

  /** A line of the text stands for one cell, whatever line ends the cell has. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\r\\n\\u0085\\u2028\\u2029]", " ");
  }

  private Text text(String name) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(header, header, headerPlace));
    lines.addAll(lists);
    territories.forEach((code, rulesOf) -> {
      Line title = titles.getOrDefault(code, lines.getFirst());
      lines.add(new Line(title.text() + " {", title.cell(), title.place()));
      lines.addAll(rulesOf);
      lines.add(new Line("}", title.cell(), title.place()));
    });
    lines.addAll(examples);
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return new Text(
        new Source(name, text.toString()),
        lines.stream().map(Line::cell).toList(),
        lines.stream().map(Line::place).toList());
  }
}
