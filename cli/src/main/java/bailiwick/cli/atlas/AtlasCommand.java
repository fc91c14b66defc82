package bailiwick.cli.atlas;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reference geography: what is there, and other countries added to it. */
@Command(
    name = "atlas",
    description = "Show the reference geography, or add a country's postcodes to it.",
    subcommands = {AtlasAdd.class, AtlasShow.class},
    mixinStandardHelpOptions = true)
public final class AtlasCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: add or show.");
  }
}
