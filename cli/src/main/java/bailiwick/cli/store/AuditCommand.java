package bailiwick.cli.store;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Work on the audit log. */
@Command(
    name = "audit",
    description = "Check the audit log, or write it to a file.",
    subcommands = {AuditVerify.class, AuditExport.class},
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  bailiwick audit verify --data bailiwick",
      "  bailiwick audit export --to csv --out audit.csv"
    })
public final class AuditCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with the audit log: verify or export.");
  }
}
