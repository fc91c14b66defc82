package bailiwick.cli.intake;

import bailiwick.cli.client.FormField;
import bailiwick.cli.client.JobFollower;
import bailiwick.cli.client.ServerClient;
import bailiwick.cli.terminal.Progress;
import bailiwick.intake.export.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Hands a file to a server and waits for what it found. */
final class ServerUpload {

  private final ServerClient server;
  private final Progress progress;

  ServerUpload(ServerClient server, Progress progress) {
    this.server = server;
    this.progress = progress;
  }

  /** What a server does with a file. */
  enum Purpose {
    /** Tells what is in it. */
    CHECK,
    /** Tells what it would change. */
    DRY_RUN,
    /** Loads it. */
    LOAD
  }

  /** Has the server read a file and write down the rows that it rejects. */
  void writeRejected(String kind, Path file, List<FormField> flags, Path target)
      throws IOException {
    progress.step("Asking for the rejected rows");
    write("imports/" + kind + "/rejected", file, flags, target);
  }

  /** Has the server write down everything that a file would change. */
  void writeChanges(String kind, Path file, List<FormField> flags, Path target) throws IOException {
    progress.step("Asking for the changes");
    write("imports/" + kind + "/changes", file, flags, target);
  }

  private void write(String path, Path file, List<FormField> flags, Path target)
      throws IOException {
    try (InputStream rows = server.uploadFor(path, file, flags);
        Reader text = new InputStreamReader(rows, StandardCharsets.UTF_8)) {
      OutputFile.write(target, text::transferTo);
    }
  }

  /**
   * Has the server check a file, tell what it would change, or load it.
   *
   * @param kind what it holds, as the API's addresses say it
   * @param flags how the file is written down and what its columns mean
   */
  ImportOutcome send(
      String kind, Path file, List<FormField> flags, Purpose purpose, boolean goodRowsOnly)
      throws IOException {
    progress.step(
        String.format(
            Locale.ROOT,
            "Sending %s (%,.1f MB) to %s",
            file.getFileName(),
            Files.size(file) / 1e6,
            server.address()));
    String path = "imports/" + kind;
    List<FormField> fields = new ArrayList<>(flags);
    fields.add(new FormField("goodRowsOnly", String.valueOf(goodRowsOnly)));
    return switch (purpose) {
      case CHECK -> ImportOutcome.ofServer(server.upload(path + "/check", file, flags));
      case DRY_RUN -> ended(server.upload(path + "/dry-run", file, flags));
      case LOAD -> ended(server.upload(path, file, fields));
    };
  }

  private ImportOutcome ended(JsonNode started) throws IOException {
    JsonNode job = new JobFollower(server, progress).await(started);
    return job.path("report").isObject()
        ? ImportOutcome.ofJob(job)
        : ImportOutcome.ofFailedJob(job);
  }
}
