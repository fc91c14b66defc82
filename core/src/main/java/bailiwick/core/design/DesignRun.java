package bailiwick.core.design;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How an answer came about; enough to get it again.
 *
 * @param seed of every random choice
 * @param work evaluations it was given to spend
 * @param evaluations work done
 * @param elapsed time taken; the only part that differs from run to run
 * @param stoppedAt the look at the clock that found the time over before the work was done, to be
 *     given as {@link DesignSettings#lastLook} to repeat the run; empty when the work was done
 * @param cancelled whether somebody asked to stop
 * @param exactWork what a native exact solver spent, in its own units; 0 when none took part
 * @param exactFailure why the exact solver gave no answer where it was asked; empty when it gave
 *     one, was not asked, or was stopped by the time limit
 * @param version of the engine
 */
public record DesignRun(
    long seed,
    long work,
    long evaluations,
    Duration elapsed,
    OptionalLong stoppedAt,
    boolean cancelled,
    double exactWork,
    Optional<String> exactFailure,
    String version) {

  /** Whether the time limit came before the work was done. */
  public boolean stoppedByClock() {
    return stoppedAt.isPresent();
  }

  /** The same run, stopped by another look at the clock, or by none. */
  public DesignRun stoppedBy(OptionalLong look) {
    return new DesignRun(
        seed, work, evaluations, elapsed, look, cancelled, exactWork, exactFailure, version);
  }

  /**
   * Several runs as one.
   *
   * @param settings of all together
   * @param runs at least one; the first is the one that the clock may have stopped
   * @param cutShort whether somebody asked to stop before further runs began
   */
  public static DesignRun together(
      DesignSettings settings, List<DesignRun> runs, boolean cutShort) {
    return new DesignRun(
        settings.seed(),
        settings.work(),
        runs.stream().mapToLong(DesignRun::evaluations).sum(),
        runs.stream().map(DesignRun::elapsed).reduce(Duration.ZERO, Duration::plus),
        runs.getFirst().stoppedAt(),
        cutShort || runs.stream().anyMatch(DesignRun::cancelled),
        runs.stream().mapToDouble(DesignRun::exactWork).sum(),
        runs.stream().map(DesignRun::exactFailure).flatMap(Optional::stream).findFirst(),
        runs.getFirst().version());
  }
}
