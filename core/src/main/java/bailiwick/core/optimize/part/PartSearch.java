package bailiwick.core.optimize.part;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Preference;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.finish.ExactFinish;
import bailiwick.core.optimize.search.SideBySide;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * Takes a few neighbouring territories of a plan, looks for the best way to deal their units out
 * anew while all others stay, and goes on with other ones until no part of a size can be made
 * better; then with larger parts. Several parts that share no territory are worked on side by side
 * and put back in a fixed order, so that the plan does not depend on the number of threads. Not
 * thread-safe.
 *
 * <p>Source: M. Gnägi, P. Baumann, *A matheuristic for large-scale capacitated clustering*,
 * Computers and Operations Research 2021, for exact parts around each centre. Differs from it: each
 * part is bounded first, which settles most of them without a solver.
 */
public final class PartSearch {

  /** Parts worked on side by side, whatever the number of threads. */
  private static final int SIDE_BY_SIDE = 4;

  /** Units in the smallest parts, and by how much they grow. */
  private static final int FIRST_UNITS = 24;

  private static final double GROWTH = 1.5;

  private final DesignProblem problem;
  private final UnitGraph near;
  private final PartSolver solver;
  private final Cancellation cancellation;
  private final int[] plan; // [unit] -> territory
  private final long[] changedAt; // [territory] -> number of the part that changed it last
  private final Set<List<Long>> settled = new HashSet<>();
  private long partNumber;
  private long evaluations;
  private double exactWork;

  /**
   * A search from a plan.
   *
   * @param near the graph whose edges tell which territories are neighbours
   * @param plan {@code [unit] -> territory}, within all limits
   * @param solver may be asked from several threads at once
   */
  public PartSearch(
      DesignProblem problem,
      UnitGraph near,
      int[] plan,
      ExactSolver solver,
      Cancellation cancellation) {
    this.problem = problem;
    this.near = near;
    this.solver = new PartSolver(solver, cancellation);
    this.cancellation = cancellation;
    this.plan = plan.clone();
    this.changedAt = new long[problem.territoryCount()];
  }

  /**
   * Whether parts can be solved: the objective measures from centres, two territories are few
   * enough units and less than all, and there is a solver.
   */
  public static boolean isFor(DesignProblem problem, ExactSolver solver) {
    double pair = 2.0 * problem.unitCount() / problem.territoryCount();
    return problem.centredGoal().isPresent()
        && problem.goals().stream().allMatch(goal -> isSumOfParts(goal.objective()))
        && problem.budgets().isEmpty()
        && problem.goalLimits().isEmpty()
        && problem.companions().isNone()
        && problem.territoryCount() > 2
        && pair * pair <= PartSolver.MOST_OPTIONS
        && !solver.equals(ExactSolver.NONE);
  }

  private static boolean isSumOfParts(Objective objective) {
    return switch (objective) {
      case Objective.MomentOfInertia moment -> true;
      case Objective.SumOfDistances sum -> true;
      case Objective.CutEdges cut -> false;
      case Objective.MaxDiameter diameter -> false;
      case Objective.Disruption disruption -> true;
      case Preference preference -> true;
    };
  }

  /** The plan as it is now, {@code [unit] -> territory}. */
  public int[] plan() {
    return plan.clone();
  }

  /** Work of the bounds. */
  public long evaluations() {
    return evaluations;
  }

  /** Work of the solver, in its own units. */
  public double exactWork() {
    return exactWork;
  }

  private double work() {
    return evaluations + ExactFinish.EVALUATIONS_PER_WORK * exactWork;
  }

  /**
   * Makes the plan better until nothing is found any more, or parts are too large to be settled.
   *
   * @param mostWork evaluations to spend, the solver's work included
   * @param threads that may work at once
   * @param seed of every random choice
   * @param late asked after each few parts; what they found is not used when it says so
   */
  public void improve(double mostWork, int threads, long seed, BooleanSupplier late) {
    PartDraw draw = new PartDraw(near, problem.territoryCount(), new SplittableRandom(seed));
    double size = FIRST_UNITS;
    double largest = GROWTH * Math.max(plan.length, FIRST_UNITS);
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, SIDE_BY_SIDE))) {
      while (size * size <= PartSolver.MOST_OPTIONS && size < largest) {
        Sweep sweep = new Sweep();
        sweep.run(pool, draw, (int) size, mostWork, late);
        if (sweep.isStopped || work() >= mostWork || sweep.isMostlyOpen()) {
          return;
        }
        size = sweep.improved > 0 ? size : size * GROWTH;
      }
    }
  }

  /** One part around each territory. */
  private final class Sweep {

    private int parts;
    private int open;
    private int improved;
    private boolean isStopped;

    boolean isMostlyOpen() {
      return improved == 0 && 2 * open > parts;
    }

    void run(ExecutorService pool, PartDraw draw, int size, double mostWork, BooleanSupplier late) {
      int[] order = draw.order();
      BitSet seeded = new BitSet();
      while (!isStopped && seeded.cardinality() < order.length && work() < mostWork) {
        List<Part> batch = unsettled(draw.draw(plan, order, seeded, size, SIDE_BY_SIDE));
        List<PartSolver.Answer> answers = solve(pool, batch);
        isStopped = cancellation.isRequested() || late.getAsBoolean();
        for (int k = 0; k < answers.size() && !isStopped; k++) {
          putBack(batch.get(k), answers.get(k));
        }
      }
    }

    private void putBack(Part part, PartSolver.Answer answer) {
      evaluations += answer.evaluations();
      exactWork += answer.exactWork();
      parts++;
      partNumber++;
      if (answer.better().isPresent()) {
        improved++;
        part.putInto(plan, answer.better().get());
        for (int t : part.territories()) {
          changedAt[t] = partNumber;
        }
      } else {
        open += answer.isOpen() ? 1 : 0;
        settled.add(state(part.territories()));
      }
    }
  }

  private List<Part> unsettled(List<int[]> drawn) {
    List<Part> parts = new ArrayList<>();
    for (int[] territories : drawn) {
      if (!settled.contains(state(territories))) {
        parts.add(new Part(problem, plan, territories));
      }
    }
    return parts;
  }

  /** What the territories of a part are like: it need not be looked at twice. */
  private List<Long> state(int[] territories) {
    List<Long> state = new ArrayList<>();
    for (int t : territories) {
      state.add((long) t);
      state.add(changedAt[t]);
    }
    return state;
  }

  private List<PartSolver.Answer> solve(ExecutorService pool, List<Part> parts) {
    return SideBySide.run(pool, parts.size(), k -> solver.solve(parts.get(k)));
  }
}
