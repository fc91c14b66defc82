package bailiwick.rules.syntax;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.syntax.Condition.All;
import bailiwick.rules.syntax.Condition.Any;
import bailiwick.rules.syntax.Condition.In;
import bailiwick.rules.syntax.Condition.Listed;
import bailiwick.rules.syntax.Condition.Not;
import bailiwick.rules.syntax.Condition.Prefix;
import bailiwick.rules.syntax.Condition.Range;
import bailiwick.rules.syntax.Condition.Within;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writes conditions as pieces between which a line may break. */
final class ConditionPrinter {

  /** What stands around a condition, and so whether it needs parentheses. */
  private enum Around {
    NOTHING,
    ANY,
    ALL
  }

  private ConditionPrinter() {}

  static List<String> pieces(Condition condition) {
    List<String> pieces = new ArrayList<>();
    print(condition, Around.NOTHING, pieces);
    return pieces;
  }

  /** The pieces of a condition as one part of {@link All}. */
  static List<String> piecesOfAll(Condition part) {
    List<String> pieces = new ArrayList<>();
    print(part, Around.ALL, pieces);
    return pieces;
  }

  private static void print(Condition condition, Around around, List<String> pieces) {
    switch (condition) {
      case All all -> printParts(all.parts(), "always", "and", Around.ALL, around, pieces);
      case Any any -> printParts(any.parts(), "never", "or", Around.ANY, around, pieces);
      case Not not -> {
        pieces.add("not");
        print(not.part(), Around.ALL, pieces);
      }
      case In in when Dimension.findTag(in.dimension()).isPresent() -> printTag(in, pieces);
      case In in -> printValues(in.dimension(), "is", texts(in.values()), in.unknown(), pieces);
      case Prefix prefix ->
          printValues(
              prefix.dimension(), "starts", texts(prefix.prefixes()), prefix.unknown(), pieces);
      case Range range ->
          printValues(
              range.dimension(),
              "in",
              range.intervals().stream().map(ConditionPrinter::interval).toList(),
              range.unknown(),
              pieces);
      case Within within ->
          printValues(
              within.dimension(), "within", texts(within.areas()), within.unknown(), pieces);
      case Listed listed ->
          printValues(
              listed.dimension(),
              "in",
              List.of("list " + RulePrinter.quoteIfNeeded(listed.list().text())),
              listed.unknown(),
              pieces);
    }
  }

  private static void printParts(
      List<Condition> parts,
      String none,
      String word,
      Around inside,
      Around around,
      List<String> pieces) {
    if (parts.isEmpty()) {
      pieces.add(none);
    } else if (parts.size() == 1) {
      print(parts.getFirst(), around, pieces);
    } else {
      int start = pieces.size();
      for (int i = 0; i < parts.size(); i++) {
        if (i > 0) {
          pieces.add(word);
        }
        print(parts.get(i), inside, pieces);
      }
      if (needsParentheses(inside, around)) {
        pieces.set(start, "(" + pieces.get(start));
        pieces.set(pieces.size() - 1, pieces.getLast() + ")");
      }
    }
  }

  // `and` binds more tightly than `or`; like inside like keeps its grouping.
  private static boolean needsParentheses(Around inside, Around around) {
    return switch (around) {
      case NOTHING -> false;
      case ANY -> inside == Around.ANY;
      case ALL -> true;
    };
  }

  /** A tag is there or not, so that a question about it holds for the one, the other, or both. */
  private static void printTag(In in, List<String> pieces) {
    String tag = Dimension.findTag(in.dimension()).orElseThrow();
    boolean held = !in.values().isEmpty();
    if (held == in.unknown()) {
      pieces.add(held ? "always" : "never");
    } else {
      pieces.addAll(held ? List.of() : List.of("not"));
      pieces.addAll(List.of(Dimension.TAG, "is", RulePrinter.quoteIfNeeded(tag)));
    }
  }

  private static void printValues(
      String dimension, String asked, List<String> values, boolean unknown, List<String> pieces) {
    List<String> all = new ArrayList<>(values);
    if (unknown) {
      all.add("unknown");
    }
    if (all.isEmpty()) {
      pieces.add("never"); // no value satisfies it, and the language has no empty list
      return;
    }
    pieces.add(dimension);
    pieces.add(asked);
    pieces.addAll(separated(all));
  }

  /** Texts with commas between them. */
  static List<String> separated(List<String> all) {
    List<String> pieces = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      pieces.add(i < all.size() - 1 ? all.get(i) + "," : all.get(i));
    }
    return pieces;
  }

  static List<String> texts(List<Value> values) {
    return values.stream().map(value -> RulePrinter.quoteIfNeeded(value.text())).toList();
  }

  private static String interval(Interval interval) {
    BigDecimal low = interval.low();
    BigDecimal high = interval.high();
    return low != null && high != null && low.compareTo(high) == 0
        ? low.toPlainString()
        : interval.shown();
  }
}
