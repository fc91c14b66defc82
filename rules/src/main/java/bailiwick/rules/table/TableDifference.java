package bailiwick.rules.table;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.Extent;
import bailiwick.rules.proof.RuleDifference;
import bailiwick.rules.source.Span;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.table.DecisionTable.Output;
import bailiwick.rules.table.DecisionTable.Row;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where two versions of a decision table say otherwise, over all their inputs together. What a row
 * says is its outputs; where rows contradict each other, the first of them counts. Immutable.
 *
 * <p>Inputs are known by their expressions, so columns may stand in another order, and what only
 * one version asks for is an input of both. An input has the values that either version lists;
 * where one that asks for it lists none, it may have any.
 */
public final class TableDifference {

  /** How many boxes of a move are told. */
  private static final int MOST_REGIONS = 5;

  private static final String OUTPUTS = "= "; // no territory is blank

  private final DecisionTable before;
  private final DecisionTable after;
  private final TableInputs inputs;
  private final RuleSpace space;
  private final RuleDifference difference;
  private final List<Problem> warnings;

  private TableDifference(
      DecisionTable before,
      DecisionTable after,
      TableInputs inputs,
      RuleSpace space,
      RuleDifference difference,
      List<Problem> warnings) {
    this.before = before;
    this.after = after;
    this.inputs = inputs;
    this.space = space;
    this.difference = difference;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Compares two versions.
   *
   * @throws ProblemException when several rows decide together, when the outputs are not the same,
   *     and with every entry that does not fit its column
   */
  public static TableDifference of(DecisionTable before, DecisionTable after, Budget budget) {
    requireComparable(before, after);
    List<Problem> problems = new ArrayList<>();
    Map<Integer, TableColumn> columns = TableColumns.of(joined(before, after), problems);
    List<Integer> ranks = TableRules.ranks(before, problems);
    List<Integer> laterRanks = TableRules.ranks(after, problems);
    if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
      throw new ProblemException(problems);
    }
    var inputs = new TableInputs(columns.values().stream().distinct().toList());
    CheckedRules earlier = rules(before, ranks, 0, columns, inputs);
    CheckedRules later = rules(after, laterRanks, before.inputs().size(), columns, inputs);
    RuleSpace space = RuleSpace.of(earlier, later, inputs.domains());
    return new TableDifference(
        before, after, inputs, space, RuleDifference.of(space, budget), problems);
  }

  private static void requireComparable(DecisionTable before, DecisionTable after) {
    for (DecisionTable table : List.of(before, after)) {
      if (table.hitPolicy().takesAll()) {
        String why =
            "by the hit policy %s all rows that hold decide together"
                .formatted(table.hitPolicy().words());
        throw ProblemException.of(new TableProblem.NotComparable(table.name(), why, table.span()));
      }
    }
    if (!outputs(before).equals(outputs(after))) {
      String why =
          "one has the outputs %s, the other %s".formatted(outputs(before), outputs(after));
      throw ProblemException.of(new TableProblem.NotComparable(after.name(), why, after.span()));
    }
  }

  private static List<String> outputs(DecisionTable table) {
    return table.outputs().stream().map(Output::name).toList();
  }

  /**
   * One table with the inputs of both, so that literals of both make the units of an input, with
   * the values that {@link JoinedInputs} gives it.
   */
  private static DecisionTable joined(DecisionTable before, DecisionTable after) {
    var joined = new JoinedInputs(before.inputs(), after.inputs());
    List<Row> rows = new ArrayList<>();
    int all = joined.inputs().size();
    before.rows().forEach(row -> rows.add(widened(row, 0, all)));
    after.rows().forEach(row -> rows.add(widened(row, before.inputs().size(), all)));
    rows.add(joined.named());
    return new DecisionTable(
        after.id(),
        after.decision(),
        after.name(),
        after.hitPolicy(),
        joined.inputs(),
        after.outputs(),
        rows,
        after.span());
  }

  /** A row whose cells stand at a place among all inputs; the others ask nothing. */
  private static Row widened(Row row, int place, int inputs) {
    List<UnaryTests> cells = new ArrayList<>();
    for (int input = 0; input < inputs; input++) {
      boolean isOwn = input >= place && input < place + row.cells().size();
      cells.add(
          isOwn ? row.cells().get(input - place) : new UnaryTests(false, List.of(), row.span()));
    }
    return new Row(row.id(), row.number(), cells, row.says(), row.outputSpans(), row.span());
  }

  private static CheckedRules rules(
      DecisionTable table,
      List<Integer> ranks,
      int place,
      Map<Integer, TableColumn> columns,
      TableInputs inputs) {
    List<Rule> rules = new ArrayList<>();
    Map<TerritoryCode, TerritoryTitle> territories = new LinkedHashMap<>();
    int all = place + table.inputs().size();
    Map<Integer, TableColumn> own = new LinkedHashMap<>();
    columns.forEach((input, column) -> {
      if (input >= place && input < all) {
        own.put(input, column);
      }
    });
    for (Row row : table.rows()) {
      rules.add(
          new Rule(
              new RuleId(String.valueOf(row.number())),
              ranks.get(row.number() - 1),
              territory(row.says(), territories),
              TableRules.condition(widened(row, place, all), own),
              row.span()));
    }
    if (table.hasDefault()) {
      List<String> usual =
          table.outputs().stream().map(output -> output.usual().orElse("null")).toList();
      rules.add(
          new Rule(
              new RuleId("default"),
              Integer.MAX_VALUE,
              territory(usual, territories),
              Condition.All.ALWAYS,
              Span.NONE));
    }
    return new CheckedRules(
        RuleSet.of(table.id(), "", List.copyOf(territories.values()), rules), inputs.dimensions());
  }

  private static TerritoryCode territory(
      List<String> says, Map<TerritoryCode, TerritoryTitle> territories) {
    var territory = new TerritoryCode(OUTPUTS + String.join(", ", says));
    territories.putIfAbsent(territory, new TerritoryTitle(territory, "", Span.NONE));
    return territory;
  }

  /**
   * Points whose outputs change.
   *
   * @param from the outputs before, empty where no row held and nothing else was said
   * @param to the outputs after, empty alike
   * @param points how many
   * @param witness one of them
   * @param regions the widest boxes, a few of them
   */
  public record Move(
      Optional<String> from,
      Optional<String> to,
      BigInteger points,
      Subject witness,
      List<TableRegion> regions) {
    public Move {
      regions = List.copyOf(regions);
    }
  }

  /** What changes, most points first. */
  public List<Move> moves() {
    return difference.moves().stream()
        .map(move ->
            new Move(
                move.from().map(TableDifference::outputs),
                move.to().map(TableDifference::outputs),
                move.points(),
                move.witness(),
                regions(move.where())))
        .toList();
  }

  private static String outputs(TerritoryCode territory) {
    return territory.value().substring(OUTPUTS.length());
  }

  private List<TableRegion> regions(Extent extent) {
    return extent.boxes(MOST_REGIONS).stream()
        .map(box -> inputs.region(space, box::runs, box.points()))
        .toList();
  }

  /** What deserves a second look, such as values that an input does not have. */
  public List<Problem> warnings() {
    return warnings;
  }

  /** The earlier version. */
  public DecisionTable before() {
    return before;
  }

  /** The later version. */
  public DecisionTable after() {
    return after;
  }

  /** How many points there are. */
  public BigInteger points() {
    return difference.points();
  }

  /** How many points were not looked into. */
  public BigInteger undecidedPoints() {
    return difference.undecided().points();
  }

  /** The widest boxes of what was not looked into, a few of them. */
  public List<TableRegion> undecidedRegions() {
    return regions(difference.undecided());
  }

  /** A point by the names of inputs; null where there is no value. */
  public Map<String, @Nullable Object> fields(Subject subject) {
    return inputs.fields(subject);
  }

  /** A point in words of FEEL. */
  public String words(Subject subject) {
    return inputs.words(subject);
  }

  /**
   * The tables of two files.
   *
   * @param compared those that both have
   * @param onlyBefore names of those that only the earlier file has
   * @param onlyAfter names of those that only the later file has
   */
  public record Files(
      List<TableDifference> compared, List<String> onlyBefore, List<String> onlyAfter) {
    public Files {
      compared = List.copyOf(compared);
      onlyBefore = List.copyOf(onlyBefore);
      onlyAfter = List.copyOf(onlyAfter);
    }
  }

  /**
   * Compares the tables of two files. Tables go together by the id of their decision, by their own
   * where it has none; two files of one table each hold its versions.
   *
   * @param budget of each table; time is that of all together
   * @throws ProblemException with what keeps any of them from being compared
   */
  public static Files of(List<DecisionTable> before, List<DecisionTable> after, Budget budget) {
    Map<String, DecisionTable> earlier = keyed(before);
    Map<String, DecisionTable> later = keyed(after);
    if (before.size() == 1 && after.size() == 1) {
      later = Map.of(earlier.keySet().iterator().next(), after.getFirst());
    }
    List<TableDifference> compared = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, DecisionTable> table : earlier.entrySet()) {
      DecisionTable same = later.get(table.getKey());
      if (same != null) {
        try {
          compared.add(of(table.getValue(), same, budget));
        } catch (ProblemException unfit) {
          problems.addAll(unfit.problems());
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new Files(compared, without(earlier, later), without(later, earlier));
  }

  private static Map<String, DecisionTable> keyed(List<DecisionTable> tables) {
    Map<String, DecisionTable> keyed = new LinkedHashMap<>();
    for (DecisionTable table : tables) {
      String key = table.decision().isEmpty() ? table.id() : table.decision();
      String free = key;
      for (int more = 2; keyed.containsKey(free); more++) {
        free = key + " " + more; // another table of the same decision
      }
      keyed.put(free, table);
    }
    return keyed;
  }

  private static List<String> without(
      Map<String, DecisionTable> tables, Map<String, DecisionTable> others) {
    return tables.entrySet().stream()
        .filter(table -> !others.containsKey(table.getKey()))
        .map(table -> table.getValue().name())
        .toList();
  }
}
