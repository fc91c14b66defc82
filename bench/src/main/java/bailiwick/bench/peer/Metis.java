package bailiwick.bench.peer;

import bailiwick.bench.file.ScratchFolder;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Objective;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.unit.UnitGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The program {@code gpmetis}: cuts a graph into contiguous parts of equal weights with few cut
 * edges. It takes an instant and depends on its seed, so several seeds are tried and the plan that
 * is best by our figures counts.
 *
 * <p>Source: G. Karypis, V. Kumar, *A fast and high quality multilevel scheme for partitioning
 * irregular graphs*, SIAM Journal on Scientific Computing 1998.
 */
final class Metis implements Peer {

  /** Seeds tried; beyond about this many the best hardly changes. */
  private static final int SEEDS = 32;

  /** It adds weights up in 32 bits; half of them leave room for its own factors. */
  private static final double MOST_WEIGHT = 1e9;

  private static final long START_SECONDS = 10;

  private final String program;

  Metis(String program) {
    this.program = program;
  }

  @Override
  public String name() {
    return "metis";
  }

  @Override
  public boolean isHere() {
    try {
      return endsWell(List.of(program, "-help"), Duration.ofSeconds(START_SECONDS));
    } catch (IOException e) {
      return false; // there is no such program
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** It knows neither homes nor capacities of places nor limits of one territory nor shares. */
  @Override
  public boolean isFor(DesignProblem problem) {
    return PlainProblem.is(problem)
        && problem.contiguous()
        && problem.goals().stream().noneMatch(g -> g.objective() instanceof Objective.Disruption)
        && problem.territories().stream()
            .allMatch(spec -> spec.centre().equals(Centre.FREE) && spec.share() == 1)
        && problem.rules().stream()
            .noneMatch(rule ->
                rule instanceof BalanceRule.CentreCapacity
                    || rule instanceof BalanceRule.TerritoryLimits);
  }

  @Override
  public Optional<int[]> plan(DesignProblem problem, Duration limit)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    List<DesignPlan> plans = new ArrayList<>();
    try (ScratchFolder scratch = ScratchFolder.make()) {
      Path graph = scratch.resolve("units.graph");
      Path parts = Path.of(graph + ".part." + problem.territoryCount());
      Files.writeString(graph, graph(problem));
      for (int seed = 1; seed <= SEEDS && System.nanoTime() < end; seed++) {
        Files.deleteIfExists(parts);
        boolean endedWell =
            endsWell(command(problem, graph, seed), Duration.ofNanos(end - System.nanoTime()));
        if (endedWell && Files.isRegularFile(parts)) {
          plans.add(Optimizer.figures(problem, read(parts)));
        }
      }
    }
    return plans.stream()
        .min(
            Comparator.comparingDouble(DesignPlan::violation)
                .thenComparingDouble(DesignPlan::objective))
        .map(plan -> plan.alignment().toArray());
  }

  private static int[] read(Path parts) throws IOException {
    try (Stream<String> lines = Files.lines(parts)) {
      return lines.mapToInt(line -> Integer.parseInt(line.strip())).toArray();
    }
  }

  private List<String> command(DesignProblem problem, Path graph, int seed) {
    List<Integer> limited = limited(problem);
    String tolerances =
        limited.stream()
            .map(m -> String.format(Locale.ROOT, "%.6f", 1 + tolerance(problem, m)))
            .collect(Collectors.joining(" "));
    List<String> command = new ArrayList<>(List.of(program, "-ptype=kway", "-contig"));
    if (!limited.isEmpty()) {
      command.add("-ubvec=" + tolerances);
    }
    command.addAll(
        List.of("-seed=" + seed, graph.toString(), Integer.toString(problem.territoryCount())));
    return command;
  }

  /** Numbers of the measures that have limits. */
  private static List<Integer> limited(DesignProblem problem) {
    return problem.rules().stream().map(BalanceRule::measure).distinct().sorted().toList();
  }

  /** The deviation from the mean that both limits allow. */
  private static double tolerance(DesignProblem problem, int measure) {
    double mean = problem.target(measure, 0);
    double above = problem.upper(measure, 0) / mean - 1;
    double below = 1 - problem.lower(measure, 0) / mean;
    return Math.max(0, Math.min(above, below));
  }

  /** Whether a command ends by itself within a limit and says that all went well. */
  private static boolean endsWell(List<String> command, Duration limit)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    } finally {
      process.destroyForcibly().onExit().join(); // so that it writes nothing any more
    }
  }

  /** The graph in the program's format: units count from 1, weights are whole. */
  static String graph(DesignProblem problem) {
    UnitGraph touching = problem.graph().orElseThrow();
    List<Integer> limited = limited(problem);
    StringBuilder text = new StringBuilder();
    text.append(touching.unitCount()).append(' ').append(touching.edgeCount());
    text.append(limited.isEmpty() ? "" : " 010 " + limited.size()).append('\n');
    for (int unit = 0; unit < touching.unitCount(); unit++) {
      StringJoiner line = new StringJoiner(" ");
      for (int measure : limited) {
        double scale = Math.min(1, MOST_WEIGHT / Math.max(1, problem.total(measure)));
        line.add(Long.toString(Math.round(scale * problem.amount(measure, unit))));
      }
      IntStream.range(touching.first(unit), touching.end(unit))
          .forEach(k -> line.add(Integer.toString(touching.neighbourAt(k) + 1)));
      text.append(line).append('\n');
    }
    return text.toString();
  }
}
