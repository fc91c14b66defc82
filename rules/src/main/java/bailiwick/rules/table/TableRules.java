package bailiwick.rules.table;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.source.Span;
import bailiwick.rules.space.Domain;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.table.DecisionTable.Output;
import bailiwick.rules.table.DecisionTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A decision table as rules: what a row says is its territory, and its hit policy their priorities,
 * so that the proof of rules is the proof of the table. Immutable.
 *
 * <table>
 * <caption>How a hit policy becomes rules</caption>
 * <tr><th>hit policy</th><th>territory</th><th>priority</th></tr>
 * <tr><td>unique</td><td>the row</td><td>all alike</td></tr>
 * <tr><td>any</td><td>the outputs</td><td>all alike</td></tr>
 * <tr><td>first</td><td>the row</td><td>the row's number</td></tr>
 * <tr><td>priority</td><td>the outputs</td><td>the place of the outputs in their lists</td></tr>
 * <tr><td>collect, rule order, output order</td><td>the row</td><td>the row's number</td></tr>
 * </table>
 */
final class TableRules {

  private final DecisionTable table;
  private final TableInputs columns;
  private final List<Problem> warnings;
  private final CheckedRules checked;

  private TableRules(
      DecisionTable table, TableInputs columns, List<Problem> warnings, CheckedRules checked) {
    this.table = table;
    this.columns = columns;
    this.warnings = warnings;
    this.checked = checked;
  }

  /**
   * Makes rules of a table. O(cells).
   *
   * @throws ProblemException with every entry that does not fit its column
   */
  static TableRules of(DecisionTable table) {
    List<Problem> problems = new ArrayList<>();
    Map<Integer, TableColumn> columns = TableColumns.of(table, problems);
    List<Integer> ranks = ranks(table, problems);
    if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
      throw new ProblemException(problems);
    }
    List<Rule> rules = new ArrayList<>(table.rows().size());
    Map<TerritoryCode, TerritoryTitle> territories = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      var territory = new TerritoryCode(territory(table, row));
      territories.putIfAbsent(territory, new TerritoryTitle(territory, "", Span.NONE));
      rules.add(
          new Rule(
              new RuleId(String.valueOf(row.number())),
              ranks.get(row.number() - 1),
              territory,
              condition(row, columns),
              row.span()));
    }
    var inputs = new TableInputs(columns.values().stream().distinct().toList());
    RuleSet set = RuleSet.of(table.id(), "", List.copyOf(territories.values()), rules);
    return new TableRules(table, inputs, problems, new CheckedRules(set, inputs.dimensions()));
  }

  private static String territory(DecisionTable table, Row row) {
    return switch (table.hitPolicy()) {
      case ANY, PRIORITY -> "= " + String.join(", ", row.says());
      case UNIQUE, FIRST, COLLECT, RULE_ORDER, OUTPUT_ORDER -> "row " + row.number();
    };
  }

  /** What a row asks of the inputs that have a column. */
  static Condition condition(Row row, Map<Integer, TableColumn> columns) {
    List<Condition> parts = new ArrayList<>();
    columns.forEach((place, column) -> {
      UnaryTests cell = row.cells().get(place);
      if (!cell.isAny()) {
        parts.add(column.condition(cell));
      }
    });
    return new Condition.All(parts, row.span());
  }

  /** The priority of each row by the hit policy. */
  static List<Integer> ranks(DecisionTable table, List<Problem> problems) {
    return switch (table.hitPolicy()) {
      case UNIQUE, ANY -> table.rows().stream().map(row -> 1).toList();
      case FIRST, COLLECT, RULE_ORDER, OUTPUT_ORDER ->
          table.rows().stream().map(Row::number).toList();
      case PRIORITY -> byOutputs(table, problems);
    };
  }

  /** Rows by the places of their outputs in the lists of values, the first list before the next. */
  private static List<Integer> byOutputs(DecisionTable table, List<Problem> problems) {
    if (table.outputs().stream().allMatch(output -> output.values().isEmpty())) {
      problems.add(new TableProblem.NoOrder(table.hitPolicy().words(), table.span()));
      return List.of();
    }
    TreeMap<List<Integer>, List<Row>> rowsOf = new TreeMap<>(TableRules::compare);
    for (Row row : table.rows()) {
      rowsOf.computeIfAbsent(places(table, row, problems), places -> new ArrayList<>()).add(row);
    }
    Integer[] ranks = new Integer[table.rows().size()];
    int rank = 0;
    for (List<Row> same : rowsOf.values()) {
      rank++;
      for (Row row : same) {
        ranks[row.number() - 1] = rank;
      }
    }
    return List.of(ranks);
  }

  private static List<Integer> places(DecisionTable table, Row row, List<Problem> problems) {
    List<Integer> places = new ArrayList<>();
    for (int column = 0; column < table.outputs().size(); column++) {
      Output output = table.outputs().get(column);
      if (!output.values().isEmpty()) {
        int place = output.values().indexOf(row.says().get(column));
        if (place < 0) {
          problems.add(
              new TableProblem.OutputNotListed(
                  row.says().get(column),
                  output.name(),
                  output.values().stream().limit(20).collect(Collectors.joining(", ")),
                  row.outputSpans().get(column)));
        }
        places.add(place);
      }
    }
    return places;
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < one.size(); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** What deserves a second look. */
  List<Problem> warnings() {
    return warnings;
  }

  /** The rules, each with its row's number for an id. */
  CheckedRules checked() {
    return checked;
  }

  /** Which values there are, by the names of dimensions. */
  Map<String, Domain> domains() {
    return columns.domains();
  }

  /** The columns in order, each once. */
  TableInputs columns() {
    return columns;
  }

  /** The row of a rule. */
  Row row(Rule rule) {
    return table.rows().get(Integer.parseInt(rule.id().value()) - 1);
  }
}
