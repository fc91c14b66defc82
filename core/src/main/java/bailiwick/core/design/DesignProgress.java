package bailiwick.core.design;

import java.util.List;
import java.util.OptionalDouble;

/**
 * News of a running design.
 *
 * @param stage what is being done
 * @param fraction of the work done, 0 to 1
 * @param objective of the best plan so far; empty before there is one
 * @param imbalance how uneven that plan is, one entry for each balanced measure; empty before there
 *     is a plan
 * @param feasible whether that plan keeps every rule
 * @param bound no plan can be better than this; empty when none is known
 */
public record DesignProgress(
    Stage stage,
    double fraction,
    OptionalDouble objective,
    List<MeasureImbalance> imbalance,
    boolean feasible,
    OptionalDouble bound) {

  public DesignProgress {
    imbalance = List.copyOf(imbalance);
  }

  /**
   * How uneven a plan is in one measure.
   *
   * @param measure number of the measure
   * @param largestDeviation largest relative deviation of any territory from its target, 0 or more
   */
  public record MeasureImbalance(int measure, double largestDeviation) {}

  /** The same news of a part of the work, told as a fraction of the whole. */
  DesignProgress within(double from, double to) {
    return new DesignProgress(
        stage, from + fraction * (to - from), objective, imbalance, feasible, bound);
  }

  /** The largest deviation of any balanced measure; empty when none is known. */
  public OptionalDouble worstImbalance() {
    return imbalance.stream().mapToDouble(MeasureImbalance::largestDeviation).max();
  }

  /** The stages, in order. */
  public enum Stage {
    /** Looking for conflicts that no plan can meet. */
    CHECK,
    /** Placing centres and dealing units out to them. */
    START,
    /** Improving by moves and exchanges along borders. */
    IMPROVE,
    /** Working out how good a plan could be at best. */
    BOUND
  }
}
