package bailiwick.intake.mapping;

import java.util.Locale;
import java.util.Optional;

/** Whether the day or the month stands first where a slash or a dash is between them. */
public enum DayOrder {
  /** {@code 03/04/2026} is March 4, as in the US. */
  MONTH_FIRST,
  /** {@code 03/04/2026} is April 3, as in the UK and most of the world. */
  DAY_FIRST;

  /** Reads {@code month-first} or {@code day-first}. */
  public static Optional<DayOrder> find(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "month-first" -> Optional.of(MONTH_FIRST);
      case "day-first" -> Optional.of(DAY_FIRST);
      default -> Optional.empty();
    };
  }

  /** In two words, for reports. */
  String words() {
    return this == MONTH_FIRST ? "month first" : "day first";
  }
}
