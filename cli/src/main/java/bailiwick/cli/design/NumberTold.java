package bailiwick.cli.design;

import bailiwick.core.design.DesignPlan;
import bailiwick.core.optimize.number.NumberOutcome;
import bailiwick.core.optimize.number.NumberRange;
import bailiwick.core.optimize.number.NumberRequest;
import bailiwick.core.optimize.number.NumberTried;
import bailiwick.core.unit.Measure;
import bailiwick.intake.brief.BriefNumber;
import bailiwick.intake.brief.DrawnBrief;
import bailiwick.intake.instance.DesignReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Tells which numbers of territories were tried and which was chosen.
 *
 * @param brief what was asked
 * @param request the same for the optimiser
 */
record NumberTold(BriefNumber brief, NumberRequest request, NumberOutcome found)
    implements ModeTold {

  NumberTold(DrawnBrief.Numbered number) {
    this(number.asked(), number.request(), number.found());
  }

  @Override
  public String key() {
    return "bestNumber";
  }

  @Override
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("chosen", found.chosen().number());
    json.put("reason", found.reason());
    json.put("fewest", found.range().fewest());
    json.put("most", found.range().most());
    json.put("tried", found.tried().stream().map(this::row).toList());
    List<Map<String, Object>> assumptions = new ArrayList<>();
    for (BriefNumber.Assumption assumption : brief.assumptions()) {
      assumptions.add(row(assumption));
    }
    json.put("assumptions", assumptions);
    return json;
  }

  private Map<String, Object> row(NumberTried tried) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("territories", tried.number());
    row.put("outcome", DesignReport.word(tried.outcome()));
    row.put("mean", tried.mean());
    row.put("largestDeviation", value(tried.deviation()));
    row.put(
        "objective",
        tried
            .outcome()
            .findPlan()
            .filter(plan -> tried.isDesigned())
            .map(DesignPlan::objective)
            .orElse(null));
    row.put("meanDistance", value(tried.distance()));
    row.put("cost", value(tried.cost()));
    return row;
  }

  private Map<String, Object> row(BriefNumber.Assumption assumption) {
    NumberRange range = range(assumption);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", assumption.name());
    row.put("factor", assumption.factor());
    row.put("target", brief.target() * assumption.factor());
    row.put("fewest", range.fewest());
    row.put("most", range.most());
    row.put("best", range.ideal().isPresent() ? range.ideal().getAsInt() : null);
    row.put("mean", range.ideal().isPresent() ? total() / range.ideal().getAsInt() : null);
    return row;
  }

  private NumberRange range(BriefNumber.Assumption assumption) {
    var problem = found.chosen().problem();
    return NumberRange.of(
        request.scaledBy(assumption.factor()),
        problem.total(request.measure()),
        problem.unitCount());
  }

  private double total() {
    var problem = found.chosen().problem();
    Measure measure = problem.measures().get(request.measure());
    return measure.toDecimal(problem.total(request.measure()));
  }

  private static @Nullable Double value(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  @Override
  public String words() {
    StringBuilder words = new StringBuilder("%n  ".formatted()).append(found.reason());
    words.append(
        "%n  %s to %s territories can hold the total; tried:"
            .formatted(found.range().fewest(), found.range().most()));
    for (NumberTried tried : found.tried()) {
      words.append("%n  %6s  %s".formatted(tried.number(), words(tried)));
    }
    for (BriefNumber.Assumption assumption : brief.assumptions()) {
      NumberRange range = range(assumption);
      String best =
          range.ideal().isPresent()
              ? "best %s of %s to %s"
                  .formatted(range.ideal().getAsInt(), range.fewest(), range.most())
              : "no number";
      words.append(
          String.format(
              Locale.ROOT, "%n  %s (×%s): %s", assumption.name(), assumption.factor(), best));
    }
    return words.toString();
  }

  private static String words(NumberTried tried) {
    if (!tried.isDesigned()) {
      return DesignReport.word(tried.outcome());
    }
    String words =
        String.format(
            Locale.ROOT,
            "mean %s, at most %.1f %% off, mean distance %.4g",
            Measure.words(tried.mean(), 6),
            100 * tried.deviation().orElse(0),
            tried.distance().orElse(0));
    return tried.cost().isPresent()
        ? words + ", cost " + Measure.words(tried.cost().getAsDouble(), 6)
        : words;
  }
}
