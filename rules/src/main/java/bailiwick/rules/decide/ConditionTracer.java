package bailiwick.rules.decide;

import bailiwick.core.area.AreaPath;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.decide.Trace.ConditionTrace;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.Value;
import bailiwick.rules.syntax.ValueList;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Shows conditions with the subject's values. Immutable and thread-safe. */
final class ConditionTracer {

  /** Longer lists of values are shortened to what matters. */
  private static final int LONGEST_LIST = 4;

  private final Dimensions dimensions;
  private final Map<String, Map<String, ValueList.Entry>> lists; // name -> value -> entry

  /** By identity, for a cover can name thousands of areas: path -> value. */
  private final IdentityHashMap<Condition.Within, Map<String, Value>> areasOf;

  ConditionTracer(RuleLookup lookup) {
    this.dimensions = lookup.dimensions();
    this.lists = HashMap.newHashMap(lookup.rules().lists().size());
    lookup.rules().lists().forEach(list -> lists.put(list.name(), entriesOf(list)));
    this.areasOf = new IdentityHashMap<>();
    for (int rule = 0; rule < lookup.ruleCount(); rule++) {
      collectAreas(lookup.rule(rule).condition());
    }
  }

  private static Map<String, ValueList.Entry> entriesOf(ValueList list) {
    Map<String, ValueList.Entry> entries = HashMap.newHashMap(list.entries().size());
    list.entries().forEach(entry -> entries.putIfAbsent(entry.value().text(), entry));
    return entries;
  }

  private void collectAreas(Condition condition) {
    switch (condition) {
      case Condition.All all -> all.parts().forEach(this::collectAreas);
      case Condition.Any any -> any.parts().forEach(this::collectAreas);
      case Condition.Not not -> collectAreas(not.part());
      case Condition.Within within -> {
        Map<String, Value> areas = HashMap.newHashMap(within.areas().size());
        within.areas().forEach(area -> areas.putIfAbsent(area.text(), area));
        areasOf.put(within, areas);
      }
      case Condition.Atom atom -> {}
    }
  }

  ConditionTrace trace(Condition condition, Subject subject) {
    return switch (condition) {
      case Condition.All all -> {
        List<ConditionTrace> parts = parts(all.parts(), subject);
        yield joined("and", parts.stream().allMatch(ConditionTrace::held), parts);
      }
      case Condition.Any any -> {
        List<ConditionTrace> parts = parts(any.parts(), subject);
        yield joined("or", parts.stream().anyMatch(ConditionTrace::held), parts);
      }
      case Condition.Not not -> {
        ConditionTrace part = trace(not.part(), subject);
        yield joined("not", !part.held(), List.of(part));
      }
      case Condition.Atom atom -> trace(atom, subject);
    };
  }

  private List<ConditionTrace> parts(List<Condition> parts, Subject subject) {
    return parts.stream().map(part -> trace(part, subject)).toList();
  }

  private static ConditionTrace joined(String word, boolean held, List<ConditionTrace> parts) {
    if (parts.isEmpty()) {
      return new ConditionTrace(held ? "always" : "never", held, "", parts);
    }
    return new ConditionTrace(word, held, "", parts);
  }

  private ConditionTrace trace(Condition.Atom atom, Subject subject) {
    Dimension dimension = dimensions.find(atom.dimension()).orElseThrow();
    Optional<AttributeValue> value = subject.find(atom.dimension());
    if (value.isEmpty()) {
      return new ConditionTrace(shortened(atom), atom.unknown(), dimension.shown(value), List.of());
    }
    String shown = value.get().text(dimension);
    return switch (atom) {
      case Condition.In in -> traceOf(in, shown, first(in.values(), shown, String::equals));
      case Condition.Prefix prefix ->
          traceOf(prefix, shown, first(prefix.prefixes(), shown, String::startsWith));
      case Condition.Within within ->
          traceOf(within, shown, around(areasOf.getOrDefault(within, Map.of()), shown));
      case Condition.Range range -> {
        boolean held = holds(range, value.get(), dimension);
        yield new ConditionTrace(shortened(range), held, shown, List.of());
      }
      case Condition.Listed listed -> trace(listed, dimension, shown);
    };
  }

  private static Optional<Value> first(
      List<Value> values, String shown, BiPredicate<String, String> fits) {
    for (Value value : values) {
      if (fits.test(shown, value.text())) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** What is known of the narrowest area that holds a path. */
  private static <T> Optional<T> around(Map<String, T> areas, String path) {
    Optional<String> at = Optional.of(path);
    while (at.isPresent()) {
      T found = areas.get(at.get());
      if (found != null) {
        return Optional.of(found);
      }
      at = AreaPath.findParent(at.get());
    }
    return Optional.empty();
  }

  private static ConditionTrace traceOf(
      Condition.Atom atom, String shown, Optional<Value> matched) {
    String text = matched.map(value -> shortened(atom, value)).orElseGet(() -> shortened(atom));
    return new ConditionTrace(text, matched.isPresent(), shown, List.of());
  }

  private ConditionTrace trace(Condition.Listed listed, Dimension dimension, String shown) {
    Map<String, ValueList.Entry> entries = lists.getOrDefault(listed.list().text(), Map.of());
    boolean area = dimension.type() instanceof DimensionType.Area;
    Optional<ValueList.Entry> matched =
        area ? around(entries, shown) : Optional.ofNullable(entries.get(shown));
    String label = matched.map(ValueList.Entry::label).orElse("");
    return new ConditionTrace(
        RulePrinter.print(listed),
        matched.isPresent(),
        label.isEmpty() ? shown : "%s (%s)".formatted(label, shown),
        List.of());
  }

  private static boolean holds(Condition.Range range, AttributeValue value, Dimension dimension) {
    var number = new BigDecimal(value.text(dimension));
    return range.intervals().stream().anyMatch(interval -> interval.contains(number));
  }

  /** The question with the one value that made it hold, when it has many. */
  private static String shortened(Condition.Atom atom, Value matched) {
    List<Value> values = valuesOf(atom);
    if (values.size() <= LONGEST_LIST) {
      return RulePrinter.print(atom);
    }
    return "%s (one of %s)"
        .formatted(RulePrinter.print(withValues(atom, List.of(matched))), values.size());
  }

  /** The question with its first values, when it has many. */
  private static String shortened(Condition.Atom atom) {
    List<Value> values = valuesOf(atom);
    if (values.size() <= LONGEST_LIST) {
      return RulePrinter.print(atom);
    }
    List<Value> first = values.subList(0, LONGEST_LIST - 1);
    return "%s, … (%s in all)".formatted(RulePrinter.print(withValues(atom, first)), values.size());
  }

  private static List<Value> valuesOf(Condition.Atom atom) {
    return switch (atom) {
      case Condition.In in -> in.values();
      case Condition.Prefix prefix -> prefix.prefixes();
      case Condition.Within within -> within.areas();
      case Condition.Range range -> List.of();
      case Condition.Listed listed -> List.of();
    };
  }

  private static Condition withValues(Condition.Atom atom, List<Value> values) {
    return switch (atom) {
      case Condition.In in -> new Condition.In(in.dimension(), values, false, Span.NONE);
      case Condition.Prefix prefix ->
          new Condition.Prefix(prefix.dimension(), values, false, Span.NONE);
      case Condition.Within within ->
          new Condition.Within(within.dimension(), values, false, Span.NONE);
      case Condition.Range range -> range;
      case Condition.Listed listed -> listed;
    };
  }
}
