package bailiwick.server.rule;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads conditions of a JSON document. Not thread-safe. */
final class JsonConditions {

  private static final String OPERATIONS = "one of and, or, not, in, prefix, between, within, list";

  /** What a question of each operation may say. */
  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "and", Set.of("op", "args"),
          "or", Set.of("op", "args"),
          "not", Set.of("op", "arg", "args"),
          "in", Set.of("op", "field", "values", "unknown"),
          "within", Set.of("op", "field", "values", "unknown"),
          "prefix", Set.of("op", "field", "values", "unknown"),
          "between", Set.of("op", "field", "lo", "hi", "intervals", "unknown"),
          "list", Set.of("op", "field", "list", "unknown"));

  private static final Set<String> ALL_KEYS =
      Set.of("op", "args", "arg", "field", "values", "list", "lo", "hi", "intervals", "unknown");

  private final JsonReading reading;
  private final JsonDomains domains;

  JsonConditions(JsonReading reading, JsonDomains domains) {
    this.reading = reading;
    this.domains = domains;
  }

  /** A condition that may be missing. */
  Condition conditionOr(Condition usual, LocatedJson.Fields fields, String name) {
    LocatedJson given = fields.find(name);
    return given == null ? usual : condition(given, fields);
  }

  /** A condition; what cannot be read holds for nothing. */
  Condition condition(@Nullable LocatedJson json, LocatedJson around) {
    if (!(json instanceof LocatedJson.Fields fields)) {
      reading.unexpected("a condition", json == null ? around : json);
      return nothing(around);
    }
    Optional<LocatedJson.Text> op = reading.text(fields, "op", OPERATIONS);
    Span span = op.map(LocatedJson.Text::span).orElse(fields.span());
    String asked = op.map(LocatedJson.Text::value).orElse("");
    reading.requireKnown(fields, KEYS.getOrDefault(asked, ALL_KEYS), "a condition");
    return switch (asked) {
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
        op.ifPresent(other -> reading.unexpected(OPERATIONS, other));
        yield nothing(fields);
      }
    };
  }

  private static Condition nothing(LocatedJson at) {
    return new Condition.Any(List.of(), at.span());
  }

  private List<Condition> conditions(LocatedJson.Fields fields) {
    return reading.items(fields, "args", "a list of conditions").stream()
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
    Optional<LocatedJson.Text> name = reading.text(fields, "field", "the name of a field");
    if (name.isEmpty()) {
      return nothing(fields);
    }
    if (name.get().value().equals(Dimension.TAG) && domains.find(Dimension.TAG).isEmpty()) {
      return asking.ask(new JsonDomains.NamedField(Dimension.TAG, Dimension.TAG, -1), fields, span);
    }
    Optional<JsonDomains.NamedField> field = domains.find(name.get().value());
    if (field.isEmpty()) {
      List<String> known = domains.fields().stream().map(JsonDomains.NamedField::name).toList();
      reading.add(new RuleProblem.UnknownField(name.get().value(), known, name.get().span()));
      return nothing(fields);
    }
    return asking.ask(field.get(), fields, span);
  }

  private Condition in(JsonDomains.NamedField field, LocatedJson.Fields fields, Span span) {
    boolean unknown = reading.isTrue(fields, "unknown");
    if (isAmount(field)) {
      List<Interval> intervals =
          reading.amounts(fields).stream()
              .map(number -> new Interval(number.value(), number.value(), number.span()))
              .toList();
      return new Condition.Range(field.dimension(), intervals, unknown, span);
    }
    List<Value> values = reading.values(fields);
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
    boolean unknown = reading.isTrue(fields, "unknown");
    List<Value> values = reading.values(fields);
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
    return reading
        .text(fields, "list", "the name of a list")
        .<Condition>map(name ->
            new Condition.Listed(
                field.dimension(),
                JsonReading.value(name),
                reading.isTrue(fields, "unknown"),
                span))
        .orElseGet(() -> nothing(fields));
  }

  private Condition between(JsonDomains.NamedField field, LocatedJson.Fields fields, Span span) {
    boolean unknown = reading.isTrue(fields, "unknown");
    boolean isBounded = fields.find("lo") != null || fields.find("hi") != null;
    if (fields.find("intervals") != null) {
      if (isBounded) {
        reading.unexpected("either `intervals` or `lo` and `hi`", fields);
      }
      List<Interval> intervals =
          reading.parts(
              fields,
              "intervals",
              each -> {
                reading.requireKnown(each, Set.of("lo", "hi"), "an interval");
                return Optional.of(
                    new Interval(
                        reading.bound(each, "lo"), reading.bound(each, "hi"), each.span()));
              });
      return new Condition.Range(field.dimension(), intervals, unknown, span);
    }
    if (!isBounded) {
      reading.unexpected("a bound as `lo`, `hi` or both", fields);
    }
    var interval = new Interval(reading.bound(fields, "lo"), reading.bound(fields, "hi"), span);
    return new Condition.Range(field.dimension(), List.of(interval), unknown, span);
  }
}
