package bailiwick.core.design;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How an answer came about; enough to get it again.
 *
 * @param seed of every random choice
 * @param evaluations work done
 * @param elapsed time taken; the only part that differs from run to run
 * @param stoppedAt the look at the clock that found the time over before the work was done, to be
 *     given as {@link DesignSettings#lastLook} to repeat the run; empty when the work was done
 * @param cancelled whether somebody asked to stop
 * @param exactWork what a native exact solver spent, in its own units; 0 when none took part
 * @param version of the engine
 */
public record DesignRun(
    long seed,
    long evaluations,
    Duration elapsed,
    OptionalLong stoppedAt,
    boolean cancelled,
    double exactWork,
    String version) {

  /** Whether the time limit came before the work was done. */
  public boolean stoppedByClock() {
    return stoppedAt.isPresent();
  }
}
