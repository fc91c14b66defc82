package bailiwick.cli.store;

import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.store.backup.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restores a backup into a new or empty data folder. */
@Command(
    name = "restore",
    description = {
      "Restore a backup into a new or empty data folder.",
      "The file is checked first: a damaged or foreign one changes nothing."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"%nExample:", "  bailiwick restore bailiwick-2027-01-01.zip --data restored"})
public final class RestoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A file that backup wrote.")
  private Path file;

  @Mixin private DataFolder data;
  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    InputFile.requireReadable(file);
    BackupWords.tell(
        "Restored",
        Backup.restore(file, StoreOption.storeIn(data.path())),
        json.isWanted(),
        spec.commandLine().getOut());
    return ExitCode.DONE;
  }
}
