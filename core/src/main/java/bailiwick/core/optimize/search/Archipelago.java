package bailiwick.core.optimize.search;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.start.Beginning;
import bailiwick.core.optimize.start.Start;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * Several islands that search side by side and share their best plans at fixed amounts of work. The
 * number of islands depends on the problem and the work, never on the threads, and they are
 * compared in a fixed order; so the answer does not depend on how many threads there are.
 */
public final class Archipelago {

  /** Evaluations for each unit that an island needs to melt its start and come to rest again. */
  private static final long WORK_TO_MELT = 2_000;

  private static final int MOST_ISLANDS = 4;

  /** Evaluations for each pair of unit and territory of an island's work for one more start. */
  private static final long WORK_PER_DRAW = 10;

  /** Territories below which a draw costs no less. */
  private static final int LEAST_TERRITORIES = 50;

  private static final int MOST_DRAWS = 8;

  /** Parts of the work after which news are told and the clock is asked. */
  private static final int SLICES = 60;

  /** Starting temperature from scratch, in mean changes of the objective by a move, given time. */
  private static final double HEAT = 1;

  /** The same where whole territories may move, which needs no melting. */
  private static final double HEAT_WITH_REOPENING = 0.3;

  /** Starting temperature when there is little time: the start is then better than a melt. */
  private static final double LEAST_HEAT = 0.05;

  /** Starting temperature from today's plan, which is not to be melted down. */
  private static final double WARM = 0.05;

  /** Hears of each slice done. */
  @FunctionalInterface
  public interface SliceListener {

    /** Does not listen. */
    SliceListener NONE = (fraction, best, objective, violation) -> {};

    /**
     * Told when a slice is done.
     *
     * @param fraction of the work
     * @param best territory of each unit in the best plan
     * @param objective of that plan, for the centres the search knows
     * @param violation of that plan, 0 when it keeps its limits
     */
    void done(double fraction, int[] best, double objective, double violation);
  }

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final UnitGraph near;
  private final boolean verifying;
  private Optional<int[]> from = Optional.empty(); // [unit] -> territory to start from
  private List<Island> islands = List.of();

  /**
   * A search for a problem.
   *
   * @param near the graph whose edges moves follow
   * @param verifying whether to compare every value with its slow twin, slowly
   */
  public Archipelago(DesignProblem problem, UnitCosts costs, UnitGraph near, boolean verifying) {
    this.problem = problem;
    this.costs = costs;
    this.near = near;
    this.verifying = verifying;
  }

  /** Lets all islands start from a plan, {@code [unit] -> territory}. */
  public void startFrom(int[] plan) {
    from = Optional.of(plan.clone());
  }

  /**
   * Searches.
   *
   * @param seed of every random choice
   * @param work evaluations to spend
   * @param threads that may work at once
   * @param cancelled asked often; stops at once
   * @param late asked after each draw of the starts and after each slice; stops there
   * @return the best plan, {@code [unit] -> territory}
   */
  public int[] search(
      long seed,
      long work,
      int threads,
      BooleanSupplier cancelled,
      BooleanSupplier late,
      SliceListener listener) {
    int count = islandCount(work);
    long share = work / count;
    SplittableRandom root = new SplittableRandom(seed);
    List<SplittableRandom> streams = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      streams.add(root.split());
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, count))) {
      Beginning beginning = new Beginning(problem, costs, near, from, cancelled);
      List<Start> starts = draw(pool, beginning, streams, draws(share), cancelled, late);
      islands =
          SideBySide.run(
              pool, count, k -> settle(beginning.isWarm(k), starts.get(k), streams.get(k), share));
      tell(listener, 0);
      boolean isLate = late.getAsBoolean();
      for (int slice = 1; slice <= SLICES && !isLate && !cancelled.getAsBoolean(); slice++) {
        long until = share * slice / SLICES;
        SideBySide.run(
            pool,
            count,
            k -> {
              islands.get(k).runUntil(until, cancelled);
              return k;
            });
        if (slice == Math.round(SLICES * Cooling.LAST_ROUND)) {
          shareBest();
        }
        tell(listener, (double) slice / SLICES);
        isLate = late.getAsBoolean();
      }
    }
    Island leader = leader();
    leader.straighten();
    return leader.best().toArray();
  }

  private void tell(SliceListener listener, double fraction) {
    BestPlan best = best();
    listener.done(fraction, best.toArray(), best.objective(), best.violation());
  }

  /** Evaluations done by all islands. */
  public long work() {
    return islands.stream().mapToLong(Island::work).sum();
  }

  private int islandCount(long work) {
    return (int) Math.max(1, Math.min(MOST_ISLANDS, work / workToMelt()));
  }

  /** The best start of several draws for each island. */
  private List<Start> draw(
      ExecutorService pool,
      Beginning beginning,
      List<SplittableRandom> streams,
      int draws,
      BooleanSupplier cancelled,
      BooleanSupplier late) {
    int count = streams.size();
    List<Start> best = SideBySide.run(pool, count, k -> beginning.start(k, streams.get(k)));
    for (int draw = 1; draw < draws && !cancelled.getAsBoolean() && !late.getAsBoolean(); draw++) {
      List<Start> known = best;
      best =
          SideBySide.run(
              pool,
              count,
              k ->
                  beginning.isDrawn(k)
                      ? beginning.better(known.get(k), beginning.start(k, streams.get(k)))
                      : known.get(k));
    }
    return best;
  }

  private Island settle(boolean isWarm, Start start, SplittableRandom random, long work) {
    double heat = isWarm ? Math.min(WARM, heat(work)) : heat(work);
    boolean keepsStart = work < workToMelt();
    return new Island(problem, costs, near, start, random, work, heat, keepsStart, verifying);
  }

  private int draws(long work) {
    long pairs = (long) problem.unitCount() * Math.max(LEAST_TERRITORIES, problem.territoryCount());
    return Math.clamp(work / (WORK_PER_DRAW * pairs), 1, MOST_DRAWS);
  }

  private double heat(long work) {
    double full = Reopening.isFor(problem) ? HEAT_WITH_REOPENING : HEAT;
    return Math.max(LEAST_HEAT, full * Math.min(1, work / (double) workToMelt()));
  }

  private long workToMelt() {
    return workToMelt(problem);
  }

  /** Evaluations that an island needs to melt its start and come to rest again. */
  public static long workToMelt(DesignProblem problem) {
    return WORK_TO_MELT * problem.unitCount();
  }

  /** Every second island goes on from the best plan; the others keep to their own. */
  private void shareBest() {
    Island leader = leader();
    int[] plan = leader.best().toArray();
    for (int k = 0; k < islands.size(); k++) {
      Island island = islands.get(k);
      if (island != leader && k % 2 == 1) {
        island.adopt(plan);
      }
    }
  }

  private Island leader() {
    Island leader = islands.getFirst();
    for (Island island : islands) {
      BestPlan plan = island.best();
      if (leader.best().isBeatenBy(plan.violation(), plan.objective())) {
        leader = island;
      }
    }
    return leader;
  }

  private BestPlan best() {
    return leader().best();
  }
}
