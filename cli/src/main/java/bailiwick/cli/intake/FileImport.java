package bailiwick.cli.intake;

import bailiwick.cli.client.FormField;
import bailiwick.cli.client.ServerClient;
import bailiwick.cli.client.ServerOption;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.Interruption;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.Progress;
import bailiwick.intake.export.OutputFile;
import bailiwick.intake.export.RejectedRows;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.mapping.ProfileReader;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * What every kind of import has in common: the file, how it is written down, whether it is only
 * checked, and the server that it goes to.
 */
final class FileImport {

  /** Reads a file here, without a server. */
  @FunctionalInterface
  interface Reading {

    /** Reads all of it. */
    ImportReport read(ImportSettings settings, TableSource source, MappingRequest mapping)
        throws IOException;
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "CSV, plain or gzipped, or an Excel workbook (.xlsx).")
  private Path file;

  @Option(names = "--check", description = "Only report; write nothing.")
  private boolean check;

  @Option(
      names = "--good-rows-only",
      description = "Keep the accepted rows even when others are rejected.")
  private boolean goodRowsOnly;

  @Option(
      names = "--rejected",
      paramLabel = "FILE",
      description = "Write the rejected rows to a CSV file: row, column, value and reason.")
  private @Nullable Path rejected;

  @Option(
      names = "--dry-run",
      description = "Tell what the file would change on the server; write nothing.")
  private boolean dryRun;

  @Option(
      names = "--part-only",
      description = {
        "The file holds only some of what its source has: what is not in it has not disappeared."
      })
  private boolean partOnly;

  @Option(
      names = "--merge-prospects",
      description = {
        "On a server: merge prospects that have the web domain of a customer into it. Otherwise",
        "each is a pair of duplicates that waits for somebody. Only of accounts."
      })
  private boolean mergeProspects;

  @Option(
      names = "--changes",
      paramLabel = "FILE",
      description = "Write all that the file would change on the server to a CSV file.")
  private @Nullable Path changes;

  @Option(
      names = "--save-profile",
      paramLabel = "FILE",
      description = "Write down how the columns were read, for --profile; only of files read here.")
  private @Nullable Path savedProfile;

  @Mixin private ServerOption server;
  @Mixin private TableFlags flags;
  @Mixin private DataFolder data;
  @Mixin private JsonOption json;

  /** Where the atlas keeps countries added by the user. */
  Path atlas() {
    return data.atlas();
  }

  /** Whether the accepted rows of a report are worth keeping. */
  boolean keeps(ImportReport report) {
    return goodRowsOnly ? report.complete() : report.clean();
  }

  /** Checks the file here, or hands it to a server; returns the exit code. */
  int run(String kind, Reading reading) throws IOException {
    return run(kind, null, "Say --check or --server ADDRESS.", reading);
  }

  /**
   * Reads the file here, or hands it to a server; returns the exit code.
   *
   * @param out the file that the reading writes, null when it writes none
   * @param nowhere what to say when nobody says where the rows shall go
   */
  int run(String kind, @Nullable Path out, String nowhere, Reading reading) throws IOException {
    InputFile.requireReadable(file);
    if (check && dryRun) {
      throw new ParameterException(
          spec.commandLine(),
          "--check tells what is in the file, --dry-run what it would change: say one of them.");
    }
    Optional<ServerClient> target = findServer(out);
    if (target.isEmpty() && (dryRun || changes != null)) {
      throw new ParameterException(
          spec.commandLine(), "--dry-run and --changes ask a server: say --server ADDRESS.");
    }
    if (target.isPresent() && savedProfile != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--save-profile writes down how a file was read here: say --check, without --server.");
    }
    if (mergeProspects && (target.isEmpty() || !kind.equals("accounts"))) {
      throw new ParameterException(
          spec.commandLine(),
          "--merge-prospects goes with accounts that a server loads: say --server ADDRESS.");
    }
    if (target.isEmpty() && !check && out == null) {
      throw new ParameterException(spec.commandLine(), nowhere);
    }
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      return target.isPresent()
          ? send(kind, target.get(), progress)
          : readHere(kind, reading, progress);
    }
  }

  private ServerUpload.Purpose purpose() {
    if (check) {
      return ServerUpload.Purpose.CHECK;
    }
    return dryRun ? ServerUpload.Purpose.DRY_RUN : ServerUpload.Purpose.LOAD;
  }

  private Optional<ServerClient> findServer(@Nullable Path out) {
    if (server.isGiven() && out != null) {
      throw new ParameterException(
          spec.commandLine(), "--out writes a file, --server loads a server: say one of them.");
    }
    return server.isGiven() || (!check && out == null) ? server.find() : Optional.empty();
  }

  private int readHere(String kind, Reading reading, Progress progress) throws IOException {
    try (Interruption interruption = Interruption.onSignal()) {
      ImportSettings settings =
          flags
              .settings()
              .watchedBy((rows, share) -> {
                progress.state(
                    String.format(Locale.ROOT, "%3.0f %%  %,d rows read", 100 * share, rows));
                return !interruption.isRequested();
              });
      ImportReport report = read(kind, reading, settings);
      progress.close();
      keepProfile(kind, report);
      return tell(report); // told before the interruption closes, which may end the process
    }
  }

  private void keepProfile(String kind, ImportReport report) throws IOException {
    Path target = savedProfile;
    if (target != null) {
      String name = String.valueOf(target.getFileName()).replaceFirst("\\.json$", "");
      String text = ProfileReader.write(flags.profile(name, kind, report));
      OutputFile.write(target, writer -> writer.write(text));
    }
  }

  private ImportReport read(String kind, Reading reading, ImportSettings settings)
      throws IOException {
    TableSource source = TableSource.of(file);
    Path target = rejected;
    if (target == null) {
      return reading.read(settings, source, flags.mapping(kind));
    }
    var found = new AtomicReference<ImportReport>();
    OutputFile.write(
        target,
        writer -> {
          try (RejectedRows rows = RejectedRows.open(writer)) {
            found.set(reading.read(settings.rejectingTo(rows), source, flags.mapping(kind)));
          }
        });
    return found.get();
  }

  private int tell(ImportReport report) {
    return ImportOutcome.of(report)
        .tell(json.isWanted(), spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  private int send(String kind, ServerClient client, Progress progress) throws IOException {
    var upload = new ServerUpload(client, progress);
    List<FormField> form = new ArrayList<>(flags.toForm(spec.commandLine(), kind));
    form.add(new FormField("partOnly", String.valueOf(partOnly)));
    form.add(new FormField("mergeProspects", String.valueOf(mergeProspects)));
    if (rejected != null) {
      upload.writeRejected(kind, file, form, rejected);
    }
    if (changes != null) {
      upload.writeChanges(kind, file, form, changes);
    }
    return upload
        .send(kind, file, form, purpose(), goodRowsOnly)
        .tell(json.isWanted(), spec.commandLine().getOut(), spec.commandLine().getErr());
  }
}
