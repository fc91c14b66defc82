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
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.Value;
import bailiwick.rules.syntax.ValueList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Shows conditions with the subject's values. What of a rule is the same for every subject is made
 * when the rule is first shown, and kept. Thread-safe.
 */
final class ConditionTracer {

  /** Longer lists of values are shortened to what matters. */
  private static final int LONGEST_LIST = 4;

  private final RuleLookup lookup;
  private final Dimensions dimensions;
  private final Map<String, Map<String, ValueList.Entry>> lists; // name -> value -> entry
  private final AtomicReferenceArray<@Nullable Shown> shown; // [rule]

  ConditionTracer(RuleLookup lookup) {
    this.lookup = lookup;
    this.dimensions = lookup.dimensions();
    this.lists = HashMap.newHashMap(lookup.rules().lists().size());
    lookup.rules().lists().forEach(list -> lists.put(list.name(), entriesOf(list)));
    this.shown = new AtomicReferenceArray<>(lookup.ruleCount());
  }

  private static Map<String, ValueList.Entry> entriesOf(ValueList list) {
    Map<String, ValueList.Entry> entries = HashMap.newHashMap(list.entries().size());
    list.entries().forEach(entry -> entries.putIfAbsent(entry.value().text(), entry));
    return entries;
  }

  /** What is shown of a condition, as far as it is the same for every subject. */
  private sealed interface Shown {

    /** And, or, not. */
    record Joined(Condition condition, List<Shown> parts) implements Shown {}

    /**
     * A question.
     *
     * @param number of the dimension among all, below 0 for a tag
     * @param text with all its values, or the first of many
     * @param areas by their paths; for areas only
     * @param matched the text with the one value that made it hold, as far as it was shown before
     */
    record Asked(
        Condition.Atom atom,
        int number,
        Dimension dimension,
        String text,
        Map<String, Value> areas,
        Map<String, String> matched)
        implements Shown {}
  }

  private Shown shown(Condition condition) {
    return switch (condition) {
      case Condition.All all ->
          new Shown.Joined(all, all.parts().stream().map(this::shown).toList());
      case Condition.Any any ->
          new Shown.Joined(any, any.parts().stream().map(this::shown).toList());
      case Condition.Not not -> new Shown.Joined(not, List.of(shown(not.part())));
      case Condition.Atom atom -> {
        Dimension dimension = dimensions.find(atom.dimension()).orElseThrow();
        int number = dimensions.all().indexOf(dimension);
        yield new Shown.Asked(
            atom, number, dimension, shortened(atom), areas(atom), new ConcurrentHashMap<>());
      }
    };
  }

  private static Map<String, Value> areas(Condition.Atom atom) {
    if (!(atom instanceof Condition.Within within)) {
      return Map.of();
    }
    Map<String, Value> areas = HashMap.newHashMap(within.areas().size());
    within.areas().forEach(area -> areas.putIfAbsent(area.text(), area));
    return areas;
  }

  /**
   * The condition of a rule.
   *
   * @param readings the subject's values as texts, of all dimensions in order
   */
  ConditionTrace trace(int rule, Subject subject, List<Trace.Reading> readings) {
    Shown of = shown.get(rule);
    if (of == null) {
      of = shown(lookup.rule(rule).condition());
      shown.set(rule, of);
    }
    return trace(of, subject, readings);
  }

  private ConditionTrace trace(Shown of, Subject subject, List<Trace.Reading> readings) {
    return switch (of) {
      case Shown.Joined(var condition, var shownParts) -> {
        List<ConditionTrace> parts = new ArrayList<>(shownParts.size());
        for (Shown part : shownParts) {
          parts.add(trace(part, subject, readings));
        }
        yield joined(condition, parts);
      }
      case Shown.Asked asked -> trace(asked, subject, shown(asked, subject, readings));
    };
  }

  /** A tag is no dimension of the registry, so that it has no reading by number. */
  private static String shown(Shown.Asked asked, Subject subject, List<Trace.Reading> readings) {
    return asked.number() < 0
        ? asked.dimension().shown(subject.find(asked.dimension().name()))
        : readings.get(asked.number()).value();
  }

  private static ConditionTrace joined(Condition condition, List<ConditionTrace> parts) {
    return switch (condition) {
      case Condition.Not not -> new ConditionTrace("not", !parts.getFirst().held(), "", parts);
      case Condition.Any any -> {
        boolean held = false;
        for (ConditionTrace part : parts) {
          held |= part.held();
        }
        yield new ConditionTrace(parts.isEmpty() ? "never" : "or", held, "", parts);
      }
      default -> {
        boolean held = true;
        for (ConditionTrace part : parts) {
          held &= part.held();
        }
        yield new ConditionTrace(parts.isEmpty() ? "always" : "and", held, "", parts);
      }
    };
  }

  private ConditionTrace trace(Shown.Asked asked, Subject subject, String value) {
    AttributeValue known = subject.values().get(asked.dimension().name());
    if (known == null) {
      return new ConditionTrace(asked.text(), asked.atom().unknown(), value, List.of());
    }
    return switch (asked.atom()) {
      case Condition.In in -> traceOf(asked, value, equal(in.values(), value));
      case Condition.Prefix prefix -> traceOf(asked, value, start(prefix.prefixes(), value));
      case Condition.Within within -> traceOf(asked, value, around(asked.areas(), value));
      case Condition.Range range ->
          new ConditionTrace(
              asked.text(), holds(range, known, asked.dimension()), value, List.of());
      case Condition.Listed listed -> trace(listed, asked, value);
    };
  }

  private static @Nullable Value equal(List<Value> values, String shown) {
    for (Value value : values) {
      if (shown.equals(value.text())) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable Value start(List<Value> values, String shown) {
    for (Value value : values) {
      if (shown.startsWith(value.text())) {
        return value;
      }
    }
    return null;
  }

  /** What is known of the narrowest area that holds a path. */
  private static <T> @Nullable T around(Map<String, T> areas, String path) {
    String at = path;
    T found = areas.get(at);
    while (found == null) {
      int cut = at.lastIndexOf(AreaPath.SEPARATOR);
      if (cut < 0) {
        return null;
      }
      at = at.substring(0, cut);
      found = areas.get(at);
    }
    return found;
  }

  private static ConditionTrace traceOf(Shown.Asked asked, String shown, @Nullable Value matched) {
    String text = matched == null ? asked.text() : shortened(asked, matched);
    return new ConditionTrace(text, matched != null, shown, List.of());
  }

  private ConditionTrace trace(Condition.Listed listed, Shown.Asked asked, String shown) {
    Map<String, ValueList.Entry> entries = lists.getOrDefault(listed.list().text(), Map.of());
    boolean area = asked.dimension().type() instanceof DimensionType.Area;
    ValueList.Entry matched = area ? around(entries, shown) : entries.get(shown);
    String label = matched == null ? "" : matched.label();
    return new ConditionTrace(
        asked.text(),
        matched != null,
        label.isEmpty() ? shown : label + " (" + shown + ")",
        List.of());
  }

  private static boolean holds(Condition.Range range, AttributeValue value, Dimension dimension) {
    int scale = dimension.type() instanceof DimensionType.Amount amount ? amount.scale() : 0;
    BigDecimal number = BigDecimal.valueOf(((AttributeValue.Amount) value).fixed(), scale);
    for (Interval interval : range.intervals()) {
      if (interval.contains(number)) {
        return true;
      }
    }
    return false;
  }

  /** The question with the one value that made it hold, when it has many. */
  private static String shortened(Shown.Asked asked, Value matched) {
    List<Value> values = valuesOf(asked.atom());
    if (values.size() <= LONGEST_LIST) {
      return asked.text();
    }
    String known = asked.matched().get(matched.text());
    return known != null
        ? known
        : asked
            .matched()
            .computeIfAbsent(
                matched.text(),
                text ->
                    "%s (one of %s)"
                        .formatted(
                            RulePrinter.print(withValues(asked.atom(), List.of(matched))),
                            values.size()));
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
