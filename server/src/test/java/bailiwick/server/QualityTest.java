package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.server.Api.Answer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From the report on data quality to a publication that somebody accepted doubt for. */
@TestMethodOrder(OrderAnnotation.class)
class QualityTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  @TempDir private static Path folder;
  private static LoadedServer server;
  private static Api admin;
  private static String plan = "";
  private static String today = "";
  private static double doubtful;

  @BeforeAll
  static void start() {
    server = LoadedServer.start(folder);
    admin = server.admin();
    server.succeed("accounts", withIndustry(TestCompany.accounts()));
    server.succeed(
        "accounts",
        """
        id,name,zip,country,industry,employees,potential,owner,territory,last modified
        Q1,Quartz Ltd,60614,US,retail,20,90000,Nobody Here,Area A,2019-05-01
        Q2,Quarry Foods,,US,,,50000,,,2026-05-01
        """);
    plan = server.plan("Doubted", FIRST, "POSTCODE");
    today = server.today(plan);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void the_report_tells_shares_by_territory_and_in_all() {
    JsonNode report = admin.get("/scenarios/" + today + "/quality").json();

    doubtful = report.get("all").get("doubtfulShare").asDouble();
    assertThat(report.get("all").get("accounts").asInt()).isEqualTo(162);
    assertThat(doubtful).isPositive();
    double accounts = 0;
    for (JsonNode territory : report.get("territories")) {
      accounts += territory.get("accounts").asDouble();
    }
    assertThat(accounts).isEqualTo(162);
    JsonNode balance = report.get("potentialBalance");
    assertThat(balance.get("low").asDouble()).isLessThanOrEqualTo(balance.get("low90").asDouble());
    assertThat(balance.get("high90").asDouble())
        .isLessThanOrEqualTo(balance.get("high").asDouble());
    assertThat(report.get("limits").get("staleMonths").asInt()).isEqualTo(24);
  }

  @Test
  @Order(2)
  void findings_name_their_accounts_and_come_as_a_file() {
    JsonNode stale = admin.get("/scenarios/" + today + "/quality/findings?doubt=stale").json();

    assertThat(stale.get("total").asInt()).isEqualTo(1);
    assertThat(stale.get("items").get(0).get("externalId").asString()).isEqualTo("Q1");
    assertThat(stale.get("items").get(0).get("detail").asString())
        .isEqualTo("Last changed on 2019-05-01");
    assertThat(admin.get("/scenarios/" + today + "/quality/findings/export?doubt=stale").text())
        .startsWith("doubt,detail,id")
        .contains("stale,Last changed on 2019-05-01,Q1,Quartz Ltd");
    Answer unknown = admin.get("/scenarios/" + today + "/quality/findings?doubt=odd");
    assertThat(unknown.code()).isEqualTo("REQUEST_PARAMETER");
  }

  @Test
  @Order(3)
  void above_the_limit_a_publication_is_refused_with_the_figures_and_the_worst_territories() {
    JsonNode limits = admin.get("/quality/limits").json();
    assertThat(limits.get("mostDoubtfulShare").isNull()).isTrue();
    assertThat(admin.put("/quality/limits", limits(doubtful / 2, 0)).status()).isEqualTo(200);
    assertThat(admin.put("/quality/limits", limits(1, 0)).status()).isEqualTo(409);

    assertThat(dryRun().get("problems").findValuesAsString("code"))
        .contains("PUBLICATION_DATA_DOUBTFUL");
    Answer refused = publish("first");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("PUBLICATION_DATA_DOUBTFUL");
    assertThat(refused.json().get("detail").asString())
        .contains("of the potential rests on doubtful accounts, and at most")
        .contains("worst: `");
    assertThat(admin.get("/plans/" + plan + "/publications").json().get("items")).isEmpty();
  }

  @Test
  @Order(4)
  void somebody_accepts_it_by_name_with_a_reason_that_the_publication_tells() {
    double shown = dryRun().get("doubtfulShare").asDouble();
    assertThat(accept(" ", shown).status()).isEqualTo(400);
    assertThat(admin.post(acceptances(), Map.of("why", "No share.")).status()).isEqualTo(400);
    JsonNode accepted = accept("Addresses follow in \"March\".", shown).json();
    assertThat(accepted.get("share").asDouble()).isCloseTo(doubtful, within(1e-9));

    assertThat(dryRun().get("accepted").get("why")).isEqualTo(accepted.get("why"));
    JsonNode published = publish("second").json();
    assertThat(published.get("acceptedBy")).isEqualTo(accepted.get("who"));
    assertThat(published.get("acceptedWhy").asString()).isEqualTo("Addresses follow in \"March\".");
    assertThat(published.get("doubtfulShare").asDouble()).isCloseTo(doubtful, within(1e-9));
  }

  @Test
  @Order(5)
  void what_was_accepted_does_not_cover_more_doubt() {
    server.succeed(
        "accounts", "id,name,zip,country,potential,owner,territory\nQ3,Quiet Lake,,US,900000,,\n");

    Answer unseen = accept("It was less on my screen.", doubtful);
    assertThat(unseen.status()).isEqualTo(409);
    assertThat(unseen.code()).isEqualTo("QUALITY_DOUBT_GREW");
    assertThat(unseen.json().get("detail").asString())
        .startsWith("You accepted that %.1f %% of the".formatted(100 * doubtful));
    assertThat(dryRun().get("accepted").isNull()).isTrue();
    assertThat(publish("third").code()).isEqualTo("PUBLICATION_DATA_DOUBTFUL");
  }

  @Test
  @Order(6)
  void doubt_is_that_of_the_day_from_which_a_publication_holds() {
    server.succeed(
        "accounts",
        """
        id,name,zip,country,industry,employees,potential,territory,last modified
        D7,Dated Company,60614,US,retail,20,70000,Area A,2025-06-01
        """);

    assertThat(doubtfulFrom(LocalDate.of(2027, 7, 1)))
        .as("two years after the row's last change")
        .isGreaterThan(doubtfulFrom(LocalDate.of(2027, 5, 1)));
  }

  private static double doubtfulFrom(LocalDate day) {
    return admin
        .post(
            "/scenarios/" + today + "/publications/dry-run",
            Map.of("effectiveFrom", day.toString()))
        .json()
        .get("doubtfulShare")
        .asDouble();
  }

  @Test
  @Order(6)
  void pairs_that_somebody_dismissed_are_no_doubt_any_more() {
    server.succeed(
        "accounts",
        """
        id,name,street,city,zip,country,website,potential,owner,territory
        Q4,Lakeside Bakery,1 Mill Road,Chicago,60614,US,lakeside-bakery.com,100,,
        Q5,Lakeside Bakery,1 Mill Road,Chicago,60614,US,lakeside-bakery.com,100,,
        """);
    JsonNode unsearched = admin.get("/scenarios/" + today + "/quality").json();
    assertThat(unsearched.get("duplicatesSearchedAt").isNull()).as("never searched").isTrue();
    assertThat(duplicates()).isEmpty();
    admin.follow(admin.post("/duplicates/search", Map.of()).json().get("id").asString());
    JsonNode searched = admin.get("/scenarios/" + today + "/quality").json();
    assertThat(searched.get("duplicatesSearchedAt").asString()).isNotEmpty();
    assertThat(duplicates()).containsExactly("Q4", "Q5");

    JsonNode pair = admin.get("/duplicates?state=OPEN").json().get("items").get(0);
    admin.post("/duplicates/" + pair.get("id").asString() + "/dismiss", Map.of());

    assertThat(duplicates()).isEmpty();
  }

  private static List<String> duplicates() {
    return admin
        .get("/scenarios/" + today + "/quality/findings?doubt=duplicate")
        .json()
        .get("items")
        .valueStream()
        .map(finding -> finding.get("externalId").asString())
        .toList();
  }

  /** What the test's company does not tell would be a doubt about every account. */
  private static String withIndustry(String csv) {
    return csv.lines()
        .map(line -> line + (line.startsWith("id,") ? ",industry\n" : ",retail\n"))
        .collect(Collectors.joining());
  }

  private static Map<String, Object> limits(double most, long version) {
    Map<String, Object> limits = new HashMap<>();
    limits.put("inactiveMonths", 12);
    limits.put("staleMonths", 24);
    limits.put("leastScore", 0.9);
    limits.put("mostDeviations", 5);
    limits.put("mostDoubtfulShare", most);
    limits.put("version", version);
    return limits;
  }

  private static JsonNode dryRun() {
    return admin
        .post(
            "/scenarios/" + today + "/publications/dry-run",
            Map.of("effectiveFrom", FIRST.toString()))
        .json();
  }

  private static Answer publish(String key) {
    return admin.post(
        "/scenarios/" + today + "/publications",
        Map.of("effectiveFrom", FIRST.toString()),
        "Idempotency-Key",
        key);
  }

  private static Answer accept(String why, double share) {
    return admin.post(
        acceptances(), Map.of("why", why, "share", share, "effectiveFrom", FIRST.toString()));
  }

  private static String acceptances() {
    return "/scenarios/" + today + "/quality/acceptances";
  }
}
