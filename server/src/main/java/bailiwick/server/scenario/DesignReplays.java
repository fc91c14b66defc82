package bailiwick.server.scenario;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.server.atlas.Geography;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobKind;
import bailiwick.server.job.JobWork;
import bailiwick.server.job.Jobs;
import bailiwick.server.scenario.ScenarioWire.Origin;
import bailiwick.store.Store;
import bailiwick.store.scenario.AlignedScenario;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the design of a scenario again in a job and compares it unit by unit; nothing is changed.
 * Thread-safe.
 */
public final class DesignReplays {

  private final Store store;
  private final Geography geography;
  private final Workspaces workspaces;
  private final Jobs jobs;
  private final ExactSolver solver;
  private final JsonMapper json;

  /**
   * Replays of the designs in a store.
   *
   * @param solver for what is small enough to be answered exactly
   */
  public DesignReplays(
      Store store,
      Geography geography,
      Workspaces workspaces,
      Jobs jobs,
      ExactSolver solver,
      JsonMapper json) {
    this.store = store;
    this.geography = geography;
    this.workspaces = workspaces;
    this.jobs = jobs;
    this.solver = solver;
    this.json = json;
    jobs.handle(JobKind.REPLAY, this::replay);
  }

  /** What is kept of a request while its job waits or is begun again. */
  record Order(String planId, String scenarioId) {}

  /**
   * Asks for a replay of a scenario's design.
   *
   * @throws ProblemException when it cannot be made again
   */
  public Job submit(ScenarioId id, String who) {
    Scenario scenario = store.scenarios().get(id);
    Origin origin = record(scenario).origin();
    requireRepeatable(scenario, origin);
    Order order = new Order(scenario.plan().toString(), id.toString());
    return jobs.submit(
        JobKind.REPLAY, id.toString(), json.writeValueAsString(order), origin.seed(), who);
  }

  private DesignRecord record(Scenario scenario) {
    DesignRecord record = DesignRecord.read(scenario.brief(), json);
    if (record == null || record.origin().baseScenarioId() == null) {
      throw ProblemException.of(new ReplayProblem.NotDesigned(scenario.name()));
    }
    return record;
  }

  private static void requireRepeatable(Scenario scenario, Origin origin) {
    if (!origin.productVersion().equals(Designs.version())) {
      throw ProblemException.of(
          new ReplayProblem.OtherVersion(origin.productVersion(), Designs.version()));
    }
    if (origin.cancelled()) {
      throw ProblemException.of(new ReplayProblem.StoppedByHand(scenario.name()));
    }
  }

  private JobWork.Outcome replay(bailiwick.store.job.Job job, JobWork.Progress progress) {
    Order order = json.readValue(job.request(), Order.class);
    AlignedScenario made =
        store.scenarios().getAligned(new ScenarioId(UUID.fromString(order.scenarioId())));
    DesignRecord record = record(made.scenario());
    progress.tell(0, "Reading the accounts.");
    DesignInput input = input(record);
    String hash = input.hash(record.request(), json);
    if (!hash.equals(record.origin().inputHash())) {
      throw ProblemException.of(new ReplayProblem.OtherInput(record.origin().inputHash(), hash));
    }
    DesignProblem problem = input.problem(geography);
    DesignOutcome outcome =
        Optimizer.optimize(
            problem,
            input.brief().settings(Designs.threads(), problem),
            news -> Designs.tell(progress, news, problem),
            progress.live().cancellation(),
            solver);
    if (outcome.run().cancelled()) {
      return new JobWork.Outcome.Failed(
          "Stopped before the design was made again.", false, List.of(), null);
    }
    return compared(made, input, outcome);
  }

  private DesignInput input(DesignRecord record) {
    ScenarioId base = new ScenarioId(UUID.fromString(record.origin().baseScenarioId()));
    return workspaces.with(
        base,
        laid ->
            DesignInput.of(
                laid, HeldAccounts.of(store, base), record.request(), record.origin().seed()));
  }

  private static JobWork.Outcome compared(
      AlignedScenario made, DesignInput input, DesignOutcome outcome) {
    int units = made.alignment().units().size();
    int different =
        outcome
            .findPlan()
            .map((DesignPlan plan) -> differences(made.alignment(), input.renamed(plan)))
            .orElse(units);
    if (different > 0) {
      Problem differs = new ReplayProblem.Differs(different, units, made.scenario().undoable());
      return new JobWork.Outcome.Failed(differs.message(), false, List.of(differs), null);
    }
    return new JobWork.Outcome.Done(
        String.format(Locale.ROOT, "Identical: all %,d units again.", units),
        false,
        null,
        outcome.findPlan().map(DesignPlan::objective).orElse(null),
        List.of(),
        null,
        List.of());
  }

  private static int differences(Alignment then, Alignment now) {
    int different = 0;
    for (int unit = 0; unit < then.units().size(); unit++) {
      var id = then.units().id(unit);
      different += then.findTerritory(id).equals(now.findTerritory(id)) ? 0 : 1;
    }
    return different;
  }
}
