package bailiwick.intake.instance;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as the tables write them. */
final class Numbers {

  /** The largest number of any kind; sums and squares of such still fit. */
  static final double MOST = 1e12;

  /** What an amount must be, in words. */
  static final String AMOUNT = "a number from 0 to 1e12";

  /** What a coordinate must be, in words. */
  static final String COORDINATE = "a finite number from -1e12 to 1e12";

  /** Characters beyond which nobody means a number; its digits would take long to read. */
  private static final int MOST_CHARACTERS = 400;

  /** Decimal places beyond which an amount is written to harm. */
  private static final int MOST_PLACES = 1_000;

  private Numbers() {}

  /** The number a text writes, NaN when it writes none. */
  static double decimal(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The exact amount a text writes, empty when it writes none from 0 to {@link #MOST}. */
  static Optional<BigDecimal> findAmount(String text) {
    if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      BigDecimal value = new BigDecimal(text);
      boolean isAmount =
          value.signum() >= 0
              && value.compareTo(BigDecimal.valueOf(MOST)) <= 0
              && Math.abs((long) value.scale()) <= MOST_PLACES;
      return isAmount ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
