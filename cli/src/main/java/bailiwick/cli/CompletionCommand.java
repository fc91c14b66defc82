package bailiwick.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the script with which bash and zsh complete the commands. */
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh.",
    footer = {"%nExample:", "  source <(bailiwick completion)"})
final class CompletionCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    var out = spec.commandLine().getOut();
    out.print(AutoComplete.bash("bailiwick", spec.root().commandLine()));
    out.flush();
  }
}
