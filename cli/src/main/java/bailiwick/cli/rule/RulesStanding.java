package bailiwick.cli.rule;

import bailiwick.cli.client.ServerClient;
import bailiwick.cli.client.ServerOption;
import bailiwick.cli.store.StoreOption;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.server.standing.Standings;
import bailiwick.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Runs the standing check: does the ledger say what the rules in force decide? */
@Command(
    name = "standing",
    description = {
      "Check that the ledger gives every account, and every open opportunity, to whom the published",
      "rules give it today. What lawfully differs (proposed moves, held opportunities) is named and",
      "not counted. Exit code 1 when something contradicts the rules."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  bailiwick rules standing --server http://127.0.0.1:8080",
      "  bailiwick rules standing --data bailiwick --json"
    })
final class RulesStanding implements Callable<Integer> {

  private static final int PAGE = 500;
  private static final int MOST_SHOWN = 20;

  @Spec private CommandSpec spec;

  @Option(
      names = "--layer",
      paramLabel = "CODE",
      description = "Layer to check (default: ${DEFAULT-VALUE}).")
  private String layer = "new-business";

  @Mixin private ServerOption server;
  @Mixin private StoreOption where;
  @Mixin private JsonOption json;

  /** Where the check runs: on a server, or in a store that nobody else has open. */
  private interface Checks {
    JsonNode run() throws IOException;

    JsonNode differences(@Nullable String cursor) throws IOException;
  }

  @Override
  public Integer call() throws IOException {
    Optional<ServerClient> client = server.find();
    if (client.isPresent()) {
      return tell(onServer(client.get()));
    }
    try (Store store = where.open()) {
      return tell(inStore(Standings.of(store, Clock.systemUTC())));
    }
  }

  private Checks onServer(ServerClient client) {
    String path = "layers/" + URLEncoder.encode(layer, StandardCharsets.UTF_8) + "/standing";
    return new Checks() {
      @Override
      public JsonNode run() throws IOException {
        return client.post(path, Map.of());
      }

      @Override
      public JsonNode differences(@Nullable String cursor) throws IOException {
        String from = cursor == null ? "" : "&cursor=" + cursor;
        return client.get(path + "/differences?limit=" + PAGE + from);
      }
    };
  }

  private Checks inStore(Standings standings) {
    return new Checks() {
      @Override
      public JsonNode run() {
        return Json.tree(standings.run(layer));
      }

      @Override
      public JsonNode differences(@Nullable String cursor) {
        return Json.tree(standings.differences(layer, null, null, cursor, PAGE));
      }
    };
  }

  private int tell(Checks checks) throws IOException {
    JsonNode standing = checks.run();
    List<JsonNode> differences = differences(checks);
    PrintWriter out = spec.commandLine().getOut();
    if (json.isWanted()) {
      Map<String, Object> told = new LinkedHashMap<>();
      standing.properties().forEach(field -> told.put(field.getKey(), field.getValue()));
      told.put("differences", differences);
      Json.print(out, told);
    } else {
      print(out, standing, differences);
    }
    return standing.path("contradictions").asLong() == 0 ? ExitCode.DONE : ExitCode.PROBLEMS;
  }

  private static List<JsonNode> differences(Checks checks) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    String cursor = null;
    do {
      JsonNode page = checks.differences(cursor);
      page.path("items").forEach(all::add);
      JsonNode next = page.path("nextCursor");
      cursor = next.isString() ? next.asString() : null;
    } while (cursor != null);
    return all;
  }

  private static void print(PrintWriter out, JsonNode standing, List<JsonNode> differences) {
    out.printf(
        Locale.ROOT,
        "%,d accounts, %,d open opportunities and %,d leads looked at: %,d contradictions, %,d"
            + " lawful differences.%n",
        standing.path("accounts").asLong(),
        standing.path("opportunities").asLong(),
        standing.path("leads").asLong(),
        standing.path("contradictions").asLong(),
        standing.path("lawful").asLong());
    differences.stream()
        .sorted(Comparator.comparing((JsonNode each) -> each.path("lawful").asBoolean()))
        .limit(MOST_SHOWN)
        .forEach(each ->
            out.printf(
                "  %s %s: %s%n",
                each.path("opportunity").asString(each.path("externalId").asString("lead")),
                each.path("name").asString(),
                each.path("sentence").asString()));
    if (differences.size() > MOST_SHOWN) {
      out.printf(Locale.ROOT, "  … and %,d more.%n", differences.size() - MOST_SHOWN);
    }
    out.flush();
  }
}
