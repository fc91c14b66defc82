package bailiwick.server;

import bailiwick.server.demo.DemoLoader;
import java.net.URI;
import java.util.Optional;

/** A server that answers. Made by {@link BailiwickServer#start}; stop it once, at the end. */
public final class RunningServer implements AutoCloseable {

  private final URI address;
  private final Optional<String> firstSecret;
  private final DemoLoader demo;
  private final Runnable stop;

  RunningServer(URI address, Optional<String> firstSecret, DemoLoader demo, Runnable stop) {
    this.address = address;
    this.firstSecret = firstSecret;
    this.demo = demo;
    this.stop = stop;
  }

  /** Where the workbench is, such as {@code http://127.0.0.1:8080/}. */
  public URI address() {
    return address;
  }

  /**
   * The one-time secret of the user {@code admin}, to be shown to the operator; empty once that
   * user has set a password. Kept nowhere else in the clear.
   */
  public Optional<String> firstSecret() {
    return firstSecret;
  }

  /** Loads the demo company. */
  public DemoLoader demo() {
    return demo;
  }

  /** Lets running requests end, then closes the store. */
  public void stop() {
    stop.run();
  }

  @Override
  public void close() {
    stop();
  }
}
