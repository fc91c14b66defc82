package bailiwick.cli.export;

import bailiwick.cli.client.FormField;
import bailiwick.cli.client.ServerClient;
import bailiwick.cli.client.ServerOption;
import bailiwick.cli.client.ServerPlans;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.intake.export.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a scenario out as a workbook, and takes the edited one back. */
@Command(
    name = "sheet",
    description = {
      "Save a server's scenario as an Excel workbook in which others choose new territories, and",
      "take the edited workbook back: what would move and what is left undone is told first; with",
      "--name, a scenario of that name is made in which the valid moves are done.",
      "Exit code 1 when something that the workbook asks for is left undone."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  bailiwick sheet --server http://127.0.0.1:8080 --scenario Proposed --to plan.xlsx",
      "  bailiwick sheet plan.xlsx --server http://127.0.0.1:8080 --scenario Proposed",
      "  bailiwick sheet plan.xlsx --server http://127.0.0.1:8080 --scenario Proposed \\",
      "      --name 'From managers' --json"
    })
public final class SheetCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "WORKBOOK",
      arity = "0..1",
      description = "The edited workbook to take back (.xlsx); without it one is saved.")
  private @Nullable Path workbook;

  @Option(names = "--to", paramLabel = "FILE", description = "Workbook to save (.xlsx).")
  private @Nullable Path to;

  @Option(
      names = "--plan",
      paramLabel = "NAME",
      description = "The server's plan; needed when it has several.")
  private String plan = "";

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "The scenario that goes out, or went; needed when the plan has several.")
  private String scenario = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Make a scenario of this name from the workbook; without it, only look.")
  private @Nullable String name;

  @Mixin private ServerOption server;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    Path edited = workbook;
    Path target = to;
    if ((edited == null) == (target == null)) {
      throw new ParameterException(
          spec.commandLine(), "Name a workbook to take back, or --to to save one.");
    }
    if (target != null && name != null) {
      throw new ParameterException(spec.commandLine(), "--name goes with a workbook to take back.");
    }
    ServerClient client =
        server
            .find()
            .orElseThrow(() ->
                new ParameterException(
                    spec.commandLine(), "Name the server of the scenario with --server."));
    if (edited != null) {
      InputFile.requireReadable(edited);
      return take(client, edited);
    }
    return send(client, target);
  }

  private String path(ServerClient client) throws IOException {
    ServerPlans plans = new ServerPlans(client);
    return "scenarios/%s/sheet"
        .formatted(plans.getScenario(plans.getPlan(plan), scenario).path("id").asString());
  }

  private int send(ServerClient client, Path target) throws IOException {
    String path = path(client);
    OutputFile.writeBytes(
        target,
        out -> {
          try (InputStream bytes = client.download(path)) {
            bytes.transferTo(out);
          }
        });
    var terminal = spec.commandLine().getOut();
    if (json.isWanted()) {
      Json.print(terminal, Map.of("workbook", target.toString()));
    } else {
      terminal.printf("Written to %s.%n", target);
      terminal.flush();
    }
    return ExitCode.DONE;
  }

  private int take(ServerClient client, Path edited) throws IOException {
    String asked = name;
    List<FormField> fields = asked == null ? List.of() : List.of(new FormField("name", asked));
    ReturnedSheet sheet = new ReturnedSheet(client.upload(path(client), edited, fields));
    var terminal = spec.commandLine().getOut();
    if (json.isWanted()) {
      Json.print(terminal, sheet.document());
    } else {
      new ProblemPrinter(spec.commandLine().getErr()).print(sheet.problems());
      sheet.print(terminal, asked);
    }
    return sheet.leavesSomethingUndone() ? ExitCode.PROBLEMS : ExitCode.DONE;
  }
}
