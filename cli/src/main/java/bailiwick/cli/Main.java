package bailiwick.cli;

import bailiwick.cli.atlas.AtlasCommand;
import bailiwick.cli.crm.CrmCommand;
import bailiwick.cli.design.DesignCommand;
import bailiwick.cli.design.ReplayCommand;
import bailiwick.cli.export.ExportCommand;
import bailiwick.cli.export.SheetCommand;
import bailiwick.cli.intake.DuplicatesCommand;
import bailiwick.cli.intake.GenerateCommand;
import bailiwick.cli.intake.ImportCommand;
import bailiwick.cli.intake.PotentialCommand;
import bailiwick.cli.intake.QualityCommand;
import bailiwick.cli.intake.WhiteSpaceCommand;
import bailiwick.cli.rule.AssignCommand;
import bailiwick.cli.rule.PublishCommand;
import bailiwick.cli.rule.RouteCommand;
import bailiwick.cli.rule.RulesCommand;
import bailiwick.cli.server.DemoCommand;
import bailiwick.cli.server.ServeCommand;
import bailiwick.cli.server.WarmUpCommand;
import bailiwick.cli.store.AuditCommand;
import bailiwick.cli.store.BackupCommand;
import bailiwick.cli.store.RestoreCommand;
import bailiwick.cli.terminal.Failures;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code bailiwick} and its parts, in the order in which a plan passes them. */
@Command(
    name = "bailiwick",
    header = "Sales territories: designed, proven, owned, routed, measured.%n",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ImportCommand.class,
      DuplicatesCommand.class,
      QualityCommand.class,
      AtlasCommand.class,
      GenerateCommand.class,
      PotentialCommand.class,
      WhiteSpaceCommand.class,
      DesignCommand.class,
      ReplayCommand.class,
      PublishCommand.class,
      AssignCommand.class,
      RouteCommand.class,
      RulesCommand.class,
      ExportCommand.class,
      SheetCommand.class,
      CrmCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      AuditCommand.class,
      WarmUpCommand.class,
      CompletionCommand.class,
      HelpCommand.class,
    },
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done",
      " 1:problems found, and printed",
      " 2:proved infeasible",
      " 3:nothing found within the limits",
      "64:wrong usage",
      "70:our fault"
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line with all commands; tests give it writers of their own. */
  static CommandLine commandLine() {
    return Failures.handledBy(new CommandLine(new Main()));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say which command to run.");
  }
}
