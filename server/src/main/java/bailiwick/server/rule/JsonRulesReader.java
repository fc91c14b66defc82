package bailiwick.server.rule;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.syntax.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads rules of a JSON document. Not thread-safe. */
final class JsonRulesReader {

  private static final String OPERATIONS = "one of and, or, not, in, prefix, between, within";

  private static final Set<String> KEYS =
      Set.of("op", "args", "arg", "field", "values", "lo", "hi");
  private static final Set<String> RULE_KEYS = Set.of("id", "territory", "priority", "when");

  private final List<RuleProblem> problems = new ArrayList<>();
  private final JsonDomains domains;
  private final Map<TerritoryCode, TerritoryTitle> territories = new LinkedHashMap<>();

  private JsonRulesReader(Set<String> prefixed) {
    this.domains = new JsonDomains(prefixed, problems);
  }

  static JsonRules read(Source source) {
    LocatedJson document = LocatedJson.read(source);
    Set<String> prefixed = new HashSet<>();
    collectPrefixed(document, prefixed);
    var reader = new JsonRulesReader(prefixed);
    RuleSet rules = reader.ruleSet(document);
    if (!reader.problems.isEmpty()) {
      throw new ProblemException(reader.problems);
    }
    return new JsonRules(rules, reader.domains);
  }

  private static void collectPrefixed(LocatedJson json, Set<String> prefixed) {
    switch (json) {
      case LocatedJson.Fields fields -> {
        if (fields.find("op") instanceof LocatedJson.Text op
            && op.value().equals("prefix")
            && fields.find("field") instanceof LocatedJson.Text field) {
          prefixed.add(field.value());
        }
        fields.all().values().forEach(value -> collectPrefixed(value, prefixed));
      }
      case LocatedJson.Items items -> items.all().forEach(item -> collectPrefixed(item, prefixed));
      case LocatedJson.Text text -> {}
      case LocatedJson.Amount amount -> {}
      case LocatedJson.Word word -> {}
    }
  }

  private RuleSet ruleSet(LocatedJson document) {
    List<Rule> rules = new ArrayList<>();
    if (document instanceof LocatedJson.Fields fields) {
      switch (fields.find("domain")) {
        case null -> domains.readNone();
        case LocatedJson.Fields declared -> domains.read(declared);
        case LocatedJson other -> unexpected("an object of domains", other);
      }
      for (LocatedJson rule : items(fields, "rules", "a list of rules")) {
        rule(rule).ifPresent(rules::add);
      }
    } else {
      unexpected("an object with rules", document);
    }
    return RuleSet.of("rules", "", List.copyOf(territories.values()), rules);
  }

  private Optional<Rule> rule(LocatedJson json) {
    if (!(json instanceof LocatedJson.Fields fields)) {
      unexpected("a rule", json);
      return Optional.empty();
    }
    requireKnown(fields, RULE_KEYS, "a rule");
    Optional<LocatedJson.Text> id = text(fields, "id", "the rule's id");
    Optional<LocatedJson.Text> code = text(fields, "territory", "the code of a territory");
    int priority = priority(fields);
    Condition condition = condition(fields.find("when"), fields);
    if (id.isEmpty() || code.isEmpty()) {
      return Optional.empty();
    }
    var territory = new TerritoryCode(code.get().value());
    territories.computeIfAbsent(territory, same -> new TerritoryTitle(same, "", code.get().span()));
    return Optional.of(
        new Rule(new RuleId(id.get().value()), priority, territory, condition, id.get().span()));
  }

  private int priority(LocatedJson.Fields fields) {
    LocatedJson given = fields.find("priority");
    if (given == null) {
      return Rule.DEFAULT_PRIORITY;
    }
    if (given instanceof LocatedJson.Amount amount) {
      try {
        return amount.value().intValueExact();
      } catch (ArithmeticException tooLarge) {
        unexpected("a whole number", given);
        return 0;
      }
    }
    unexpected("a whole number", given);
    return 0;
  }

  private Condition condition(@Nullable LocatedJson json, LocatedJson around) {
    if (!(json instanceof LocatedJson.Fields fields)) {
      unexpected("a condition", json == null ? around : json);
      return nothing(around);
    }
    Optional<LocatedJson.Text> op = text(fields, "op", OPERATIONS);
    Span span = op.map(LocatedJson.Text::span).orElse(fields.span());
    requireKnown(fields, KEYS, "a condition");
    return switch (op.map(LocatedJson.Text::value).orElse("")) {
      case "and" -> new Condition.All(conditions(fields), span);
      case "or" -> new Condition.Any(conditions(fields), span);
      case "not" -> new Condition.Not(negated(fields), span);
      case "in" -> question(fields, span, this::in);
      case "within" -> question(fields, span, this::in);
      case "prefix" -> question(fields, span, this::prefix);
      case "between" -> question(fields, span, this::between);
      case "" -> nothing(fields);
      default -> {
        op.ifPresent(other -> unexpected(OPERATIONS, other));
        yield nothing(fields);
      }
    };
  }

  private static Condition nothing(LocatedJson at) {
    return new Condition.Any(List.of(), at.span());
  }

  private List<Condition> conditions(LocatedJson.Fields fields) {
    return items(fields, "args", "a list of conditions").stream()
        .map(part -> condition(part, fields))
        .toList();
  }

  private Condition negated(LocatedJson.Fields fields) {
    if (fields.find("args") instanceof LocatedJson.Items items && items.all().size() == 1) {
      return condition(items.all().getFirst(), fields);
    }
    return condition(fields.find("arg"), fields);
  }

  /** Makes a question about a field that is known. */
  private interface Asking {
    Condition ask(JsonDomains.Field field, LocatedJson.Fields fields, Span span);
  }

  private Condition question(LocatedJson.Fields fields, Span span, Asking asking) {
    Optional<LocatedJson.Text> name = text(fields, "field", "the name of a field");
    if (name.isEmpty()) {
      return nothing(fields);
    }
    Optional<JsonDomains.Field> field = domains.find(name.get().value());
    if (field.isEmpty()) {
      List<String> known = domains.fields().stream().map(JsonDomains.Field::name).toList();
      problems.add(new RuleProblem.UnknownField(name.get().value(), known, name.get().span()));
      return nothing(fields);
    }
    return asking.ask(field.get(), fields, span);
  }

  private Condition in(JsonDomains.Field field, LocatedJson.Fields fields, Span span) {
    if (domains.typeOf(field) instanceof DimensionType.Amount) {
      List<Interval> intervals =
          amounts(fields).stream()
              .map(number -> new Interval(number.value(), number.value(), number.span()))
              .toList();
      return new Condition.Range(field.dimension(), intervals, false, span);
    }
    List<Value> values = values(fields);
    if (field.level() >= 0) {
      return within(field, values, false, span);
    }
    return domains.typeOf(field) instanceof DimensionType.Area
        ? new Condition.Within(field.dimension(), values, false, span)
        : new Condition.In(field.dimension(), values, false, span);
  }

  private Condition prefix(JsonDomains.Field field, LocatedJson.Fields fields, Span span) {
    List<Value> values = values(fields);
    if (!(domains.typeOf(field) instanceof DimensionType.Area)) {
      return new Condition.Prefix(field.dimension(), values, false, span);
    }
    return within(field, values, true, span);
  }

  private Condition within(JsonDomains.Field field, List<Value> values, boolean begins, Span span) {
    Map<String, Value> paths = new LinkedHashMap<>();
    for (Value value : values) {
      domains
          .paths(field, value.text(), begins)
          .forEach(path -> paths.putIfAbsent(path, new Value(path, value.span())));
    }
    return new Condition.Within(field.dimension(), List.copyOf(paths.values()), false, span);
  }

  private Condition between(JsonDomains.Field field, LocatedJson.Fields fields, Span span) {
    if (fields.find("lo") == null && fields.find("hi") == null) {
      unexpected("a bound as `lo`, `hi` or both", fields);
    }
    var interval = new Interval(bound(fields, "lo"), bound(fields, "hi"), span);
    return new Condition.Range(field.dimension(), List.of(interval), false, span);
  }

  private @Nullable BigDecimal bound(LocatedJson.Fields fields, String name) {
    LocatedJson bound = fields.find(name);
    if (bound == null || bound instanceof LocatedJson.Amount) {
      return bound instanceof LocatedJson.Amount amount ? amount.value() : null;
    }
    unexpected("a number", bound);
    return null;
  }

  private List<Value> values(LocatedJson.Fields fields) {
    List<Value> values = new ArrayList<>();
    for (LocatedJson item : items(fields, "values", "a list of values")) {
      if (item instanceof LocatedJson.Text text && !text.value().isEmpty()) {
        values.add(new Value(text.value(), text.span()));
      } else {
        unexpected("a text", item);
      }
    }
    return values;
  }

  private List<LocatedJson.Amount> amounts(LocatedJson.Fields fields) {
    List<LocatedJson.Amount> amounts = new ArrayList<>();
    for (LocatedJson item : items(fields, "values", "a list of numbers")) {
      if (item instanceof LocatedJson.Amount amount) {
        amounts.add(amount);
      } else {
        unexpected("a number", item);
      }
    }
    return amounts;
  }

  private List<LocatedJson> items(LocatedJson.Fields fields, String name, String expected) {
    if (fields.find(name) instanceof LocatedJson.Items items) {
      return items.all();
    }
    LocatedJson found = fields.find(name);
    unexpected(expected + " as `" + name + "`", found == null ? fields : found);
    return List.of();
  }

  private Optional<LocatedJson.Text> text(LocatedJson.Fields fields, String name, String expected) {
    if (fields.find(name) instanceof LocatedJson.Text text && !text.value().isBlank()) {
      return Optional.of(text);
    }
    LocatedJson found = fields.find(name);
    unexpected(expected + " as `" + name + "`", found == null ? fields : found);
    return Optional.empty();
  }

  private void requireKnown(LocatedJson.Fields fields, Set<String> known, String of) {
    fields
        .all()
        .forEach((name, value) -> {
          if (!known.contains(name)) {
            problems.add(
                new RuleProblem.Unexpected(
                    "the keys of %s: %s".formatted(of, String.join(", ", new TreeSet<>(known))),
                    "`" + name + "`",
                    value.span()));
          }
        });
  }

  private void unexpected(String expected, LocatedJson found) {
    problems.add(new RuleProblem.Unexpected(expected, shown(found), found.span()));
  }

  /** A value as a sentence names it. */
  static String shown(LocatedJson json) {
    return switch (json) {
      case LocatedJson.Fields fields -> "an object";
      case LocatedJson.Items items -> "a list";
      case LocatedJson.Text text -> "`" + text.value() + "`";
      case LocatedJson.Amount amount -> "the number " + amount.value();
      case LocatedJson.Word word -> word.value();
    };
  }
}
