package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import bailiwick.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tags, product lines and own fields from wherever accounts and leads come into every decision. */
class OwnFieldsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final String LAYER = "/layers/new-business";
  private static final String RULES =
      """
      rules new-business
      field tier of words { gold, silver }
      field score of number decimals 1 0..100
      territory "Area A" {
        rule gold when tier is gold and score in ..50, unknown
      }
      territory "Area B" {
        rule vip priority 51 when tag is vip
      }
      territory "Area C" {
        rule cloud priority 52 when product is cloud
      }
      """;

  @TempDir private static Path folder;
  private static LoadedServer server;
  private static Api admin;

  @BeforeAll
  static void publish() {
    server = LoadedServer.start(folder);
    admin = server.admin();
    String plan = server.plan("Decided", FIRST, "POSTCODE");
    String ruled =
        succeeded(
                201,
                admin.post(
                    "/plans/" + plan + "/scenarios",
                    Map.of("name", "Ruled", "source", "COPY", "copyOf", server.today(plan))))
            .get("id")
            .asString();
    String etag = admin.get("/scenarios/" + ruled).etag();
    Answer kept =
        admin.send(
            "PUT",
            "/scenarios/" + ruled + "/rules",
            Map.of("text", RULES),
            Map.of("If-Match", etag));
    succeeded(200, kept);
    succeeded(
        201,
        admin.post(
            "/scenarios/" + ruled + "/publications",
            Map.of("effectiveFrom", FIRST.toString()),
            "Idempotency-Key",
            "fields"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void nothing_contradicts_the_rules() {
    assertThat(contradictions()).isZero();
  }

  private static JsonNode succeeded(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.json();
  }

  private static int contradictions() {
    return succeeded(200, admin.post(LAYER + "/standing", "")).get("contradictions").asInt();
  }

  @Test
  void a_file_brings_them_and_its_accounts_are_decided_by_them() {
    server.succeed(
        "accounts?partOnly=true",
        """
        id,name,postcode,country,Tier,Tags,Product,score
        F-1,First,48201,US,gold,vip,,50
        F-2,Second,48201,US,silver,new; vip,cloud,
        F-3,Third,48201,US,,,cloud,
        F-4,Fourth,48201,US,gold,,,50.5
        """);

    assertThat(Stream.of("F-1", "F-2", "F-3", "F-4").map(id -> ownerOf(account(id))))
        .containsExactly("Area A", "Area B", "Area C", "Area D");
    JsonNode second = account("F-2");
    assertThat(second.get("tags").toString()).isEqualTo("[\"new\",\"vip\"]");
    assertThat(second.get("product").asString()).isEqualTo("cloud");
    assertThat(account("F-4").get("fields").toString())
        .isEqualTo("{\"score\":\"50.5\",\"tier\":\"gold\"}");
  }

  @Test
  void a_cell_that_is_no_value_of_its_field_is_told_and_unknown() {
    Answer checked =
        admin.upload(
            "/imports/accounts/check",
            "file.csv",
            "id,name,postcode,tier,score\nG-1,One,48201,platinum,7\nG-2,Two,48201,gold,7.55\n");

    List<String> told =
        stream(succeeded(200, checked).get("problems"))
            .map(problem -> problem.get("message").asString())
            .filter(message -> message.contains("field."))
            .toList();
    assertThat(told)
        .containsExactly(
            "The field.tier `platinum` is not one of `gold`, `silver`; it is read as unknown.",
            "The field.score `7.55` is not a number of up to 1 decimals in 0..100; it is read as"
                + " unknown.");
  }

  @Test
  void a_file_that_changes_them_proposes_a_move() {
    server.succeed(
        "accounts?partOnly=true", "id,name,postcode,country,tier\nH-1,One,48201,US,silver\n");
    assertThat(ownerOf(account("H-1"))).isEqualTo("Area D");

    server.succeed(
        "accounts?partOnly=true", "id,name,postcode,country,tier\nH-1,One,48201,US,gold\n");

    assertThat(moveOf(account("H-1")).get("to").asString()).isEqualTo("Area A");
  }

  @Test
  void an_account_is_made_with_them_and_decided_by_them() {
    JsonNode made =
        succeeded(
            201,
            admin.post(
                "/accounts",
                given(
                    "N-1",
                    Map.of("tags", List.of("vip", " vip"), "fields", Map.of("tier", "silver")))));

    assertThat(ownerOf(made)).isEqualTo("Area B");
    assertThat(made.get("tags").toString()).isEqualTo("[\"vip\"]");
    JsonNode why = admin.get("/accounts/" + made.get("id").asString() + "/decision").json();
    assertThat(why.get("rule").asString()).isEqualTo("vip");
    assertThat(why.get("values").toString()).contains("\"tier\",\"value\":\"silver\"");
  }

  @Test
  void a_change_of_them_is_decided_anew_and_leaves_the_rest_alone() {
    JsonNode made =
        succeeded(
            201,
            admin.post(
                "/accounts",
                given(
                    "N-2",
                    Map.of("product", "lab", "fields", Map.of("tier", "silver", "score", "7")))));
    assertThat(ownerOf(made)).isEqualTo("Area D");

    Map<String, String> fields = new HashMap<>();
    fields.put("tier", "gold");
    JsonNode changed = patched(made, Map.of("fields", fields));

    assertThat(changed.get("fields").toString()).isEqualTo("{\"score\":\"7\",\"tier\":\"gold\"}");
    assertThat(changed.get("product").asString()).isEqualTo("lab");
    assertThat(moveOf(made).get("to").asString()).isEqualTo("Area A");
    fields.put("tier", null);
    assertThat(patched(changed, Map.of("fields", fields)).get("fields").toString())
        .isEqualTo("{\"score\":\"7\"}");
  }

  @Test
  void what_is_no_value_of_its_field_or_no_name_is_a_problem_of_the_request() {
    Answer wrong =
        admin.post(
            "/accounts",
            given(
                "N-3", Map.of("fields", Map.of("tier", "platinum", "1st", "x", "colour", "red"))));

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text())
        .contains(
            "The field `/fields/tier` (platinum) is not one of `gold`, `silver`.",
            "The field `/fields/1st` must be a letter")
        .doesNotContain("colour");
  }

  @Test
  void a_lead_is_decided_by_them_and_kept_with_them() {
    JsonNode lead =
        succeeded(
            201,
            admin.post(
                "/leads",
                Map.of(
                    "company",
                    "Asking",
                    "address",
                    Map.of("postcode", "48201"),
                    "tags",
                    List.of("vip"),
                    "fields",
                    Map.of("tier", "silver"))));

    assertThat(lead.get("decision").get("owner").get("territoryCode").asString())
        .isEqualTo("Area B");
    assertThat(lead.get("lead").get("fields").get("tier").asString()).isEqualTo("silver");
    Answer unknown =
        admin.post("/leads", Map.of("company", "Asking", "fields", Map.of("colour", "red")));
    assertThat(unknown.code()).isEqualTo("REQUEST_FIELD");
    assertThat(unknown.text()).contains("is none that the rules declare; they declare tier, score");
  }

  @Test
  void an_opportunity_goes_with_the_tag_of_its_account() {
    server.succeed(
        "accounts?partOnly=true", "id,name,postcode,country,tags\nO-1,One,48201,US,vip\n");

    server.succeed("opportunities", "id,account,stage,amount,closed\nD-O,O-1,Offer,1000,\n");

    JsonNode deal =
        stream(admin.get(LAYER + "/opportunities").json().get("items"))
            .filter(each -> each.get("externalId").asString().equals("D-O"))
            .findFirst()
            .orElseThrow();
    assertThat(deal.get("territoryCode").asString()).isEqualTo("Area B");
  }

  @Test
  void a_tag_taken_away_by_hand_contradicts_the_ledger() throws SQLException {
    server.succeed(
        "accounts?partOnly=true", "id,name,postcode,country,tags\nS-1,One,48201,US,vip\n");
    int before = contradictions();

    execute("UPDATE account SET tags = '' WHERE external_id = 'S-1'");
    assertThat(contradictions()).isEqualTo(before + 1);

    execute("UPDATE account SET tags = 'vip' WHERE external_id = 'S-1'");
  }

  private static void execute(String sql) throws SQLException {
    EmbeddedPostgres.Running database =
        EmbeddedPostgres.findRunning(folder.resolve("store")).orElseThrow();
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Map<String, Object> given(String externalId, Map<String, Object> more) {
    Map<String, Object> account = new HashMap<>(more);
    account.put("externalId", externalId);
    account.put("name", "New " + externalId);
    account.put("address", Map.of("postcode", "48201", "country", "US"));
    return account;
  }

  private static JsonNode patched(JsonNode account, Map<String, Object> change) {
    return succeeded(
        200,
        admin.patch(
            "/accounts/" + account.get("id").asString(),
            change,
            "\"" + account.get("version").asLong() + "\""));
  }

  private static JsonNode account(String externalId) {
    JsonNode row =
        stream(admin.get("/accounts?q=" + externalId).json().get("items"))
            .filter(each -> each.get("externalId").asString().equals(externalId))
            .findFirst()
            .orElseThrow();
    return admin.get("/accounts/" + row.get("id").asString()).json();
  }

  private static JsonNode moveOf(JsonNode account) {
    return stream(admin.get(LAYER + "/proposed-moves").json().get("items"))
        .filter(move -> move.get("accountId").equals(account.get("id")))
        .findFirst()
        .orElseThrow();
  }

  private static String ownerOf(JsonNode account) {
    return account.get("ownership").get("owner").get("territoryCode").asString();
  }

  private static Stream<JsonNode> stream(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false);
  }
}
