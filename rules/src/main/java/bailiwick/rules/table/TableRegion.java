package bailiwick.rules.table;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Points of a table whose values in each input are some of them, whatever the others are.
 * Immutable.
 *
 * @param parts the inputs that it does not leave free
 * @param points how many points
 */
public record TableRegion(List<Part> parts, BigInteger points) {

  public TableRegion {
    parts = List.copyOf(parts);
  }

  /**
   * The values of an input.
   *
   * @param input its name
   * @param words texts and truths; when {@code except}, all but these
   * @param spans numbers, days, times and durations
   * @param orNull whether no value is one of them
   */
  public record Part(
      String input, List<Word> words, boolean except, List<Interval> spans, boolean orNull) {
    public Part {
      words = List.copyOf(words);
      spans = List.copyOf(spans);
    }

    /** As a cell of FEEL says it; {@code null or …} where FEEL has no cell for it. */
    public String text() {
      List<String> tests = new ArrayList<>();
      words.forEach(word -> tests.add(word.text()));
      spans.forEach(span -> tests.add(span.text()));
      if (except) {
        List<String> excluded = new ArrayList<>(tests);
        if (!orNull) {
          excluded.add("null");
        }
        return "not(%s)".formatted(String.join(", ", excluded));
      }
      if (orNull) {
        tests.add("null");
      }
      return String.join(", ", tests);
    }
  }

  /**
   * A text or a truth.
   *
   * @param value itself
   * @param text as FEEL writes it
   */
  public record Word(Object value, String text) {}

  /**
   * Values between two bounds.
   *
   * @param low null when open below
   * @param high null when open above
   */
  public record Interval(@Nullable Bound low, @Nullable Bound high) {

    /** As FEEL writes it. */
    public String text() {
      if (low == null) {
        return high == null ? "not(null)" : (high.included() ? "<= " : "< ") + high.text();
      }
      if (high == null) {
        return (low.included() ? ">= " : "> ") + low.text();
      }
      return low.text().equals(high.text())
          ? low.text()
          : "%s%s..%s%s"
              .formatted(
                  low.included() ? "[" : "(", low.text(), high.text(), high.included() ? "]" : ")");
    }
  }

  /**
   * An end of an interval.
   *
   * @param value a number; days, times and durations as FEEL writes them
   * @param text as FEEL writes it
   * @param included whether it is one of the values itself
   */
  public record Bound(Object value, String text, boolean included) {}

  /** What it asks of its inputs, in words. */
  public String text() {
    return parts.isEmpty()
        ? "everything"
        : parts.stream()
            .map(part -> part.input() + " " + part.text())
            .collect(Collectors.joining(" and "));
  }
}
