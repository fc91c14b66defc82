package bailiwick.bench.instance;

import bailiwick.bench.file.ScratchFolder;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignSettings;
import bailiwick.exact.WorkerPool;
import bailiwick.intake.instance.InstanceDesign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The design engine, asked as the design command asks it. */
final class Engine implements Solver {

  static final String NAME = "bailiwick";

  private static final int THREADS = 2;
  private static final long SEED = 1;

  private final Evaluator evaluator;

  Engine(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isHere() {
    return true;
  }

  @Override
  public Answer answer(TableRow row, Path instance) throws IOException, InterruptedException {
    try (ScratchFolder scratch = ScratchFolder.make()) {
      Path out = scratch.resolve("design");
      DesignOutcome outcome = design(row, instance, out);
      return answer(row, instance, out.resolve("assignment.csv"), outcome)
          .withEvaluations(outcome.run().evaluations())
          .after(outcome.run().elapsed());
    }
  }

  private static DesignOutcome design(TableRow row, Path instance, Path out) throws IOException {
    try (WorkerPool solver = new WorkerPool(THREADS)) {
      return InstanceDesign.run(
              instance,
              Optional.of(row.objective()),
              problem -> DesignSettings.ofTime(SEED, THREADS, row.timeLimit(), problem),
              out,
              DesignListener.NONE,
              Cancellation.none(),
              solver)
          .outcome();
    }
  }

  private Answer answer(TableRow row, Path instance, Path assignment, DesignOutcome outcome)
      throws IOException, InterruptedException {
    return switch (outcome) {
      case DesignOutcome.Designed designed -> {
        Answer planned = planned(row, instance, assignment, designed.plan());
        yield designed.bound().isPresent()
            ? planned.boundedBy(designed.bound().getAsDouble())
            : planned;
      }
      case DesignOutcome.Infeasible infeasible ->
          Answer.infeasible(infeasible.proof().getFirst().code());
      case DesignOutcome.NotFound notFound ->
          planned(row, instance, assignment, notFound.closest());
    };
  }

  private Answer planned(TableRow row, Path instance, Path assignment, DesignPlan plan)
      throws IOException, InterruptedException {
    return Answer.planned(
        plan.objective(),
        plan.violation(),
        evaluator.agrees(instance, assignment, row.objective(), plan));
  }
}
