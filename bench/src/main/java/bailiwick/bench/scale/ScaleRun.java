package bailiwick.bench.scale;

import bailiwick.atlas.Atlas;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Objective;
import bailiwick.core.measure.Balance;
import bailiwick.core.optimize.Optimizer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Measures one row in this process, so that its memory is its own. */
final class ScaleRun {

  private static final int THREADS = 2;
  private static final long SEED = 1;
  private static final long ACCOUNTS = 1_000_000;
  private static final double MEGABYTE = 1 << 20;

  private ScaleRun() {}

  /**
   * Measures a row.
   *
   * @param args the row's name, the folder for generated files, and the file for the result's cells
   */
  public static void main(String[] args) throws IOException {
    ScaleResult result = measure(ScaleRow.of(args[0]), Path.of(args[1]));
    Files.write(Path.of(args[2]), result.cells());
  }

  static ScaleResult measure(ScaleRow row, Path folder) throws IOException {
    DesignProblem problem = problem(row, folder);
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    DesignOutcome outcome =
        Optimizer.optimize(
            problem,
            DesignSettings.ofTime(SEED, THREADS, row.timeLimit(), problem),
            DesignListener.NONE,
            Cancellation.none());
    double heap = pools.stream().mapToDouble(pool -> pool.getPeakUsage().getUsed()).sum();
    return result(row, problem, outcome, heap / MEGABYTE);
  }

  private static DesignProblem problem(ScaleRow row, Path folder) throws IOException {
    DesignProblemBuilder world =
        switch (row.world()) {
          case PLANAR -> PlanarWorld.problem(row.units(), row.contiguous(), SEED);
          case ZIP -> {
            ZipWorld zips = new ZipWorld(Atlas.packaged());
            yield zips.problem(zips.potential(folder, ACCOUNTS, SEED), row.contiguous());
          }
        };
    return world
        .freeTerritories(row.territories())
        .rule(new BalanceRule.Tolerance(0, row.tolerancePercent() / 100))
        .objective(Objective.MomentOfInertia.of(0))
        .build();
  }

  private static ScaleResult result(
      ScaleRow row, DesignProblem problem, DesignOutcome outcome, double heapMb)
      throws IOException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    DesignPlan plan = outcome.findPlan().orElse(null);
    String kind =
        switch (outcome) {
          case DesignOutcome.Designed designed -> "feasible";
          case DesignOutcome.NotFound notFound -> "broken";
          case DesignOutcome.Infeasible infeasible ->
              "infeasible: " + infeasible.proof().getFirst().code();
        };
    return new ScaleResult(
        row.name(),
        kind,
        plan == null ? "" : text(100 * worstDeviation(problem, plan), 3),
        plan == null ? "" : text(plan.violation(), 5),
        plan == null ? "" : text(plan.objective(), 0),
        text(outcome.run().elapsed().toMillis() / 1000.0, 1),
        Long.toString(outcome.run().evaluations()),
        text(heapMb, 0),
        text(residentMb(), 0),
        text(load, 1));
  }

  private static double worstDeviation(DesignProblem problem, DesignPlan plan) {
    return Balance.largestDeviation(
        IntStream.range(0, problem.territoryCount()).mapToLong(t -> plan.total(0, t)).toArray());
  }

  /** The largest memory of this process so far, where the system tells it; else not a number. */
  private static double residentMb() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static String text(double value, int decimals) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
