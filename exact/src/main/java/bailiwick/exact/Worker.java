package bailiwick.exact;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The other process: reads requests from its standard input, writes replies to its standard output,
 * and ends when the input does, which it does when whoever started it dies.
 */
public final class Worker {

  private static final int BUFFER_BYTES = 1 << 16;

  /** A native search goes deep, and Java's threads are narrow. */
  private static final long STACK_BYTES = 64L << 20;

  /** Exit code for what must not happen; the log says what did. */
  private static final int OUR_FAULT = 70;

  private final DataOutputStream out;

  private Worker(DataOutputStream out) {
    this.out = out;
  }

  /**
   * Serves until the end of the input.
   *
   * @param arguments the folder with the native libraries, which goes when the worker does; and the
   *     name of the one to load
   */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    // Whatever else prints must not get between the replies.
    PrintStream log =
        new PrintStream(
            new FileOutputStream(FileDescriptor.err), true, StandardCharsets.ISO_8859_1);
    System.setOut(log);
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
      e.printStackTrace(log);
      Runtime.getRuntime().halt(OUR_FAULT);
    });
    volunteerToDieFirst();
    try (var in =
        new DataInputStream(
            new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER_BYTES))) {
      Worker worker =
          new Worker(
              new DataOutputStream(
                  new BufferedOutputStream(
                      new FileOutputStream(FileDescriptor.out), BUFFER_BYTES)));
      worker.reply(load(folder.resolve(arguments[1])));
      worker.serve(in);
    } catch (IOException e) {
      // The input ended: nobody listens any more. A search in native code is not waited for.
      Folders.remove(folder);
      Runtime.getRuntime().halt(0);
    }
  }

  /** When memory runs out, Linux is to end this process, and not the one whose work it helps. */
  private static void volunteerToDieFirst() {
    try {
      Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000", StandardCharsets.US_ASCII);
    } catch (IOException e) {
      // Other systems have no such file.
    }
  }

  private static Reply load(Path library) {
    try {
      System.load(library.toString());
      return new Reply.Ready();
    } catch (UnsatisfiedLinkError e) {
      return new Reply.Unusable("The library of OR-Tools does not load: " + e.getMessage());
    }
  }

  /** Reads on while a search runs, so that the end of the input is noticed at any time. */
  private void serve(DataInputStream in) throws IOException {
    while (true) {
      Request request = Request.readFrom(in);
      new Thread(null, () -> solve(request), "search", STACK_BYTES).start();
    }
  }

  private void solve(Request request) {
    try {
      reply(CpSat.solve(request));
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  private synchronized void reply(Reply reply) throws IOException {
    Reply.write(reply, out);
    out.flush();
  }
}
