package bailiwick.rules.attribute;

import java.io.Serializable;

/** What the values of a {@link Dimension} are, and so which conditions may ask about it. */
public sealed interface DimensionType extends Serializable {

  /** Paths in the geography tree; asked by {@code within} and {@code in list}. */
  record Area() implements DimensionType {}

  /**
   * Codes whose longer ones lie inside their prefixes; asked by {@code starts}, {@code is} and
   * {@code in list}.
   *
   * @param scheme how they are written
   */
  record Code(CodeScheme scheme) implements DimensionType {

    /** Codes that lie in each of their beginnings. */
    public Code() {
      this(CodeScheme.PREFIX);
    }
  }

  /**
   * Words, compared exactly, case and accents included; asked by {@code is} and {@code in list}.
   */
  record Text() implements DimensionType {}

  /** Ids of the subject itself; asked by {@code is} and {@code in list}. */
  record Identity() implements DimensionType {}

  /**
   * Exact numbers, asked by {@code in}.
   *
   * @param unit what one whole is, such as {@code people}
   * @param scale decimal places kept, 0 to 6: a value is a {@code long} that counts 10^-scale
   * @param lowest the lowest value that there can be, in the same units
   */
  record Amount(String unit, int scale, long lowest) implements DimensionType {

    /** Numbers of any size. */
    public Amount(String unit, int scale) {
      this(unit, scale, Long.MIN_VALUE);
    }

    /** The most decimal places. */
    public static final int MOST_DECIMALS = 6;

    public Amount {
      if (scale < 0 || scale > MOST_DECIMALS) {
        throw new IllegalArgumentException("The scale (%s) must lie from 0 to 6.".formatted(scale));
      }
    }
  }
}
