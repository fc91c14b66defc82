package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.server.Administrator;
import bailiwick.cli.server.ServerProcess;
import bailiwick.cli.terminal.ExitCode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line on a running server; each test goes on where the one before it stopped. */
@Timeout(600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OnServerIT {

  private static final String ACCOUNTS =
      """
      id,name,city,state,zip,country,potential,owner
      1,Alder,Chicago,IL,60614,US,100,R1
      2,Beech,Evanston,IL,60201,US,100,R1
      3,Cedar,Dallas,TX,75201,US,100,R2
      4,Doum,Plano,TX,75023,US,100,R2
      """;

  private static final String PEOPLE =
      """
      id,name,zip,country,quota
      R1,Ada,60614,US,1000
      R2,Ben,75201,US,1000
      """;

  @TempDir private static Path folder;
  private static ServerProcess server;
  private static Administrator administrator;
  private static String address;
  private static String key;

  @BeforeAll
  static void startServer() throws Exception {
    server =
        ServerProcess.start(
            folder, "serve", "--port=0", "--json", "--data=" + folder.resolve("data"));
    ServerProcess.Facts facts = server.awaitReady();
    address = facts.address();
    administrator = Administrator.firstSignIn(facts);
    key = administrator.newKey();
    Files.writeString(folder.resolve("accounts.csv"), ACCOUNTS);
    Files.writeString(folder.resolve("people.csv"), PEOPLE);
  }

  @AfterAll
  static void stopServer() {
    administrator.close();
    server.close();
  }

  @Test
  @Order(1)
  void a_check_on_the_server_reports_as_a_check_here_does() throws Exception {
    CommandRun here = CommandRun.of("import", "accounts", at("accounts.csv"), "--check", "--json");
    CommandRun there = onServer("import", "accounts", at("accounts.csv"), "--check", "--json");

    JsonNode mine = JsonMapper.shared().readTree(here.out());
    JsonNode its = JsonMapper.shared().readTree(there.out());
    for (String key : new String[] {"rows", "accepted", "rejected", "repaired", "placed"}) {
      assertThat(its.path(key)).describedAs(key).isEqualTo(mine.path(key));
    }
    assertThat(its.path("mapping")).hasSameSizeAs(mine.path("mapping"));
    assertThat(there.code()).isEqualTo(here.code()).isZero();
    assertThat(accountsOnServer()).isZero();
  }

  @Test
  @Order(1)
  void the_server_reads_a_file_by_the_same_flags() throws IOException {
    CommandRun some =
        onServer(
            "import",
            "accounts",
            at("accounts.csv"),
            "--check",
            "--json",
            "--where",
            "state=TX",
            "--set",
            "segment=field");
    assertThat(some.code()).describedAs(some.err()).isZero();
    assertThat(JsonMapper.shared().readTree(some.out()).path("rows").asInt()).isEqualTo(2);
  }

  @Test
  @Order(2)
  void a_file_with_a_rejected_row_loads_nothing() throws Exception {
    Path bad = folder.resolve("bad.csv");
    Files.writeString(bad, ACCOUNTS + "5,Elm,Austin,TX,78701,US,plenty,R2\n");

    CommandRun refused =
        onServer("import", "accounts", bad.toString(), "--rejected", at("rejected.csv"));

    assertThat(refused.code()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(refused.err()).contains("IMPORT_BAD_VALUE", "row 5, column `potential`");
    assertThat(refused.out()).contains("4 accepted", "1 rejected", "Nothing was loaded.");
    assertThat(folder.resolve("rejected.csv"))
        .content()
        .startsWith("row,column,value,reason,cell\n5,potential,plenty,");
    assertThat(accountsOnServer()).isZero();
  }

  @Test
  @Order(3)
  void files_are_loaded_and_published_rules_decide_by_command_line() throws Exception {
    assertThat(onServer("import", "representatives", at("people.csv")).code()).isZero();
    CommandRun loaded = onServer("import", "accounts", at("accounts.csv"));
    assertThat(loaded.code()).describedAs(loaded.err()).isZero();
    assertThat(loaded.out()).contains("4 rows, 4 accepted", "Loaded.");
    assertThat(accountsOnServer()).isEqualTo(4);
    publishToday();

    CommandRun routed = onServer("route", "--postcode", "75201", "--json");
    assertThat(routed.code()).describedAs(routed.err()).isZero();
    String dallas =
        JsonMapper.shared().readTree(routed.out()).at("/owner/territoryCode").asString();

    CommandRun assigned =
        onServer("assign", "--accounts", at("accounts.csv"), "--out", at("owners.csv"));
    assertThat(assigned.code()).describedAs(assigned.err()).isZero();
    CommandRun exported = onServer("export", "--scenario", "Today", "--to", at("export.csv"));
    assertThat(exported.code()).describedAs(exported.err()).isZero();
    CommandRun owned = onServer("export", "--rows", "owners", "--to", at("ledger.csv"));
    assertThat(owned.code()).describedAs(owned.err()).isZero();
    CommandRun earlier =
        onServer(
            "export",
            "--rows",
            "owners",
            "--known-as-of",
            "2020-01-01T00:00:00Z",
            "--to",
            at("unknown.csv"));
    assertThat(earlier.code()).describedAs(earlier.err()).isZero();
    assertThat(folder.resolve("unknown.csv")).content().hasLineCount(1);
    String there = ".*," + dallas + "(,|\\R)"; // a cell of its own: an instant has a T02, too
    for (String file : new String[] {"owners.csv", "export.csv", "ledger.csv"}) {
      assertThat(folder.resolve(file)).content().containsPattern("Cedar" + there);
      assertThat(folder.resolve(file)).content().doesNotContainPattern("Alder" + there);
    }
  }

  @Test
  @Order(4)
  void what_a_file_would_change_is_told_first_and_written_down() throws Exception {
    Files.writeString(
        folder.resolve("next.csv"),
        ACCOUNTS
            .replace("1,Alder,", "1,Alder & Sons,")
            .replaceFirst("4,Doum.*\n", "5,Elm,,,,,1,\n"));

    CommandRun told =
        onServer("import", "accounts", at("next.csv"), "--dry-run", "--changes", at("diff.csv"));

    assertThat(told.code()).describedAs(told.err()).isZero();
    assertThat(told.out())
        .contains("changes: 1 new, 1 changed, 2 unchanged, 1 not in the file any more")
        .contains("name × 1", "~ 1 Alder & Sons: name `Alder` → `Alder & Sons`", "+ 5 Elm")
        .containsPattern("- 4 Doum \\(last seen \\d{4}-\\d\\d-\\d\\d\\)")
        .contains("Nothing was loaded.");
    assertThat(folder.resolve("diff.csv"))
        .content()
        .contains(
            "changed,1,Alder & Sons,name,Alder,Alder & Sons,", "new,5,Elm,", "missing,4,Doum");
    assertThat(accountsOnServer()).isEqualTo(4);
    assertThat(CommandRun.of("import", "accounts", at("next.csv"), "--dry-run").code())
        .as("no server is named")
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  @Order(5)
  void a_server_looks_for_accounts_that_stand_twice() throws Exception {
    Files.writeString(
        folder.resolve("twice.csv"),
        """
        id,name,street,zip,country,website
        7,Fir Labs Inc,1 Main St,60614,US,firlabs.com
        8,Fir Labs,1 Main Street,60614,US,www.firlabs.com
        """);
    assertThat(onServer("import", "accounts", at("twice.csv"), "--part-only").code()).isZero();

    CommandRun found = onServer("duplicates", "--least", "0.9", "--out", at("pairs.csv"));

    assertThat(found.code()).describedAs(found.err()).isZero();
    assertThat(found.out())
        .contains("Among 6 accounts,")
        .containsPattern("0\\.99\\d  \\d Fir Labs.*\\|  \\d Fir Labs")
        .contains("same domain firlabs.com");
    assertThat(folder.resolve("pairs.csv")).content().hasLineCount(2);
  }

  @Test
  @Order(5)
  void a_scenario_goes_out_as_a_workbook_and_comes_back_as_another() throws Exception {
    CommandRun sent = onServer("sheet", "--scenario", "Today", "--to", at("sent.xlsx"));
    assertThat(sent.code()).describedAs(sent.err()).isZero();
    CommandRun same = onServer("sheet", at("sent.xlsx"), "--scenario", "Today", "--name", "Same");
    assertThat(same.code()).describedAs(same.err()).isZero();
    assertThat(same.out()).contains("0 moves", "There is nothing to make a scenario of.");

    JsonNode territories =
        administrator.get("scenarios/" + scenarioId("Today")).path("territories");
    String first = territories.get(0).path("code").asString();
    String second = territories.get(1).path("code").asString();
    Workbooks.edit(
        folder.resolve("sent.xlsx"), folder.resolve("edited.xlsx"), "Cedar", "Nobody Known");
    Workbooks.edit(
        folder.resolve("edited.xlsx"),
        folder.resolve("back.xlsx"),
        "Alder",
        Workbooks.territoryOf(folder.resolve("sent.xlsx"), "Alder").equals(first) ? second : first);

    CommandRun looked = onServer("sheet", at("back.xlsx"), "--scenario", "Today");
    CommandRun made =
        onServer("sheet", at("back.xlsx"), "--scenario", "Today", "--name", "Managers", "--json");

    assertThat(looked.code()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(looked.err()).contains("SHEET_UNKNOWN_TERRITORY", "`Nobody Known` for account `3`");
    assertThat(looked.out())
        .contains("1 moves, ", " 1 left undone", "1 Alder: ", "Nothing was made; --name");
    JsonNode answer = JsonMapper.shared().readTree(made.out());
    assertThat(made.code()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(answer.path("moved").asInt()).isEqualTo(1);
    assertThat(answer.path("scenarioId").asString()).isEqualTo(scenarioId("Managers"));
    assertThat(onServer("sheet", at("back.xlsx"), "--scenario", "Managers").err())
        .contains("SHEET_OTHER_SCENARIO");
  }

  @Test
  void a_workbook_is_either_saved_or_taken_back_and_needs_a_server() {
    assertThat(onServer("sheet").code()).isEqualTo(ExitCode.USAGE);
    assertThat(onServer("sheet", at("a.xlsx"), "--to", at("b.xlsx")).code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(onServer("sheet", "--to", at("b.xlsx"), "--name", "N").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.of("sheet", "--to", at("b.xlsx")).err()).contains("--server");
  }

  private static String scenarioId(String name) throws Exception {
    String plan = administrator.get("plans").path("items").get(0).path("id").asString();
    return administrator
        .get("plans/" + plan + "/scenarios")
        .path("items")
        .valueStream()
        .filter(each -> each.path("name").asString().equals(name))
        .map(each -> each.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Order(6)
  void a_backup_is_made_while_the_server_runs_and_restores_the_same_store() throws Exception {
    CommandRun backup = CommandRun.of("backup", at("one.zip"), data("data"), "--json");
    assertThat(backup.code()).describedAs(backup.err()).isZero();
    assertThat(accountsOnServer()).isEqualTo(6);

    CommandRun restored = CommandRun.of("restore", at("one.zip"), data("copy"), "--json");
    assertThat(restored.code()).describedAs(restored.err()).isZero();
    CommandRun again = CommandRun.of("backup", at("two.zip"), data("copy"), "--json");
    assertThat(again.code()).describedAs(again.err()).isZero();
    assertThat(rows(restored)).isEqualTo(rows(backup)).isEqualTo(rows(again)).isPositive();

    CommandRun verified = CommandRun.of("audit", "verify", data("copy"), "--json");
    assertThat(verified.code()).describedAs(verified.err()).isZero();
    String hash = JsonMapper.shared().readTree(verified.out()).path("lastHash").asString();
    CommandRun noted = CommandRun.of("audit", "verify", data("copy"), "--holds", hash);
    assertThat(noted.code()).describedAs(noted.err()).isZero();
    CommandRun dropped = CommandRun.of("audit", "verify", data("copy"), "--holds", "0".repeat(63));
    assertThat(dropped.code()).isEqualTo(ExitCode.PROBLEMS);
    CommandRun exported =
        CommandRun.of("audit", "export", data("copy"), "--to", "jsonl", "--out", at("audit.jsonl"));
    assertThat(exported.code()).describedAs(exported.err()).isZero();
    assertThat(Path.of(at("audit.jsonl"))).content().contains("plan.published").contains(hash);

    CommandRun full = CommandRun.of("restore", at("one.zip"), data("copy"));
    assertThat(full.code()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(full.err()).contains("STORE_FOLDER_NOT_EMPTY");
  }

  @Test
  void the_servers_refusal_is_passed_on_under_its_own_code() {
    CommandRun refused =
        CommandRun.of("route", "--postcode", "60614", "--server", address, "--key", "bwk_wrong");
    assertThat(refused.code()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(refused.err()).containsPattern("error [A-Z_]+: .+").doesNotContain("\tat ");
    assertThat(refused.err()).doesNotContain("CLI_SERVER_STRANGE");
  }

  @Test
  void nobody_and_strangers_at_the_address_are_told_apart() throws IOException {
    HttpServer stranger =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String there = "http://127.0.0.1:" + stranger.getAddress().getPort();
    stranger.createContext("/", exchange -> exchange.sendResponseHeaders(404, -1));
    stranger.start();
    assertThat(CommandRun.of("route", "--server", there, "--key", "k").err())
        .contains("CLI_SERVER_STRANGE");
    stranger.stop(0);

    assertThat(CommandRun.of("route", "--server", there, "--key", "k").err())
        .contains("CLI_SERVER_UNREACHABLE");
  }

  @Test
  void what_a_server_has_no_word_for_is_wrong_usage() {
    CommandRun measured = onServer("import", "accounts", at("accounts.csv"), "--measure", "a=id");
    assertThat(measured.code()).isEqualTo(ExitCode.USAGE);
    assertThat(measured.err()).contains("--out");
    CommandRun both = onServer("import", "accounts", at("accounts.csv"), "--out", at("x.csv"));
    assertThat(both.code()).isEqualTo(ExitCode.USAGE);
  }

  private static void publishToday() throws Exception {
    administrator.put("company", Map.of("name", "C", "zone", "America/Chicago", "currency", "USD"));
    String plan =
        administrator
            .post(
                "plans",
                Map.of(
                    "name", "This year",
                    "from", "2020-01-01",
                    "to", "2040-01-01",
                    "country", "US",
                    "unitKind", "POSTCODE"))
            .path("id")
            .asString();
    String today =
        administrator
            .post("plans/" + plan + "/scenarios", Map.of("name", "Today", "source", "TODAY"))
            .path("id")
            .asString();
    administrator.post(
        "scenarios/" + today + "/publications", Map.of("effectiveFrom", "2020-01-01"));
  }

  private static int accountsOnServer() throws Exception {
    return administrator.get("accounts").path("items").size();
  }

  private static long rows(CommandRun run) {
    return JsonMapper.shared().readTree(run.out()).path("rows").asLong();
  }

  private static CommandRun onServer(String... arguments) {
    return CommandRun.of(
        Stream.concat(Stream.of(arguments), Stream.of("--server", address, "--key", key))
            .toArray(String[]::new));
  }

  private static String at(String name) {
    return folder.resolve(name).toString();
  }

  private static String data(String name) {
    return "--data=" + folder.resolve(name);
  }
}
