package bailiwick.cli.store;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.store.Store;
import bailiwick.store.backup.Backup;
import java.nio.file.Path;
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
      "The embedded store must not be in use by a server."
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
    try (Store store = where.open()) {
      BackupWords.tell(
          "Backed up", Backup.write(store, file), json.isWanted(), spec.commandLine().getOut());
    }
    return ExitCode.DONE;
  }
}
