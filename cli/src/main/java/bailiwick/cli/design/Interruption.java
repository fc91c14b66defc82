package bailiwick.cli.design;

import bailiwick.core.design.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C during a design: asks it to stop and holds the process up until the best plan so far is
 * written, but never for long. Close it when the work is done.
 */
final class Interruption implements AutoCloseable {

  private static final long LONGEST_WAIT_SECONDS = 15;

  private final Cancellation cancellation = Cancellation.none();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interruption");

  private Interruption() {}

  /** Listens for the signal from now on. */
  static Interruption onSignal() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** What the design looks at. */
  Cancellation cancellation() {
    return cancellation;
  }

  private void stop() {
    cancellation.request();
    try {
      boolean finished = done.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
      if (!finished) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    if (!cancellation.isRequested()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
