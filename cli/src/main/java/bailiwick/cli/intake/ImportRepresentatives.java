package bailiwick.cli.intake;

import bailiwick.atlas.Atlas;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.intake.roster.RosterImport;
import bailiwick.intake.table.TableSource;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the people who sell, and says what was wrong, by row and column. */
@Command(
    name = "representatives",
    aliases = "reps",
    description = "Check a file of representatives: homes placed, dates and quotas read.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"%nExample:", "  bailiwick import representatives team.csv --check"})
final class ImportRepresentatives implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "CSV, plain or gzipped.")
  private Path file;

  @Option(names = "--check", required = true, description = "Only report; write nothing.")
  @SuppressWarnings("UnusedVariable") // that it is given is all it says
  private boolean check;

  @Mixin private TableFlags flags;
  @Mixin private DataFolder data;
  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    InputFile.requireReadable(file);
    var report =
        RosterImport.with(Atlas.open(data.atlas()), flags.settings())
            .read(TableSource.of(file), flags.mapping(), representative -> {});
    return ImportOutcome.tell(
        report, json.isWanted(), spec.commandLine().getOut(), spec.commandLine().getErr());
  }
}
