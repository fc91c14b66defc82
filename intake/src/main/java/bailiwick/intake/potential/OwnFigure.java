package bailiwick.intake.potential;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which figure of one's own stands against a measure of the market. */
public enum OwnFigure {
  /** How many customers there are: against establishments, households, people. */
  CUSTOMERS,
  /** Money of the last twelve months: against what is spent. */
  SALES,
  /** People who work at the customers: against people who work there at all. */
  EMPLOYEES;

  /** The figure that is of the same kind as a measure, by its name; customers for most. */
  public static OwnFigure of(String measure) {
    return switch (measure.toLowerCase(Locale.ROOT)) {
      case "spend" -> SALES;
      case "employees" -> EMPLOYEES;
      default -> CUSTOMERS;
    };
  }

  /** The figure of a word, such as {@code sales}; empty when there is none. */
  public static Optional<OwnFigure> findByWord(String word) {
    return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(word)).findFirst();
  }

  /** Hundredths of it. */
  long hundredthsOf(OwnBusiness own) {
    return switch (this) {
      case CUSTOMERS -> 100 * own.customers();
      case SALES -> own.salesCents();
      case EMPLOYEES -> 100 * own.employees();
    };
  }
}
