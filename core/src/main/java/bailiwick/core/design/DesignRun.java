package bailiwick.core.design;

import java.time.Duration;

/**
 * How an answer came about; enough to get it again.
 *
 * @param seed of every random choice
 * @param evaluations work done, to be given as work limit to repeat a run that the clock stopped
 * @param elapsed time taken; the only part that differs from run to run
 * @param stoppedByClock whether the time limit came before the work was done
 * @param cancelled whether somebody asked to stop
 * @param exactWork what a native exact solver spent, in its own units; 0 when none took part
 * @param version of the engine
 */
public record DesignRun(
    long seed,
    long evaluations,
    Duration elapsed,
    boolean stoppedByClock,
    boolean cancelled,
    double exactWork,
    String version) {}
