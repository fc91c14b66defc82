package bailiwick.store.embedded;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A short-lived program run to its end.
 *
 * @param exitCode 0 when all went well
 * @param output what it printed, errors too
 */
record Command(int exitCode, String output) {

  /** Runs a program with a plain locale, so that its messages are English. */
  static Command run(List<String> words) throws IOException {
    return run(words, "");
  }

  /** Runs a program that reads a text. */
  static Command run(List<String> words, String input) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("LC_ALL", "C");
    // A caller's own PostgreSQL settings must not leak into ours.
    environment.keySet().removeIf(name -> name.startsWith("PG"));
    Process process = builder.start();
    try (OutputStream toProgram = process.getOutputStream()) {
      toProgram.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Command(process.waitFor(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("Stopped while running " + words).initCause(e);
    }
  }

  /** Whether a program exists and ends well. */
  static boolean succeeds(List<String> words) {
    try {
      return run(words).exitCode == 0;
    } catch (IOException e) {
      return false;
    }
  }

  boolean succeeded() {
    return exitCode == 0;
  }

  /** The last line that says something, without its full stop. */
  String lastLine() {
    List<String> lines = output.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    String last = lines.isEmpty() ? "exit code " + exitCode : lines.get(lines.size() - 1);
    return last.endsWith(".") ? last.substring(0, last.length() - 1) : last;
  }
}
