package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A scenario goes out as a workbook and comes back as a scenario. */
class SheetTest {

  @TempDir private static Path folder;
  private static LoadedServer server;
  private static Api admin;
  private static String plan = "";
  private static String today = "";

  @BeforeAll
  static void start() {
    server = LoadedServer.start(folder);
    admin = server.admin();
    plan = server.plan("Sent", LocalDate.of(2026, 1, 1), "POSTCODE");
    today = server.today(plan);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void an_unedited_workbook_makes_no_scenario() throws IOException {
    JsonNode sheet = back(today, sent(), "Untouched");

    assertThat(sheet.get("scenarioId").isNull()).as(sheet.toString()).isTrue();
    assertThat(sheet.get("unchanged").asInt()).isEqualTo(160);
    assertThat(sheet.get("problems")).isEmpty();
  }

  @Test
  void an_edit_is_first_told_and_then_done_in_a_scenario_of_its_own() throws IOException {
    byte[] edited = EditedSheet.moved(sent(), "A4", "Area A", "Area C");

    JsonNode told = back(today, edited, "");
    assertThat(told.get("scenarioId").isNull()).isTrue();
    assertThat(told.get("moves").get(0).get("externalId").asString()).isEqualTo("A4");
    assertThat(told.get("moves").get(0).get("to").asString()).isEqualTo("Area C");

    JsonNode done = back(today, edited, "From managers");
    String made = done.get("scenarioId").asString();
    JsonNode comparison = admin.get("/scenarios/" + made + "/comparison?with=" + today).json();
    assertThat(comparison.toString()).contains("Area C");
    assertThat(admin.get("/scenarios/" + made).json().get("name").asString())
        .isEqualTo("From managers");
    assertThat(accountsOf(made, "Area C")).isEqualTo(accountsOf(today, "Area C") + 1);
    assertThat(accountsOf(made, "Area A")).isEqualTo(accountsOf(today, "Area A") - 1);
  }

  @Test
  void a_misspelt_territory_is_told_with_what_was_meant() throws IOException {
    byte[] edited = EditedSheet.moved(sent(), "A4", "Area A", "Ann Archr");

    JsonNode problem = back(today, edited, "Misspelt").get("problems").get(0);

    assertThat(problem.get("code").asString()).isEqualTo("SHEET_UNKNOWN_TERRITORY");
    assertThat(problem.get("hint").asString()).startsWith("Did you mean `");
  }

  @Test
  void a_workbook_of_another_scenario_and_a_plain_file_are_told() throws IOException {
    JsonNode copy =
        admin
            .post(
                "/plans/" + plan + "/scenarios",
                Map.of("name", "Other", "source", "COPY", "copyOf", today))
            .json();

    JsonNode other = back(copy.get("id").asString(), sent(), "Wrong");
    assertThat(other.get("problems").get(0).get("code").asString())
        .isEqualTo("SHEET_OTHER_SCENARIO");
    JsonNode plain = back(today, "id,name\n1,A\n".getBytes(StandardCharsets.UTF_8), "Wrong");
    assertThat(plain.get("problems").get(0).get("code").asString()).isEqualTo("SHEET_NOT_SENT");
  }

  private static byte[] sent() {
    return admin.download("/scenarios/" + today + "/sheet");
  }

  private static JsonNode back(String scenario, byte[] file, String name) {
    String query = name.isEmpty() ? "" : "?name=" + name.replace(" ", "%20");
    Api.Answer answer =
        admin.upload("/scenarios/" + scenario + "/sheet" + query, "back.xlsx", file);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static double accountsOf(String scenario, String territory) {
    for (JsonNode each : admin.get("/scenarios/" + scenario).json().get("territories")) {
      if (each.get("name").asString().equals(territory)) {
        return each.get("totals").get("accounts").asDouble();
      }
    }
    throw new AssertionError(territory);
  }
}
