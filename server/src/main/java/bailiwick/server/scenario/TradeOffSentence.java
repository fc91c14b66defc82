package bailiwick.server.scenario;

import bailiwick.core.unit.Measure;
import bailiwick.server.wire.TradeOffWire.TradeOffPlan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells a plan of a trade-off curve in words. Immutable.
 *
 * @param measure by which what changes hands is counted
 * @param total of all
 * @param first plan of the curve, which moves least
 */
record TradeOffSentence(Measure measure, double total, Numbers first) {

  /** Prices of money are told for so much of it. */
  private static final int ROUND_SUM = 1_000;

  /**
   * What there is to tell of a plan.
   *
   * @param moved what changes hands, in whole amounts
   * @param value of the goals, lower is better
   * @param imbalance largest relative deviation of any balanced measure
   */
  record Numbers(double moved, double value, double imbalance) {

    static Numbers of(TradeOffPlan told) {
      return new Numbers(told.moved(), told.objective(), told.imbalance());
    }
  }

  /**
   * The sentence.
   *
   * @param before the plan that moves less and was asked to be as even, if there is one
   */
  String of(Numbers plan, Optional<TradeOffPlan> before) {
    StringBuilder words = new StringBuilder();
    words.append(
        String.format(
            Locale.ROOT,
            "%,.0f of %,.0f %s (%.1f %%) change hands",
            plan.moved,
            total,
            measure.name(),
            total > 0 ? 100 * plan.moved / total : 0));
    if (!plan.equals(first) && first.value > 0) {
      words.append(
          ", and the goals come to %s than with the least moves"
              .formatted(change(plan.value / first.value - 1)));
    }
    words.append("; no territory is more than %s %% off.".formatted(atMost(plan.imbalance)));
    before
        .filter(less -> less.moved() < plan.moved && less.objective() > plan.value)
        .filter(less -> first.value > 0)
        .ifPresent(less -> words.append(price(plan, less)));
    return words.toString();
  }

  private static String change(double change) {
    return String.format(
        Locale.ROOT, "%.2f %% %s", 100 * Math.abs(change), change > 0 ? "more" : "less");
  }

  /** A ratio in percent, rounded up: what is told as the most is not exceeded. */
  private static String atMost(double ratio) {
    return BigDecimal.valueOf(ratio)
        .movePointRight(2)
        .round(new MathContext(12)) // what arithmetic leaves behind the last digit is no excess
        .setScale(1, RoundingMode.CEILING)
        .toPlainString();
  }

  /** What each of those that change hands beyond the plan before is worth. */
  private String price(Numbers plan, TradeOffPlan before) {
    double more = plan.moved - before.moved();
    int sum = measure.equals(Measure.ACCOUNTS) ? 1 : ROUND_SUM;
    double each = (before.objective() - plan.value) / first.value / more * sum;
    String which =
        sum > 1
            ? String.format(Locale.ROOT, "Each %,d of the %,.0f more", sum, more)
            : more == 1
                ? "The one more"
                : String.format(Locale.ROOT, "Each of the %,.0f more", more);
    return " %s than in plan %s makes them %s %% less."
        .formatted(which, before.number(), twoDigits(100 * each));
  }

  /** Plain decimals, two digits that are not 0. */
  private static String twoDigits(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }
}
