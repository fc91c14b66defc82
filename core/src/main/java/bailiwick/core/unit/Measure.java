package bailiwick.core.unit;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A named amount that units bring and territories add up, such as {@code potential} in USD or
 * {@code workload} in hours. Amounts are fixed-point: an amount is a {@code long} counting units of
 * {@code 10^-scale}, so that sums are exact and order cannot matter.
 *
 * @param name the word for it in data, API and screens; lower camel case, never blank
 * @param unit what one whole is, such as {@code USD}, {@code h} or {@code accounts}
 * @param scale decimal places kept, 0 to 6
 */
public record Measure(String name, String unit, int scale) {

  private static final int DIGITS_TOLD = 12;

  /** Number of accounts. */
  public static final Measure ACCOUNTS = new Measure("accounts", "accounts", 0);

  /** Hours of work a year. */
  public static final Measure WORKLOAD = new Measure("workload", "h", 2);

  public Measure {
    if (name.isBlank()) {
      throw new IllegalArgumentException("The measure's name must not be blank.");
    }
    if (scale < 0 || scale > 6) {
      throw new IllegalArgumentException("The scale (%s) must lie from 0 to 6.".formatted(scale));
    }
  }

  /** Money a year that could be sold, to the cent. */
  public static Measure potential(String currency) {
    return new Measure("potential", currency, 2);
  }

  /** Fixed-point amounts in one whole: 10 to the power of {@link #scale}. */
  public long one() {
    long one = 1;
    for (int i = 0; i < scale; i++) {
      one *= 10;
    }
    return one;
  }

  /** Rounds a decimal amount to fixed-point, half away from zero. */
  public long toFixed(double amount) {
    double scaled = amount * one();
    return scaled < 0 ? -Math.round(-scaled) : Math.round(scaled);
  }

  /** The decimal amount of a fixed-point one, for showing. */
  public double toDecimal(long fixed) {
    return (double) fixed / one();
  }

  /** A decimal amount as sentences tell it: {@code 12115600} or {@code 0.25}, to twelve digits. */
  public static String words(double amount) {
    return words(amount, DIGITS_TOLD);
  }

  /** The same, to so many digits. */
  public static String words(double amount, int digits) {
    return Double.isFinite(amount)
        ? new BigDecimal(amount, new MathContext(digits)).stripTrailingZeros().toPlainString()
        : String.valueOf(amount);
  }
}
