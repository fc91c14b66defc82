package bailiwick.rules.space;

import java.util.List;

/**
 * Which values of a dimension there are, and so what a share of the space means.
 *
 * <p>An {@link Open} dimension has more values than anybody lists: each class of values that the
 * rules cannot tell apart counts once, the unknown value among them.
 */
public sealed interface Domain {

  /**
   * Any value.
   *
   * @param unknown whether it may be unknown besides
   */
  record Open(boolean unknown) implements Domain {

    /** Any value, known or not. */
    public Open() {
      this(true);
    }
  }

  /**
   * Just these words, codes or paths.
   *
   * @param values each once
   * @param unknown whether the value may be unknown besides
   */
  record Words(List<String> values, boolean unknown) implements Domain {
    public Words {
      values = List.copyOf(values);
    }
  }

  /**
   * Just these numbers, in units of 10^-scale of the dimension.
   *
   * @param low the lowest
   * @param high the highest, at least {@code low}, and both within ±2^61
   * @param unknown whether the value may be unknown besides
   */
  record Numbers(long low, long high, boolean unknown) implements Domain {
    /** How far from 0 a number may be. */
    public static final long MOST = 1L << 61;

    public Numbers {
      if (low > high || low < -MOST || high > MOST) {
        throw new IllegalArgumentException(
            "The numbers (%s to %s) must go up, and lie within 2^61.".formatted(low, high));
      }
    }
  }

  /**
   * Just the numbers of some intervals, in units of 10^-scale of the dimension.
   *
   * @param spans from the lowest up, none touching the next; at least one
   * @param counted whether each number counts; else each class of them counts once
   * @param unknown whether the value may be unknown besides
   */
  record Spans(List<Span> spans, boolean counted, boolean unknown) implements Domain {
    public Spans {
      spans = List.copyOf(spans);
      if (spans.isEmpty()) {
        throw new IllegalArgumentException("The intervals must be at least one.");
      }
    }

    /** Numbers from a lowest to a highest, both within ±{@link Numbers#MOST}. */
    public record Span(long low, long high) {
      public Span {
        if (low > high || low < -Numbers.MOST || high > Numbers.MOST) {
          throw new IllegalArgumentException(
              "The numbers (%s to %s) must go up, and lie within 2^61.".formatted(low, high));
        }
      }
    }
  }
}
