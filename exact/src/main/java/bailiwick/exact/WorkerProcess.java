package bailiwick.exact;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A worker that was started, and the folder that goes with it. One caller at a time. */
final class WorkerProcess implements AutoCloseable {

  /** Name of the file that its error output goes to. */
  static final String LOG = "worker.log";

  /** Name of the file that a JVM writes when native code crashes. */
  static final String CRASH_LOG = "crash.log";

  private static final int BUFFER_BYTES = 1 << 16;

  /** A process that was killed is gone in a moment, unless the system is stuck. */
  private static final long LONGEST_END_SECONDS = 5;

  private static final int COMPLAINT_LINES = 4;

  private final Process process;
  private final Path folder;
  private final DataOutputStream out;
  private final DataInputStream in;
  private boolean isReady;

  WorkerProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    this.out =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER_BYTES));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER_BYTES));
  }

  /**
   * Asks and waits for the reply, which may take as long as the worker likes; {@link #close} from
   * another thread ends the wait.
   *
   * @throws IOException when the worker ends, or speaks another language
   */
  Reply ask(Request request) throws IOException {
    if (!isReady) {
      Reply greeting = Reply.read(in);
      if (!greeting.equals(new Reply.Ready())) {
        return greeting;
      }
      isReady = true;
    }
    request.writeTo(out);
    out.flush();
    return Reply.read(in);
  }

  /** Whether it has not died since. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** The process as such. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  /**
   * How the process went: its exit code and the first lines it complained with. To be asked before
   * {@link #close}, which makes an end.
   */
  String lastWords() {
    return awaitEnd() ? "exit code " + process.exitValue() + complaint() : "it still runs";
  }

  /** Whether it is gone; a process whose pipe broke takes a moment to be. */
  private boolean awaitEnd() {
    return process
        .onExit()
        .thenApply(ended -> true)
        .completeOnTimeout(false, LONGEST_END_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private String complaint() {
    return Stream.of(LOG, CRASH_LOG)
        .flatMap(file -> lines(folder.resolve(file)))
        .filter(line -> !line.startsWith("WARNING"))
        .map(line -> line.replace("#", "").strip())
        .filter(line -> !line.isEmpty())
        .limit(COMPLAINT_LINES)
        .map(line -> ", " + line)
        .collect(Collectors.joining());
  }

  /** The lines of a file, none when it cannot be read. */
  private static Stream<String> lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).lines();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  /** Ends the process whatever it does, and removes its folder; a second call does no harm. */
  @Override
  public void close() {
    process.destroyForcibly();
    awaitEnd();
    Folders.remove(folder);
  }
}
