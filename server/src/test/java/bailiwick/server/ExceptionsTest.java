package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Exceptions, shared credit, corrections, limits of stability and a publication taken back, over
 * HTTP.
 */
class ExceptionsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final String LAYER = "/layers/new-business";
  private static final String NOBODYS_ID = "019a0000-0000-7000-8000-000000000000";

  @TempDir private static Path folder;
  private static LoadedServer server;
  private static Api admin;
  private static LocalDate today = FIRST;
  private static String plan = "";
  private static String scenario = "";
  private static int made;

  @BeforeAll
  static void publish() {
    today = Api.today();
    server = LoadedServer.start(folder);
    admin = server.admin();
    plan = server.plan("Excepted", FIRST, "POSTCODE");
    scenario = server.today(plan);
    publish(scenario, FIRST);
  }

  private static JsonNode publish(String which, LocalDate from) {
    made++;
    Answer published =
        admin.post(
            "/scenarios/" + which + "/publications",
            Map.of("effectiveFrom", from.toString()),
            "Idempotency-Key",
            "excepted-" + made);
    assertThat(published.status()).as(published.text()).isEqualTo(201);
    return published.json();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** An account of Area B that no other test touches. */
  private static String account() {
    return account("");
  }

  private static String account(String segment) {
    made++;
    Answer created =
        admin.post(
            "/accounts",
            Map.of(
                "externalId",
                "E" + made,
                "name",
                "Excepted " + made,
                "address",
                Map.of("postcode", "48201", "country", "US"),
                "employees",
                20,
                "segment",
                segment));
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    return created.json().get("id").asString();
  }

  private static String owner(String account, LocalDate on) {
    JsonNode owner = admin.get("/accounts/" + account + "/ownership?on=" + on).json().get("owner");
    return owner.isNull() ? "" : owner.get("territoryCode").asString();
  }

  private static String other(String territory) {
    return territory.equals("Area A") ? "Area C" : "Area A";
  }

  private static Map<String, Object> named(String account, String to, @Nullable LocalDate until) {
    Map<String, Object> asked = new HashMap<>();
    asked.put("accountId", account);
    asked.put("kind", "NAMED");
    asked.put("territory", to);
    asked.put("from", today.toString());
    asked.put("until", until == null ? null : until.toString());
    asked.put("why", "Knows the chief executive.");
    return asked;
  }

  private static JsonNode run() {
    Answer checked = admin.post(LAYER + "/standing", "");
    assertThat(checked.status()).as(checked.text()).isEqualTo(200);
    return checked.json();
  }

  @Test
  void an_excepted_account_is_lawful_falls_back_and_stands_in_the_lists() {
    String account = account();
    String before = owner(account, today);
    String to = other(before);
    Answer asked = admin.post(LAYER + "/exceptions", named(account, to, today.plusDays(30)));
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    JsonNode exception = asked.json();

    assertThat(exception.get("byRules").asString()).isEqualTo(before);
    assertThat(owner(account, today)).isEqualTo(to);
    assertThat(owner(account, today.plusDays(30))).isEqualTo(before);
    JsonNode standing = run();
    assertThat(standing.get("contradictions").asInt()).as(standing.toString()).isZero();
    assertThat(standing.toString()).contains("EXCEPTION");
    assertThat(ids(admin.get(LAYER + "/exceptions").json())).contains(id(exception));
    assertThat(ids(admin.get("/accounts/" + account + "/exceptions").json()))
        .containsExactly(id(exception));
    JsonNode rates =
        admin.get(LAYER + "/exceptions/rates?thresholdBasisPoints=0").json().get("items");
    assertThat(rates.toString()).contains("The model no longer fits " + to);

    Answer ended =
        admin.post(
            "/exceptions/" + id(exception) + "/end",
            Map.of("on", today.plusDays(5).toString(), "why", "She left."));
    assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    assertThat(owner(account, today.plusDays(5))).isEqualTo(before);
    Answer again =
        admin.post(
            "/exceptions/" + id(exception) + "/end",
            Map.of("on", today.plusDays(5).toString(), "why", "again"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("EXCEPTION_ENDED");
  }

  @Test
  void the_timeline_tells_both_times_with_the_exception_above_the_rules() {
    String account = account();
    String before = owner(account, today);
    String to = other(before);
    JsonNode first = admin.get("/accounts/" + account + "/history").json().get("items").get(0);
    String known = first.get("recordedAt").asString();
    admin.post(LAYER + "/exceptions", named(account, to, today.plusDays(30)));

    JsonNode timeline = admin.get("/accounts/" + account + "/timeline").json();
    assertThat(timeline.get("owners")).hasSize(2);
    JsonNode excepted = timeline.get("owners").get(0);
    assertThat(excepted.get("owner").get("territoryCode").asString()).isEqualTo(to);
    assertThat(excepted.get("validTo").asString()).isEqualTo(today.plusDays(30).toString());
    assertThat(excepted.get("cause").asString()).isEqualTo("EXCEPTION");
    assertThat(excepted.get("who").asString()).isEqualTo("admin");
    assertThat(excepted.get("reason").asString()).isEqualTo("Knows the chief executive.");
    assertThat(excepted.get("broughtBack").isNull()).isTrue();
    assertThat(timeline.get("beneath")).hasSize(1);
    assertThat(timeline.get("beneath").get(0).get("owner").get("territoryCode").asString())
        .isEqualTo(before);
    JsonNode then = admin.get("/accounts/" + account + "/timeline?knownAsOf=" + known).json();
    assertThat(then.get("owners")).hasSize(1);
    assertThat(then.get("owners").get(0).get("cause").asString()).isEqualTo("INTAKE");
    assertThat(then.get("beneath")).isEmpty();
    assertThat(admin.get(LAYER + "/opportunities?account=" + account).json().get("items"))
        .isEmpty();
  }

  @Test
  void an_excepted_account_that_changes_goes_nowhere_and_no_move_is_proposed() {
    String account = account();
    String to = other(owner(account, today));
    admin.post(LAYER + "/exceptions", named(account, to, today.plusDays(30)));
    JsonNode present = admin.get("/accounts/" + account).json();
    Answer changed =
        admin.send(
            "PATCH",
            "/accounts/" + account,
            Map.of("employees", 800),
            Map.of("If-Match", "\"" + present.get("version").asInt() + "\""));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);

    assertThat(owner(account, today)).isEqualTo(to);
    assertThat(admin.get(LAYER + "/proposed-moves").json().get("items").toString())
        .doesNotContain(account);
  }

  @Test
  void a_strategic_account_waits_for_its_review_and_a_person_keeps_the_named_ones() {
    String account = account();
    Map<String, Object> strategic = named(account, "Area A", null);
    strategic.put("kind", "STRATEGIC");
    strategic.put("reviewOn", today.plusDays(1).toString());
    JsonNode kept = admin.post(LAYER + "/exceptions", strategic).json();
    assertThat(kept.get("reviewDue").asBoolean()).isFalse();
    Answer reviewed =
        admin.post(
            "/exceptions/" + id(kept) + "/review",
            Map.of("next", today.plusYears(1).toString(), "why", "Still one of the largest."));
    assertThat(reviewed.json().get("reviewOn").asString()).isEqualTo(today.plusYears(1).toString());

    String person = admin.get("/representatives").json().get("items").get(0).get("id").asString();
    String personal = account();
    Map<String, Object> toPerson = named(personal, "", today.plusDays(30));
    toPerson.remove("territory");
    toPerson.put("representativeId", person);
    assertThat(admin.post(LAYER + "/exceptions", toPerson).status()).isEqualTo(201);
    JsonNode book = admin.get("/representatives/" + person + "/book").json();
    assertThat(book.get("items").toString()).contains(personal);
    assertThat(admin.get("/accounts/" + personal + "/ownership").json().get("owner").toString())
        .contains(person);
  }

  @Test
  void a_rule_that_reproduces_exceptions_is_proposed_with_what_it_would_do() {
    String person = admin.get("/representatives").json().get("items").get(1).get("id").asString();
    String address = LAYER + "/exceptions/proposal?territory=";
    String territory = "";
    for (int i = 0; i < 3; i++) {
      Map<String, Object> toPerson = named(account("zebra"), "", today.plusDays(30));
      toPerson.remove("territory");
      toPerson.put("representativeId", person);
      Answer asked = admin.post(LAYER + "/exceptions", toPerson);
      assertThat(asked.status()).as(asked.text()).isEqualTo(201);
      territory = asked.json().get("territory").asString();
    }
    JsonNode proposal = admin.get(address + territory).json();
    assertThat(proposal.get("outcome").asString()).as(proposal.toString()).isEqualTo("FITS");
    assertThat(proposal.get("condition").asString()).isEqualTo("segment is zebra");
    assertThat(proposal.get("covered").asInt()).isEqualTo(3);
    assertThat(proposal.get("others").asInt()).isZero();
    assertThat(proposal.get("text").asString())
        .contains("rules new-business", "when segment is zebra");

    String other = account("zebra");
    JsonNode grown = admin.get(address + territory).json();
    assertThat(grown.get("others").asInt()).isEqualTo(1);
    assertThat(grown.get("taken").get(0).get("accountId").asString()).isEqualTo(other);
    assertThat(grown.get("sentence").asString())
        .isEqualTo(
            "The rule covers 3 of the 3 exceptions and takes 1 account that no exception asks for.");
    assertThat(admin.get(address + "Nowhere").json().get("outcome").asString())
        .isEqualTo("TOO_FEW");
    assertThat(admin.get(address + "%20").status()).isEqualTo(400);
  }

  @Test
  void credit_is_shared_or_whole_and_never_anything_else() {
    String account = account();
    String address = LAYER + "/accounts/" + account + "/credit";
    JsonNode whole = admin.get(address).json();
    assertThat(whole.get("split").asBoolean()).isFalse();
    assertThat(whole.get("shares").get(0).get("basisPoints").asInt()).isEqualTo(10_000);

    Answer wrong = admin.put(address, split(5_000, 4_990));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.code()).isEqualTo("CREDIT_NOT_WHOLE");
    assertThat(wrong.text()).contains("99.90 %");

    Answer right = admin.put(address, split(6_000, 4_000));
    assertThat(right.status()).as(right.text()).isEqualTo(200);
    assertThat(right.json().get("shares").get(0).get("basisPoints").asInt()).isEqualTo(6_000);

    Answer ended = admin.delete(address + "?on=" + today.plusDays(3) + "&why=Handed%20over");
    assertThat(ended.json().get("split").asBoolean()).isFalse();
    assertThat(admin.get(address).json().get("split").asBoolean()).isTrue();
  }

  private static Map<String, Object> split(int first, int second) {
    return Map.of(
        "from",
        today.toString(),
        "shares",
        List.of(
            Map.of("territory", "Area A", "basisPoints", first),
            Map.of("territory", "Area C", "basisPoints", second)),
        "why",
        "Won together.");
  }

  @Test
  void a_correction_on_a_wrong_belief_hears_who_has_it() {
    String account = account();
    String before = owner(account, today);
    String to = other(before);
    String address = LAYER + "/accounts/" + account + "/corrections";
    Answer stale = admin.post(address, correction(to, to));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.code()).isEqualTo("LEDGER_OWNER_CHANGED");
    assertThat(stale.text()).contains("belongs to " + before);

    Answer right = admin.post(address, correction(to, before));
    assertThat(right.status()).as(right.text()).isEqualTo(200);
    assertThat(owner(account, today)).isEqualTo(to);
    String changes =
        admin.get("/ownership/changes?after=" + today.minusDays(1) + "T00:00:00Z").text();
    assertThat(changes)
        .contains("recorded_at,change,of,id,name,territory,valid_from,valid_to,cause,who,why")
        .contains("CORRECTION");
    admin.post(address, correction(before, to)); // as it was, for the standing check of others
  }

  private static Map<String, Object> correction(String to, String expected) {
    return Map.of(
        "territory", to, "expected", expected, "from", today.toString(), "why", "It was so.");
  }

  @Test
  void limits_of_stability_refuse_a_move_by_name_until_they_are_lifted() {
    String account = account();
    String before = owner(account, today);
    String to = other(before);
    String address = LAYER + "/accounts/" + account + "/corrections";
    Map<String, Object> first = new HashMap<>(correction(to, before));
    first.put("from", today.plusDays(1).toString());
    assertThat(admin.post(address, first).status()).isEqualTo(200);
    limit(Map.of("monthsOfRest", 6));

    Map<String, Object> soon = new HashMap<>(correction(before, to));
    soon.put("from", today.plusDays(10).toString());
    Answer refused = admin.post(address, soon);
    Answer exception = admin.post(LAYER + "/exceptions", laterNamed(account, before));
    limit(Map.of());

    assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("STABILITY_TOO_SOON");
    assertThat(refused.text()).contains("6 months");
    assertThat(exception.code()).isEqualTo("STABILITY_TOO_SOON");
    assertThat(owner(account, today.plusDays(10))).isEqualTo(to);
    assertThat(admin.post(address, soon).status()).isEqualTo(200);
  }

  @Test
  void whose_a_deal_is_has_one_answer_also_after_a_correction_and_when_it_is_closed() {
    String account = loaded("Won1");
    String before = owner(account, today);
    deal("Won1", "Offer", "");
    assertThat(deal().get("territoryCode").asString()).isEqualTo(before);
    assertThat(deal().get("reason").asString()).contains("by the rule");
    String deal = id(deal());

    admin.post(LAYER + "/accounts/" + account + "/corrections", correction(other(before), before));
    assertThat(deal().get("territoryCode").asString()).isEqualTo(other(before));
    assertThat(dealOwner(deal).get("territoryCode").asString()).isEqualTo(other(before));
    admin.post(LAYER + "/accounts/" + account + "/corrections", correction(before, other(before)));

    deal("Won1", "Won", today.toString());
    Map<String, Object> hold = new HashMap<>(Map.of("why", "Worked on it."));
    hold.put("from", today.toString());
    hold.put("until", today.plusDays(9).toString());
    Answer held = admin.put("/opportunities/" + deal + "/hold", hold);
    assertThat(held.status()).as(held.text()).isEqualTo(200);
    assertThat(dealOwner(deal).get("held").asBoolean()).isTrue();
    assertThat(dealOwner(deal).get("territoryCode").asString()).isEqualTo(before);
    assertThat(admin.delete("/opportunities/" + deal + "/hold").status()).isEqualTo(200);
    assertThat(dealOwner(deal).get("held").asBoolean()).isFalse();
    hold.put("from", "+99999-01-01");
    hold.remove("until");
    assertThat(admin.put("/opportunities/" + deal + "/hold", hold).code())
        .isEqualTo("LEDGER_FAR_DAY");
  }

  private static String loaded(String externalId) {
    server.succeed(
        "accounts?partOnly=true",
        "id,name,postcode,country,employees\n" + externalId + ",Excepted deal,48201,US,20\n");
    return admin
        .get("/accounts?limit=500")
        .json()
        .get("items")
        .valueStream()
        .filter(account -> account.get("externalId").asString().equals(externalId))
        .map(ExceptionsTest::id)
        .findFirst()
        .orElseThrow();
  }

  private static void deal(String account, String stage, String closed) {
    server.succeed(
        "opportunities",
        "id,account,stage,amount,closed\nED1,%s,%s,1000,%s\n".formatted(account, stage, closed));
  }

  private static JsonNode deal() {
    return admin.get(LAYER + "/opportunities").json().get("items").get(0);
  }

  private static JsonNode dealOwner(String deal) {
    return admin.get("/opportunities/" + deal + "/owner").json();
  }

  @Test
  void a_move_that_waits_is_not_made_while_an_exception_holds() {
    String account = account();
    JsonNode present = admin.get("/accounts/" + account).json();
    Answer changed =
        admin.send(
            "PATCH",
            "/accounts/" + account,
            Map.of("address", Map.of("postcode", "60614", "country", "US")),
            Map.of("If-Match", "\"" + present.get("version").asInt() + "\""));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    JsonNode move =
        admin
            .get(LAYER + "/proposed-moves")
            .json()
            .get("items")
            .valueStream()
            .filter(each -> each.get("accountId").asString().equals(account))
            .findFirst()
            .orElseThrow();
    Map<String, Object> kept = named(account, "", today.plusDays(30));
    kept.remove("territory");
    kept.put("kind", "HELD");
    JsonNode exception = admin.post(LAYER + "/exceptions", kept).json();

    assertThat(admin.post("/proposed-moves/" + id(move) + "/make", "").code())
        .isEqualTo("MOVE_OVERTAKEN");
    assertThat(admin.get(LAYER + "/proposed-moves").json().get("items").toString())
        .doesNotContain(account);
    admin.post(
        "/exceptions/" + id(exception) + "/end", Map.of("on", today.toString(), "why", "Signed."));
    assertThat(admin.post("/proposed-moves/" + id(move) + "/make", "").status()).isEqualTo(200);
  }

  @Test
  void books_are_of_people_and_layers_that_there_are_and_days_that_come() {
    assertThat(admin.get("/representatives/" + NOBODYS_ID + "/book").status()).isEqualTo(404);
    String person = admin.get("/representatives").json().get("items").get(0).get("id").asString();
    String book = "/representatives/" + person + "/book";
    assertThat(admin.get(book + "?layer=new-business").status()).isEqualTo(200);
    assertThat(admin.get(book + "?layer=none").status()).isEqualTo(404);
    assertThat(admin.get(book + "?on=%2B300000000-01-01").code())
        .isEqualTo("STORE_DAY_OUT_OF_RANGE");
    String changes = "/ownership/changes?after=2020-01-01T00:00:00Z";
    assertThat(admin.get(changes + "&layer=none").status()).isEqualTo(404);
    assertThat(admin.get(changes).text()).contains(",recorded,representative,");
    assertThat(admin.get("/ownership?on=%2B300000000-01-01").status()).isEqualTo(400);
    assertThat(admin.get(changes + "&until=%2B300000-01-01T00:00:00Z").status()).isEqualTo(400);
  }

  @Test
  void days_too_far_off_are_named_and_nothing_is_written() {
    String account = account();
    Map<String, Object> far = named(account, "Area A", LocalDate.of(300_000_000, 1, 1));
    assertThat(admin.post(LAYER + "/exceptions", far).code()).isEqualTo("LEDGER_FAR_DAY");
    Map<String, Object> correction = new HashMap<>(correction("Area A", "Area B"));
    correction.put("from", "+300000000-01-01");
    String accounts = LAYER + "/accounts/" + account;
    Answer refused = admin.post(accounts + "/corrections", correction);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("LEDGER_FAR_DAY");
    assertThat(refused.text()).contains("/from").contains("+300000000-01-01");
    Map<String, Object> split = new HashMap<>(split(6_000, 4_000));
    split.put("until", "+300000000-01-01");
    assertThat(admin.put(accounts + "/credit", split).code()).isEqualTo("LEDGER_FAR_DAY");
    assertThat(admin.get("/accounts/" + account + "/exceptions").json().get("items").size())
        .isZero();
  }

  private static Map<String, Object> laterNamed(String account, String to) {
    Map<String, Object> asked = named(account, to, today.plusDays(30));
    asked.put("from", today.plusDays(12).toString());
    return asked;
  }

  private static void limit(Map<String, Object> limits) {
    String etag = admin.get(LAYER + "/stability").etag();
    Answer set = admin.send("PUT", LAYER + "/stability", limits, Map.of("If-Match", etag));
    assertThat(set.status()).as(set.text()).isEqualTo(200);
  }

  @Test
  void a_publication_is_taken_back_with_its_rules_and_the_ledger_agrees_again() {
    List<String> before = book();
    Answer copy =
        admin.post(
            "/plans/" + plan + "/scenarios",
            Map.of("name", "Second", "source", "COPY", "copyOf", scenario));
    String second = copy.json().get("id").asString();
    String etag = admin.get("/scenarios/" + second).etag();
    Answer kept =
        admin.send(
            "PUT",
            "/scenarios/" + second + "/rules",
            Map.of(
                "text",
                "rules new-business\nterritory \"Area A\" {\n  rule all when employees in 0..\n}\n"),
            Map.of("If-Match", etag));
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    JsonNode published = publish(second, today);
    assertThat(book()).isNotEqualTo(before);

    JsonNode expected = admin.post("/publications/" + id(published) + "/undo/dry-run", "").json();
    assertThat(expected.get("flows").get(0).get("from").asString()).isEqualTo("Area A");
    assertThat(expected.get("largest")).isNotEmpty();
    assertThat(expected.get("staying")).hasSize(expected.get("kept").asInt());
    Answer undone =
        admin.post("/publications/" + id(published) + "/undo", Map.of("why", "Wrong numbers."));

    assertThat(undone.status()).as(undone.text()).isEqualTo(200);
    assertThat(undone.json().get("undone").get("accounts")).isEqualTo(expected.get("accounts"));
    assertThat(book()).isEqualTo(before);
    JsonNode standing = run();
    assertThat(standing.get("contradictions").asInt()).as(standing.toString()).isZero();
    assertThat(standing.get("publicationId").asString()).isNotEqualTo(id(published));
    Answer again =
        admin.post("/publications/" + id(published) + "/undo", Map.of("why", "Once more."));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("PUBLICATION_UNDONE");
  }

  @Test
  void an_account_that_came_in_before_a_publication_was_taken_back_forgets_its_rules() {
    LocalDate later = today.plusDays(40);
    Answer copy =
        admin.post(
            "/plans/" + plan + "/scenarios",
            Map.of("name", "Later", "source", "COPY", "copyOf", scenario));
    String which = copy.json().get("id").asString();
    Answer kept =
        admin.send(
            "PUT",
            "/scenarios/" + which + "/rules",
            Map.of(
                "text",
                "rules new-business\nterritory \"Area C\" {\n  rule all when employees in 0..\n}\n"),
            Map.of("If-Match", admin.get("/scenarios/" + which).etag()));
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    JsonNode published = publish(which, later);
    String account = account();
    String now = owner(account, today);
    assertThat(owner(account, later)).isEqualTo("Area C").isNotEqualTo(now);

    admin.post("/publications/" + id(published) + "/undo", Map.of("why", "Not this year."));

    assertThat(owner(account, later)).isEqualTo(now);
    assertThat(owner(account, today)).isEqualTo(now);
  }

  /** Who owns what today, without when it was recorded. */
  private static List<String> book() {
    List<String> rows = new ArrayList<>();
    for (String row : admin.get("/ownership").text().lines().toList()) {
      if (!row.contains("Excepted ")) { // accounts of other tests come and go
        rows.add(row.substring(0, row.lastIndexOf(',')));
      }
    }
    return rows;
  }

  @Test
  void what_cannot_be_done_says_why() {
    String account = account();
    Map<String, Object> both = named(account, "Area A", today.plusDays(2));
    both.put("representativeId", NOBODYS_ID);
    assertThat(admin.post(LAYER + "/exceptions", both).status()).isEqualTo(400);
    assertThat(admin.post(LAYER + "/exceptions", named(account, " ", today.plusDays(2))).status())
        .isEqualTo(400);
    Answer nothing =
        admin.put(
            LAYER + "/accounts/" + account + "/credit",
            "{\"from\":\"2026-12-01\",\"shares\":[null],\"why\":\"w\"}");
    assertThat(nothing.status()).as(nothing.text()).isEqualTo(400);
    assertThat(
            admin.post(LAYER + "/exceptions", named(account, "Nowhere", today.plusDays(2))).code())
        .isEqualTo("LEDGER_UNKNOWN_TERRITORY");
    assertThat(
            admin
                .post(LAYER + "/exceptions", named(NOBODYS_ID, "Area A", today.plusDays(2)))
                .code())
        .isEqualTo("LEDGER_UNKNOWN_ACCOUNT");
    assertThat(
            admin.post(LAYER + "/exceptions", named(account, "Area A", today.minusDays(2))).code())
        .isEqualTo("LEDGER_EMPTY_PERIOD");
    assertThat(admin.get(LAYER + "/exceptions/rates?thresholdBasisPoints=10001").status())
        .isEqualTo(400);
    assertThat(admin.post("/publications/" + NOBODYS_ID + "/undo", Map.of("why", "w")).status())
        .isEqualTo(404);
    assertThat(admin.get("/opportunities/" + NOBODYS_ID + "/owner").status()).isEqualTo(404);
    assertThat(admin.put(LAYER + "/stability", Map.of("monthsOfRest", 6)).status()).isEqualTo(428);
  }

  private static String id(JsonNode thing) {
    return thing.get("id").asString();
  }

  private static List<String> ids(JsonNode list) {
    List<String> ids = new ArrayList<>();
    list.get("items").forEach(item -> ids.add(id(item)));
    return ids;
  }
}
