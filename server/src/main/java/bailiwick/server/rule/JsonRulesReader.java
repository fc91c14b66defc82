package bailiwick.server.rule;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Example;
import bailiwick.rules.syntax.Field;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.Period;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.Scope;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.syntax.Value;
import bailiwick.rules.syntax.ValueList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rules of a JSON document. Not thread-safe. */
final class JsonRulesReader {

  /** As texts write it. */
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final String OPERATIONS = "one of and, or, not, in, prefix, between, within, list";

  private static final Set<String> KEYS =
      Set.of("op", "args", "arg", "field", "values", "list", "lo", "hi", "intervals", "unknown");
  private static final Set<String> RULE_KEYS =
      Set.of("id", "territory", "priority", "from", "until", "when", "except");
  private static final Set<String> TERRITORY_KEYS =
      Set.of("code", "name", "under", "when", "except");

  private final List<RuleProblem> problems = new ArrayList<>();
  private final JsonDomains domains;
  private final Map<TerritoryCode, TerritoryTitle> territories = new LinkedHashMap<>();

  private JsonRulesReader(Set<String> prefixed) {
    this.domains = new JsonDomains(prefixed, problems);
  }

  static JsonRules read(Source source) {
    List<JsonRules> layers = readLayers(source);
    if (layers.size() > 1) {
      throw ProblemException.of(
          new RuleProblem.SeveralLayers(
              layers.getFirst().rules().layer(),
              layers.get(1).rules().layer(),
              new Span(source.name(), 1, 1, 1)));
    }
    return layers.getFirst();
  }

  static List<JsonRules> readLayers(Source source) {
    LocatedJson document = LocatedJson.read(source);
    List<LocatedJson> layers =
        document instanceof LocatedJson.Fields fields
                && fields.find("layers") instanceof LocatedJson.Items items
                && !items.all().isEmpty()
            ? items.all()
            : List.of(document);
    List<RuleProblem> problems = new ArrayList<>();
    List<JsonRules> read = layers.stream().map(layer -> read(layer, problems)).toList();
    Set<String> names = new HashSet<>();
    for (int layer = 0; layer < read.size(); layer++) {
      String name = read.get(layer).rules().layer();
      if (!names.add(name)) {
        problems.add(new RuleProblem.Duplicate("layer", name, layers.get(layer).span()));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return read;
  }

  private static JsonRules read(LocatedJson document, List<RuleProblem> problems) {
    Set<String> prefixed = new HashSet<>();
    collectPrefixed(document, prefixed);
    var reader = new JsonRulesReader(prefixed);
    RuleSet rules = reader.ruleSet(document);
    problems.addAll(reader.problems);
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
    if (!(document instanceof LocatedJson.Fields fields)) {
      unexpected("an object with rules", document);
      domains.readDeclared(List.of());
      return RuleSet.of("rules", "", List.of(), List.of());
    }
    switch (fields.find("domain")) {
      case null -> domains.readDeclared(parts(fields, "fields", this::field));
      case LocatedJson.Fields declared -> domains.read(declared);
      case LocatedJson other -> unexpected("an object of domains", other);
    }
    List<ValueList> lists = parts(fields, "lists", this::list);
    parts(fields, "territories", this::territory);
    List<Rule> rules = new ArrayList<>();
    for (LocatedJson rule : items(fields, "rules", "a list of rules")) {
      rule(rule).ifPresent(rules::add);
    }
    return new RuleSet(
        findText(fields, "layer").orElse("rules"),
        findText(fields, "version").orElse(""),
        domains.declared(),
        List.copyOf(territories.values()),
        lists,
        rules,
        parts(fields, "examples", this::example));
  }

  /** The parts of a list that may be missing; those that cannot be read are left out. */
  private <T> List<T> parts(
      LocatedJson.Fields of, String name, Function<LocatedJson.Fields, Optional<T>> read) {
    if (of.find(name) == null) {
      return List.of();
    }
    List<T> parts = new ArrayList<>();
    for (LocatedJson item : items(of, name, "a list")) {
      if (item instanceof LocatedJson.Fields fields) {
        read.apply(fields).ifPresent(parts::add);
      } else {
        unexpected("an object in `" + name + "`", item);
      }
    }
    return parts;
  }

  private Optional<Field> field(LocatedJson.Fields fields) {
    requireKnown(
        fields, Set.of("name", "type", "decimals", "values", "lo", "hi", "known"), "a field");
    Optional<LocatedJson.Text> name = text(fields, "name", "the name of a field");
    Optional<Field.Kind> kind = kind(fields);
    List<Value> values = fields.find("values") == null ? List.of() : values(fields);
    boolean isBounded = fields.find("lo") != null || fields.find("hi") != null;
    Span span = name.map(LocatedJson.Text::span).orElse(fields.span());
    Interval numbers =
        isBounded ? new Interval(bound(fields, "lo"), bound(fields, "hi"), span) : null;
    if (kind.isPresent() && kind.get() != Field.Kind.NUMBER && isBounded) {
      unexpected("`values`, for only numbers have bounds", fields);
    }
    if (kind.isPresent() && kind.get() == Field.Kind.NUMBER && !values.isEmpty()) {
      unexpected("`lo` and `hi`, for numbers have no list of values", fields);
    }
    if (name.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    int decimals = fields.find("decimals") == null ? 0 : whole(fields, "decimals");
    return Optional.of(
        new Field(
            name.get().value(),
            kind.get(),
            decimals,
            values,
            numbers,
            isTrue(fields, "known"),
            span));
  }

  private Optional<Field.Kind> kind(LocatedJson.Fields fields) {
    Optional<LocatedJson.Text> type = text(fields, "type", "the type of a field");
    Optional<Field.Kind> kind =
        type.flatMap(word ->
            Stream.of(Field.Kind.values())
                .filter(each -> each.word().equals(word.value()))
                .findFirst());
    if (type.isPresent() && kind.isEmpty()) {
      unexpected("one of words, code, nace, nace-2.1, area, number", type.get());
    }
    return kind;
  }

  private Optional<ValueList> list(LocatedJson.Fields fields) {
    requireKnown(fields, Set.of("name", "field", "values"), "a list");
    Optional<LocatedJson.Text> name = text(fields, "name", "the name of a list");
    Optional<LocatedJson.Text> field = text(fields, "field", "the name of a field");
    List<ValueList.Entry> entries = new ArrayList<>();
    for (LocatedJson item : items(fields, "values", "a list of values")) {
      entry(item).ifPresent(entries::add);
    }
    return name.isEmpty() || field.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ValueList(name.get().value(), field.get().value(), entries, name.get().span()));
  }

  private Optional<ValueList.Entry> entry(LocatedJson json) {
    if (json instanceof LocatedJson.Fields fields) {
      requireKnown(fields, Set.of("value", "label"), "an entry of a list");
      String label = findText(fields, "label").orElse("");
      return text(fields, "value", "a value")
          .map(value -> new ValueList.Entry(value(value), label));
    }
    if (json instanceof LocatedJson.Text text && !text.value().isEmpty()) {
      return Optional.of(new ValueList.Entry(value(text), ""));
    }
    unexpected("a text, or an object with `value` and `label`", json);
    return Optional.empty();
  }

  private static Value value(LocatedJson.Text text) {
    return new Value(text.value(), text.span());
  }

  private Optional<TerritoryTitle> territory(LocatedJson.Fields fields) {
    requireKnown(fields, TERRITORY_KEYS, "a territory");
    Optional<LocatedJson.Text> code = text(fields, "code", "the code of a territory");
    Value under =
        fields.find("under") == null
            ? null
            : text(fields, "under", "the code of the territory above")
                .map(JsonRulesReader::value)
                .orElse(null);
    var scope =
        new Scope(
            under,
            conditionOr(Condition.All.ALWAYS, fields, "when"),
            conditionOr(Condition.Any.NEVER, fields, "except"));
    String name = findText(fields, "name").orElse("");
    Optional<TerritoryTitle> title =
        code.map(
            text -> new TerritoryTitle(new TerritoryCode(text.value()), name, scope, text.span()));
    title.ifPresent(this::addTerritory);
    return title;
  }

  private void addTerritory(TerritoryTitle title) {
    if (territories.putIfAbsent(title.code(), title) != null) {
      problems.add(new RuleProblem.Duplicate("territory", title.code().value(), title.span()));
    }
  }

  private Condition conditionOr(Condition usual, LocatedJson.Fields fields, String name) {
    LocatedJson given = fields.find(name);
    return given == null ? usual : condition(given, fields);
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
    Period period = period(fields);
    Condition condition = condition(fields.find("when"), fields);
    Condition except = conditionOr(Condition.Any.NEVER, fields, "except");
    if (id.isEmpty() || code.isEmpty()) {
      return Optional.empty();
    }
    var territory = new TerritoryCode(code.get().value());
    territories.computeIfAbsent(territory, same -> new TerritoryTitle(same, "", code.get().span()));
    return Optional.of(
        new Rule(
            new RuleId(id.get().value()),
            priority,
            period,
            territory,
            condition,
            except,
            id.get().span()));
  }

  private Period period(LocatedJson.Fields fields) {
    LocatedJson from = fields.find("from");
    LocatedJson until = fields.find("until");
    LocatedJson last = until == null ? from : until;
    return last == null
        ? Period.ALWAYS
        : new Period(
            from == null ? null : date(from), until == null ? null : date(until), last.span());
  }

  private @Nullable LocalDate date(LocatedJson json) {
    String text = json instanceof LocatedJson.Text given ? given.value() : "";
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException notInTheCalendar) {
      // falls through to the problem
    }
    problems.add(new RuleProblem.NotADate(text.isEmpty() ? shown(json) : text, json.span()));
    return null;
  }

  private Optional<Example> example(LocatedJson.Fields fields) {
    requireKnown(fields, Set.of("name", "given", "on", "territory"), "an example");
    List<Example.Given> given = parts(fields, "given", this::given);
    LocatedJson day = fields.find("on");
    LocatedJson territory = fields.find("territory");
    TerritoryCode expected = null;
    Span span = fields.span();
    if (territory instanceof LocatedJson.Text code && !code.value().isBlank()) {
      expected = new TerritoryCode(code.value());
      span = code.span();
    } else if (!(territory instanceof LocatedJson.Word word && word.value().equals("null"))) {
      unexpected("the code of a territory or null as `territory`", fields);
    }
    return Optional.of(
        new Example(
            findText(fields, "name").orElse(""),
            given,
            day == null ? null : date(day),
            expected,
            span));
  }

  private Optional<Example.Given> given(LocatedJson.Fields fields) {
    requireKnown(fields, Set.of("field", "value"), "what is given");
    Optional<LocatedJson.Text> field = text(fields, "field", "the name of a field");
    Optional<Value> value =
        fields.find("value") instanceof LocatedJson.Amount amount
            ? Optional.of(new Value(amount.value().toPlainString(), amount.span()))
            : text(fields, "value", "a value").map(JsonRulesReader::value);
    return field.isEmpty() || value.isEmpty()
        ? Optional.empty()
        : Optional.of(new Example.Given(value(field.get()), value.get()));
  }

  private int priority(LocatedJson.Fields fields) {
    return fields.find("priority") == null ? Rule.DEFAULT_PRIORITY : whole(fields, "priority");
  }

  private int whole(LocatedJson.Fields fields, String name) {
    LocatedJson given = fields.find(name);
    if (given instanceof LocatedJson.Amount amount) {
      try {
        int whole = amount.value().intValueExact();
        if (whole >= 0) {
          return whole;
        }
      } catch (ArithmeticException notWhole) {
        // falls through to the problem
      }
    }
    unexpected(
        "a whole number from 0 to %s as `%s`".formatted(Integer.MAX_VALUE, name),
        given == null ? fields : given);
    return 0;
  }

  private boolean isTrue(LocatedJson.Fields fields, String name) {
    return switch (fields.find(name)) {
      case null -> false;
      case LocatedJson.Word word when word.value().equals("true") -> true;
      case LocatedJson.Word word when word.value().equals("false") -> false;
      case LocatedJson other -> {
        unexpected("true or false as `" + name + "`", other);
        yield false;
      }
    };
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
      case "list" -> question(fields, span, this::listed);
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
    Condition ask(JsonDomains.NamedField field, LocatedJson.Fields fields, Span span);
  }

  private Condition question(LocatedJson.Fields fields, Span span, Asking asking) {
    Optional<LocatedJson.Text> name = text(fields, "field", "the name of a field");
    if (name.isEmpty()) {
      return nothing(fields);
    }
    if (name.get().value().equals(Dimension.TAG) && domains.find(Dimension.TAG).isEmpty()) {
      return asking.ask(new JsonDomains.NamedField(Dimension.TAG, Dimension.TAG, -1), fields, span);
    }
    Optional<JsonDomains.NamedField> field = domains.find(name.get().value());
    if (field.isEmpty()) {
      List<String> known = domains.fields().stream().map(JsonDomains.NamedField::name).toList();
      problems.add(new RuleProblem.UnknownField(name.get().value(), known, name.get().span()));
      return nothing(fields);
    }
    return asking.ask(field.get(), fields, span);
  }

  private Condition in(JsonDomains.NamedField field, LocatedJson.Fields fields, Span span) {
    boolean unknown = isTrue(fields, "unknown");
    if (isAmount(field)) {
      List<Interval> intervals =
          amounts(fields).stream()
              .map(number -> new Interval(number.value(), number.value(), number.span()))
              .toList();
      return new Condition.Range(field.dimension(), intervals, unknown, span);
    }
    List<Value> values = values(fields);
    if (field.level() >= 0) {
      return within(field, values, false, unknown, span);
    }
    return isArea(field)
        ? new Condition.Within(field.dimension(), values, unknown, span)
        : new Condition.In(field.dimension(), values, unknown, span);
  }

  private boolean isAmount(JsonDomains.NamedField field) {
    return isOf(field) && domains.typeOf(field) instanceof DimensionType.Amount;
  }

  private boolean isArea(JsonDomains.NamedField field) {
    return isOf(field) && domains.typeOf(field) instanceof DimensionType.Area;
  }

  /** Tags are fields of no dimension of their own. */
  private boolean isOf(JsonDomains.NamedField field) {
    return domains.find(field.name()).isPresent();
  }

  private Condition prefix(JsonDomains.NamedField field, LocatedJson.Fields fields, Span span) {
    boolean unknown = isTrue(fields, "unknown");
    List<Value> values = values(fields);
    return field.level() >= 0
        ? within(field, values, true, unknown, span)
        : new Condition.Prefix(field.dimension(), values, unknown, span);
  }

  /** Areas by their keys in one level of a tree, which stand in several places of it perhaps. */
  private Condition within(
      JsonDomains.NamedField field, List<Value> keys, boolean begins, boolean unknown, Span span) {
    Map<String, Value> paths = new LinkedHashMap<>();
    for (Value key : keys) {
      List<String> found = domains.paths(field, key.text(), begins).toList();
      if (found.isEmpty()) {
        paths.putIfAbsent(key.text(), key); // is in no place, which the checker tells
      }
      found.forEach(path -> paths.putIfAbsent(path, new Value(path, key.span())));
    }
    return new Condition.Within(field.dimension(), List.copyOf(paths.values()), unknown, span);
  }

  private Condition listed(JsonDomains.NamedField field, LocatedJson.Fields fields, Span span) {
    return text(fields, "list", "the name of a list")
        .<Condition>map(name ->
            new Condition.Listed(field.dimension(), value(name), isTrue(fields, "unknown"), span))
        .orElseGet(() -> nothing(fields));
  }

  private Condition between(JsonDomains.NamedField field, LocatedJson.Fields fields, Span span) {
    boolean unknown = isTrue(fields, "unknown");
    if (fields.find("intervals") != null) {
      List<Interval> intervals =
          parts(
              fields,
              "intervals",
              each -> {
                requireKnown(each, Set.of("lo", "hi"), "an interval");
                return Optional.of(new Interval(bound(each, "lo"), bound(each, "hi"), each.span()));
              });
      return new Condition.Range(field.dimension(), intervals, unknown, span);
    }
    if (fields.find("lo") == null && fields.find("hi") == null) {
      unexpected("a bound as `lo`, `hi` or both", fields);
    }
    var interval = new Interval(bound(fields, "lo"), bound(fields, "hi"), span);
    return new Condition.Range(field.dimension(), List.of(interval), unknown, span);
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

  /** A text that may be missing. */
  private Optional<String> findText(LocatedJson.Fields fields, String name) {
    return switch (fields.find(name)) {
      case null -> Optional.empty();
      case LocatedJson.Text text -> Optional.of(text.value());
      case LocatedJson other -> {
        unexpected("a text as `" + name + "`", other);
        yield Optional.empty();
      }
    };
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
