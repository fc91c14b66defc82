package bailiwick.cli.crm;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A server's connections to CRMs. */
@Command(
    name = "crm",
    description = {
      "Exchange accounts and owners with Salesforce or HubSpot over a running server,",
      "which keeps the credentials encrypted and makes all calls."
    },
    subcommands = {
      CrmList.class,
      CrmConnect.class,
      CrmTry.class,
      CrmPullNow.class,
      CrmPushNow.class,
      CrmConflicts.class,
      CrmDisconnect.class
    },
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples, with the server and its key in $BAILIWICK_SERVER and $BAILIWICK_KEY:",
      "  bailiwick crm connect Ours --system hubspot --credentials hubspot.txt",
      "  bailiwick crm test Ours",
      "  bailiwick crm pull Ours",
      "  bailiwick crm push Ours            # what would be written",
      "  bailiwick crm push Ours --write",
      "  bailiwick crm conflicts Ours"
    })
public final class CrmCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do: list, connect, test, pull, push, conflicts or disconnect.");
  }
}
