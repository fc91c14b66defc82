package bailiwick.cli.store;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.store.Store;
import bailiwick.store.backup.Backup;
import bailiwick.store.backup.BackupReport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the whole store to one file. */
@Command(
    name = "backup",
    description = {
      "Write the whole store to one file: every table, all of one moment, with checksums.",
      "A server may run on the store and go on working meanwhile."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"%nExample:", "  bailiwick backup bailiwick-2027-01-01.zip"})
public final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file to write; replaced when complete.")
  private Path file;

  @Mixin private StoreOption where;
  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    BackupReport report =
        where
            .findEmbedded()
            .flatMap(folder -> Backup.writeRunning(folder, Clock.systemUTC(), file))
            .orElseGet(this::writeUnused);
    BackupWords.tell("Backed up", report, json.isWanted(), spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  private BackupReport writeUnused() {
    try (Store store = where.open()) {
      return Backup.write(store, file);
    }
  }
}
