package bailiwick.core.design;

/**
 * How even the territories can be at best in one measure.
 *
 * @param measure number of the measure
 * @param deviation in any plan that keeps all else that is asked, some territory is at least so far
 *     from its target, as a ratio of it: 0.036 for 3.6 %
 */
public record BalanceBound(int measure, double deviation) {
  public BalanceBound {
    if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The deviation (%s) must be a finite number, 0 or more.".formatted(deviation));
    }
  }
}
