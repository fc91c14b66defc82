package bailiwick.bench;

import bailiwick.rules.space.RuleSpace;
import java.util.Comparator;
import java.util.stream.IntStream;

/** In which order a proof asks about fields. */
public enum AskedOrder {
  /** As the proof chooses. */
  CHOSEN,
  /** As the registry of fields lists them. */
  GIVEN,
  /** The fields that tell the most kinds of values apart first. */
  BAD;

  /** The axes of a space in this order; not for the chosen one, which the proof alone knows. */
  int[] axes(RuleSpace space) {
    IntStream given = IntStream.range(0, space.axes().size());
    return switch (this) {
      case CHOSEN -> throw new IllegalStateException("The proof chooses its order itself.");
      case GIVEN -> given.toArray();
      case BAD ->
          given
              .boxed()
              .sorted(Comparator.comparingInt(axis -> -space.axes().get(axis).size()))
              .mapToInt(Integer::intValue)
              .toArray();
    };
  }
}
