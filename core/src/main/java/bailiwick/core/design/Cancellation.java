package bailiwick.core.design;

import java.util.concurrent.atomic.AtomicBoolean;

/** A request to stop soon and keep the best so far. Thread-safe. */
public final class Cancellation {

  private final AtomicBoolean requested = new AtomicBoolean();

  /** One that nobody has asked for yet. */
  public static Cancellation none() {
    return new Cancellation();
  }

  /** Asks the design to stop; asking twice does no harm. */
  public void request() {
    requested.set(true);
  }

  /** Whether somebody asked to stop. */
  public boolean isRequested() {
    return requested.get();
  }
}
