package bailiwick.cli.rule;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.placing.AddressPlacer;
import bailiwick.atlas.placing.Placed;
import bailiwick.cli.atlas.KnownCountry;
import bailiwick.cli.client.ServerClient;
import bailiwick.cli.client.ServerOption;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.core.account.Address;
import bailiwick.core.account.Firmographics;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.decide.Decision;
import bailiwick.rules.decide.Lead;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.decide.Trace;
import bailiwick.rules.lookup.RuleLookup;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Decides a lead by rules and says why. */
@Command(
    name = "route",
    description = {
      "Decide where a lead goes, and say why: the rule that won, the runners-up, and the smallest",
      "change that would lead elsewhere. Exit code 3 when nobody gets it."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  bailiwick route rules.txt --postcode 60614 --industry 622110 --employees 250",
      "  bailiwick route rules.txt --region IL --tag strategic --value tier=gold",
      "  bailiwick route --server http://127.0.0.1:8080 --postcode 60614"
    })
public final class RouteCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RULES",
      arity = "0..1",
      description =
          "Rule file, as publish writes it; without it a server's published rules decide.")
  private @Nullable Path rules;

  @Option(names = "--company", paramLabel = "NAME", description = "Name of the company.")
  private String company = "";

  @Option(names = "--postcode", paramLabel = "CODE", description = "Its postcode.")
  private String postcode = "";

  @Option(names = "--city", paramLabel = "NAME", description = "Its city.")
  private String city = "";

  @Option(names = "--region", paramLabel = "CODE", description = "Its state or region.")
  private String region = "";

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "Its country (default: ${DEFAULT-VALUE}).")
  private String country = "US";

  @Option(names = "--industry", paramLabel = "NAICS", description = "What it does.")
  private String industry = "";

  @Option(names = "--employees", paramLabel = "N", description = "How many people work there.")
  private @Nullable Long employees;

  @Option(names = "--revenue", paramLabel = "AMOUNT", description = "What it sells a year.")
  private @Nullable BigDecimal revenue;

  @Option(names = "--segment", paramLabel = "NAME", description = "Its segment.")
  private String segment = "";

  @Option(names = "--product", paramLabel = "NAME", description = "Its product line.")
  private String product = "";

  @Option(names = "--tag", paramLabel = "TAG", description = "A tag that it has; repeatable.")
  private List<String> tags = List.of();

  @Option(
      names = "--value",
      paramLabel = "FIELD=VALUE",
      description = "Its value in a field that the rules declare; repeatable.")
  private List<String> values = List.of();

  @Option(names = "--account", paramLabel = "ID", description = "The account it belongs to.")
  private String account = "";

  @Mixin private RuleChoice choice;
  @Mixin private ServerOption server;
  @Mixin private DataFolder data;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    Path file = rules;
    server.requireAlone(file, "a rule file");
    choice.requireFile(file, spec);
    return file == null ? routeOnServer() : routeByFile(file);
  }

  private int routeOnServer() throws IOException {
    ServerClient client = server.get("a rule file");
    JsonNode decision = client.post("decisions", Map.of("lead", enquiry()));
    PrintWriter out = spec.commandLine().getOut();
    if (json.isWanted()) {
      Json.print(out, decision);
    } else {
      out.println(decision.path("reason").asString(""));
      String otherwise = decision.path("otherwise").asString("");
      out.print(otherwise.isEmpty() ? "" : "  " + otherwise + System.lineSeparator());
      out.flush();
    }
    return decision.path("owner").isObject() ? ExitCode.DONE : ExitCode.NOTHING_FOUND;
  }

  /** The lead as the API takes it: what is not known is left out. */
  private Map<String, Object> enquiry() {
    Map<String, Object> address = new LinkedHashMap<>();
    putKnown(address, "city", city);
    putKnown(address, "region", region);
    putKnown(address, "postcode", postcode);
    putKnown(address, "country", country);
    Map<String, Object> enquiry = new LinkedHashMap<>();
    enquiry.put("company", company.isEmpty() ? "(no name)" : company);
    enquiry.put("address", address);
    putKnown(enquiry, "industry", industry);
    putKnown(enquiry, "segment", segment);
    putKnown(enquiry, "product", product);
    if (!tags.isEmpty()) {
      enquiry.put("tags", tags);
    }
    if (!values.isEmpty()) {
      enquiry.put("fields", fields());
    }
    if (employees != null) {
      enquiry.put("employees", employees);
    }
    if (revenue != null) {
      enquiry.put("annualRevenue", revenue);
    }
    return enquiry;
  }

  /** What the server's rules call them, the server knows. */
  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String text : values) {
      int equals = text.indexOf('=');
      fields.put(
          equals < 0 ? text : text.substring(0, equals).strip(),
          equals < 0 ? "" : text.substring(equals + 1).strip());
    }
    return fields;
  }

  private static void putKnown(Map<String, Object> fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }

  private int routeByFile(Path file) throws IOException {
    Atlas atlas = Atlas.open(data.atlas());
    KnownCountry.require(atlas, country);
    RuleLookup lookup =
        RuleFiles.compile(file, atlas, country, choice, spec.commandLine().getErr());
    Placed placed =
        new AddressPlacer(atlas).place(new Address("", city, region, postcode, country), null);
    RuleAccounts known = RuleAccounts.of(lookup);
    Lead lead =
        new Lead(
            company,
            placed.repaired(),
            placed.location().area(),
            firmographics(),
            known.traits(product, tags, values),
            known.idOf(account));
    Decision decision = new LeadRouter(lookup).route(lead);
    PrintWriter out = spec.commandLine().getOut();
    if (json.isWanted()) {
      Json.print(out, document(decision));
    } else {
      tell(decision, out);
    }
    return decision.findTerritory().isPresent() ? ExitCode.DONE : ExitCode.NOTHING_FOUND;
  }

  private Firmographics firmographics() {
    return new Firmographics(
        industry,
        employees == null ? OptionalLong.empty() : OptionalLong.of(employees),
        revenue == null
            ? OptionalLong.empty()
            : OptionalLong.of(revenue.movePointRight(2).longValue()),
        segment);
  }

  private static Map<String, Object> document(Decision decision) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("territory", decision.findTerritory().map(TerritoryCode::value).orElse(null));
    document.put("reason", decision.reason());
    document.put("trace", decision.trace());
    return document;
  }

  private static void tell(Decision decision, PrintWriter out) {
    out.println(decision.reason());
    Trace trace = decision.trace();
    out.printf(
        "  %s rules tried, %s held, %s did not%n",
        trace.ruleCount(), trace.heldCount(), trace.rejectedCount());
    trace
        .held()
        .forEach(rule ->
            out.printf(
                "  held: %s → %s (priority %s)%n", rule.rule(), rule.territory(), rule.priority()));
    Trace.Change change = trace.change();
    if (change != null) {
      String attributes =
          change.attributes().stream()
              .map(each -> "%s from %s to %s".formatted(each.dimension(), each.from(), each.to()))
              .collect(Collectors.joining(" and "));
      TerritoryCode elsewhere = change.territory();
      out.printf(
          "  It would go to %s by changing %s.%n",
          elsewhere == null ? "nobody" : elsewhere.value(), attributes);
    }
    out.flush();
  }
}
