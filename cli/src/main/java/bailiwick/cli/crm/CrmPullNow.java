package bailiwick.cli.crm;

import bailiwick.cli.client.Answers;
import bailiwick.cli.client.ServerClient;
import bailiwick.cli.client.ServerOption;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.ProblemPrinter;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Pulls what changed. */
@Command(
    name = "pull",
    description = {
      "Pull people, accounts and deals that changed in the CRM since the last pull.",
      "One that was cut short goes on where it stopped."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {" 0:all rows are loaded", " 1:some rows cannot be used; they are listed"})
final class CrmPullNow implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private NamedConnection connection;
  @Mixin private ServerOption server;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    ServerClient client = server.required();
    JsonNode meant = connection.get(client);
    String path = NamedConnection.path(meant, "/pull");
    JsonNode job = ConnectionJob.run(client, path, spec.commandLine().getErr());
    print(job); // before anything else can fail
    return rejected(client, meant) == 0 ? ExitCode.DONE : ExitCode.PROBLEMS;
  }

  private void print(JsonNode job) {
    var out = spec.commandLine().getOut();
    if (json.isWanted()) {
      Json.print(out, job);
      return;
    }
    var printer = new ProblemPrinter(spec.commandLine().getErr());
    printer.print(Answers.listed(job.path("report").path("problems")));
    printer.print(Answers.listed(job.path("problems")));
    out.println(job.path("message").asString());
    out.flush();
  }

  /** Rows of any kind that the last pull could not use. */
  private static long rejected(ServerClient client, JsonNode meant) throws IOException {
    long rejected = 0;
    for (JsonNode kind : client.get(NamedConnection.path(meant, "")).path("pulled")) {
      rejected += kind.path("rejected").asLong(0);
    }
    return rejected;
  }
}
