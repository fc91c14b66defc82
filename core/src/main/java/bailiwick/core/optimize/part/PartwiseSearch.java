package bailiwick.core.optimize.part;

import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Objective;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.search.Archipelago;
import bailiwick.core.optimize.search.Archipelago.SliceListener;
import bailiwick.core.optimize.search.SideBySide;
import bailiwick.core.optimize.start.Proximity;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Searches a large problem part by part: each part of neighbouring territories is a problem of its
 * own that one island searches while all others stay, and the next pass divides the land otherwise.
 * With hundreds of territories a search over all of them hardly meets a plan that keeps every limit
 * at once; a part's does, its data fit the cache, and as many are searched side by side as there
 * are threads. They are put back in a fixed order, so that the plan does not depend on the number
 * of threads. Not thread-safe.
 */
public final class PartwiseSearch {

  /** Territories of a part at most. */
  private static final int TERRITORIES = 24;

  /** Parts below which dividing is not worth its while. */
  private static final int LEAST_PARTS = 4;

  /** Divisions of the land, one after the other. */
  private static final int PASSES = 4;

  /**
   * Part of the work for a search over all territories at once, where the start breaks limits: what
   * one part has too much of may have to go through many others.
   */
  private static final double AS_ONE = 0.25;

  /** How often that is tried before parts go on with what there is. */
  private static final int MOST_AS_ONE = 2;

  /** Territories of a part that is drawn anew. */
  private static final int TERRITORIES_ANEW = 16;

  /**
   * Starts for a part, of which the best is taken, before the costliest part is looked up again.
   */
  private static final int STARTS = 6;

  /** Part of the work for parts drawn anew, where territories are costly. */
  private static final double ANEW = 0.2;

  /** Evaluations for each unit of a part that is drawn anew: enough to tell good starts. */
  private static final long WORK_OF_A_START = 300;

  /** A sum of violations below this is none. */
  private static final double ROUNDING = 1e-12;

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final UnitGraph near;
  private final BooleanSupplier cancelled;
  private final boolean verifying;
  private int[] plan = new int[0]; // [unit] -> territory
  private double objective;
  private double violation = Double.POSITIVE_INFINITY;
  private long evaluations;
  private volatile boolean isStopped;

  /**
   * A search for a problem.
   *
   * @param near the graph whose edges moves follow
   * @param cancelled asked often; stops at once
   * @param verifying whether to compare every value with its slow twin, slowly
   */
  public PartwiseSearch(
      DesignProblem problem,
      UnitCosts costs,
      UnitGraph near,
      BooleanSupplier cancelled,
      boolean verifying) {
    this.problem = problem;
    this.costs = costs;
    this.near = near;
    this.cancelled = cancelled;
    this.verifying = verifying;
  }

  /**
   * Whether a problem is too large to be searched as a whole with the work there is, and what is
   * asked can be told of each part by itself.
   */
  public static boolean isFor(DesignProblem problem, long work) {
    return work < Archipelago.workToMelt(problem)
        && problem.territoryCount() >= LEAST_PARTS * TERRITORIES
        && problem.goals().stream()
            .noneMatch(goal -> goal.objective() instanceof Objective.MaxDiameter)
        && problem.budgets().isEmpty()
        && problem.goalLimits().isEmpty()
        && problem.companions().isNone();
  }

  /** Evaluations done in the parts. */
  public long evaluations() {
    return evaluations;
  }

  /**
   * Searches.
   *
   * @param from a plan to begin from, {@code [unit] -> territory}
   * @param seed of every random choice
   * @param work evaluations to spend
   * @param threads that may work at once
   * @param late asked now and then; what a part finds is not used when it says so
   * @return the best plan, {@code [unit] -> territory}
   */
  public int[] search(
      Optional<int[]> from,
      long seed,
      long work,
      int threads,
      BooleanSupplier late,
      SliceListener listener) {
    SplittableRandom random = new SplittableRandom(seed);
    from.ifPresent(given -> plan = given.clone());
    double done = 0;
    for (int k = 0; k < MOST_AS_ONE && (k == 0 || (violation > 0 && !isStopped())); k++) {
      searchAsOne(random.nextLong(), (long) (AS_ONE * work), threads, late, after(done, listener));
      done = Math.min(1, evaluations / (double) work);
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      drawAnew(pool, random, (long) (ANEW * work), late);
      double begun = Math.min(1, evaluations / (double) work);
      long left = Math.max(0, work - evaluations);
      for (int pass = 0; pass < PASSES && !isStopped(); pass++) {
        pass(pool, pass, random, left / PASSES, late, after(begun, listener));
      }
    }
    return plan.clone();
  }

  /** Tells a listener of what begins when a part of the work is done. */
  private static SliceListener after(double done, SliceListener listener) {
    return (fraction, best, objective, violation) ->
        listener.done(done + (1 - done) * fraction, best, objective, violation);
  }

  /** Searches over all territories at once; not at all when the start keeps every limit. */
  private void searchAsOne(
      long seed, long work, int threads, BooleanSupplier late, SliceListener listener) {
    Archipelago search = new Archipelago(problem, costs, near, verifying);
    if (plan.length > 0) {
      search.startFrom(plan);
    }
    boolean[] isWithinLimits = new boolean[1];
    BooleanSupplier isEnough =
        () -> {
          isStopped = late.getAsBoolean();
          return isStopped || isWithinLimits[0];
        };
    plan =
        search.search(
            seed,
            work,
            threads,
            cancelled,
            isEnough,
            (fraction, best, value, outside) -> {
              isWithinLimits[0] = fraction == 0 && outside == 0;
              listener.done(AS_ONE * fraction, best, value, outside);
            });
    evaluations += search.work();
    DesignPlan figures = PlanFigures.of(problem, costs, near, plan);
    objective = figures.objective();
    violation = figures.violation();
  }

  /**
   * Draws the part around the costliest territory anew, from several starts. Which territories
   * share a remote piece of land is decided by the start, and what is best is found by trying.
   */
  private void drawAnew(
      ExecutorService pool, SplittableRandom random, long work, BooleanSupplier late) {
    if (problem.centredGoal().isEmpty()) {
      return;
    }
    CostlyParts costly = new CostlyParts(problem, costs, near);
    Optional<int[]> territories = costly.find(plan, TERRITORIES_ANEW);
    long left = work;
    while (territories.isPresent() && left > 0 && !isStopped()) {
      Part part = Part.searched(problem, plan, territories.get());
      long share = WORK_OF_A_START * part.problem().unitCount();
      List<Future<Found>> starts = new ArrayList<>();
      for (int k = 0; k < STARTS && left > 0; k++) {
        long seed = random.nextLong();
        starts.add(pool.submit(() -> searchPart(part, Optional.empty(), seed, share)));
        left -= share;
      }
      takeBest(starts, late);
      territories = costly.find(plan, TERRITORIES_ANEW);
    }
  }

  private void takeBest(List<Future<Found>> starts, BooleanSupplier late) {
    Optional<Found> best = Optional.empty();
    for (Future<Found> start : starts) {
      Found found = SideBySide.await(start);
      isStopped = isStopped || late.getAsBoolean();
      if (isStopped()) {
        return;
      }
      evaluations += found.evaluations();
      if (best.isEmpty() || found.plan().isBetterThan(best.get().plan())) {
        best = Optional.of(found);
      }
    }
    best.ifPresent(this::putBack);
  }

  private boolean isStopped() {
    return isStopped || cancelled.getAsBoolean();
  }

  private void pass(
      ExecutorService pool,
      int number,
      SplittableRandom random,
      long work,
      BooleanSupplier late,
      SliceListener listener) {
    int[] before = plan.clone();
    List<Future<Found>> parts = new ArrayList<>();
    for (int[] territories : Division.draw(problem, before, TERRITORIES, random)) {
      long seed = random.nextLong();
      parts.add(
          pool.submit(() -> improve(Part.searched(problem, before, territories), seed, work)));
    }
    for (int k = 0; k < parts.size() && !isStopped(); k++) {
      Found found = SideBySide.await(parts.get(k));
      isStopped = late.getAsBoolean();
      if (!isStopped) {
        evaluations += found.evaluations();
        putBack(found);
        double done = (k + 1.0) / parts.size();
        listener.done((number + done) / PASSES, plan, objective, violation);
      }
    }
  }

  /** What became of a part. */
  private record Found(Part part, DesignPlan plan, long evaluations) {}

  private Found improve(Part part, long seed, long workOfPass) {
    int units = part.problem().unitCount();
    long share = Math.ceilDiv(workOfPass * units, problem.unitCount());
    return searchPart(part, Optional.of(part.plan().alignment().toArray()), seed, share);
  }

  /** Searches a part from a plan for it, or from one that is drawn. */
  private Found searchPart(Part part, Optional<int[]> from, long seed, long work) {
    DesignProblem alone = part.problem();
    Archipelago search = new Archipelago(alone, part.costs(), Proximity.near(alone), verifying);
    from.ifPresent(search::startFrom);
    int[] found = search.search(seed, work, 1, this::isStopped, () -> false, SliceListener.NONE);
    return new Found(part, part.named(found), search.work());
  }

  private void putBack(Found found) {
    DesignPlan known = found.part().plan();
    DesignPlan other = found.plan();
    if (other.isBetterThan(known)) {
      found.part().putInto(plan, other);
      objective += other.objective() - known.objective();
      double left = violation + other.violation() - known.violation();
      violation = left < ROUNDING ? 0 : left;
    }
  }
}
