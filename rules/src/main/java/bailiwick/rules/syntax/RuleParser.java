package bailiwick.rules.syntax;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import bailiwick.rules.source.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text form of rules, as {@code docs/reference/rules.ebnf} spells it out. After a problem
 * it goes on with the next rule, list, territory or example, so that one reading finds them all.
 */
public final class RuleParser {

  /** How deep conditions may be nested. */
  public static final int DEEPEST = 200;

  private static final Set<String> SECTIONS =
      Set.of("rules", "field", "territory", "list", "example");
  private static final Set<String> HEADER = Set.of("rules");
  private static final Set<String> RULE = Set.of("rule");

  private final TokenReader tokens;
  private final ConditionParser conditions;
  private final List<RuleProblem> problems;
  private final int usualPriority;
  private final List<Parsed> layers = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();
  private final List<TerritoryTitle> territories = new ArrayList<>();
  private final List<ValueList> lists = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Example> examples = new ArrayList<>();
  private String layer = "";
  private String version = "";
  private Span header = Span.NONE;
  private int told; // how many problems earlier layers had

  private RuleParser(Source source, int usualPriority, List<RuleProblem> problems) {
    this.problems = problems;
    this.usualPriority = usualPriority;
    this.tokens = new TokenReader(new Lexer(source, problems));
    this.conditions = new ConditionParser(tokens);
  }

  /**
   * Reads a file of one layer; never throws for what stands in it. A second layer is a problem.
   * O(length of the text).
   */
  public static Parsed parse(Source source) {
    return parse(source, Rule.DEFAULT_PRIORITY);
  }

  /**
   * The same, for files whose rules stand elsewhere than usual.
   *
   * @param usualPriority of a rule that names none
   */
  public static Parsed parse(Source source, int usualPriority) {
    List<Parsed> layers = parseLayers(source, usualPriority);
    Parsed first = layers.getFirst();
    if (layers.size() == 1) {
      return first;
    }
    List<RuleProblem> problems = new ArrayList<>(first.problems());
    Parsed second = layers.get(1);
    problems.add(
        new RuleProblem.SeveralLayers(
            first.rules().layer(), second.rules().layer(), second.header()));
    return new Parsed(first.rules(), first.header(), problems);
  }

  /** Reads a file of one or more layers, each with problems of its own. O(length of the text). */
  public static List<Parsed> parseLayers(Source source) {
    return parseLayers(source, Rule.DEFAULT_PRIORITY);
  }

  private static List<Parsed> parseLayers(Source source, int usualPriority) {
    var parser = new RuleParser(source, usualPriority, new ArrayList<>());
    parser.file();
    return List.copyOf(parser.layers);
  }

  private void file() {
    recovering(this::header, this::atSection);
    while (!tokens.atEnd()) {
      if (tokens.startsLineWith(HEADER)) {
        endLayer();
        recovering(this::header, this::atSection);
      } else {
        recovering(this::section, this::atSection);
      }
    }
    endLayer();
  }

  private void endLayer() {
    layers.add(
        new Parsed(
            new RuleSet(layer, version, fields, territories, lists, rules, examples),
            header,
            problems.subList(told, problems.size())));
    List.of(fields, territories, lists, rules, examples).forEach(List::clear);
    layer = "";
    version = "";
    header = Span.NONE;
    told = problems.size();
  }

  private void header() {
    tokens.expectWord("rules");
    Token name = tokens.name("the name of a layer");
    layer = name.text();
    header = name.span();
    if (tokens.skipWord("version")) {
      version = tokens.name("the name of a version").text();
    }
  }

  private void section() {
    Token opener = tokens.take();
    switch (opener.kind() == Token.Kind.WORD ? opener.text() : "") {
      case "field" -> field();
      case "list" -> list();
      case "territory" -> territory();
      case "example" -> example();
      default -> throw ParseFailure.unexpected("`field`, `list`, `territory` or `example`", opener);
    }
  }

  private void field() {
    Token name = tokens.expect(Token.Kind.WORD, "the name of a field");
    tokens.expectWord("of");
    Field.Kind kind = kind();
    int decimals =
        kind == Field.Kind.NUMBER && tokens.skipWord("decimals") ? tokens.wholeNumber() : 0;
    List<Value> values = List.of();
    Interval numbers = null;
    if (kind == Field.Kind.NUMBER) {
      boolean bounded = tokens.peek().kind() == Token.Kind.WORD && tokens.peek().isInterval();
      numbers = bounded ? conditions.interval() : null;
    } else if (tokens.skipSign("{")) {
      values = fieldValues();
    }
    boolean known = tokens.skipWord("known");
    fields.add(new Field(name.text(), kind, decimals, values, numbers, known, name.span()));
  }

  private Field.Kind kind() {
    Token token = tokens.take();
    for (Field.Kind kind : Field.Kind.values()) {
      if (token.isWord(kind.word())) {
        return kind;
      }
    }
    throw ParseFailure.unexpected("`words`, `code`, `nace`, `nace-2.1`, `area` or `number`", token);
  }

  private List<Value> fieldValues() {
    List<Value> values = new ArrayList<>();
    do {
      if (tokens.peek().isSign("}") && !values.isEmpty()) {
        break;
      }
      values.add(tokens.value());
    } while (tokens.skipSign(","));
    tokens.expectSign("}");
    return values;
  }

  private void list() {
    Token name = tokens.name("the name of a list");
    tokens.expectWord("of");
    Token dimension = tokens.expect(Token.Kind.WORD, "the name of a field");
    tokens.expectSign("{");
    List<ValueList.Entry> entries = new ArrayList<>();
    while (!tokens.peek().isSign("}")) {
      Value value = tokens.value();
      Token label = tokens.peek().kind() == Token.Kind.TEXT ? tokens.take() : null;
      entries.add(new ValueList.Entry(value, label == null ? "" : label.text()));
      if (!tokens.skipSign(",")) {
        break;
      }
    }
    tokens.expectSign("}");
    lists.add(new ValueList(name.text(), dimension.text(), entries, name.span()));
  }

  private void territory() {
    Token code = tokens.name("the code of a territory");
    Token name = tokens.peek().kind() == Token.Kind.TEXT ? tokens.take() : null;
    var territory = new TerritoryCode(code.text());
    Scope scope = scope();
    territories.add(
        new TerritoryTitle(territory, name == null ? "" : name.text(), scope, code.span()));
    tokens.expectSign("{");
    while (!tokens.atEnd() && !tokens.peek().isSign("}") && !atSection()) {
      recovering(() -> rule(territory), this::atRuleOrEnd);
    }
    tokens.expectSign("}");
  }

  private Scope scope() {
    Token above = tokens.skipWord("under") ? tokens.name("the code of the territory above") : null;
    return new Scope(
        above == null ? null : new Value(above.text(), above.span()),
        tokens.skipWord("when") ? conditions.condition() : Condition.All.ALWAYS,
        except());
  }

  private Condition except() {
    if (!tokens.skipWord("except")) {
      return Condition.Any.NEVER;
    }
    tokens.expectWord("when");
    return conditions.condition();
  }

  private void rule(TerritoryCode territory) {
    tokens.expectWord("rule");
    Token id = tokens.name("the id of a rule");
    int priority = tokens.skipWord("priority") ? tokens.wholeNumber() : usualPriority;
    Period period = period();
    tokens.expectWord("when");
    Condition condition = conditions.condition();
    rules.add(
        new Rule(
            new RuleId(id.text()), priority, period, territory, condition, except(), id.span()));
  }

  private Period period() {
    Span start = tokens.peek().span();
    Span end = start;
    LocalDate from = null;
    LocalDate until = null;
    if (tokens.skipWord("from")) {
      end = tokens.peek().span();
      from = tokens.date();
    }
    if (tokens.skipWord("until")) {
      end = tokens.peek().span();
      until = tokens.date();
    }
    return from == null && until == null ? Period.ALWAYS : new Period(from, until, start.to(end));
  }

  private void example() {
    String name = tokens.peek().kind() == Token.Kind.TEXT ? tokens.take().text() : "";
    List<Example.Given> given = new ArrayList<>();
    if (!tokens.peek().isSign("->") && !tokens.peek().isWord("on")) {
      do {
        given.add(new Example.Given(tokens.field(), tokens.value()));
      } while (tokens.skipSign(","));
    }
    LocalDate day = tokens.skipWord("on") ? tokens.date() : null;
    Span arrow = tokens.expectSign("->").span();
    Token goal = tokens.name("the code of a territory or `nobody`");
    examples.add(new Example(name, given, day, territoryOf(goal), arrow.to(goal.span())));
  }

  private static @Nullable TerritoryCode territoryOf(Token goal) {
    return goal.isWord("nobody") ? null : new TerritoryCode(goal.text());
  }

  private void recovering(Runnable part, BooleanSupplier resume) {
    int before = tokens.taken();
    try {
      part.run();
    } catch (ParseFailure failure) {
      problems.add(failure.problem());
      if (tokens.taken() == before && !resume.getAsBoolean()) {
        tokens.take();
      }
      while (!tokens.atEnd() && !resume.getAsBoolean()) {
        tokens.take();
      }
    }
  }

  private boolean atSection() {
    return tokens.startsLineWith(SECTIONS);
  }

  private boolean atRuleOrEnd() {
    return tokens.startsLineWith(RULE) || tokens.peek().isSign("}") || atSection();
  }
}
