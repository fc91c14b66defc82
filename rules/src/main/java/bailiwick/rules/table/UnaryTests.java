package bailiwick.rules.table;

import bailiwick.rules.source.Span;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a cell asks of its input: one of its tests must hold or, when it is negated, none.
 *
 * @param negated whether it stands in {@code not(…)}
 * @param tests none for a cell that asks nothing
 * @param span where it stood
 */
record UnaryTests(boolean negated, List<UnaryTest> tests, Span span) {

  UnaryTests {
    tests = List.copyOf(tests);
  }

  /** Whether every value will do. */
  boolean isAny() {
    return tests.isEmpty();
  }

  /** The literals that it names. */
  Stream<Literal> literals() {
    return tests.stream().flatMap(UnaryTest::literals);
  }

  /** One test. */
  sealed interface UnaryTest {

    /** Where it stood. */
    Span span();

    /** The literals that it names. */
    default Stream<Literal> literals() {
      return switch (this) {
        case Equal equal -> Stream.of(equal.to());
        case Other other -> Stream.of(other.than());
        case Between between ->
            Stream.of(between.low(), between.high())
                .flatMap(end -> end == null ? Stream.empty() : Stream.of(end.literal()));
        case IsNull none -> Stream.empty();
        case IsKnown some -> Stream.empty();
      };
    }
  }

  /** The value is this one. */
  record Equal(Literal to, Span span) implements UnaryTest {}

  /** The value is not this one. */
  record Other(Literal than, Span span) implements UnaryTest {}

  /** There is no value. */
  record IsNull(Span span) implements UnaryTest {}

  /** There is a value. */
  record IsKnown(Span span) implements UnaryTest {}

  /** The value lies between two; a missing end is open. */
  record Between(@Nullable End low, @Nullable End high, Span span) implements UnaryTest {}

  /** An end of an interval. */
  record End(Literal literal, boolean included) {}
}
