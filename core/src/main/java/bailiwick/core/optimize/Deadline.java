package bailiwick.core.optimize;

import bailiwick.core.design.DesignSettings;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * When to stop: by the clock, or where the clock stopped an earlier run. The clock is looked at
 * only where each run with the same input comes by, in the same order on any number of threads, and
 * the looks are counted; so a run that the clock stopped can be repeated by stopping at the same
 * look. What arrives at a look that stops is not used. Not thread-safe.
 */
public final class Deadline {

  /** Part of the limit that is kept for what follows a search: its last steps, and all figures. */
  private static final double KEPT_FOR_THE_END = 0.03;

  private final long startNanos = System.nanoTime();
  private final long limitNanos; // Long.MAX_VALUE without a clock
  private final long lastLook; // Long.MAX_VALUE without one
  private long looks;
  private boolean passed;

  /** One that begins now, by the clock or the look that the settings name. */
  public Deadline(DesignSettings settings) {
    this.lastLook = settings.lastLook().orElse(Long.MAX_VALUE);
    this.limitNanos =
        settings.lastLook().isPresent()
            ? Long.MAX_VALUE
            : settings.timeLimit().map(Deadline::searching).orElse(Long.MAX_VALUE);
  }

  private static long searching(Duration limit) {
    return (long) ((1 - KEPT_FOR_THE_END) * limit.toNanos());
  }

  /** Looks whether it is time to stop; once it is, it stays so. */
  public boolean look() {
    if (!passed) {
      looks++;
      passed = looks >= lastLook || elapsed().toNanos() > limitNanos;
    }
    return passed;
  }

  /** Whether a look has found that it is time to stop. */
  public boolean isPassed() {
    return passed;
  }

  /** The look that stopped the run, empty when none has. */
  public OptionalLong stoppedAt() {
    return passed ? OptionalLong.of(looks) : OptionalLong.empty();
  }

  /** Time since the start. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  /** Time left, above 0 even when it is over. */
  Duration left() {
    return Duration.ofNanos(Math.max(1, limitNanos - elapsed().toNanos()));
  }
}
