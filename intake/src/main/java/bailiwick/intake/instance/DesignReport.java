package bailiwick.intake.instance;

import bailiwick.core.design.BalanceBound;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignRun;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.design.RuleBreach;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.measure.Balance;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.problem.Problem;
import bailiwick.core.unit.Measure;
import bailiwick.intake.export.OutputFile;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what came of a design: {@code assignment.csv} and {@code report.json}. */
public final class DesignReport {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final DesignProblem problem;
  private final DesignOutcome outcome;
  private final InstanceSource source;

  /** A report. */
  DesignReport(DesignProblem problem, DesignOutcome outcome, InstanceSource source) {
    this.problem = problem;
    this.outcome = outcome;
    this.source = source;
  }

  /**
   * Writes both files, each whole or not at all, the report last, so that a folder with a report is
   * complete. Without a plan there is no {@code assignment.csv}, nor an old one left.
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("report.json");
    Files.deleteIfExists(file);
    Path assignment = folder.resolve("assignment.csv");
    switch (outcome) {
      case DesignOutcome.Designed designed -> writeAssignment(designed.plan(), assignment);
      case DesignOutcome.NotFound notFound -> writeAssignment(notFound.closest(), assignment);
      case DesignOutcome.Infeasible infeasible -> Files.deleteIfExists(assignment);
    }
    OutputFile.write(file, out -> out.append(json()).append('\n'));
  }

  private void writeAssignment(DesignPlan plan, Path file) throws IOException {
    OutputFile.write(
        file,
        out -> {
          // Closing it would close the file before it is known to be complete.
          CsvWriter writer = CsvWriter.builder().build(out);
          writer.writeRecord("id", "territory", "center");
          for (int unit = 0; unit < problem.unitCount(); unit++) {
            int t = plan.alignment().territoryOf(unit);
            writer.writeRecord(
                problem.units().id(unit).value(),
                problem.territories().get(t).code().value(),
                centreId(plan.centreOf(t)));
          }
          writer.flush();
        });
  }

  private String centreId(int site) {
    return site < problem.unitCount() ? problem.units().id(site).value() : "";
  }

  /** The text of {@code report.json}. */
  public String json() {
    ObjectNode report = JSON.createObjectNode();
    report.put("feasible", outcome instanceof DesignOutcome.Designed);
    report.put("outcome", word(outcome));
    report.put("objectiveName", problem.objective().name());
    addWarnings(report.putArray("problems"));
    switch (outcome) {
      case DesignOutcome.Designed designed -> addPlan(report, designed.plan(), designed.bound());
      case DesignOutcome.NotFound notFound ->
          addPlan(report, notFound.closest(), OptionalDouble.empty());
      case DesignOutcome.Infeasible infeasible -> addProof(report, infeasible.proof());
    }
    addBalance(report.putArray("balance"));
    addRun(report, outcome.run());
    return JSON.writeValueAsString(report);
  }

  private void addWarnings(ArrayNode problems) {
    for (Problem warning : source.warnings()) {
      ObjectNode node = problems.addObject();
      node.put("code", warning.code());
      node.put("severity", warning.severity().name().toLowerCase(Locale.ROOT));
      node.put("message", warning.message());
      if (warning.hint() != null) {
        node.put("hint", warning.hint());
      }
    }
  }

  /** The word for what came of a design: {@code feasible}, {@code notFound} or infeasible. */
  public static String word(DesignOutcome outcome) {
    return switch (outcome) {
      case DesignOutcome.Designed designed -> "feasible";
      case DesignOutcome.Infeasible infeasible -> "infeasible";
      case DesignOutcome.NotFound notFound -> "notFound";
    };
  }

  private void addPlan(ObjectNode report, DesignPlan plan, OptionalDouble bound) {
    report.put("objective", plan.objective());
    if (bound.isPresent()) {
      report.put("bound", bound.getAsDouble());
    } else {
      report.putNull("bound");
    }
    if (outcome instanceof DesignOutcome.Designed designed && designed.gap().isPresent()) {
      report.put("gap", designed.gap().getAsDouble());
    } else {
      report.putNull("gap");
    }
    ArrayNode violations = report.putArray("violations");
    for (RuleBreach breach : plan.breaches()) {
      violations.add(breach.message());
    }
    report.put("violation", plan.violation());
    ArrayNode territories = report.putArray("territories");
    int[] units = new int[problem.territoryCount()];
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      units[plan.alignment().territoryOf(unit)]++;
    }
    for (int t = 0; t < units.length; t++) {
      addTerritory(territories.addObject(), plan, t, units[t]);
    }
  }

  private void addTerritory(ObjectNode node, DesignPlan plan, int territory, int units) {
    node.put("territory", problem.territories().get(territory).code().value());
    node.put("center", centreId(plan.centreOf(territory)));
    node.put("units", units);
    ObjectNode totals = node.putObject("totals");
    for (int m = 0; m < problem.measures().size(); m++) {
      Measure measure = problem.measures().get(m);
      totals.put(measure.name(), measure.toDecimal(plan.total(m, territory)));
    }
  }

  /** How even each measure that is held near its target is, and how even it could be at best. */
  private void addBalance(ArrayNode rows) {
    double[] shares = problem.territories().stream().mapToDouble(TerritorySpec::share).toArray();
    for (BalanceBound bound : Optimizer.balanceBounds(problem)) {
      ObjectNode row = rows.addObject();
      row.put("measure", problem.measures().get(bound.measure()).name());
      outcome
          .findPlan()
          .ifPresent(plan -> {
            long[] totals = new long[shares.length];
            Arrays.setAll(totals, t -> plan.total(bound.measure(), t));
            row.put("largestDeviation", Balance.largestDeviation(totals, shares));
          });
      row.put("lowerBound", bound.deviation());
    }
  }

  private static void addProof(ObjectNode report, List<Infeasibility> proof) {
    report.putNull("objective");
    report.putNull("bound");
    report.putNull("gap");
    ArrayNode violations = report.putArray("violations");
    ArrayNode conflicts = report.putArray("proof");
    for (Infeasibility conflict : proof) {
      violations.add(conflict.message());
      ObjectNode node = conflicts.addObject();
      node.put("code", conflict.code());
      node.put("message", conflict.message());
      node.put("hint", conflict.hint());
    }
    report.putArray("territories");
  }

  private void addRun(ObjectNode report, DesignRun run) {
    report.put("work", run.work());
    report.put("evaluations", run.evaluations());
    report.put("seconds", run.elapsed().toMillis() / 1000.0);
    report.put("stoppedByClock", run.stoppedByClock());
    run.stoppedAt().ifPresent(look -> report.put("stoppedAtLook", look));
    report.put("cancelled", run.cancelled());
    report.put("exactWork", run.exactWork());
    run.exactFailure().ifPresent(reason -> report.put("exactFailure", reason));
    report.put("instance", source.path());
    report.put("inputHash", source.inputHash());
    report.put("seed", run.seed());
    report.put("version", run.version());
  }
}
