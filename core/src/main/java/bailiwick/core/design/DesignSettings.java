package bailiwick.core.design;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How hard to search. The same problem, seed and work give the same plan on any number of threads;
 * a time limit is turned into work at a rate that the problem's size tells, and only when the
 * machine is slower than that does the clock stop the search, after an amount of work that the
 * result records.
 *
 * @param seed of every random choice
 * @param threads that may work at once, at least 1
 * @param work evaluations to spend, above 0
 * @param timeLimit when to stop at the latest; empty for no clock
 * @param lastLook the look at the clock that stopped an earlier run, to stop there again whatever
 *     the clock says; empty to go by the clock
 */
public record DesignSettings(
    long seed, int threads, long work, Optional<Duration> timeLimit, OptionalLong lastLook) {

  /** Evaluations that one second of time limit buys: what a slow machine is sure to do. */
  private static final long WORK_PER_SECOND = 1_000_000;

  /** The same where evaluations are quick. */
  private static final long QUICK_WORK_PER_SECOND = 2_000_000;

  /** Units from which a plan does not fit into the caches any more. */
  private static final int LARGE = 2_500;

  /** Units of a territory below which most of the work is solving parts exactly. */
  private static final int FEW_UNITS = 20;

  public DesignSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("The threads (%s) must be at least 1.".formatted(threads));
    }
    if (work < 1) {
      throw new IllegalArgumentException("The work (%s) must be above 0.".formatted(work));
    }
    if (timeLimit.isPresent() && (timeLimit.get().isNegative() || timeLimit.get().isZero())) {
      throw new IllegalArgumentException(
          "The time limit (%s) must be above 0.".formatted(timeLimit.get()));
    }
  }

  /** One thread, no clock. */
  public static DesignSettings ofWork(long seed, long work) {
    return new DesignSettings(seed, 1, work, Optional.empty(), OptionalLong.empty());
  }

  /**
   * The work that a machine is sure to do within a time limit, stopped by the clock where it is
   * not.
   *
   * @param seed of every random choice
   * @param threads that may work at once, at least 1
   * @param timeLimit when to stop at the latest, above 0
   */
  public static DesignSettings ofTime(
      long seed, int threads, Duration timeLimit, DesignProblem problem) {
    long perSecond = isQuick(problem) ? QUICK_WORK_PER_SECOND : WORK_PER_SECOND;
    long work = Math.max(1, timeLimit.toMillis() * perSecond / 1000);
    return new DesignSettings(seed, threads, work, Optional.of(timeLimit), OptionalLong.empty());
  }

  private static boolean isQuick(DesignProblem problem) {
    int units = problem.unitCount();
    return units < LARGE && units >= FEW_UNITS * problem.territoryCount();
  }

  /**
   * Work derived from the size of a problem, without a clock: the same plan whatever the load.
   *
   * @param seed of every random choice
   * @param threads that may work at once, at least 1
   */
  public static DesignSettings ofEffort(
      long seed, int threads, Effort effort, DesignProblem problem) {
    return new DesignSettings(
        seed, threads, effort.workFor(problem), Optional.empty(), OptionalLong.empty());
  }

  /** The same work, stopped by the clock when it takes longer; empty for no clock. */
  public DesignSettings withTimeLimit(Optional<Duration> limit) {
    return new DesignSettings(seed, threads, work, limit, lastLook);
  }

  /** The same search with so many evaluations to spend, at least 1. */
  public DesignSettings withWork(long evaluations) {
    return new DesignSettings(seed, threads, Math.max(1, evaluations), timeLimit, lastLook);
  }

  /** The same search on another number of threads. */
  public DesignSettings withThreads(int count) {
    return new DesignSettings(seed, count, work, timeLimit, lastLook);
  }

  /** The same search, stopped where the clock stopped an earlier run; empty to go by the clock. */
  public DesignSettings stoppedAt(OptionalLong look) {
    return new DesignSettings(seed, threads, work, timeLimit, look);
  }

  /** So many evaluations of the same search, whatever the clock says. */
  public DesignSettings withoutClock(long evaluations) {
    return withWork(evaluations).withTimeLimit(Optional.empty()).stoppedAt(OptionalLong.empty());
  }
}
