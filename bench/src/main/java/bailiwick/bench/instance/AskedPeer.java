package bailiwick.bench.instance;

import bailiwick.bench.file.ScratchFolder;
import bailiwick.bench.peer.Peer;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.Optimizer;
import bailiwick.intake.instance.InstanceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** A peer, asked the same question; its plans are judged by our figures. */
final class AskedPeer implements Solver {

  private final Peer peer;
  private final Evaluator evaluator;

  AskedPeer(Peer peer, Evaluator evaluator) {
    this.peer = peer;
    this.evaluator = evaluator;
  }

  @Override
  public String name() {
    return peer.name();
  }

  @Override
  public boolean isHere() {
    return peer.isHere();
  }

  @Override
  public Answer answer(TableRow row, Path instance) throws IOException, InterruptedException {
    DesignProblem problem = InstanceFolder.read(instance).problem(row.objective());
    if (!peer.isFor(problem)) {
      return Answer.notApplying();
    }
    long start = System.nanoTime();
    Optional<int[]> found = peer.plan(problem, row.timeLimit());
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    Answer answer =
        found.isEmpty() ? Answer.failed("no plan") : judged(row, instance, problem, found.get());
    return answer.after(elapsed);
  }

  private Answer judged(TableRow row, Path instance, DesignProblem problem, int[] territoryOf)
      throws IOException, InterruptedException {
    requirePlan(problem, territoryOf);
    DesignPlan plan = Optimizer.figures(problem, territoryOf);
    try (ScratchFolder scratch = ScratchFolder.make()) {
      Path assignment = scratch.resolve("assignment.csv");
      Files.writeString(assignment, assignment(problem, territoryOf));
      return Answer.planned(
          plan.objective(),
          plan.violation(),
          evaluator.agrees(instance, assignment, row.objective(), plan));
    }
  }

  private static void requirePlan(DesignProblem problem, int[] territoryOf) {
    long dealt =
        IntStream.of(territoryOf).filter(t -> t >= 0 && t < problem.territoryCount()).count();
    if (territoryOf.length != problem.unitCount() || dealt != problem.unitCount()) {
      throw new IllegalStateException(
          "A plan must deal out %s units, not %s of %s."
              .formatted(problem.unitCount(), dealt, territoryOf.length));
    }
  }

  private static String assignment(DesignProblem problem, int[] territoryOf) {
    StringJoiner lines = new StringJoiner("\n", "id,territory\n", "\n");
    for (int unit = 0; unit < territoryOf.length; unit++) {
      lines.add(
          "%s,%s"
              .formatted(
                  problem.units().id(unit).value(),
                  problem.territories().get(territoryOf[unit]).code().value()));
    }
    return lines.toString();
  }
}
