package bailiwick.cli.design;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.Comparison;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignRun;
import bailiwick.core.design.GoalValue;
import bailiwick.core.measure.Balance;
import bailiwick.core.measure.Index;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.intake.brief.VisitFigures;
import bailiwick.intake.instance.DesignReport;
import bailiwick.intake.today.Today;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The report of a brief's design: the same keys as an instance's report, and what a plan needs
 * besides. Immutable.
 *
 * @param design what is reported
 * @param source what it was made from
 * @param balanceBounds how even each balanced measure could be at best, by its name
 */
record BriefReport(BriefDesign design, BriefSource source, Map<String, Double> balanceBounds) {

  static BriefReport of(BriefDesign design, BriefSource source) {
    return new BriefReport(design, source, ReportRows.balanceBounds(design.problem()));
  }

  /** The report as JSON. */
  String json() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("name", design.brief().name());
    report.put("country", design.brief().country());
    report.put("unitKind", design.brief().unitKind().word());
    report.put("feasible", design.outcome() instanceof DesignOutcome.Designed);
    report.put("outcome", DesignReport.word(design.outcome()));
    report.put("objectiveName", firstGoals());
    report.put("briefObjective", design.brief().objective().word());
    design.modes().forEach(mode -> report.put(mode.key(), mode.json()));
    report.put("objective", design.findPlan().map(DesignPlan::objective).orElse(null));
    report.put("bound", bound());
    report.put("gap", gap());
    report.put("violations", ReportRows.violations(design.outcome()));
    if (design.outcome() instanceof DesignOutcome.Infeasible infeasible) {
      report.put("proof", Json.problems(infeasible.proof()));
    }
    report.put("accounts", design.accounts());
    report.put("accountsOutside", design.unplaced());
    report.put("problems", Json.problems(design.ownerProblems()));
    design.findPlan().ifPresent(plan -> addPlan(report, plan));
    DesignRun run = design.outcome().run();
    report.put("work", run.work());
    report.put("evaluations", run.evaluations());
    report.put("seconds", run.elapsed().toMillis() / 1000.0);
    report.put("stoppedByClock", run.stoppedByClock());
    run.stoppedAt().ifPresent(look -> report.put("stoppedAtLook", look));
    report.put("cancelled", run.cancelled());
    report.put("exactWork", run.exactWork());
    run.exactFailure().ifPresent(reason -> report.put("exactFailure", reason));
    report.put("brief", source.brief());
    report.put("accountsFile", source.accounts());
    report.put("inputHash", source.inputHash());
    report.put("atlas", source.atlasVersion());
    report.put("seed", run.seed());
    report.put("version", run.version());
    return Json.write(report);
  }

  /** The exit code that the outcome deserves. */
  int exitCode() {
    return switch (design.outcome()) {
      case DesignOutcome.Designed designed -> ExitCode.DONE;
      case DesignOutcome.Infeasible infeasible -> ExitCode.INFEASIBLE;
      case DesignOutcome.NotFound notFound -> ExitCode.NOTHING_FOUND;
    };
  }

  /** The report in a few lines for people. */
  String words() {
    StringBuilder words = new StringBuilder(DesignSummary.of(design.outcome()).words());
    design
        .findPlan()
        .ifPresent(plan -> {
          for (var wanted : design.brief().measures()) {
            int m = names().indexOf(wanted.name());
            words.append(
                String.format(
                    Locale.ROOT,
                    "%n  %s: ±%.1f %% (asked ±%.1f %%%s)",
                    wanted.name(),
                    100 * Balance.largestDeviation(totals(plan, m), shares()),
                    100 * wanted.tolerance(),
                    boundWords(balanceBounds.getOrDefault(wanted.name(), 0.0))));
          }
        });
    design.findPlan().flatMap(this::days).ifPresent(days -> words.append(days.words()));
    for (Comparison sacrifice : design.findPlan().map(DesignPlan::sacrifices).orElse(List.of())) {
      words.append(
          String.format(
              Locale.ROOT,
              "%n  worse than today: %s %.6g, today %.6g",
              sacrifice.name(),
              sacrifice.plan(),
              sacrifice.today()));
    }
    design
        .findPlan()
        .flatMap(this::figures)
        .ifPresent(figures -> words.append(words(figures.all())));
    design.modes().forEach(mode -> words.append(mode.words()));
    if (design.unplaced() > 0) {
      words.append(
          String.format(
              Locale.ROOT,
              "%n  %,d of %,d accounts lie in no unit and were left out",
              design.unplaced(),
              design.accounts()));
    }
    return words.toString();
  }

  /** What no plan can be under, where that shows in the digits told. */
  private static String boundWords(double bound) {
    return bound < 0.0005
        ? ""
        : String.format(Locale.ROOT, ", no plan can be under ±%.1f %%", 100 * bound);
  }

  private static String words(VisitFigures.Meetings all) {
    StringBuilder words = new StringBuilder();
    all.hoursInCommon()
        .ifPresent(hours ->
            words.append(String.format(Locale.ROOT, "%n  hours in common: %.1f a day", hours)));
    all.remoteShare()
        .ifPresent(share ->
            words.append(String.format(Locale.ROOT, "%n  remote visits: %.0f %%", 100 * share)));
    return words.toString();
  }

  /** What `objective`, `bound` and `gap` are of: goals by weight count together. */
  private String firstGoals() {
    return design.problem().goals().stream()
        .map(goal -> goal.objective().name())
        .collect(Collectors.joining(" + "));
  }

  private @Nullable Double bound() {
    return design.outcome() instanceof DesignOutcome.Designed designed
            && designed.bound().isPresent()
        ? designed.bound().getAsDouble()
        : null;
  }

  private @Nullable Double gap() {
    return design.outcome() instanceof DesignOutcome.Designed designed && designed.gap().isPresent()
        ? designed.gap().getAsDouble()
        : null;
  }

  private static Map<String, Object> goal(GoalValue goal) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("objective", goal.name());
    row.put("value", goal.value());
    row.put("weight", goal.weight());
    row.put("level", goal.level());
    return row;
  }

  private static Map<String, Object> comparison(Comparison comparison) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("kind", comparison.kind().name().toLowerCase(Locale.ROOT));
    row.put("name", comparison.name());
    row.put("plan", comparison.plan());
    row.put("today", comparison.today());
    row.put("sacrifice", comparison.isSacrifice());
    return row;
  }

  private void addPlan(Map<String, Object> report, DesignPlan plan) {
    List<Measure> measures = design.problem().measures();
    List<Map<String, Object>> balance = new ArrayList<>();
    for (int m = 0; m < measures.size(); m++) {
      Map<String, Object> row = ReportRows.balance(measures.get(m), totals(plan, m), shares());
      row.put("lowerBound", balanceBounds.get(measures.get(m).name()));
      balance.add(row);
    }
    report.put("balance", balance);
    report.put("goals", plan.goals().stream().map(BriefReport::goal).toList());
    report.put(
        "comparedWithToday", plan.comparisons().stream().map(BriefReport::comparison).toList());
    figures(plan).ifPresent(figures -> report.put("visits", visits(figures.all())));
    report.put("territories", territories(plan, measures));
    days(plan).ifPresent(days -> report.put("travelHours", days.json()));
    today().ifPresent(today -> report.put("moved", moved(plan.alignment(), today)));
  }

  private Optional<VisitFigures> figures(DesignPlan plan) {
    return VisitFigures.of(design.brief(), design.problem(), plan);
  }

  private static Map<String, Object> visits(VisitFigures.Meetings meetings) {
    Map<String, Object> row = new LinkedHashMap<>();
    meetings.hoursInCommon().ifPresent(hours -> row.put("hoursInCommon", hours));
    meetings.remoteShare().ifPresent(share -> row.put("remoteShare", share));
    return row;
  }

  private List<String> names() {
    return design.problem().measures().stream().map(Measure::name).toList();
  }

  private Optional<DaysTold> days(DesignPlan plan) {
    return design.problem().fieldDays().map(days -> DaysTold.of(days, plan));
  }

  private List<Map<String, Object>> territories(DesignPlan plan, List<Measure> measures) {
    int[] units = new int[design.brief().territories().size()];
    for (int territory : plan.alignment().toArray()) {
      if (territory != Alignment.UNASSIGNED) {
        units[territory]++;
      }
    }
    List<double[]> indices = new ArrayList<>();
    for (int m = 0; m < measures.size(); m++) {
      indices.add(Index.of(totals(plan, m)));
    }
    Optional<VisitFigures> figures = figures(plan);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int t = 0; t < units.length; t++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("code", design.brief().territories().get(t).code());
      row.put("name", design.brief().territories().get(t).name());
      row.put("share", design.brief().territories().get(t).share());
      int number = t;
      design
          .districts()
          .ifPresent(of -> row.put("district", of.codes().get(of.districtOf(number)).value()));
      row.put("units", units[t]);
      for (int m = 0; m < measures.size(); m++) {
        row.put(measures.get(m).name(), measures.get(m).toDecimal(plan.total(m, t)));
        row.put(measures.get(m).name() + "Index", Math.round(indices.get(m)[t] * 10) / 10.0);
      }
      figures.ifPresent(all -> row.putAll(visits(all.territories().get(number))));
      rows.add(row);
    }
    return rows;
  }

  /** Today's plan, when its territories are those of the design, so that moves mean something. */
  private Optional<Alignment> today() {
    List<String> codes =
        design.brief().territories().stream().map(territory -> territory.code()).toList();
    return design
        .today()
        .map(Today::alignment)
        .filter(today ->
            today.territories().stream().map(TerritoryCode::value).allMatch(codes::contains));
  }

  private Map<String, Object> moved(Alignment plan, Alignment today) {
    UnitNumbering units = plan.units();
    long[] sums = new long[design.amounts().measures().size()];
    long unitCount = 0;
    for (int unit = 0; unit < units.size(); unit++) {
      UnitId id = units.id(unit);
      var before = today.findTerritory(id);
      if (before.isPresent() && !before.equals(plan.findTerritory(id))) {
        unitCount++;
        for (int m = 0; m < sums.length; m++) {
          sums[m] += design.amounts().amount(m, unit);
        }
      }
    }
    Map<String, Object> moved = new LinkedHashMap<>();
    moved.put("units", unitCount);
    for (int m = 0; m < sums.length; m++) {
      Measure measure = design.amounts().measures().get(m);
      moved.put(measure.name(), measure.toDecimal(sums[m]));
    }
    return moved;
  }

  private long[] totals(DesignPlan plan, int measure) {
    long[] totals = new long[design.brief().territories().size()];
    for (int t = 0; t < totals.length; t++) {
      totals[t] = plan.total(measure, t);
    }
    return totals;
  }

  private double[] shares() {
    return design.brief().territories().stream()
        .mapToDouble(territory -> territory.share())
        .toArray();
  }
}
