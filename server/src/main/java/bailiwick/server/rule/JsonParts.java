package bailiwick.server.rule;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Example;
import bailiwick.rules.syntax.Field;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.Period;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.Scope;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.syntax.Value;
import bailiwick.rules.syntax.ValueList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads what a JSON document of rules is made of: fields, lists, territories, rules and examples.
 * Not thread-safe.
 */
final class JsonParts {

  private static final Set<String> RULE_KEYS =
      Set.of("id", "territory", "priority", "from", "until", "when", "except");
  private static final Set<String> TERRITORY_KEYS =
      Set.of("code", "name", "under", "when", "except");

  private final JsonReading reading;
  private final JsonConditions conditions;
  private final Map<TerritoryCode, TerritoryTitle> territories = new LinkedHashMap<>();

  JsonParts(JsonReading reading, JsonConditions conditions) {
    this.reading = reading;
    this.conditions = conditions;
  }

  /** The territories of the document, and those that only rules name. */
  List<TerritoryTitle> territories() {
    return List.copyOf(territories.values());
  }

  Optional<Field> field(LocatedJson.Fields fields) {
    reading.requireKnown(
        fields, Set.of("name", "type", "decimals", "values", "lo", "hi", "known"), "a field");
    Optional<LocatedJson.Text> name = reading.text(fields, "name", "the name of a field");
    Optional<Field.Kind> kind = kind(fields);
    List<Value> values = fields.find("values") == null ? List.of() : reading.values(fields);
    boolean isBounded = fields.find("lo") != null || fields.find("hi") != null;
    Span span = name.map(LocatedJson.Text::span).orElse(fields.span());
    Interval numbers =
        isBounded
            ? new Interval(reading.bound(fields, "lo"), reading.bound(fields, "hi"), span)
            : null;
    if (kind.isPresent() && kind.get() != Field.Kind.NUMBER && isBounded) {
      reading.unexpected("`values`, for only numbers have bounds", fields);
    }
    if (kind.isPresent() && kind.get() == Field.Kind.NUMBER && !values.isEmpty()) {
      reading.unexpected("`lo` and `hi`, for numbers have no list of values", fields);
    }
    if (name.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    int decimals = fields.find("decimals") == null ? 0 : reading.whole(fields, "decimals");
    return Optional.of(
        new Field(
            name.get().value(),
            kind.get(),
            decimals,
            values,
            numbers,
            reading.isTrue(fields, "known"),
            span));
  }

  private Optional<Field.Kind> kind(LocatedJson.Fields fields) {
    Optional<LocatedJson.Text> type = reading.text(fields, "type", "the type of a field");
    Optional<Field.Kind> kind =
        type.flatMap(word ->
            Stream.of(Field.Kind.values())
                .filter(each -> each.word().equals(word.value()))
                .findFirst());
    if (type.isPresent() && kind.isEmpty()) {
      reading.unexpected("one of words, code, nace, nace-2.1, area, number", type.get());
    }
    return kind;
  }

  Optional<ValueList> list(LocatedJson.Fields fields) {
    reading.requireKnown(fields, Set.of("name", "field", "values"), "a list");
    Optional<LocatedJson.Text> name = reading.text(fields, "name", "the name of a list");
    Optional<LocatedJson.Text> field = reading.text(fields, "field", "the name of a field");
    List<ValueList.Entry> entries = new ArrayList<>();
    for (LocatedJson item : reading.items(fields, "values", "a list of values")) {
      entry(item).ifPresent(entries::add);
    }
    return name.isEmpty() || field.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ValueList(name.get().value(), field.get().value(), entries, name.get().span()));
  }

  private Optional<ValueList.Entry> entry(LocatedJson json) {
    if (json instanceof LocatedJson.Fields fields) {
      reading.requireKnown(fields, Set.of("value", "label"), "an entry of a list");
      String label = reading.findText(fields, "label").orElse("");
      return reading
          .text(fields, "value", "a value")
          .map(value -> new ValueList.Entry(JsonReading.value(value), label));
    }
    if (json instanceof LocatedJson.Text text && !text.value().isEmpty()) {
      return Optional.of(new ValueList.Entry(JsonReading.value(text), ""));
    }
    reading.unexpected("a text, or an object with `value` and `label`", json);
    return Optional.empty();
  }

  Optional<TerritoryTitle> territory(LocatedJson.Fields fields) {
    reading.requireKnown(fields, TERRITORY_KEYS, "a territory");
    Optional<LocatedJson.Text> code = reading.text(fields, "code", "the code of a territory");
    Value under =
        fields.find("under") == null
            ? null
            : reading
                .text(fields, "under", "the code of the territory above")
                .map(JsonReading::value)
                .orElse(null);
    var scope =
        new Scope(
            under,
            conditions.conditionOr(Condition.All.ALWAYS, fields, "when"),
            conditions.conditionOr(Condition.Any.NEVER, fields, "except"));
    String name = reading.findText(fields, "name").orElse("");
    Optional<TerritoryTitle> title =
        code.map(
            text -> new TerritoryTitle(new TerritoryCode(text.value()), name, scope, text.span()));
    title.ifPresent(this::addTerritory);
    return title;
  }

  private void addTerritory(TerritoryTitle title) {
    if (territories.putIfAbsent(title.code(), title) != null) {
      reading.add(new RuleProblem.Duplicate("territory", title.code().value(), title.span()));
    }
  }

  Optional<Rule> rule(LocatedJson json) {
    if (!(json instanceof LocatedJson.Fields fields)) {
      reading.unexpected("a rule", json);
      return Optional.empty();
    }
    reading.requireKnown(fields, RULE_KEYS, "a rule");
    Optional<LocatedJson.Text> id = reading.text(fields, "id", "the rule's id");
    Optional<LocatedJson.Text> code = reading.text(fields, "territory", "the code of a territory");
    int priority = priority(fields);
    Period period = period(fields);
    Condition condition = conditions.condition(fields.find("when"), fields);
    Condition except = conditions.conditionOr(Condition.Any.NEVER, fields, "except");
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
            from == null ? null : reading.date(from),
            until == null ? null : reading.date(until),
            last.span());
  }

  Optional<Example> example(LocatedJson.Fields fields) {
    reading.requireKnown(fields, Set.of("name", "given", "on", "territory"), "an example");
    List<Example.Given> given = reading.parts(fields, "given", this::given);
    LocatedJson day = fields.find("on");
    LocatedJson territory = fields.find("territory");
    TerritoryCode expected = null;
    Span span = fields.span();
    if (territory instanceof LocatedJson.Text code && !code.value().isBlank()) {
      expected = new TerritoryCode(code.value());
      span = code.span();
    } else if (!(territory instanceof LocatedJson.Word word && word.value().equals("null"))) {
      reading.unexpected("the code of a territory or null as `territory`", fields);
    }
    return Optional.of(
        new Example(
            reading.findText(fields, "name").orElse(""),
            given,
            day == null ? null : reading.date(day),
            expected,
            span));
  }

  private Optional<Example.Given> given(LocatedJson.Fields fields) {
    reading.requireKnown(fields, Set.of("field", "value"), "what is given");
    Optional<LocatedJson.Text> field = reading.text(fields, "field", "the name of a field");
    Optional<Value> value =
        fields.find("value") instanceof LocatedJson.Amount amount
            ? Optional.of(new Value(amount.value().toPlainString(), amount.span()))
            : reading.text(fields, "value", "a value").map(JsonReading::value);
    return field.isEmpty() || value.isEmpty()
        ? Optional.empty()
        : Optional.of(new Example.Given(JsonReading.value(field.get()), value.get()));
  }

  private int priority(LocatedJson.Fields fields) {
    return fields.find("priority") == null
        ? Rule.DEFAULT_PRIORITY
        : reading.whole(fields, "priority");
  }
}
