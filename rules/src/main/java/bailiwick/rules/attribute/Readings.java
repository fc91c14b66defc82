package bailiwick.rules.attribute;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads values of dimensions from the words in which people write them. */
public final class Readings {

  private static final int LONGEST_NUMBER = 40;

  private Readings() {}

  /** The value that a text says in a dimension; empty when the text does not fit. */
  public static Optional<AttributeValue> read(Dimension dimension, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (dimension.type()) {
      case DimensionType.Amount amount -> readNumber(text).flatMap(n -> fixed(n, amount.scale()));
      case DimensionType.Area area -> Optional.of(new AttributeValue.Text(text));
      case DimensionType.Code code -> code.scheme().read(text).map(AttributeValue.Text::new);
      case DimensionType.Text words -> Optional.of(new AttributeValue.Text(text));
      case DimensionType.Identity identity -> Optional.of(new AttributeValue.Text(text));
    };
  }

  /** A number in units of 10^-scale as a value; empty when it does not fit exactly. */
  public static Optional<AttributeValue> fixed(BigDecimal number, int scale) {
    return findFixed(number, scale).map(AttributeValue.Amount::new);
  }

  /** A number in units of 10^-scale; empty when it does not fit exactly. */
  public static Optional<Long> findFixed(BigDecimal number, int scale) {
    try {
      return Optional.of(number.movePointRight(scale).longValueExact());
    } catch (ArithmeticException tooLargeOrTooPrecise) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> readNumber(String text) {
    String digits = text.replace("_", "");
    boolean number = digits.length() <= LONGEST_NUMBER && digits.matches("-?[0-9]+(\\.[0-9]+)?");
    return number ? Optional.of(new BigDecimal(digits)) : Optional.empty();
  }
}
