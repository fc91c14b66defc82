package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.server.ServerProcess;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ctrl-C in the middle of long work: one clear sentence, whole files or none. */
@Timeout(600)
class InterruptionIT {

  /** What the shell is told of a process that SIGINT ended: 128 + 2. */
  private static final int INTERRUPTED = 130;

  @TempDir Path folder;

  @Test
  void a_design_writes_the_best_plan_so_far() throws Exception {
    Path accounts = folder.resolve("accounts.csv");
    try (ServerProcess generate =
        ServerProcess.start(
            folder, "generate", "--accounts=2000", "--territories=20", "--out=" + folder)) {
      assertThat(generate.awaitEnd()).isZero();
    }
    Path brief = folder.resolve("brief.yaml");
    Files.writeString(
        brief,
        """
        name: Long
        country: US
        unitKind: postcode
        territories: 5
        measures: [{name: potential, tolerance: 0.2}]
        timeLimitSeconds: 500
        """);
    Path out = folder.resolve("plan");
    try (ServerProcess design =
        ServerProcess.start(
            folder, "design", brief.toString(), "--accounts=" + accounts, "--out=" + out)) {
      design.await("design", () -> design.errors().contains("Designing 5 territories"));
      design.interrupt();
      assertThat(design.awaitEnd()).isEqualTo(INTERRUPTED);
    }

    JsonNode report = JsonMapper.shared().readTree(Files.readString(out.resolve("report.json")));
    assertThat(report.path("cancelled").asBoolean()).isTrue();
    assertThat(Files.readAllLines(out.resolve("assignment.csv"))).hasSizeGreaterThan(30_000);
    assertThat(filesIn(out))
        .containsExactlyInAnyOrder("report.json", "assignment.csv", "reasons.csv");
  }

  @Test
  void an_import_keeps_nothing() throws Exception {
    Path big = folder.resolve("big.csv");
    try (BufferedWriter rows = Files.newBufferedWriter(big)) {
      rows.write("id,name,zip,country,potential\n");
      for (int row = 1; row <= 3_000_000; row++) {
        rows.write(row + ",Account " + row + ",60614,US,100\n");
      }
    }
    Path out = Files.createDirectory(folder.resolve("out"));
    try (ServerProcess reading =
        ServerProcess.start(
            folder, "import", "accounts", big.toString(), "--out=" + out.resolve("a.csv"))) {
      reading.await("first rows", () -> sizeOf(out) > 1_000_000);
      reading.interrupt();
      assertThat(reading.awaitEnd()).isEqualTo(INTERRUPTED);
      assertThat(reading.errors()).contains("IMPORT_STOPPED").doesNotContain("\tat ");
    }
    assertThat(filesIn(out)).isEmpty();
  }

  @Test
  void a_generator_leaves_nothing_half_written() throws Exception {
    Path out = folder.resolve("company");
    try (ServerProcess generate =
        ServerProcess.start(folder, "generate", "--accounts=5000000", "--out=" + out)) {
      generate.await("first rows", () -> sizeOf(out) > 1_000_000);
      generate.interrupt();
      assertThat(generate.awaitEnd()).isEqualTo(INTERRUPTED);
      assertThat(generate.errors()).contains("CLI_STOPPED", "nothing was written");
    }
    assertThat(filesIn(out)).isEmpty();
  }

  @Test
  void a_demo_stopped_while_it_loads_is_completed_by_the_next_start() throws Exception {
    try (ServerProcess first = demo()) {
      first.await("import", () -> first.errors().contains("Importing the accounts."));
      first.interrupt();
      assertThat(first.awaitEnd()).isEqualTo(INTERRUPTED);
      assertThat(first.errors()).contains("Stopped.").doesNotContain("should not have happened");
    }
    try (ServerProcess second = demo()) {
      assertThat(second.awaitReady().address()).startsWith("http://127.0.0.1:");
      assertThat(second.errors()).contains("The demo company is ready.");
    }
  }

  private ServerProcess demo() throws IOException {
    return ServerProcess.start(
        folder,
        "demo",
        "--accounts=2000",
        "--territories=6",
        "--port=0",
        "--no-open",
        "--json",
        "--data=" + folder.resolve("data"));
  }

  private static List<String> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Bytes in all files below a folder, those being written too; 0 while it is not there. */
  private static long sizeOf(Path folder) {
    if (Files.notExists(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException gone) {
      return 0; // a file went away while we looked
    }
  }
}
