package bailiwick.cli.crm;

import bailiwick.cli.client.ServerClient;
import bailiwick.cli.client.ServerOption;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.intake.crm.CrmSystem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Connects a CRM; its secrets come from a file or the environment, never from an argument. */
@Command(
    name = "connect",
    description = {
      "Connect a CRM. Secrets are read from a file or the environment, since arguments stay in the",
      "shell's history and are seen by other users."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nThe file has a line for each, as `clientSecret = …`; the environment has the same as",
      "$BAILIWICK_CRM_CLIENT_SECRET. HubSpot: token. Salesforce: clientId with clientSecret",
      "(client credentials), with refreshToken (and clientSecret where the app wants it), or with",
      "username and privateKeyFile (JWT bearer; a PEM file, or $BAILIWICK_CRM_PRIVATE_KEY).",
      "%nExamples:",
      "  bailiwick crm connect Ours --system salesforce --address"
          + " https://example.my.salesforce.com \\",
      "    --territory-field Territory__c --credentials salesforce.txt",
      "  BAILIWICK_CRM_TOKEN=$(pass hubspot) bailiwick crm connect Ours --system hubspot"
    })
final class CrmConnect implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "Name of the connection as shown to people.")
  private String name;

  @Option(
      names = "--system",
      paramLabel = "NAME",
      required = true,
      description = "${COMPLETION-CANDIDATES}.")
  private CrmSystem system;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "Of its API; Salesforce: the company's own domain.")
  private @Nullable String address;

  @Option(
      names = "--territory-field",
      paramLabel = "NAME",
      description = "The account's field for the territory's name; without it, owners only.")
  private @Nullable String territoryField;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = {
        "System that its ids belong to (default: the CRM's name); `file` takes up accounts that",
        "were uploaded from it before, and a second connection needs one of its own."
      })
  private @Nullable String source;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description = "File of secrets; without it, the environment.")
  private @Nullable Path credentials;

  @Mixin private ServerOption server;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    ServerClient client = server.required();
    CrmSecrets secrets =
        credentials == null
            ? CrmSecrets.ofEnvironment(System.getenv())
            : CrmSecrets.ofFile(credentials);
    new ProblemPrinter(spec.commandLine().getErr()).print(secrets.warnings());
    JsonNode made = client.post("connections", request(secrets));
    PrintWriter out = spec.commandLine().getOut();
    if (json.isWanted()) {
      Json.print(out, made);
      return ExitCode.DONE;
    }
    String called = made.path("name").asString();
    out.printf("Connected %s at %s.%n", called, made.path("address").asString());
    out.printf("Nothing was called yet: `bailiwick crm test \"%s\"` signs in.%n", called);
    out.flush();
    return ExitCode.DONE;
  }

  private Map<String, Object> request(CrmSecrets secrets) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("name", name);
    request.put("system", system.name());
    put(request, "address", address);
    put(request, "territoryField", territoryField);
    put(request, "source", source);
    request.put("credentials", secrets.values());
    return request;
  }

  private static void put(Map<String, Object> request, String field, @Nullable String given) {
    if (given != null) {
      request.put(field, given);
    }
  }
}
