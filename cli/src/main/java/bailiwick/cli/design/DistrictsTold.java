package bailiwick.cli.design;

import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.district.DistrictOutcome;
import bailiwick.core.optimize.district.DistrictPlan;
import bailiwick.core.unit.Measure;
import bailiwick.intake.instance.DesignReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells which districts there are, which territories they have and what they hold. */
record DistrictsTold(DesignProblem problem, DistrictOutcome found) implements ModeTold {

  @Override
  public String key() {
    return "districts";
  }

  @Override
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    found
        .drawn()
        .ifPresent(drawn -> {
          json.put("outcome", DesignReport.word(drawn));
          json.put("violations", ReportRows.violations(drawn));
        });
    found
        .districts()
        .ifPresent(plan -> {
          List<Map<String, Object>> balance = new ArrayList<>();
          for (int m = 0; m < problem.measures().size(); m++) {
            balance.add(
                ReportRows.balance(problem.measures().get(m), plan.totals(m), targets(plan)));
          }
          json.put("balance", balance);
          List<Map<String, Object>> rows = new ArrayList<>();
          for (int d = 0; d < plan.codes().size(); d++) {
            rows.add(row(plan, d));
          }
          json.put("list", rows);
        });
    return json;
  }

  /** Districts drawn first answer for their territories, those grouped are alike. */
  private double[] targets(DistrictPlan plan) {
    double[] shares = plan.shares();
    if (!isNested(plan)) {
      Arrays.fill(shares, 1);
    }
    return shares;
  }

  private boolean isNested(DistrictPlan plan) {
    return plan.outcome()
        .findPlan()
        .map(districts -> districts.alignment().units().size() == problem.unitCount())
        .orElse(false);
  }

  private Map<String, Object> row(DistrictPlan plan, int district) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", plan.codes().get(district).value());
    List<String> territories = new ArrayList<>();
    for (int t = 0; t < problem.territoryCount(); t++) {
      if (plan.districtOf(t) == district) {
        territories.add(problem.territories().get(t).code().value());
      }
    }
    row.put("territories", territories);
    for (int m = 0; m < problem.measures().size(); m++) {
      Measure measure = problem.measures().get(m);
      row.put(measure.name(), measure.toDecimal(plan.total(m, district)));
    }
    return row;
  }

  @Override
  public String words() {
    if (found.districts().isEmpty()) {
      return found.drawn().isEmpty() ? "" : "%n  no districts can be made of them".formatted();
    }
    DistrictPlan plan = found.districts().get();
    StringBuilder words = new StringBuilder();
    for (int d = 0; d < plan.codes().size(); d++) {
      words.append(
          "%n  district %s: %s territories"
              .formatted(plan.codes().get(d).value(), plan.territoryCount(d)));
      for (int m = 0; m < problem.measures().size(); m++) {
        Measure measure = problem.measures().get(m);
        words.append(
            String.format(
                Locale.ROOT, ", %,.0f %s", measure.toDecimal(plan.total(m, d)), measure.name()));
      }
    }
    return plan.outcome() instanceof DesignOutcome.Designed
        ? words.toString()
        : words.append("%n  the districts do not keep their tolerance".formatted()).toString();
  }
}
