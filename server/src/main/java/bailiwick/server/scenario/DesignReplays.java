package bailiwick.server.scenario;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.brief.DrawnBrief;
import bailiwick.server.job.BestSoFar;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobKind;
import bailiwick.server.job.JobWork;
import bailiwick.server.job.Jobs;
import bailiwick.server.scenario.DesignWire.Origin;
import bailiwick.store.Store;
import bailiwick.store.scenario.AlignedScenario;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the design of a scenario again in a job and compares it unit by unit; nothing is changed.
 * Thread-safe.
 */
public final class DesignReplays {

  private final Store store;
  private final DesignRuns runs;
  private final Jobs jobs;
  private final JsonMapper json;

  /** Replays of the designs in a store. */
  public DesignReplays(Store store, DesignRuns runs, Jobs jobs, JsonMapper json) {
    this.store = store;
    this.runs = runs;
    this.jobs = jobs;
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
    requireBase(scenario, origin);
    Order order = new Order(scenario.plan().toString(), id.toString());
    return jobs.submit(
        JobKind.REPLAY, id.toString(), json.writeValueAsString(order), origin.seed(), who);
  }

  private DesignRecord record(Scenario scenario) {
    DesignRecord record = DesignRecord.read(scenario.brief(), json);
    if (record == null) {
      throw ProblemException.of(new ReplayProblem.NotDesigned(scenario.name()));
    }
    return record;
  }

  private static void requireRepeatable(Scenario scenario, Origin origin) {
    if (!origin.productVersion().equals(DesignRuns.version())) {
      throw ProblemException.of(
          new ReplayProblem.OtherVersion(origin.productVersion(), DesignRuns.version()));
    }
    if (origin.curveJobId() != null) {
      throw ProblemException.of(new ReplayProblem.OfACurve(scenario.name()));
    }
    if (origin.cancelled()) {
      throw ProblemException.of(new ReplayProblem.StoppedByHand(scenario.name()));
    }
  }

  private JobWork.Outcome replay(bailiwick.store.job.Job job, JobWork.Progress progress) {
    Order order = json.readValue(job.request(), Order.class);
    AlignedScenario made = store.scenarios().getAligned(DesignRuns.scenarioId(order.scenarioId()));
    DesignRecord record = record(made.scenario());
    Origin origin = record.origin();
    progress.tell(0, "Reading the accounts.");
    DesignInput input = runs.input(requireBase(made.scenario(), origin), record.brief());
    ReplayProblem.requireSameInput(origin.inputHash(), input.hash());
    DesignProblem problem = runs.problem(input);
    DesignSettings settings = DesignRuns.settings(input, problem).stoppedAt(stoppedAt(origin));
    DrawnBrief drawn = runs.search(input, problem, settings, progress);
    if (drawn.outcome().run().cancelled()) {
      return new JobWork.Outcome.Failed(
          "Stopped before the design was made again.", false, List.of(), null);
    }
    return compared(made, input, drawn);
  }

  private ScenarioId requireBase(Scenario designed, Origin origin) {
    return store.scenarios().list(designed.plan()).stream()
        .map(Scenario::id)
        .filter(id -> id.toString().equals(origin.baseScenarioId()))
        .findFirst()
        .orElseThrow(() -> ProblemException.of(new ReplayProblem.BaseGone(designed.name())));
  }

  private static OptionalLong stoppedAt(Origin origin) {
    return origin.stoppedAtLook() == null
        ? OptionalLong.empty()
        : OptionalLong.of(origin.stoppedAtLook());
  }

  private static JobWork.Outcome compared(
      AlignedScenario made, DesignInput input, DrawnBrief drawn) {
    int units = made.alignment().units().size();
    int different =
        drawn
            .outcome()
            .findPlan()
            .map(
                plan -> differences(made.alignment(), input.named(drawn.brief(), plan).alignment()))
            .orElse(units);
    if (different > 0) {
      Problem differs = new ReplayProblem.Differs(different, units, made.scenario().undoable());
      return new JobWork.Outcome.Failed(differs.message(), false, List.of(differs), null);
    }
    return new JobWork.Outcome.Done(
        String.format(Locale.ROOT, "Identical: all %,d units again.", units),
        false,
        null,
        BestSoFar.NOTHING,
        null,
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
