package bailiwick.cli.server;

import bailiwick.cli.terminal.Progress;
import bailiwick.server.BailiwickServer;
import bailiwick.server.RunningServer;
import bailiwick.server.ServerOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of a server from start to signal. Ctrl-C at any moment, also while it starts, stops it in
 * order: requests end, then the store.
 */
final class ServerRun implements AutoCloseable {

  private static final long LONGEST_START_SECONDS = 60;

  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Progress progress;
  private volatile boolean stopping;
  private volatile @Nullable RunningServer server;

  private ServerRun(Progress progress) {
    this.progress = progress;
  }

  /** Starts a server and listens for the signal that stops it. */
  static ServerRun start(ServerOptions options, Progress progress) {
    ServerRun run = new ServerRun(progress);
    Runtime.getRuntime().addShutdownHook(new Thread(run::stopOnSignal, "stop"));
    try {
      run.server = BailiwickServer.start(options);
    } finally {
      run.started.countDown();
    }
    return run;
  }

  /** The running server. */
  RunningServer server() {
    RunningServer running = server;
    if (running == null) {
      throw new IllegalStateException("The server has not started.");
    }
    return running;
  }

  /** Waits until a signal has stopped the server. */
  void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /** Stops the server now, for a run that fails after the start. */
  @Override
  public synchronized void close() {
    RunningServer running = server;
    server = null;
    if (running != null) {
      running.stop();
    }
    stopped.countDown();
  }

  /** Whether a signal has asked the server to stop. */
  boolean isStopping() {
    return stopping;
  }

  private void stopOnSignal() {
    stopping = true;
    try {
      if (started.await(LONGEST_START_SECONDS, TimeUnit.SECONDS) && server != null) {
        progress.step("Stopping …");
        close();
        progress.step("Stopped.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
