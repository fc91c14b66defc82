package bailiwick.cli.terminal;

import bailiwick.core.design.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C during long work: asks the work to stop and holds the process up until it has put its
 * files in order, but never for long. Close it when the work is done. Thread-safe.
 */
public final class Interruption implements AutoCloseable {

  /** A first plan over every ZIP area takes seconds, on a busy machine many. */
  private static final long LONGEST_WAIT_SECONDS = 60;

  private final Cancellation cancellation = Cancellation.none();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interruption");

  private Interruption() {}

  /** Listens for the signal from now on. */
  public static Interruption onSignal() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Whether somebody asked to stop. */
  public boolean isRequested() {
    return cancellation.isRequested();
  }

  /** What a design looks at. */
  public Cancellation cancellation() {
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
