package bailiwick.rules.table;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Example;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.Parsed;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleParser;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.Scope;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.syntax.ValueList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes rules as a table that {@link RuleRows} reads: the same rules come back. Not thread-safe.
 */
public final class RuleRowsWriter {

  /** What needs no quotes in a cell. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}/._:-]*[\\p{L}\\p{N}])?");

  /** A cell for which nothing holds, and a list without values. */
  private static final String NEVER = "never";

  private static final String UNKNOWN = "unknown";

  private final RuleSet rules;
  private final List<String> header = new ArrayList<>(RuleRows.FIXED);
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private RuleRowsWriter(RuleSet rules, Dimensions dimensions) {
    this.rules = rules;
    header.addAll(dimensions.names().stream().filter(this::isAsked).toList());
    if (header.size() == RuleRows.FIXED.size()) {
      header.add(dimensions.names().getFirst());
    }
  }

  /**
   * A table.
   *
   * @param rows cells, as many as the header has
   */
  public record Table(List<String> header, List<List<String>> rows) {
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Writes rules.
   *
   * @param dimensions that they may ask about
   * @throws ProblemException with every rule that joins fields by or, or in another way that no row
   *     has, and when the table would not say all that the rules do
   */
  public static Table table(RuleSet rules, Dimensions dimensions) {
    requirePlain(rules, dimensions);
    var writer = new RuleRowsWriter(rules, dimensions);
    writer.write();
    if (!writer.problems.isEmpty()) {
      throw new ProblemException(writer.problems);
    }
    var table = new Table(writer.header, writer.rows);
    requireSame(rules, table, dimensions);
    return table;
  }

  /** Rows have no cells for what stands around rules. */
  private static void requirePlain(RuleSet rules, Dimensions dimensions) {
    List<Problem> problems = new ArrayList<>();
    if (!rules.fields().isEmpty()) {
      problems.add(new CellProblem.NoTable("they declare fields of their own"));
    }
    for (TerritoryTitle title : rules.territories()) {
      if (!title.scope().equals(Scope.ANY)) {
        problems.add(
            new CellProblem.NoTable(
                "the territory `%s` asks something itself, or stands under another"
                    .formatted(title.code().value())));
      }
    }
    for (ValueList list : rules.lists()) {
      if (dimensions.names().stream().noneMatch(list.dimension()::equals)) {
        problems.add(
            new CellProblem.NoTable(
                "the list `%s` is of `%s`, which has no column"
                    .formatted(list.name(), list.dimension())));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  /** All but the conditions must come back as they were, whatever else rules may have. */
  private static void requireSame(RuleSet rules, Table table, Dimensions dimensions) {
    RuleRows.Text text =
        RuleRows.text("", table.header(), table.rows(), dimensions, (r, c) -> Place.WHOLE);
    Parsed parsed = RuleParser.parse(text.source());
    boolean isSame = parsed.problems().isEmpty() && bare(rules).equals(bare(parsed.rules()));
    if (!isSame) {
      throw ProblemException.of(
          new CellProblem.NoTable("they have parts for which a table has no cells"));
    }
  }

  private static String bare(RuleSet rules) {
    Condition always = new Condition.All(List.of(), Span.NONE);
    return RulePrinter.print(
        new RuleSet(
            rules.layer(),
            rules.version(),
            rules.territories(),
            rules.lists(),
            rules.rules().stream().map(rule -> rule.withCondition(always)).toList(),
            rules.examples()));
  }

  private boolean isAsked(String field) {
    return rules.rules().stream().anyMatch(rule -> rule.condition().asksAbout(field))
        || rules.lists().stream().anyMatch(list -> list.dimension().equals(field))
        || rules.examples().stream()
            .flatMap(example -> example.given().stream())
            .anyMatch(given -> given.dimension().text().equals(field));
  }

  private void write() {
    String version =
        rules.version().isEmpty() ? "" : " version " + RulePrinter.quoteIfNeeded(rules.version());
    row(Map.of(RuleRows.RULE, "rules " + RulePrinter.quoteIfNeeded(rules.layer()) + version));
    rules.territories().forEach(this::territory);
    rules.lists().forEach(this::list);
    rules.rules().forEach(this::rule);
    rules.examples().forEach(this::example);
  }

  private void row(Map<String, String> cells) {
    rows.add(header.stream().map(column -> cells.getOrDefault(column, "")).toList());
  }

  private void territory(TerritoryTitle title) {
    String name = title.name().isEmpty() ? "" : " " + Literal.quoted(title.name());
    row(Map.of(RuleRows.RULE, "territory " + plain(title.code().value()) + name));
  }

  private void list(ValueList list) {
    String entries =
        list.entries().stream()
            .map(entry ->
                plain(entry.value().text())
                    + (entry.label().isEmpty() ? "" : " " + Literal.quoted(entry.label())))
            .collect(Collectors.joining(", "));
    row(
        Map.of(
            RuleRows.RULE,
            "list " + RulePrinter.quoteIfNeeded(list.name()),
            list.dimension(),
            entries.isEmpty() ? NEVER : entries));
  }

  private void rule(Rule rule) {
    Map<String, String> cells = new HashMap<>();
    cells.put(RuleRows.RULE, plain(rule.id().value()));
    cells.put(RuleRows.TERRITORY, plain(rule.territory().value()));
    cells.put(RuleRows.PRIORITY, String.valueOf(rule.priority()));
    cells.put(RuleRows.FROM, day(rule.period().from()));
    cells.put(RuleRows.UNTIL, day(rule.period().until()));
    Map<String, List<String>> asked = new LinkedHashMap<>();
    try {
      if (!rule.except().equals(Condition.Any.NEVER)) {
        throw new Unfit("it leaves subjects out by `except`");
      }
      ask(rule.condition(), false, asked);
    } catch (Unfit unfit) {
      problems.add(
          new CellProblem.DoesNotFit(
              rule.id().value(), unfit.why, rule.condition().span().place()));
    }
    asked.forEach((field, parts) -> cells.put(field, String.join("; ", parts)));
    row(cells);
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private void example(Example example) {
    Map<String, String> cells = new HashMap<>();
    String name = example.name().isEmpty() ? "" : " " + Literal.quoted(example.name());
    cells.put(RuleRows.RULE, "example" + name);
    cells.put(
        RuleRows.TERRITORY,
        example.expected() == null ? "nobody" : plain(example.expected().value()));
    cells.put(RuleRows.FROM, day(example.day()));
    for (Example.Given given : example.given()) {
      cells.put(given.dimension().text(), plain(given.value().text()));
    }
    row(cells);
  }

  /** Leaves a condition for which no row has cells. */
  private static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String why;

    Unfit(String why) {
      super(why, null, false, false);
      this.why = why;
    }
  }

  /** Adds what a condition, or its complement, asks of each field; all of it must hold. */
  private void ask(Condition condition, boolean not, Map<String, List<String>> asked) {
    switch (condition) {
      case Condition.Not inner -> ask(inner.part(), !not, asked);
      case Condition.All all when !not || all.parts().size() == 1 ->
          all.parts().forEach(part -> ask(part, not, asked));
      case Condition.Any any when not || any.parts().size() == 1 ->
          any.parts().forEach(part -> ask(part, not, asked));
      case Condition.All all when all.parts().isEmpty() -> addNever(asked);
      case Condition.Any any when any.parts().isEmpty() -> addNever(asked);
      case Condition.All all -> throw new Unfit("it denies several questions together");
      case Condition.Any any -> {
        List<Condition.Atom> atoms = atomsOfOneField(any.parts());
        add(atoms.getFirst().dimension(), false, items(atoms), asked);
      }
      case Condition.Atom atom -> add(atom.dimension(), not, items(List.of(atom)), asked);
    }
  }

  private void addNever(Map<String, List<String>> asked) {
    add(header.getLast(), false, List.of(NEVER), asked);
  }

  private static List<Condition.Atom> atomsOfOneField(List<Condition> parts) {
    List<Condition.Atom> atoms = new ArrayList<>();
    for (Condition part : parts) {
      if (!(part instanceof Condition.Atom atom)) {
        throw new Unfit("it joins questions of several kinds by `or`");
      }
      atoms.add(atom);
    }
    List<String> fields = atoms.stream().map(Condition.Atom::dimension).distinct().toList();
    if (fields.size() > 1) {
      throw new Unfit("it joins the fields %s by `or`".formatted(String.join(" and ", fields)));
    }
    return atoms;
  }

  private void add(
      String field, boolean not, Collection<String> items, Map<String, List<String>> asked) {
    if (!header.contains(field)) {
      throw new Unfit("it asks about `%s`, which is no known field".formatted(field));
    }
    List<String> said = items.isEmpty() ? List.of(NEVER) : List.copyOf(items);
    String part = (not ? "not " : "") + String.join(", ", said);
    asked.computeIfAbsent(field, first -> new ArrayList<>()).add(part);
  }

  /** What any of some questions may be answered with: values, beginnings, lists, the unknown. */
  private static List<String> items(List<Condition.Atom> atoms) {
    List<String> values = new ArrayList<>();
    List<String> beginnings = new ArrayList<>();
    List<String> lists = new ArrayList<>();
    for (Condition.Atom atom : atoms) {
      switch (atom) {
        case Condition.In in -> in.values().forEach(value -> values.add(plain(value.text())));
        case Condition.Within in -> in.areas().forEach(area -> values.add(plain(area.text())));
        case Condition.Range in -> in.intervals().forEach(each -> values.add(interval(each)));
        case Condition.Prefix prefix ->
            prefix.prefixes().forEach(code -> beginnings.add(plain(code.text()) + "*"));
        case Condition.Listed listed ->
            lists.add("list " + RulePrinter.quoteIfNeeded(listed.list().text()));
      }
    }
    List<String> items = new ArrayList<>(values);
    items.addAll(beginnings);
    items.addAll(lists);
    if (atoms.stream().anyMatch(Condition.Atom::unknown)) {
      items.add(UNKNOWN);
    }
    return items;
  }

  private static String interval(Interval interval) {
    BigDecimal low = interval.low();
    BigDecimal high = interval.high();
    return low != null && high != null && low.compareTo(high) == 0
        ? low.toPlainString()
        : bound(low) + ".." + bound(high);
  }

  private static String bound(@Nullable BigDecimal bound) {
    return bound == null ? "" : bound.toPlainString();
  }

  /** A name or value as a cell has it: bare where nothing in it means anything there. */
  private static String plain(String value) {
    boolean isBare =
        PLAIN.matcher(value).matches() && RulePrinter.quoteIfNeeded(value).equals(value);
    return isBare ? value : Literal.quoted(value);
  }
}
