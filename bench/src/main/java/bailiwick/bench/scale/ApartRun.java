package bailiwick.bench.scale;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Java program in a process of its own, which ends with this one at the latest. */
final class ApartRun {

  /** What a Java program returns that was ended by hand: by SIGINT or by SIGTERM. */
  private static final Set<Integer> STOPPED = Set.of(130, 143);

  private @Nullable Process process; // null before it has begun
  private boolean isOver; // whether this program is about to end

  private ApartRun() {}

  /**
   * Runs a command, with this program's own input and output.
   *
   * @return whether it said that all went well
   * @throws InterruptedException when it was stopped by hand, by itself or with this program: a
   *     terminal stops both
   */
  static boolean endsWell(String... command) throws IOException, InterruptedException {
    ApartRun run = new ApartRun();
    Thread atTheEnd = new Thread(run::end, "end-of-row");
    Runtime.getRuntime().addShutdownHook(atTheEnd);
    int exit = run.exit(new ProcessBuilder(command).inheritIO());
    if (run.isOver() || STOPPED.contains(exit)) {
      throw new InterruptedException("The row was stopped by hand.");
    }
    Runtime.getRuntime().removeShutdownHook(atTheEnd);
    return exit == 0;
  }

  private int exit(ProcessBuilder command) throws IOException, InterruptedException {
    Process begun = begin(command);
    try {
      return begun.waitFor();
    } finally {
      begun.destroyForcibly();
    }
  }

  /** At the end of this program, {@link #end} comes before it or after it, but never meanwhile. */
  private synchronized Process begin(ProcessBuilder command)
      throws IOException, InterruptedException {
    if (isOver) {
      throw new InterruptedException("The row was stopped by hand before it began.");
    }
    Process begun = command.start();
    process = begun;
    return begun;
  }

  private synchronized void end() {
    isOver = true;
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private synchronized boolean isOver() {
    return isOver;
  }
}
