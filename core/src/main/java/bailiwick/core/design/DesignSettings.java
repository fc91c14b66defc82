package bailiwick.core.design;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How hard to search. The same problem, seed and work give the same plan on any number of threads;
 * a time limit is turned into work at a fixed rate, and only when the machine is slower than that
 * does the clock stop the search, after an amount of work that the result records.
 *
 * @param seed of every random choice
 * @param threads that may work at once, at least 1
 * @param workLimit evaluations to spend, above 0; empty to derive it from the time limit
 * @param timeLimit when to stop at the latest; empty for no clock
 * @param lastLook the look at the clock that stopped an earlier run, to stop there again whatever
 *     the clock says; empty to go by the clock
 */
public record DesignSettings(
    long seed,
    int threads,
    OptionalLong workLimit,
    Optional<Duration> timeLimit,
    OptionalLong lastLook) {

  /** Evaluations that one second of time limit buys: what one slow core is sure to do. */
  public static final long WORK_PER_SECOND = 1_000_000;

  /** Work when neither limit is given. */
  public static final long DEFAULT_WORK = 20 * WORK_PER_SECOND;

  public DesignSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("The threads (%s) must be at least 1.".formatted(threads));
    }
    if (workLimit.isPresent() && workLimit.getAsLong() < 1) {
      throw new IllegalArgumentException(
          "The work limit (%s) must be above 0.".formatted(workLimit.getAsLong()));
    }
    if (timeLimit.isPresent() && (timeLimit.get().isNegative() || timeLimit.get().isZero())) {
      throw new IllegalArgumentException(
          "The time limit (%s) must be above 0.".formatted(timeLimit.get()));
    }
  }

  /** One thread, no clock. */
  public static DesignSettings ofWork(long seed, long workLimit) {
    return new DesignSettings(
        seed, 1, OptionalLong.of(workLimit), Optional.empty(), OptionalLong.empty());
  }

  /** Work derived from a time limit. */
  public static DesignSettings ofTime(long seed, int threads, Duration timeLimit) {
    return new DesignSettings(
        seed, threads, OptionalLong.empty(), Optional.of(timeLimit), OptionalLong.empty());
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
        seed,
        threads,
        OptionalLong.of(effort.workFor(problem)),
        Optional.empty(),
        OptionalLong.empty());
  }

  /** The same work, stopped by the clock when it takes longer; empty for no clock. */
  public DesignSettings withTimeLimit(Optional<Duration> limit) {
    return new DesignSettings(seed, threads, workLimit, limit, lastLook);
  }

  /** The same search with so many evaluations to spend, at least 1. */
  public DesignSettings withWork(long evaluations) {
    return new DesignSettings(
        seed, threads, OptionalLong.of(Math.max(1, evaluations)), timeLimit, lastLook);
  }

  /** The same search on another number of threads. */
  public DesignSettings withThreads(int count) {
    return new DesignSettings(seed, count, workLimit, timeLimit, lastLook);
  }

  /** The same search, stopped where the clock stopped an earlier run; empty to go by the clock. */
  public DesignSettings stoppedAt(OptionalLong look) {
    return new DesignSettings(seed, threads, workLimit, timeLimit, look);
  }

  /** So many evaluations of the same search, whatever the clock says. */
  public DesignSettings withoutClock(long evaluations) {
    return withWork(evaluations).withTimeLimit(Optional.empty()).stoppedAt(OptionalLong.empty());
  }

  /** Evaluations to spend. */
  public long work() {
    if (workLimit.isPresent()) {
      return workLimit.getAsLong();
    }
    return timeLimit
        .map(limit -> Math.max(1, limit.toMillis() * (WORK_PER_SECOND / 1000)))
        .orElse(DEFAULT_WORK);
  }
}
