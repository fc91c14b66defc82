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

  private static final Set<String> SECTIONS = Set.of("territory", "list", "example");
  private static final Set<String> RULE = Set.of("rule");

  private final TokenReader tokens;
  private final ConditionParser conditions;
  private final List<RuleProblem> problems;
  private final int usualPriority;
  private final List<TerritoryTitle> territories = new ArrayList<>();
  private final List<ValueList> lists = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Example> examples = new ArrayList<>();
  private String layer = "";
  private String version = "";
  private Span header = Span.NONE;

  private RuleParser(Source source, int usualPriority, List<RuleProblem> problems) {
    this.problems = problems;
    this.usualPriority = usualPriority;
    this.tokens = new TokenReader(new Lexer(source, problems));
    this.conditions = new ConditionParser(tokens);
  }

  /** Reads a file; never throws for what stands in it. O(length of the text). */
  public static Parsed parse(Source source) {
    return parse(source, Rule.DEFAULT_PRIORITY);
  }

  /**
   * The same, for files whose rules stand elsewhere than usual.
   *
   * @param usualPriority of a rule that names none
   */
  public static Parsed parse(Source source, int usualPriority) {
    List<RuleProblem> problems = new ArrayList<>();
    var parser = new RuleParser(source, usualPriority, problems);
    parser.file();
    return new Parsed(parser.ruleSet(), parser.header, problems);
  }

  private RuleSet ruleSet() {
    return new RuleSet(layer, version, territories, lists, rules, examples);
  }

  private void file() {
    recovering(this::header, this::atSection);
    while (!tokens.atEnd()) {
      recovering(this::section, this::atSection);
    }
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
      case "list" -> list();
      case "territory" -> territory();
      case "example" -> example();
      default -> throw ParseFailure.unexpected("`list`, `territory` or `example`", opener);
    }
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
    territories.add(new TerritoryTitle(territory, name == null ? "" : name.text(), code.span()));
    tokens.expectSign("{");
    while (!tokens.atEnd() && !tokens.peek().isSign("}") && !atSection()) {
      recovering(() -> rule(territory), this::atRuleOrEnd);
    }
    tokens.expectSign("}");
  }

  private void rule(TerritoryCode territory) {
    tokens.expectWord("rule");
    Token id = tokens.name("the id of a rule");
    int priority = tokens.skipWord("priority") ? tokens.wholeNumber() : usualPriority;
    Period period = period();
    tokens.expectWord("when");
    Condition condition = conditions.condition();
    rules.add(new Rule(new RuleId(id.text()), priority, period, territory, condition, id.span()));
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
