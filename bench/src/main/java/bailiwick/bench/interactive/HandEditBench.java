package bailiwick.bench.interactive;

import bailiwick.atlas.Atlas;
import bailiwick.bench.scale.ZipWorld;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Objective;
import bailiwick.core.optimize.EditedPlan;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.optimize.Rebalance;
import bailiwick.core.unit.UnitGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A plan of 33,791 postal areas under the hand: the figures after one unit has gone to a
 * neighbouring territory, kept and from scratch, and two neighbouring territories dealt out anew.
 * Before anything is counted, figures that were kept must be those from scratch.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else
public class HandEditBench {

  private static final long ACCOUNTS = 100_000;
  private static final long SEED = 1;
  private static final long WORK = 3_000_000;
  private static final int EDITS = 1_024;
  private static final int COMPARED = 100;

  /** A unit that touches a territory other than its own. */
  private record Edit(int unit, int to) {}

  /** Territories: few large ones, many small ones. */
  @Param({"40", "500"})
  private int territories;

  private DesignProblem problem;
  private int[] plan; // [unit] -> territory
  private EditedPlan edited;
  private List<Edit> edits;
  private List<int[]> neighbours; // pairs of territories that touch
  private int next;

  /** Designs a plan, draws edits and compares the figures. */
  @Setup
  public void setUp() throws IOException {
    ZipWorld zips = new ZipWorld(Atlas.packaged());
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "bailiwick-bench");
    problem =
        zips.problem(zips.potential(folder, ACCOUNTS, SEED), true)
            .freeTerritories(territories)
            .rule(new BalanceRule.Tolerance(0, 0.05))
            .objective(Objective.MomentOfInertia.of(0))
            .build();
    plan =
        Optimizer.optimize(
                problem,
                DesignSettings.ofWork(SEED, WORK),
                DesignListener.NONE,
                Cancellation.none())
            .findPlan()
            .orElseThrow()
            .alignment()
            .toArray();
    edited = EditedPlan.of(problem, plan);
    neighbours = new ArrayList<>();
    edits = draw(problem.graph().orElseThrow());
    for (Edit edit : edits.subList(0, COMPARED)) {
      requireSame(edited.move(edit.to, edit.unit), edited.fromScratch());
    }
  }

  private List<Edit> draw(UnitGraph graph) {
    List<Edit> drawn = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(SEED);
    while (drawn.size() < EDITS) {
      int unit = random.nextInt(plan.length);
      int to = plan[graph.neighbourAt(random.nextInt(graph.first(unit), graph.end(unit)))];
      if (to != plan[unit]) {
        drawn.add(new Edit(unit, to));
        drawn.add(new Edit(unit, plan[unit])); // and back
        neighbours.add(new int[] {plan[unit], to});
      }
    }
    return drawn;
  }

  private static void requireSame(DesignPlan kept, DesignPlan scratch) {
    boolean same =
        kept.violation() == scratch.violation()
            && kept.objective() == scratch.objective()
            && kept.breaches().equals(scratch.breaches());
    if (!same) {
      throw new IllegalStateException(
          "The figures kept (%s) are not those from scratch (%s)."
              .formatted(kept.objective(), scratch.objective()));
    }
  }

  private Edit next() {
    next = (next + 1) % edits.size();
    return edits.get(next);
  }

  /** All figures of the plan after a unit has moved. */
  @Benchmark
  public DesignPlan edit() {
    Edit edit = next();
    return edited.move(edit.to, edit.unit);
  }

  /** The same without knowing anything. */
  @Benchmark
  public DesignPlan editFromScratch() {
    Edit edit = next();
    int[] changed = plan.clone();
    changed[edit.unit] = edit.to;
    return Optimizer.figures(problem, changed);
  }

  /** Two neighbouring territories dealt out anew. */
  @Benchmark
  public Rebalance rebalanceNeighbours() {
    next = (next + 1) % neighbours.size();
    return Rebalance.of(problem, plan, neighbours.get(next), SEED);
  }
}
