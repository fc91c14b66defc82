package bailiwick.cli.terminal;

import picocli.CommandLine.Option;

/** The option that every command with a result has: the same result for machines. */
public final class JsonOption {

  @Option(
      names = "--json",
      description = "Print the result as one JSON document on standard output.")
  private boolean json;

  /** Whether the result is wanted as JSON. */
  public boolean isWanted() {
    return json;
  }
}
