package bailiwick.rules.syntax;

import bailiwick.core.alignment.TerritoryCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rules in their text form, one way only: the same rules always give the same text. */
public final class RulePrinter {

  private static final int WIDTH = 100;

  // Bare words that mean something where a name or a value may stand, or would puzzle a reader.
  static final Set<String> KEYWORDS =
      Set.of(
          "rules",
          "version",
          "list",
          "of",
          "territory",
          "rule",
          "priority",
          "when",
          "and",
          "or",
          "not",
          "always",
          "never",
          "is",
          "starts",
          "in",
          "within",
          "unknown",
          "example",
          "on",
          "from",
          "until",
          "except",
          "under",
          "field",
          "words",
          "code",
          "nace",
          "area",
          "number",
          "decimals",
          "known",
          "tag",
          "nobody");

  private final StringBuilder text = new StringBuilder();

  private RulePrinter() {}

  /** The whole rule set as a rule file. */
  public static String print(RuleSet rules) {
    var printer = new RulePrinter();
    printer.header(rules);
    printer.fields(rules.fields());
    rules.lists().forEach(printer::list);
    Map<TerritoryCode, List<Rule>> rulesOf =
        rules.rules().stream().collect(Collectors.groupingBy(Rule::territory));
    for (TerritoryTitle title : rules.territories()) {
      printer.territory(title, rulesOf.getOrDefault(title.code(), List.of()));
    }
    printer.examples(rules.examples());
    return printer.text.toString();
  }

  /** Several layers as one rule file. */
  public static String print(List<RuleSet> layers) {
    return layers.stream().map(RulePrinter::print).collect(Collectors.joining("\n"));
  }

  /** A condition on one line. */
  public static String print(Condition condition) {
    return String.join(" ", ConditionPrinter.pieces(condition));
  }

  /** Whether a bare word means something, so that it stands in quotes as a name or a value. */
  public static boolean isWordOfTheLanguage(String word) {
    return KEYWORDS.contains(word);
  }

  /** A name or value as it must stand in a rule file: bare where that is safe, else in quotes. */
  public static String quoteIfNeeded(String value) {
    boolean bare = Lexer.isWord(value) && !KEYWORDS.contains(value) && !value.contains("->");
    return bare ? value : quote(value);
  }

  static String quote(String value) {
    return '"'
        + value
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + '"';
  }

  private void header(RuleSet rules) {
    text.append("rules ").append(quoteIfNeeded(rules.layer()));
    if (!rules.version().isEmpty()) {
      text.append(" version ").append(quoteIfNeeded(rules.version()));
    }
    text.append('\n');
  }

  private void fields(List<Field> fields) {
    if (!fields.isEmpty()) {
      text.append('\n');
    }
    for (Field field : fields) {
      List<String> pieces = new ArrayList<>(List.of("of", field.kind().word()));
      if (field.decimals() > 0) {
        pieces.addAll(List.of("decimals", String.valueOf(field.decimals())));
      }
      Interval numbers = field.numbers();
      if (numbers != null) {
        pieces.add(numbers.shown());
      }
      if (!field.values().isEmpty()) {
        pieces.add("{");
        pieces.addAll(ConditionPrinter.separated(ConditionPrinter.texts(field.values())));
        pieces.add("}");
      }
      if (field.known()) {
        pieces.add("known");
      }
      fill("field " + field.name(), pieces);
    }
  }

  private void list(ValueList list) {
    text.append("\nlist %s of %s {\n".formatted(quoteIfNeeded(list.name()), list.dimension()));
    String separator = "  ";
    for (ValueList.Entry entry : list.entries()) {
      text.append(separator).append(quoteIfNeeded(entry.value().text()));
      if (!entry.label().isEmpty()) {
        text.append(' ').append(quote(entry.label()));
      }
      separator = ",\n  ";
    }
    text.append(list.entries().isEmpty() ? "}\n" : "\n}\n");
  }

  private void territory(TerritoryTitle title, List<Rule> rules) {
    text.append("\nterritory ").append(quoteIfNeeded(title.code().value()));
    if (!title.name().isEmpty()) {
      text.append(' ').append(quote(title.name()));
    }
    Value under = title.scope().under();
    if (under != null) {
      text.append(" under ").append(quoteIfNeeded(under.text()));
    }
    String asked = asked(title.scope(), "  ");
    text.append(asked.isEmpty() ? " {\n" : "\n" + asked + "{\n");
    rules.forEach(this::rule);
    text.append("}\n");
  }

  private static String asked(Scope scope, String indent) {
    var inner = new RulePrinter();
    if (!isPrintedAs(scope.when(), "always")) {
      inner.condition(indent + "when", indent + " and", scope.when());
    }
    if (!isPrintedAs(scope.except(), "never")) {
      inner.condition(indent + "except when", indent + "        and", scope.except());
    }
    return inner.text.toString();
  }

  private static boolean isPrintedAs(Condition condition, String word) {
    return ConditionPrinter.pieces(condition).equals(List.of(word));
  }

  private void rule(Rule rule) {
    text.append("  rule ").append(quoteIfNeeded(rule.id().value()));
    text.append(" priority ").append(rule.priority());
    period(rule.period());
    text.append('\n');
    condition("    when", "     and", rule.condition());
    if (!isPrintedAs(rule.except(), "never")) {
      condition("    except when", "            and", rule.except());
    }
  }

  private void condition(String opener, String further, Condition condition) {
    List<Condition> lines = linesOf(condition);
    if (lines.size() == 1) {
      fill(opener, ConditionPrinter.pieces(lines.getFirst()));
      return;
    }
    String start = opener;
    for (Condition line : lines) {
      fill(start, ConditionPrinter.piecesOfAll(line));
      start = further;
    }
  }

  private void period(Period period) {
    if (period.from() != null) {
      text.append(" from ").append(period.from());
    }
    if (period.until() != null) {
      text.append(" until ").append(period.until());
    }
  }

  // The parts of a condition that must all hold stand on lines of their own.
  private static List<Condition> linesOf(Condition condition) {
    if (condition instanceof Condition.Any any && any.parts().size() == 1) {
      return linesOf(any.parts().getFirst());
    }
    if (condition instanceof Condition.All all && !all.parts().isEmpty()) {
      return all.parts().size() == 1 ? linesOf(all.parts().getFirst()) : all.parts();
    }
    return List.of(condition);
  }

  private void fill(String opener, List<String> pieces) {
    text.append(opener);
    int column = opener.length();
    for (String piece : pieces) {
      if (column + 1 + piece.length() > WIDTH) {
        text.append("\n       ");
        column = 7;
      }
      text.append(' ').append(piece);
      column += 1 + piece.length();
    }
    text.append('\n');
  }

  private void examples(List<Example> examples) {
    if (!examples.isEmpty()) {
      text.append('\n');
    }
    for (Example example : examples) {
      text.append("example ");
      if (!example.name().isEmpty()) {
        text.append(quote(example.name())).append(' ');
      }
      text.append(
          example.given().stream()
              .map(given -> given.dimension().text() + " " + valueOf(given))
              .collect(Collectors.joining(", ")));
      text.append(example.given().isEmpty() ? "" : " ");
      text.append(example.day() == null ? "" : "on %s ".formatted(example.day())).append("-> ");
      text.append(goal(example.expected())).append('\n');
    }
  }

  private static String valueOf(Example.Given given) {
    return quoteIfNeeded(given.value().text());
  }

  private static String goal(@Nullable TerritoryCode expected) {
    return expected == null ? "nobody" : quoteIfNeeded(expected.value());
  }
}
