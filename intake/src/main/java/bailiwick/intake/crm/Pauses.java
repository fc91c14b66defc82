package bailiwick.intake.crm;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pauses {

  /** Really waits; an interruption ends the wait early and stays noted with the thread. */
  Pauses REAL =
      duration -> {
        try {
          Thread.sleep(duration);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
      };

  /** Waits so long. */
  void pause(Duration duration);
}
