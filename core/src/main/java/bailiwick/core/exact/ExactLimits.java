package bailiwick.core.exact;

import java.time.Duration;

/**
 * How long to look for an answer. Work decides: the same program and work give the same answer
 * under any load. The clock is there for the case that a solver ignores its limit.
 *
 * @param work to spend at most, above 0, in units that a solver counts without a clock; one is of
 *     the order of a second on a slow core
 * @param killAfter when to stop a solver that has not answered, its start included, above 0; its
 *     answer is then {@link ExactAnswer.Failed}
 */
public record ExactLimits(double work, Duration killAfter) {

  /** Seconds in which even a busy machine does one unit of work. */
  private static final double SLOWEST_SECONDS = 30;

  /** For starting a process and reading a program, however small. */
  private static final Duration START = Duration.ofSeconds(30);

  public ExactLimits {
    if (!(work > 0) || Double.isInfinite(work)) {
      throw new IllegalArgumentException(
          "The work (%s) must be above 0 and finite.".formatted(work));
    }
    if (killAfter.isNegative() || killAfter.isZero()) {
      throw new IllegalArgumentException("The time (%s) must be above 0.".formatted(killAfter));
    }
  }

  /** Limits of work, with a clock that only a solver out of control meets. */
  public static ExactLimits ofWork(double work) {
    long millis = (long) (work * SLOWEST_SECONDS * 1000);
    return new ExactLimits(work, START.plusMillis(millis));
  }
}
