package bailiwick.rules.attribute;

import java.io.Serializable;
import java.math.BigDecimal;

/** A known value of a subject in one dimension. What is unknown has no value at all. */
public sealed interface AttributeValue extends Serializable {

  /** The value in a tag's dimension of a subject that has the tag. */
  Text HAS_TAG = new Text("yes");

  /** The value as people write it, such as {@code 120} or {@code US/IL/17031}. */
  String text(Dimension dimension);

  /**
   * A word, a code or a path.
   *
   * @param value never empty: an empty text is unknown
   */
  record Text(String value) implements AttributeValue {
    public Text {
      if (value.isEmpty()) {
        throw new IllegalArgumentException("The value must not be empty; leave it out instead.");
      }
    }

    @Override
    public String text(Dimension dimension) {
      return value;
    }
  }

  /**
   * A number.
   *
   * @param fixed in units of 10^-scale of its dimension
   */
  record Amount(long fixed) implements AttributeValue {

    @Override
    public String text(Dimension dimension) {
      int scale = dimension.type() instanceof DimensionType.Amount amount ? amount.scale() : 0;
      var decimal = BigDecimal.valueOf(fixed, scale).stripTrailingZeros();
      return decimal.toPlainString();
    }
  }
}
