package bailiwick.rules.table;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.source.Span;
import bailiwick.rules.space.Axis;
import bailiwick.rules.space.Domain;
import bailiwick.rules.space.Runs;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.Value;
import bailiwick.rules.table.UnaryTests.Between;
import bailiwick.rules.table.UnaryTests.Equal;
import bailiwick.rules.table.UnaryTests.IsKnown;
import bailiwick.rules.table.UnaryTests.IsNull;
import bailiwick.rules.table.UnaryTests.Other;
import bailiwick.rules.table.UnaryTests.UnaryTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An input of a table as a dimension of its proof: cells become conditions, classes of values
 * become FEEL again. Immutable.
 *
 * @param name of the input
 * @param below an amount below all bounds, in units
 * @param others what stands for the words that nobody names, as FEEL writes it; empty when those
 *     that are named are all there are
 */
record TableColumn(
    String name, Units units, long below, String others, Dimension dimension, Domain domain) {

  private static final Condition ALWAYS = new Condition.All(List.of(), Span.NONE);
  private static final Condition NEVER = new Condition.Any(List.of(), Span.NONE);

  private boolean isAmount() {
    return units.kind().isAmount();
  }

  /** The condition of a cell. */
  Condition condition(UnaryTests cell) {
    if (cell.isAny()) {
      return ALWAYS;
    }
    boolean isNull = cell.tests().stream().anyMatch(IsNull.class::isInstance);
    List<Condition> parts = new ArrayList<>();
    some(cell.tests(), isNull).ifPresent(parts::add);
    for (UnaryTest test : cell.tests()) {
      if (test instanceof Other other) {
        UnaryTest excluded = new Equal(other.than(), other.span());
        parts.add(not(some(List.of(excluded), false).orElse(NEVER)));
      } else if (test instanceof IsKnown) {
        parts.add(isKnown());
      }
    }
    Condition any = parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts, cell.span());
    if (!cell.negated()) {
      return any;
    }
    // FEEL neither affirms nor denies a comparison with null.
    boolean compares = cell.tests().stream().anyMatch(Between.class::isInstance);
    return compares ? new Condition.All(List.of(not(any), isKnown()), cell.span()) : not(any);
  }

  /** The values and intervals of some tests as one question, empty when there are none. */
  private Optional<Condition> some(List<UnaryTest> tests, boolean isNull) {
    List<Value> words = new ArrayList<>();
    List<Interval> intervals = new ArrayList<>();
    for (UnaryTest test : tests) {
      if (test instanceof Equal equal && !isAmount()) {
        words.add(new Value(equal.to().text(), equal.span()));
      }
      units.find(test).ifPresent(span -> intervals.add(interval(span, test.span())));
    }
    if (words.isEmpty() && intervals.isEmpty() && !isNull) {
      return Optional.empty();
    }
    String field = dimension.name();
    return Optional.of(
        isAmount()
            ? new Condition.Range(field, intervals, isNull, Span.NONE)
            : new Condition.In(field, words, isNull, Span.NONE));
  }

  private Condition isKnown() {
    return not(some(List.of(), true).orElse(NEVER));
  }

  private static Condition not(Condition condition) {
    return new Condition.Not(condition, condition.span());
  }

  private static Interval interval(Domain.Spans.Span span, Span at) {
    return new Interval(
        span.low() == Units.LOWEST ? null : BigDecimal.valueOf(span.low()),
        span.high() == Units.HIGHEST ? null : BigDecimal.valueOf(span.high()),
        at);
  }

  /** A value as JSON has it; null for the unknown one. */
  @Nullable Object shown(@Nullable AttributeValue value) {
    return switch (value) {
      case null -> null;
      case AttributeValue.Text word -> Literal.plain(word.value());
      case AttributeValue.Amount amount -> units.shown(units.number(named(amount.fixed())));
    };
  }

  /** A value as FEEL writes it. */
  String text(@Nullable AttributeValue value) {
    return switch (value) {
      case null -> "null";
      case AttributeValue.Text word -> word.value();
      case AttributeValue.Amount amount -> units.text(units.number(named(amount.fixed())));
    };
  }

  private long named(long fixed) {
    return fixed == Units.LOWEST ? below : fixed;
  }

  /** What some classes of its values are; empty when they are all. */
  Optional<TableRegion.Part> part(Axis axis, Runs classes) {
    if (classes.isAll(axis.size())) {
      return Optional.empty();
    }
    boolean orNull = has(axis, classes, null);
    return Optional.of(
        switch (domain) {
          case Domain.Words words -> {
            boolean except =
                !others.isEmpty() && has(axis, classes, new AttributeValue.Text(others));
            List<TableRegion.Word> named =
                words.values().stream()
                    .filter(word -> !word.equals(others))
                    .filter(word -> has(axis, classes, new AttributeValue.Text(word)) != except)
                    .map(word -> new TableRegion.Word(Literal.plain(word), word))
                    .toList();
            yield new TableRegion.Part(name, named, except, List.of(), orNull);
          }
          case Domain.Spans spans ->
              new TableRegion.Part(name, List.of(), false, intervals(axis, classes, spans), orNull);
          default -> throw new IllegalStateException("A table has no such domain: " + domain + ".");
        });
  }

  private static boolean has(Axis axis, Runs classes, @Nullable AttributeValue value) {
    int of = axis.find(value);
    return of >= 0 && classes.has(of);
  }

  /** The numbers of some classes that the domain has. */
  private List<TableRegion.Interval> intervals(Axis axis, Runs classes, Domain.Spans spans) {
    if (!(axis.condition(classes) instanceof Condition.Range range)) {
      throw new IllegalStateException("Amounts are asked for by intervals.");
    }
    return range.intervals().stream()
        .flatMap(interval -> spans.spans().stream().flatMap(span -> within(interval, span)))
        .map(span -> new TableRegion.Interval(units.lower(span.low()), units.upper(span.high())))
        .toList();
  }

  private static Stream<Domain.Spans.Span> within(Interval interval, Domain.Spans.Span span) {
    BigDecimal from = interval.low();
    BigDecimal to = interval.high();
    long low = Math.max(from == null ? Units.LOWEST : from.longValueExact(), span.low());
    long high = Math.min(to == null ? Units.HIGHEST : to.longValueExact(), span.high());
    return low > high ? Stream.empty() : Stream.of(new Domain.Spans.Span(low, high));
  }
}
