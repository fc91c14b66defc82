package bailiwick.cli.design;

import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.FieldDays;
import bailiwick.core.design.FieldWork;
import bailiwick.core.design.TerritoryDays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The days in the field that a plan takes, as they are reported. Immutable.
 *
 * @param territories in the order of their numbers
 */
record DaysTold(List<TerritoryDays> territories) {

  static DaysTold of(FieldDays days, DesignPlan plan) {
    return new DaysTold(days.spent(plan.alignment().toArray()));
  }

  /** In the report: all together, how far that may be off, and each territory. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("days", oneDecimal(days()));
    json.put("daysAvailable", available().isEmpty() ? null : oneDecimal(available().getAsDouble()));
    json.put("accuracyPercent", FieldWork.ACCURACY_PERCENT);
    json.put("territories", territories.stream().map(DaysTold::json).toList());
    return json;
  }

  private static Map<String, Object> json(TerritoryDays one) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", one.territory().value());
    row.put("days", oneDecimal(one.days()));
    row.put("daysAvailable", one.most().isEmpty() ? null : oneDecimal(one.most().getAsDouble()));
    row.put("visitHours", oneDecimal(one.visitHours()));
    row.put("drivingHours", oneDecimal(one.drivingHours()));
    row.put("overnightUnits", one.overnightUnits());
    return row;
  }

  /** The same in a line, and another where people stay overnight. */
  String words() {
    double visiting = territories.stream().mapToDouble(TerritoryDays::visitHours).sum();
    double driving = territories.stream().mapToDouble(TerritoryDays::drivingHours).sum();
    int overnight = territories.stream().mapToInt(TerritoryDays::overnightUnits).sum();
    String of =
        available().isEmpty()
            ? ""
            : String.format(Locale.ROOT, " of %,.0f", available().getAsDouble());
    String days =
        String.format(
            Locale.ROOT,
            "%n  in the field: %,.0f%s days, %,.0f h with customers, %,.0f h driving (±%s %%)",
            days(),
            of,
            visiting,
            driving,
            FieldWork.ACCURACY_PERCENT);
    return overnight == 0
        ? days
        : days
            + String.format(
                Locale.ROOT,
                "%n  %,d units lie so far from home that people are expected to stay overnight",
                overnight);
  }

  private double days() {
    return territories.stream().mapToDouble(TerritoryDays::days).sum();
  }

  /** Days that all territories have; empty when they are not limited. */
  private OptionalDouble available() {
    return territories.stream().allMatch(one -> one.most().isPresent())
        ? OptionalDouble.of(territories.stream().mapToDouble(one -> one.most().orElseThrow()).sum())
        : OptionalDouble.empty();
  }

  private static double oneDecimal(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
