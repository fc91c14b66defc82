package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Accounts that may be one, from the search to a merge and back, over HTTP. */
class DuplicatesTest {

  /** A pair alike in all but its source's id, one whose phones differ, and a parent. */
  private static final String TWINS =
      """
      id,name,street,city,region,postcode,country,website,phone,parent,territory
      D1,Crystalord Labs Inc,12 Main St,Chicago,IL,60614,US,crystalord.com,312 555 0100,,Area A
      D2,Crystalord Labs,12 Main Street,Chicago,IL,60614,US,www.crystalord.com,,,Area A
      D3,Quendon Foundry,7 Elm Ave,Chicago,IL,60618,US,quendon.com,312 555 0111,D1,Area A
      D4,Quendon Foundry Ltd,7 Elm Avenue,Chicago,IL,60618,US,quendon.com,773 555 0999,,Area A
      """;

  @TempDir private static Path folder;
  private static LoadedServer server;
  private static Api admin;

  @BeforeAll
  static void start() {
    server = LoadedServer.start(folder);
    admin = server.admin();
    server.succeed("accounts?partOnly=true", TWINS);
    server.succeed("revenue?asOf=2026-10-01", "account,year,amount\nD1,2025,100\nD2,2025,250\n");
    publish();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void publish() {
    LocalDate today = Api.today();
    String plan = server.plan("Pairs", today, "POSTCODE");
    String scenario = server.today(plan);
    Answer published =
        admin.post(
            "/scenarios/" + scenario + "/publications",
            Map.of("effectiveFrom", today.toString()),
            "Idempotency-Key",
            "pairs");
    assertThat(published.status()).as(published.text()).isBetween(200, 202);
  }

  @BeforeEach
  void undecided() {
    for (String state : List.of("MERGED", "DISMISSED")) {
      for (JsonNode pair : pairs(state)) {
        assertThat(decide(pair, "undo", Map.of()).status()).isEqualTo(200);
      }
    }
    admin.put("/duplicates/rule", Map.of("mergeAlike", false));
    search();
  }

  private static JsonNode search() {
    Answer job = admin.post("/duplicates/search", Map.of());
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    JsonNode ended = admin.follow(job.json().get("id").asString());
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    return ended;
  }

  private static List<JsonNode> pairs(String state) {
    return admin.get("/duplicates?state=" + state).json().get("items").valueStream().toList();
  }

  private static JsonNode pairOf(String externalId) {
    return pairs("OPEN").stream()
        .filter(pair ->
            List.of(externalId(pair, "first"), externalId(pair, "second")).contains(externalId))
        .findFirst()
        .orElseThrow();
  }

  private static String externalId(JsonNode pair, String side) {
    return pair.get(side).get("externalId").asString();
  }

  private static List<String> externalIds(JsonNode pair) {
    return List.of(externalId(pair, "first"), externalId(pair, "second"));
  }

  private static String idOf(JsonNode pair, String externalId) {
    String side = externalId(pair, "first").equals(externalId) ? "first" : "second";
    return pair.get(side).get("id").asString();
  }

  private static Answer decide(JsonNode pair, String what, Map<String, ?> body) {
    return admin.post("/duplicates/" + pair.get("id").asString() + "/" + what, body);
  }

  private static Answer merge(JsonNode pair, String survivor) {
    return decide(pair, "merge", Map.of("survivorId", idOf(pair, survivor)));
  }

  @Test
  void pairs_come_with_both_sides_the_evidence_and_a_proposal() {
    JsonNode pair = pairOf("D1");

    assertThat(pair.get("score").asDouble()).isGreaterThan(0.99);
    assertThat(pair.get("evidence"))
        .extracting(each -> each.get("field").asString() + " " + each.get("verdict").asString())
        .contains("NAME SAME", "DOMAIN SAME", "STREET SAME", "POSTCODE SAME");
    assertThat(pair.get("suggestedSurvivorId").asString())
        .as("the one with more revenue")
        .isEqualTo(idOf(pair, "D2"));
    assertThat(pair.get("first").get("owner").get("territoryCode").asString()).isEqualTo("Area A");
  }

  @Test
  void a_prospect_of_a_customers_domain_stays_the_same_pair_whenever_accounts_are_searched() {
    server.succeed(
        "prospects", "id,name,postcode,country,website\nP1,Vexmoor Trading,10001,US,vexmoor.com\n");
    server.succeed(
        "accounts?partOnly=true",
        "id,name,postcode,country,website\nD5,Ternhill Foods,60614,US,www.vexmoor.com\n");
    search();
    JsonNode pair = pairOf("P1");

    JsonNode ended = search();

    assertThat(pairOf("P1").get("id")).isEqualTo(pair.get("id"));
    assertThat(ended.get("message").asString()).contains(" 0 of them new");
    assertThat(decide(pair, "dismiss", Map.of()).status()).isEqualTo(200);
    search();
    assertThat(pairs("OPEN")).noneMatch(open -> externalIds(open).contains("P1"));
  }

  @Test
  void a_merge_takes_everything_along_and_can_be_undone() {
    JsonNode pair = pairOf("D1");
    String kept = idOf(pair, "D1");
    String gone = idOf(pair, "D2");
    long before = accounts();

    JsonNode merged = merge(pair, "D1").json();

    assertThat(merged.get("state").asString()).isEqualTo("MERGED");
    assertThat(merged.get("first").get("revenue").asDouble()).as("of both").isEqualTo(350);
    assertThat(accounts()).isEqualTo(before - 1);
    JsonNode account = admin.get("/accounts/" + gone).json();
    assertThat(account.get("id").asString()).isEqualTo(kept);
    assertThat(account.get("merged").get(0).get("externalId").asString()).isEqualTo("D2");
    assertThat(historyOf(kept)).contains("D2").contains("null");
    assertThat(owned("D2")).as("its ownership ends").isFalse();

    server.succeed("accounts?partOnly=true", TWINS);
    assertThat(accounts()).as("a file brings nothing back").isEqualTo(before - 1);
    search();
    assertThat(pairs("OPEN"))
        .as("a search does not ask again")
        .noneMatch(each -> each.get("id").equals(pair.get("id")))
        .noneMatch(each -> externalIds(each).contains("D2"));
    assertThat(pairs("MERGED")).extracting(each -> each.get("id")).containsExactly(pair.get("id"));

    assertThat(decide(pair, "undo", Map.of()).json().get("state").asString()).isEqualTo("OPEN");
    assertThat(accounts()).isEqualTo(before);
    assertThat(admin.get("/accounts/" + gone).json().get("externalId").asString()).isEqualTo("D2");
    assertThat(owned("D2")).as("decided anew").isTrue();
  }

  @Test
  void an_account_with_an_exception_or_shared_credit_does_not_go_into_another_unseen() {
    JsonNode pair = pairOf("D1");
    String gone = idOf(pair, "D2");
    String today = Api.today().toString();
    Answer excepted =
        admin.post(
            "/layers/new-business/exceptions",
            Map.of(
                "accountId",
                gone,
                "kind",
                "STRATEGIC",
                "territory",
                territory(),
                "from",
                today,
                "reviewOn",
                Api.today().plusDays(9).toString(),
                "why",
                "One of the largest."));
    assertThat(excepted.status()).as(excepted.text()).isEqualTo(201);
    assertThat(merge(pair, "D1").code()).isEqualTo("ACCOUNT_EXCEPTED");
    admin.post(
        "/exceptions/" + excepted.json().get("id").asString() + "/end",
        Map.of("on", today, "why", "No more."));

    String credit = "/layers/new-business/accounts/" + gone + "/credit";
    Answer split =
        admin.put(
            credit,
            Map.of(
                "from",
                today,
                "shares",
                List.of(Map.of("territory", territory(), "basisPoints", 10_000)),
                "why",
                "Won alone."));
    assertThat(split.status()).as(split.text()).isEqualTo(200);
    assertThat(merge(pair, "D1").code()).isEqualTo("ACCOUNT_CREDIT_SHARED");
    assertThat(pairs("MERGED")).isEmpty();
    admin.delete(credit + "?on=" + today + "&why=no");
    assertThat(merge(pair, "D1").status()).isEqualTo(200);
  }

  /** The code of some territory. */
  private static String territory() {
    return admin
        .get("/ownership")
        .text()
        .lines()
        .skip(1)
        .findFirst()
        .orElseThrow()
        .replaceAll("^[^,]*,[^,]*,([^,]*),.*$", "$1");
  }

  private static long accounts() {
    return admin.get("/company").json().get("accounts").asLong();
  }

  private static List<String> historyOf(String account) {
    return admin
        .get("/accounts/" + account + "/history")
        .json()
        .get("items")
        .valueStream()
        .map(row -> row.get("mergedExternalId").asString("null"))
        .toList();
  }

  private static boolean owned(String externalId) {
    return admin.get("/ownership").text().contains("\n" + externalId + ",");
  }

  @Test
  void what_somebody_decided_is_told_to_the_next() {
    JsonNode pair = pairOf("D3");

    assertThat(decide(pair, "dismiss", Map.of()).json().get("decision").get("who").asString())
        .isEqualTo("admin");
    Answer late = merge(pair, "D3");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("DUPLICATE_DECIDED");
    search();
    assertThat(pairs("OPEN")).noneMatch(each -> externalId(each, "first").equals("D3"));
    assertThat(decide(pairOf("D1"), "merge", Map.of("survivorId", idOf(pair, "D3"))).code())
        .isEqualTo("DUPLICATE_STRANGE_SURVIVOR");
  }

  @Test
  void nothing_is_merged_without_asking_unless_the_rule_is_on_and_the_pair_alike_in_all() {
    assertThat(search().get("message").asString()).doesNotContain("rule");
    assertThat(pairs("MERGED")).isEmpty();

    admin.put("/duplicates/rule", Map.of("mergeAlike", true));
    assertThat(search().get("message").asString()).endsWith("1 were merged by the rule.");

    JsonNode merged = pairs("MERGED").getFirst();
    assertThat(externalId(merged, "first")).as("the survivor").isEqualTo("D2");
    assertThat(merged.get("decision").get("byRule").asBoolean()).isTrue();
    assertThat(pairOf("D3").get("evidence"))
        .as("the telephone numbers differ")
        .anySatisfy(each -> assertThat(each.get("verdict").asString()).isEqualTo("DIFFERENT"));
  }

  @Test
  void an_account_shows_its_family() {
    JsonNode child = admin.get("/accounts/" + idOf(pairOf("D3"), "D3")).json();
    String parent = child.get("family").get("parent").get("id").asString();

    assertThat(child.get("family").get("parent").get("externalId").asString()).isEqualTo("D1");
    assertThat(
            admin
                .get("/accounts/" + parent)
                .json()
                .get("family")
                .get("children")
                .get(0)
                .get("externalId")
                .asString())
        .isEqualTo("D3");
  }
}
