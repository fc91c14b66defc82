package bailiwick.cli.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The deployable jar, started as operators start it: a process of its own. Not thread-safe. */
public final class ServerProcess implements AutoCloseable {

  private static final Path JAR = Path.of("target", "bailiwick.jar");
  private static final long PATIENCE_SECONDS = 240;
  private static final List<String> HEARING_CTRL_C = hearingCtrlC();

  private final Process process;
  private final Path errors;

  private ServerProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /** Starts a command; what it says on standard error goes into a file beside the data folder. */
  public static ServerProcess start(Path scratch, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile(scratch, "stderr-", ".txt");
    command.addAll(0, HEARING_CTRL_C);
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    return new ServerProcess(process, errors);
  }

  /**
   * Starts a command so that it hears Ctrl-C even when the build was started in the background,
   * which makes all that it starts deaf to it; empty where the tool for that is missing.
   */
  private static List<String> hearingCtrlC() {
    List<String> prefix = List.of("env", "--default-signal=INT");
    try {
      List<String> attempt = Stream.concat(prefix.stream(), Stream.of("true")).toList();
      boolean known = new ProcessBuilder(attempt).start().waitFor() == 0;
      return known ? prefix : List.of();
    } catch (IOException missing) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** Waits until the server says where it is. */
  public Facts awaitReady() throws IOException {
    BufferedReader out =
        new BufferedReader(
            new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder json = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      json.append(line).append('\n');
      if (line.equals("}")) {
        JsonNode facts = JsonMapper.shared().readTree(json.toString());
        return new Facts(
            facts.path("address").asString(),
            facts.path("user").asString(""),
            facts.path("secret").asString(""));
      }
    }
    throw new IllegalStateException("The server ended before it was ready: " + errors());
  }

  /** Waits until the process ends and returns its exit code. */
  public int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The process did not end: " + errors());
    }
    return process.exitValue();
  }

  /** Asks it to stop, as Ctrl-C and service managers do. */
  public void stop() {
    process.destroy();
  }

  /** Presses Ctrl-C. */
  public void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
  }

  /** Waits until something is so while the process runs. */
  public void await(String what, BooleanSupplier condition) throws InterruptedException {
    for (long tries = PATIENCE_SECONDS * 20; !condition.getAsBoolean(); tries--) {
      if (tries == 0 || process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("No " + what + " came; it said: " + errors());
      }
    }
  }

  /** Ends it at once, as a crash does. */
  public void kill() {
    process.destroyForcibly();
  }

  /** What it has said on standard error. */
  public String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What a server says when it is ready.
   *
   * @param address where the workbench is
   * @param user the administrator
   * @param secret the one-time secret, empty when a password is set
   */
  public record Facts(String address, String user, String secret) {}
}
