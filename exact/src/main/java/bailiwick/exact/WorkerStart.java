package bailiwick.exact;

import java.io.IOException;

/** Starts workers, one whenever there is none. */
@FunctionalInterface
interface WorkerStart {

  /**
   * Starts a process that speaks as {@link Worker} does.
   *
   * @throws IOException when it cannot be started
   */
  WorkerProcess start() throws IOException;
}
