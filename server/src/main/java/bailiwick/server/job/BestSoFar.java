package bailiwick.server.job;

import bailiwick.core.design.DesignOutcome;
import bailiwick.server.job.JobWire.Imbalance;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How good the best plan of a design is so far. Immutable.
 *
 * @param objective lower is better; null before there is a plan
 * @param bound no plan can have a lower objective; null when none is known
 * @param imbalance how far each balanced measure is from even
 */
public record BestSoFar(
    @Nullable Double objective, @Nullable Double bound, List<Imbalance> imbalance) {

  /** Nothing is known yet, or the work is no design. */
  public static final BestSoFar NOTHING = new BestSoFar(null, null, List.of());

  public BestSoFar {
    imbalance = List.copyOf(imbalance);
  }

  /** The best so far; values that are no finite number are not known. */
  public static BestSoFar of(
      OptionalDouble objective, OptionalDouble bound, List<Imbalance> imbalance) {
    return new BestSoFar(finite(objective), finite(bound), imbalance);
  }

  private static @Nullable Double finite(OptionalDouble value) {
    return value.isPresent() && Double.isFinite(value.getAsDouble()) ? value.getAsDouble() : null;
  }

  /** By how much the best possible may be better, as a ratio of the objective; null unbounded. */
  public @Nullable Double gap() {
    if (objective == null || bound == null) {
      return null;
    }
    return DesignOutcome.gap(objective, bound);
  }

  /** The largest deviation of any measure, null of none. */
  @Nullable Double worstImbalance() {
    return imbalance.stream()
        .map(Imbalance::largestDeviation)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
