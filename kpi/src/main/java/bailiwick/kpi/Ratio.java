package bailiwick.kpi;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Division of amounts that may be missing. */
final class Ratio {

  private Ratio() {}

  /** The ratio of two amounts; missing when one is, or when there is nothing to divide by. */
  static OptionalDouble of(OptionalLong amount, OptionalLong by) {
    return amount.isPresent() && by.isPresent() && by.getAsLong() > 0
        ? OptionalDouble.of((double) amount.getAsLong() / by.getAsLong())
        : OptionalDouble.empty();
  }
}
