package bailiwick.core.optimize.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reasons as sentences. */
final class ReasonWords {

  /** Digits that people read. */
  private static final MathContext DIGITS = new MathContext(4);

  private ReasonWords() {}

  static String of(Reason reason) {
    return reason
        .other()
        .map(other -> "%s: in `%s`, %s.".formatted(where(reason), other, consequences(reason)))
        .orElseGet(() ->
            "%s: %s."
                .formatted(
                    where(reason),
                    reason.holdings().isEmpty()
                        ? "there is no other territory for it"
                        : held(reason.holdings())));
  }

  private static String where(Reason reason) {
    if (reason.today().isEmpty()) {
      return "`%s` belongs to `%s`".formatted(reason.unit(), reason.territory());
    }
    return reason.isMoved()
        ? "`%s` moves from `%s` to `%s`"
            .formatted(reason.unit(), reason.today().get(), reason.territory())
        : "`%s` stays in `%s`".formatted(reason.unit(), reason.territory());
  }

  private static String consequences(Reason reason) {
    List<String> parts = new ArrayList<>();
    for (Term term : reason.terms()) {
      parts.add("`%s` would be %s".formatted(term.goal(), differing(term.change())));
    }
    if (reason.terms().isEmpty()) {
      parts.add("no goal would change");
    } else if (reason.terms().size() > 1) {
      parts.add("the objective %s in all".formatted(differing(reason.change())));
    }
    if (!reason.holdings().isEmpty()) {
      parts.add((reason.change() < 0 ? "but " : "") + held(reason.holdings()));
    }
    return String.join(", ", parts);
  }

  private static String differing(double change) {
    return "%s %s".formatted(number(Math.abs(change)), change < 0 ? "less" : "more");
  }

  private static String held(List<Holding> holdings) {
    return holdings.stream().map(ReasonWords::of).collect(Collectors.joining(" and "));
  }

  static String of(Holding holding) {
    return switch (holding) {
      case Holding.Locked(var territory, var reason) ->
          "it is locked to `%s`%s"
              .formatted(territory, reason.isEmpty() ? "" : " (" + reason + ")");
      case Holding.NotEligible(var territory) -> "it may not belong to `%s`".formatted(territory);
      case Holding.Inside(var territory) ->
          "all that it touches belongs to `%s`".formatted(territory);
      case Holding.Apart(var territory) -> "it does not touch `%s`".formatted(territory);
      case Holding.TearsApart(var territory) -> "`%s` would fall into pieces".formatted(territory);
      case Holding.Empties(var territory) -> "`%s` would be empty".formatted(territory);
      case Holding.OutOfLimits limit -> outOfLimits(limit);
      case Holding.OverDays(var territory, var days, var most) ->
          "`%s` would take %s days in the field, above its most %s"
              .formatted(territory, number(days), number(most));
      case Holding.Companions() -> "units that must be together or apart would not be";
      case Holding.OverGoalLimit(var goals, var value, var most) ->
          "`%s` would be %s, above its most %s".formatted(goals, number(value), number(most));
      case Holding.OverBudget() -> "more would change hands than may";
    };
  }

  private static String outOfLimits(Holding.OutOfLimits limit) {
    return limit.total() < limit.lower()
        ? "`%s` of `%s` would be %s, below its least %s"
            .formatted(
                limit.measure(), limit.territory(), number(limit.total()), number(limit.lower()))
        : "`%s` of `%s` would be %s, above its most %s"
            .formatted(
                limit.measure(), limit.territory(), number(limit.total()), number(limit.upper()));
  }

  /** Four digits, whole ones never rounded. */
  private static String number(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    boolean isLarge = exact.precision() - exact.scale() > DIGITS.getPrecision();
    BigDecimal rounded =
        isLarge
            ? exact.setScale(0, RoundingMode.HALF_EVEN)
            : exact.round(DIGITS).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }
}
