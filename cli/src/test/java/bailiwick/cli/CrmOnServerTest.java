package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.server.Administrator;
import bailiwick.cli.server.ServerProcess;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.intake.crm.CrmNetwork;
import bailiwick.intake.crm.fixture.SalesforceStub;
import bailiwick.server.BailiwickServer;
import bailiwick.server.RunningServer;
import bailiwick.server.ServerOptions;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A CRM by command line, from the connection to the last conflict; each test goes on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrmOnServerTest {

  private static final String DANA = "005000000000001AAA";
  private static final String OMAR = "005000000000002AAA";

  @TempDir private static Path folder;
  private static SalesforceStub salesforce;
  private static RunningServer server;
  private static Administrator administrator;
  private static String key;

  @BeforeAll
  static void start() throws Exception {
    salesforce = new SalesforceStub();
    salesforce.addField("Account", "Territory__c");
    salesforce.put("User", DANA, "Name", "Dana Whitfield", "Email", "dana@example.com");
    salesforce.put("User", OMAR, "Name", "Omar Reyes", "Email", "omar@example.com");
    for (int k = 1; k <= 4; k++) {
      salesforce.put(
          "Account",
          account(k),
          "Name",
          "Account " + k,
          "BillingPostalCode",
          "60614",
          "BillingCountry",
          "US",
          "OwnerId",
          DANA);
    }
    server =
        BailiwickServer.start(
            ServerOptions.inFolder(folder.resolve("data"), Clock.systemUTC())
                .withPort(0)
                .withCrmNetwork(CrmNetwork.LOOPBACK));
    administrator =
        Administrator.firstSignIn(
            new ServerProcess.Facts(
                server.address().toString(), "admin", server.firstSecret().orElseThrow()));
    key = administrator.newKey();
  }

  @AfterAll
  static void stop() {
    administrator.close();
    server.stop();
    salesforce.close();
  }

  private static String account(int number) {
    return "001%012dAAA".formatted(number);
  }

  private static CommandRun crm(String... words) {
    return CommandRun.of(
        Stream.of(
                Stream.of("crm"),
                Arrays.stream(words),
                Stream.of("--server", server.address().toString(), "--key", key))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) {
    return JsonMapper.shared().readTree(run.out());
  }

  private static Path secrets(String name, String mode, String... lines) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, List.of(lines));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return file;
  }

  private static CommandRun connect(Path credentials, String... more) {
    return crm(
        Stream.concat(
                Stream.of(
                    "connect",
                    "Ours",
                    "--system",
                    "salesforce",
                    "--address",
                    salesforce.address().toString(),
                    "--territory-field",
                    "Territory__c",
                    "--credentials",
                    credentials.toString()),
                Arrays.stream(more))
            .toArray(String[]::new));
  }

  @Test
  @Order(1)
  void nothing_is_connected_at_first() {
    assertThat(crm("list").out()).isEqualTo("No CRM is connected.%n".formatted());
    CommandRun missing = crm("test");
    assertThat(missing.code()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(missing.err()).contains("CLI_NOT_ON_SERVER");
  }

  @Test
  @Order(2)
  void secrets_come_from_a_file_and_are_told_nowhere() throws Exception {
    Path wrong = secrets("wrong.txt", "rw-------", "# ours", "clientId client", "password = hush");
    CommandRun refused = connect(wrong);
    assertThat(refused.code()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(refused.err())
        .contains("CLI_SECRETS_UNKNOWN_LINE", "Line 2", "Line 3")
        .doesNotContain("hush");

    Path open =
        secrets(
            "salesforce.txt",
            "rw-r--r--",
            "clientId = " + SalesforceStub.CLIENT_ID,
            "clientSecret = " + SalesforceStub.CLIENT_SECRET);
    CommandRun made = connect(open);

    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.out()).contains("Connected Ours at " + salesforce.address());
    assertThat(made.err()).contains("CLI_SECRETS_OPEN");
    assertThat(made.out() + made.err() + crm("list", "--json").out())
        .doesNotContain(SalesforceStub.CLIENT_SECRET);
  }

  @Test
  @Order(3)
  void a_second_connection_that_would_take_up_the_firsts_accounts_is_told_plainly()
      throws Exception {
    Path file = secrets("again.txt", "rw-------", "clientId=client", "clientSecret=x");
    CommandRun clash =
        crm(
            "connect",
            "Second",
            "--system",
            "salesforce",
            "--address",
            salesforce.address().toString(),
            "--credentials",
            file.toString());
    assertThat(clash.code()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(clash.err()).contains("CRM_SOURCE_TAKEN", "`Ours`", "salesforce-2");
  }

  @Test
  @Order(4)
  void a_connection_is_tried_and_pulled_and_listed() {
    CommandRun tried = crm("test", "Ours");
    assertThat(tried.code()).as(tried.err()).isZero();
    assertThat(tried.out()).contains("It answers as 00D000000000001EAA", "of 15000 calls");

    CommandRun pulled = crm("pull");

    assertThat(pulled.code()).as(pulled.err()).isZero();
    assertThat(pulled.out()).contains("Pulled 2 people, 4 accounts and 0 deals.");
    assertThat(crm("list").out())
        .contains("Ours: salesforce at", "territories in Territory__c", "accounts pulled 2")
        .contains("4 loaded, 0 not usable");
  }

  @Test
  @Order(5)
  void a_push_shows_first_and_writes_only_when_told_to() throws Exception {
    publish();

    CommandRun dry = crm("push", "Ours");

    assertThat(dry.code()).as(dry.err()).isZero();
    assertThat(dry.out())
        .contains("4 of 4 accounts differ in the CRM.", account(2) + " Account 2: ", "territory");
    assertThat(salesforce.writes()).isEmpty();

    salesforce.put("Account", account(3), "Phone", "changed by somebody");
    salesforce.lock(account(4));
    CommandRun pushed = crm("push", "Ours", "--write");

    assertThat(pushed.code()).as(pushed.err()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(pushed.out())
        .contains("Wrote 2 accounts; 0 held it already, 1 conflicts, 1 refused.")
        .contains("1 changed there since the last pull", account(3))
        .contains("1 refused by the CRM", "Finance holds this account until the audit");
    assertThat(salesforce.writes().keySet()).containsExactlyInAnyOrder(account(1), account(2));
  }

  /** All accounts in one territory, of nobody. */
  private static void publish() throws Exception {
    JsonNode plan =
        administrator.post(
            "plans",
            Map.of(
                "name",
                "Plan",
                "from",
                "2026-01-01",
                "to",
                "2028-01-01",
                "country",
                "US",
                "unitKind",
                "POSTCODE"));
    JsonNode scenario =
        administrator.post(
            "plans/" + plan.path("id").asString() + "/scenarios",
            Map.of("name", "Today", "source", "TODAY"));
    administrator.post(
        "scenarios/" + scenario.path("id").asString() + "/publications",
        Map.of("effectiveFrom", LocalDate.now(ZoneOffset.UTC).toString()));
  }

  @Test
  @Order(6)
  void what_did_not_go_through_is_listed_and_goes_through_after_a_pull() {
    CommandRun left = crm("conflicts", "Ours", "--json");
    assertThat(left.code()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(json(left).at("/push/conflictRows/0/planned/externalId").asString())
        .isEqualTo(account(3));
    assertThat(crm("conflicts").out()).contains("2 written", "1 conflicts", account(3));

    crm("pull", "Ours");
    CommandRun again = crm("push", "Ours", "--write", "--json");

    assertThat(json(again).at("/push/written").asInt()).as(again.err()).isEqualTo(1);
    assertThat(salesforce.writes().values()).allMatch(times -> times == 1);
  }

  @Test
  @Order(7)
  void a_pull_with_a_row_that_cannot_be_used_ends_as_an_import_with_one_does() {
    salesforce.put("Account", account(5), "Name", "", "BillingPostalCode", "60614");

    CommandRun pulled = crm("pull", "Ours");

    assertThat(pulled.code()).as(pulled.out() + pulled.err()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(pulled.out()).contains("1 rows cannot be used");
    assertThat(pulled.err()).contains("The name is blank");

    salesforce.put("Account", account(5), "Name", "Account 5");
    assertThat(crm("pull", "Ours").code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  @Order(8)
  void owners_of_one_source_are_a_file_for_its_crm() throws Exception {
    Path file = folder.resolve("owners.csv");
    CommandRun written =
        CommandRun.of(
            "export",
            "--rows",
            "owners",
            "--crm",
            "salesforce",
            "--source",
            "salesforce",
            "--to",
            file.toString(),
            "--server",
            server.address().toString(),
            "--key",
            key);
    assertThat(written.code()).as(written.err()).isZero();
    assertThat(Files.readAllLines(file)).hasSize(6).first().isEqualTo("Id,OwnerId,Territory__c");
  }

  @Test
  @Order(9)
  void what_a_pull_came_to_is_told_before_its_rejected_rows_are_counted() throws Exception {
    HttpServer goingAway =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    goingAway.createContext(
        "/",
        exchange -> {
          if (exchange.getRequestURI().getPath().matches(".*/connections/[^/]+")) {
            exchange.sendResponseHeaders(503, -1);
          } else {
            forward(exchange);
          }
          exchange.close();
        });
    goingAway.start();
    salesforce.put("Account", account(2), "Name", "Account 2 Inc");

    CommandRun pulled =
        CommandRun.of(
            "crm",
            "pull",
            "--server",
            "http://127.0.0.1:" + goingAway.getAddress().getPort(),
            "--key",
            key);

    goingAway.stop(0);
    assertThat(pulled.out()).as(pulled.err()).contains("1 accounts");
    assertThat(pulled.code()).as("nobody knows of rejected rows").isNotZero();
  }

  private static void forward(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (String header : List.of("Authorization", "Content-Type", "Accept")) {
      Optional.ofNullable(exchange.getRequestHeaders().getFirst(header))
          .ifPresent(value -> request.header(header, value));
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  @Test
  @Order(10)
  void a_connection_is_forgotten_only_by_its_name() {
    assertThat(crm("disconnect").code()).isEqualTo(ExitCode.USAGE);
    CommandRun gone = crm("disconnect", "Ours");
    assertThat(gone.code()).as(gone.err()).isZero();
    assertThat(crm("list", "--json").out()).doesNotContain("Ours");
  }
}
