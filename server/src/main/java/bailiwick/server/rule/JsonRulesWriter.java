package bailiwick.server.rule;

import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Example;
import bailiwick.rules.syntax.Field;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.Scope;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.syntax.Value;
import bailiwick.rules.syntax.ValueList;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes rules as a JSON document; what texts leave out is left out, too. */
final class JsonRulesWriter {

  private JsonRulesWriter() {}

  static String write(RuleSet rules) {
    return JsonMapper.shared().writeValueAsString(document(rules));
  }

  static String write(List<RuleSet> layers) {
    return layers.size() == 1
        ? write(layers.getFirst())
        : JsonMapper.shared()
            .writeValueAsString(
                Map.of("layers", layers.stream().map(JsonRulesWriter::document).toList()));
  }

  private static Map<String, @Nullable Object> document(RuleSet rules) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("layer", rules.layer());
    putUnless("", "version", rules.version(), document);
    putAll("fields", rules.fields(), JsonRulesWriter::field, document);
    putAll("lists", rules.lists(), JsonRulesWriter::list, document);
    putAll("territories", rules.territories(), JsonRulesWriter::territory, document);
    document.put("rules", rules.rules().stream().map(JsonRulesWriter::rule).toList());
    putAll("examples", rules.examples(), JsonRulesWriter::example, document);
    return document;
  }

  private static <T> void putAll(
      String name, List<T> parts, Function<T, Object> write, Map<String, @Nullable Object> into) {
    if (!parts.isEmpty()) {
      into.put(name, parts.stream().map(write).toList());
    }
  }

  private static void putUnless(
      Object usual, String name, Object value, Map<String, @Nullable Object> into) {
    if (!value.equals(usual)) {
      into.put(name, value);
    }
  }

  private static Map<String, @Nullable Object> field(Field field) {
    Map<String, @Nullable Object> written = new LinkedHashMap<>();
    written.put("name", field.name());
    written.put("type", field.kind().word());
    putUnless(0, "decimals", field.decimals(), written);
    putAll("values", field.values(), Value::text, written);
    Interval numbers = field.numbers();
    if (numbers != null) {
      putBounds(numbers, written);
    }
    putUnless(false, "known", field.known(), written);
    return written;
  }

  private static void putBounds(Interval interval, Map<String, @Nullable Object> into) {
    if (interval.low() != null) {
      into.put("lo", plain(interval.low()));
    }
    if (interval.high() != null) {
      into.put("hi", plain(interval.high()));
    }
  }

  /** Without an exponent. */
  private static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  private static Map<String, @Nullable Object> list(ValueList list) {
    Map<String, @Nullable Object> written = new LinkedHashMap<>();
    written.put("name", list.name());
    written.put("field", list.dimension());
    written.put("values", list.entries().stream().map(JsonRulesWriter::entry).toList());
    return written;
  }

  private static Object entry(ValueList.Entry entry) {
    return entry.label().isEmpty()
        ? entry.value().text()
        : Map.of("value", entry.value().text(), "label", entry.label());
  }

  private static Map<String, @Nullable Object> territory(TerritoryTitle title) {
    Map<String, @Nullable Object> written = new LinkedHashMap<>();
    Scope scope = title.scope();
    written.put("code", title.code().value());
    putUnless("", "name", title.name(), written);
    if (scope.under() != null) {
      written.put("under", scope.under().text());
    }
    if (!scope.when().isAlways()) {
      written.put("when", condition(scope.when()));
    }
    putExcept(scope.except(), written);
    return written;
  }

  private static void putExcept(Condition except, Map<String, @Nullable Object> into) {
    if (!except.isNever()) {
      into.put("except", condition(except));
    }
  }

  private static Map<String, @Nullable Object> rule(Rule rule) {
    Map<String, @Nullable Object> written = new LinkedHashMap<>();
    written.put("id", rule.id().value());
    written.put("territory", rule.territory().value());
    written.put("priority", rule.priority());
    if (rule.period().from() != null) {
      written.put("from", rule.period().from().toString());
    }
    if (rule.period().until() != null) {
      written.put("until", rule.period().until().toString());
    }
    written.put("when", condition(rule.condition()));
    putExcept(rule.except(), written);
    return written;
  }

  private static Map<String, @Nullable Object> example(Example example) {
    Map<String, @Nullable Object> written = new LinkedHashMap<>();
    putUnless("", "name", example.name(), written);
    putAll("given", example.given(), JsonRulesWriter::given, written);
    if (example.day() != null) {
      written.put("on", example.day().toString());
    }
    written.put("territory", example.expected() == null ? null : example.expected().value());
    return written;
  }

  private static Object given(Example.Given given) {
    return Map.of("field", given.dimension().text(), "value", given.value().text());
  }

  private static Map<String, @Nullable Object> condition(Condition condition) {
    return switch (condition) {
      case Condition.All all -> joined("and", all.parts());
      case Condition.Any any -> joined("or", any.parts());
      case Condition.Not not -> {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("op", "not");
        written.put("arg", condition(not.part()));
        yield written;
      }
      case Condition.In in -> asked("in", in, "values", texts(in.values()));
      case Condition.Prefix prefix -> asked("prefix", prefix, "values", texts(prefix.prefixes()));
      case Condition.Within within -> asked("within", within, "values", texts(within.areas()));
      case Condition.Listed listed -> asked("list", listed, "list", listed.list().text());
      case Condition.Range range -> range(range);
    };
  }

  private static Map<String, @Nullable Object> joined(String op, List<Condition> parts) {
    Map<String, @Nullable Object> written = new LinkedHashMap<>();
    written.put("op", op);
    written.put("args", parts.stream().map(JsonRulesWriter::condition).toList());
    return written;
  }

  private static Map<String, @Nullable Object> asked(
      String op, Condition.Atom atom, String name, Object value) {
    Map<String, @Nullable Object> written = new LinkedHashMap<>();
    written.put("op", op);
    written.put("field", atom.dimension());
    written.put(name, value);
    putUnless(false, "unknown", atom.unknown(), written);
    return written;
  }

  private static Map<String, @Nullable Object> range(Condition.Range range) {
    List<Interval> intervals = range.intervals();
    boolean isOne =
        intervals.size() == 1
            && (intervals.getFirst().low() != null || intervals.getFirst().high() != null);
    if (!isOne) {
      return asked(
          "between",
          range,
          "intervals",
          intervals.stream().map(JsonRulesWriter::interval).toList());
    }
    Map<String, @Nullable Object> written = new LinkedHashMap<>();
    written.put("op", "between");
    written.put("field", range.dimension());
    putBounds(intervals.getFirst(), written);
    putUnless(false, "unknown", range.unknown(), written);
    return written;
  }

  private static Map<String, @Nullable Object> interval(Interval interval) {
    Map<String, @Nullable Object> written = new LinkedHashMap<>();
    putBounds(interval, written);
    return written;
  }

  private static List<String> texts(List<Value> values) {
    return values.stream().map(Value::text).toList();
  }
}
