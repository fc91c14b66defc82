package bailiwick.rules.table;

import bailiwick.rules.space.Domain;
import bailiwick.rules.table.UnaryTests.Between;
import bailiwick.rules.table.UnaryTests.End;
import bailiwick.rules.table.UnaryTests.Equal;
import bailiwick.rules.table.UnaryTests.UnaryTest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a column as whole numbers of units, and back. Immutable.
 *
 * <p>Where values lie densely, a unit is a tenth of the column's last decimal place, so that
 * between two different bounds there is always a number: {@code < 5} is up to 4.9, and 4.9 is
 * {@code < 5}.
 *
 * @param kind what its values are
 * @param zoned whether its moments are in a zone
 * @param decimals one unit is 10^-decimals
 */
record Units(ValueKind kind, boolean zoned, int decimals) {

  static final long LOWEST = -Domain.Numbers.MOST;
  static final long HIGHEST = Domain.Numbers.MOST;

  /** Units between two bounds of a dense column that differ in their last decimal place. */
  private static final int STEP = 10;

  /** Whether a literal is within what units reach. */
  boolean reach(Literal literal) {
    BigDecimal amount = literal.amount();
    boolean isShort = (long) amount.precision() - amount.scale() + decimals <= 19;
    return isShort
        && amount.movePointRight(decimals).abs().compareTo(BigDecimal.valueOf(HIGHEST - STEP)) < 0;
  }

  /** The units of a test of amounts; empty when there are none, or it is another test. */
  Optional<Domain.Spans.Span> find(UnaryTest test) {
    return switch (test) {
      case Equal equal when kind.isAmount() -> {
        var end = new End(equal.to(), true);
        yield span(low(end), high(end));
      }
      case Between between -> span(low(between.low()), high(between.high()));
      default -> Optional.empty();
    };
  }

  private static Optional<Domain.Spans.Span> span(long low, long high) {
    return low > high ? Optional.empty() : Optional.of(new Domain.Spans.Span(low, high));
  }

  private long low(@Nullable End end) {
    if (end == null) {
      return LOWEST;
    }
    return end.included() ? units(end, RoundingMode.CEILING) : units(end, RoundingMode.FLOOR) + 1;
  }

  private long high(@Nullable End end) {
    if (end == null) {
      return HIGHEST;
    }
    return end.included() ? units(end, RoundingMode.FLOOR) : units(end, RoundingMode.CEILING) - 1;
  }

  private long units(End end, RoundingMode rounding) {
    return end.literal().amount().movePointRight(decimals).setScale(0, rounding).longValueExact();
  }

  /** The number of some units. */
  BigDecimal number(long units) {
    BigDecimal number = new BigDecimal(BigInteger.valueOf(units), decimals).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
  }

  /** A number as FEEL writes it. */
  String text(BigDecimal number) {
    String text = kind.text(number);
    return zoned ? text.replace("\")", "Z\")") : text;
  }

  /** A number as JSON has it: itself, or as FEEL writes a day, a time or a duration. */
  Object shown(BigDecimal number) {
    return kind == ValueKind.NUMBER || kind == ValueKind.INTEGER ? number : text(number);
  }

  /** The bound below some units: 4.1 lies above an excluded 4. Null when it is open. */
  TableRegion.@Nullable Bound lower(long units) {
    if (units == LOWEST) {
      return null;
    }
    boolean excluded = kind.isDense() && Math.floorMod(units, STEP) == 1;
    return bound(excluded ? units - 1 : units, !excluded);
  }

  /** The bound above some units: 3.9 lies below an excluded 4. Null when it is open. */
  TableRegion.@Nullable Bound upper(long units) {
    if (units == HIGHEST) {
      return null;
    }
    boolean excluded = kind.isDense() && Math.floorMod(units, STEP) == STEP - 1;
    return bound(excluded ? units + 1 : units, !excluded);
  }

  private TableRegion.Bound bound(long units, boolean included) {
    BigDecimal number = number(units);
    return new TableRegion.Bound(shown(number), text(number), included);
  }
}
