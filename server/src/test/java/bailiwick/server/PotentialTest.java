package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.server.Api.Answer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The model of potential over HTTP: tried, put in force, renewed, switched off. */
class PotentialTest {

  /** Two that are large, one of unknown size, with what a file says they bring. */
  private static final String ACCOUNTS =
      """
      id,name,city,region,postcode,country,employees,potential,workload,sales,pipeline,territory
      P1,Plinth Works,Chicago,IL,60614,US,500,111.11,3,1000,0,Area A
      P2,Quarry Sons,Chicago,IL,60614,US,20,222.22,4,0,300,Area A
      P3,Rill Mills,Chicago,IL,60614,US,,333.33,5,0,0,Area A
      """;

  private static final String DEALS =
      """
      id,account,stage,amount,closed
      1,P1,Won,10,2026-02-01
      2,P1,Lost,10,2026-02-01
      3,P1,Offer,100,
      4,P1,Elsewhere,40,
      """;

  private static final String NO_DEALS = "id,account,stage,amount,closed\n9,P1,Won,1,2026-02-01\n";

  private static final String MODEL =
      """
      {"segments": [
         {"name": "large", "employeesFrom": 100,
          "spend": {"perEmployee": 10}, "growth": 0.1,
          "service": {"visits": 4, "hoursPerVisit": 2, "calls": 2, "hoursPerCall": 0.5,
                      "complexity": 1.5}},
         {"name": "rest", "spend": {"perAccount": 100, "perEmployee": 1},
          "service": {"visits": 1, "hoursPerVisit": 1}}],
       "conversion": {"priorDeals": 2, "rateWithoutDeals": 0.2},
       "stages": {"Offer": 0.75}}
      """;

  @TempDir private static Path folder;
  private static LoadedServer server;
  private static Api admin;

  @BeforeAll
  static void start() {
    server = LoadedServer.start(folder);
    admin = server.admin();
    server.succeed("accounts?partOnly=true", ACCOUNTS);
    LocalDate today = Api.today();
    String scenario = server.today(server.plan("Potential", today, "POSTCODE"));
    Answer published =
        admin.post(
            "/scenarios/" + scenario + "/publications",
            Map.of("effectiveFrom", today.toString()),
            "Idempotency-Key",
            "potential");
    assertThat(published.status()).as(published.text()).isBetween(200, 202);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void given() {
    follow(admin.post("/potential/withdraw", Map.of()));
    server.succeed("accounts?partOnly=true", ACCOUNTS);
    server.succeed("opportunities", DEALS);
    Answer saved = save(MODEL);
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
  }

  private static Answer save(Object model) {
    return admin.send("PUT", "/potential/model", model, ifMatch());
  }

  private static Map<String, String> ifMatch() {
    return Map.of("If-Match", admin.get("/potential").etag());
  }

  private static JsonNode follow(Answer job) {
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    JsonNode ended = admin.follow(job.json().get("id").asString());
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    return ended;
  }

  private static JsonNode apply() {
    return follow(admin.send("POST", "/potential/apply", null, ifMatch()));
  }

  private static String id(String externalId) {
    return StreamSupport.stream(
            admin.get("/accounts?q=" + externalId).json().get("items").spliterator(), false)
        .filter(row -> row.get("externalId").asString().equals(externalId))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asString();
  }

  private static JsonNode potential(String externalId) {
    return admin.get("/accounts/" + id(externalId) + "/potential").json();
  }

  private static String amount(JsonNode node, String field) {
    return node.get(field).get("amount").asString();
  }

  private static JsonNode segment(JsonNode preview, String name) {
    return preview
        .get("segments")
        .valueStream()
        .filter(each -> each.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_terms_of_an_account_are_what_the_model_says_and_add_up_to_the_cent() {
    apply();

    JsonNode large = potential("P1");
    JsonNode terms = large.get("terms");
    // One deal of two won, alone: (1 + 2 · 1/2) / (2 + 2).
    assertThat(terms.get("segment").asString()).isEqualTo("large");
    assertThat(terms.get("rate").asDouble()).isEqualTo(0.5);
    assertThat(amount(terms, "spend")).isEqualTo("5000.00");
    assertThat(amount(terms, "conversion")).isEqualTo("2500.00");
    assertThat(amount(terms, "openDeals")).as("75 % and 50 %").isEqualTo("95.00");
    assertThat(amount(terms, "growth")).isEqualTo("100.00");
    assertThat(amount(large, "potential")).isEqualTo("2695.00");
    assertThat(terms.get("visitHours").asDouble()).isEqualTo(12);
    assertThat(terms.get("callHours").asDouble()).isEqualTo(1.5);
    assertThat(large.get("workload").asDouble()).isEqualTo(13.5);
    assertThat(amount(large, "importedPotential")).isEqualTo("111.11");

    JsonNode small = potential("P2");
    assertThat(amount(small, "potential")).as("120 · 1/2 + 300 · 1/2").isEqualTo("210.00");
    assertThat(potential("P3").get("terms").get("sizeUnknown").asBoolean()).isTrue();
    assertThat(amount(admin.get("/accounts/" + id("P1")).json(), "potential"))
        .as("counts everywhere")
        .isEqualTo("2695.00");
  }

  @Test
  void the_sums_of_a_preview_are_those_of_the_accounts_once_it_is_in_force() {
    JsonNode before = preview(MODEL);
    assertThat(total()).as("a preview writes nothing").isEqualByComparingTo(sum(before, "before"));

    apply();

    assertThat(total()).isEqualByComparingTo(sum(before, "after"));
    JsonNode after = preview(MODEL);
    assertThat(after.get("accounts"))
        .isEqualTo(admin.get("/company").json().get("accounts"))
        .isEqualTo(before.get("accounts"));
    assertThat(sum(after, "before")).isEqualByComparingTo(sum(after, "after"));
    BigDecimal bySegment =
        after
            .get("segments")
            .valueStream()
            .map(each -> sum(each, "after"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(bySegment).isEqualByComparingTo(total());
    BigDecimal byTerritory =
        after
            .get("territories")
            .valueStream()
            .map(each -> sum(each, "after"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(byTerritory)
        .isEqualByComparingTo(total(account -> !account.get("owner").isNull()))
        .isPositive();
  }

  private static JsonNode preview(Object model) {
    Answer answer = admin.post("/potential/preview", model);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static BigDecimal sum(JsonNode part, String when) {
    return part.get("potential").get(when).decimalValue();
  }

  /** Potential of all accounts, one by one. */
  private static BigDecimal total() {
    return total(account -> true);
  }

  private static BigDecimal total(Predicate<JsonNode> which) {
    return admin
        .get("/accounts?limit=500")
        .json()
        .get("items")
        .valueStream()
        .filter(which)
        .map(row -> row.get("potential").decimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void a_changed_coefficient_changes_the_accounts_of_its_segment_and_no_others() {
    apply();
    BigDecimal before = total();
    ObjectNode model = (ObjectNode) Api.JSON.readTree(MODEL);
    ((ObjectNode) model.at("/segments/1/spend")).put("perAccount", 160);
    JsonNode tried = preview(model);

    assertThat(save(model).status()).isEqualTo(200);
    assertThat(total()).as("saved is not in force").isEqualByComparingTo(before);
    apply();

    assertThat(amount(potential("P2"), "potential")).as("60 · 1/2 more").isEqualTo("240.00");
    assertThat(amount(potential("P1"), "potential")).isEqualTo("2695.00");
    long rest = segment(tried, "rest").get("accounts").asLong();
    assertThat(total().subtract(before)).isEqualByComparingTo(BigDecimal.valueOf(30 * rest));
  }

  @Test
  void switched_off_every_account_is_as_its_file_says() {
    BigDecimal imported = total();
    apply();
    assertThat(total()).isNotEqualByComparingTo(imported);

    follow(admin.post("/potential/withdraw", Map.of()));

    assertThat(total()).isEqualByComparingTo(imported);
    assertThat(potential("P1").get("terms").isNull()).isTrue();
    assertThat(amount(potential("P1"), "potential")).isEqualTo("111.11");
    assertThat(admin.get("/potential").json().get("inForce").isNull()).isTrue();
  }

  @Test
  void a_load_of_accounts_or_deals_works_the_model_in_force_out_anew() {
    apply();

    server.succeed("opportunities", NO_DEALS);
    JsonNode large = potential("P1").get("terms");
    assertThat(large.get("rate").asDouble()).as("(1 + 2 · 1) / (1 + 2)").isEqualTo(1);
    assertThat(amount(large, "conversion")).isEqualTo("5000.00");

    server.succeed("accounts?partOnly=true", ACCOUNTS.replace("500,111.11", "700,99.00"));
    assertThat(amount(potential("P1"), "potential")).isEqualTo("7100.00");
    assertThat(amount(potential("P1"), "importedPotential")).isEqualTo("99.00");

    server.succeed(
        "accounts?partOnly=true",
        ACCOUNTS.lines().findFirst().orElseThrow()
            + "\nP4,Sable Yard,Chicago,IL,60614,US,100,5,1,0,0,Area A\n");
    assertThat(amount(potential("P4"), "potential")).isEqualTo("1000.00");
  }

  @Test
  void an_account_that_somebody_changes_is_worked_out_anew_and_keeps_what_its_file_says() {
    apply();
    Answer account = admin.get("/accounts/" + id("P2"));

    Answer changed = admin.patch("/accounts/" + id("P2"), Map.of("employees", 60), account.etag());

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(amount(changed.json(), "potential")).as("40 · 1/2 more").isEqualTo("230.00");
    assertThat(amount(potential("P2"), "importedPotential")).isEqualTo("222.22");
  }

  @Test
  void a_figure_by_hand_is_refused_while_a_model_gives_it() {
    apply();
    String path = "/accounts/" + id("P2");
    Answer read = admin.get(path);

    Answer refused =
        admin.patch(path, Map.of("potential", 5, "workload", 7, "name", "Q"), read.etag());

    assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    assertThat(refused.json().get("problems").valueStream())
        .extracting(each -> each.get("code").asString() + " " + each.get("pointer").asString())
        .containsExactly("ACCOUNT_FIGURE_OF_MODEL /potential", "ACCOUNT_FIGURE_OF_MODEL /workload");
    assertThat(refused.text()).contains("is 210.00");
    assertThat(admin.get(path).etag()).as("nothing was changed").isEqualTo(read.etag());

    Answer repeated =
        admin.patch(path, Map.of("potential", 210, "workload", 4, "name", "Q"), read.etag());
    assertThat(repeated.status()).as(repeated.text()).isEqualTo(200);
    assertThat(amount(potential("P2"), "importedPotential")).as("not 210").isEqualTo("222.22");

    follow(admin.post("/potential/withdraw", Map.of()));
    Answer counts = admin.patch(path, Map.of("potential", 5), admin.get(path).etag());
    assertThat(amount(counts.json(), "potential")).isEqualTo("5.00");
  }

  @Test
  void booked_revenue_counts_in_the_place_of_the_sales_of_the_file() {
    apply();
    LocalDate today = Api.today();
    int year = today.getYear() - 1;
    server.succeed("revenue?asOf=" + today, "account,year,amount\nP2,%s,36500\n".formatted(year));

    ObjectNode model = (ObjectNode) Api.JSON.readTree(MODEL);
    ((ObjectNode) model.at("/segments/1")).put("growth", 1);
    save(model);
    apply();

    LocalDate end = LocalDate.of(year + 1, 1, 1);
    double days = ChronoUnit.DAYS.between(today.minusYears(1), end);
    double booked = 36_500 * days / LocalDate.of(year, 1, 1).lengthOfYear();
    assertThat(Double.parseDouble(amount(potential("P2").get("terms"), "growth")))
        .isCloseTo(booked, within(0.01));
    server.succeed("revenue?asOf=" + today, "account,year,amount\nP2,%s,0\n".formatted(year - 5));
  }

  @Test
  void deals_of_a_merged_account_count_for_its_survivor_until_the_merge_is_undone() {
    apply();
    server.succeed(
        "accounts?partOnly=true",
        """
        id,name,street,city,region,postcode,country,website,employees,potential
        M1,Merge Twin Inc,12 Main St,Chicago,IL,60614,US,mergetwin.com,200,1
        M2,Merge Twin,12 Main Street,Chicago,IL,60614,US,www.mergetwin.com,200,1
        """);
    server.succeed("opportunities", DEALS + "5,M2,Offer,1000,\n");
    assertThat(amount(potential("M1").get("terms"), "openDeals")).isEqualTo("0.00");
    follow(admin.post("/duplicates/search", Map.of()));
    JsonNode pair =
        admin
            .get("/duplicates?state=OPEN")
            .json()
            .get("items")
            .valueStream()
            .filter(each ->
                each.get("first").get("externalId").asString().matches("M[12]")
                    && each.get("second").get("externalId").asString().matches("M[12]"))
            .findFirst()
            .orElseThrow();
    String path = "/duplicates/" + pair.get("id").asString();

    admin.post(path + "/merge", Map.of("survivorId", id("M1")));
    assertThat(amount(potential("M1").get("terms"), "openDeals")).isEqualTo("750.00");
    apply();
    assertThat(amount(potential("M1").get("terms"), "openDeals")).isEqualTo("750.00");

    admin.post(path + "/undo", Map.of());
    assertThat(amount(potential("M1").get("terms"), "openDeals")).isEqualTo("0.00");
    assertThat(amount(potential("M2").get("terms"), "openDeals")).isEqualTo("750.00");
  }

  @Test
  void a_wrong_coefficient_is_told_with_its_path_and_nothing_is_saved() {
    String before = admin.get("/potential").text();
    ObjectNode model = (ObjectNode) Api.JSON.readTree(MODEL);
    ((ObjectNode) model.at("/segments/0/spend")).put("shareOfRevenue", 2);
    ((ObjectNode) model.at("/conversion")).put("priorDeals", -1);

    for (Answer refused : List.of(save(model), admin.post("/potential/preview", model))) {
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.json().get("problems").valueStream())
          .extracting(each -> each.get("code").asString() + " " + each.get("pointer").asString())
          .containsExactlyInAnyOrder(
              "POTENTIAL_WRONG_VALUE /segments/0/spend/shareOfRevenue",
              "POTENTIAL_WRONG_VALUE /conversion/priorDeals");
    }
    assertThat(admin.get("/potential").text()).isEqualTo(before);
  }

  @Test
  void of_two_who_change_or_apply_at_once_the_second_is_told() {
    Map<String, String> read = ifMatch();
    assertThat(save(MODEL).status()).isEqualTo(200);

    Answer late = admin.send("PUT", "/potential/model", MODEL, read);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("STORE_STALE_VERSION");
    assertThat(admin.send("POST", "/potential/apply", null, read).status()).isEqualTo(409);
    assertThat(admin.put("/potential/model", MODEL).status()).isEqualTo(428);
    assertThat(admin.post("/potential/apply", Map.of()).status()).isEqualTo(428);
  }

  @Test
  void a_model_that_was_read_can_be_sent_back_and_is_the_same() {
    JsonNode read = admin.get("/potential").json().get("model");

    assertThat(save(read).status()).isEqualTo(200);

    assertThat(admin.get("/potential").json().get("model")).isEqualTo(read);
    assertThat(read.at("/segments/0").has("employeesBelow")).as("no limit").isFalse();
    assertThat(read.at("/stages/Offer").asDouble()).isEqualTo(0.75);
  }

  @Test
  void even_counts_that_hide_uneven_potential_are_told() {
    // 163 accounts of 10 to 909 employees: the median parts them, the large bring all.
    ObjectNode model = (ObjectNode) Api.JSON.readTree(MODEL);
    ((ObjectNode) model.at("/segments/0")).put("employeesFrom", 450);
    ((ObjectNode) model.at("/segments/1/spend")).put("perAccount", 1).put("perEmployee", 0);

    JsonNode preview = preview(model);

    long large = segment(preview, "large").get("accounts").asLong();
    assertThat(large).isBetween(66L, 97L);
    assertThat(preview.get("warnings").valueStream())
        .anySatisfy(each -> {
          assertThat(each.get("code").asString()).isEqualTo("POTENTIAL_EVEN_COUNTS");
          assertThat(each.get("message").asString())
              .startsWith("The segments are even in accounts");
        });
    assertThat(preview.get("stages").get(0).get("stage").asString()).isEqualTo("Offer");
  }

  @Test
  void there_are_no_terms_of_an_account_that_is_not_there() {
    String nobody = "019a0000-0000-7000-8000-000000000000";
    assertThat(admin.get("/accounts/" + nobody + "/potential").status()).isEqualTo(404);
  }
}
