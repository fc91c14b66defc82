package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A file that is imported again: told first, merged then, over HTTP. */
class ImportMergeTest {

  private static final String HEADER = "id,name,postcode,country,potential\n";

  /** The accounts that every server of a test begins with, so that they do not disappear. */
  private static final String OTHERS = "M8,Mint,60614,US,1\nM9,Moss,60614,US,1\n";

  @TempDir private static Path folder;
  private static LoadedServer server;
  private static Api admin;

  @BeforeAll
  static void start() {
    server = LoadedServer.start(folder);
    admin = server.admin();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_dry_run_tells_what_changes_and_writes_nothing_and_the_load_tells_the_same() {
    server.succeed("accounts", HEADER + "M1,Maple,60614,US,100\nM2,Myrtle,60614,US,50\n" + OTHERS);
    String again =
        HEADER + "M1,Maple Inc,60614,US,100\nM3,Mulberry,60614,US,7\n=M4,,60614,US,7\n" + OTHERS;

    JsonNode told = ended("/imports/accounts/dry-run", again);

    assertThat(told.get("state").asString()).as(told.toString()).isEqualTo("SUCCEEDED");
    assertThat(told.get("message").asString())
        .isEqualTo("Would add 1, change 1, leave 2 as they are; 1 are not in the file any more.");
    JsonNode changes = told.get("report").get("changes");
    assertThat(sample(changes))
        .containsExactly("CHANGED M1 name Maple→Maple Inc", "NEW M3", "MISSING M2");
    assertThat(found("M1").get("name").asString()).isEqualTo("Maple");

    JsonNode loaded = server.load("accounts?goodRowsOnly=true", again);
    assertThat(sample(loaded.get("report").get("changes"))).isEqualTo(sample(changes));
    assertThat(found("M1").get("name").asString()).isEqualTo("Maple Inc");
    assertThat(found("M2").get("absence").get("lastSeen").asString()).isNotEmpty();
    assertThat(missing()).contains("M2").doesNotContain("M1", "M3", "M8");
  }

  @Test
  void all_changes_are_a_file() {
    server.succeed("accounts", HEADER + "N1,Nut,60614,US,100\nN2,Nettle,60614,US,50\n" + OTHERS);

    Answer rows =
        admin.upload(
            "/imports/accounts/changes?partOnly=true",
            "again.csv",
            HEADER + "N1,=Nut,60614,US,101.5\nN3,New,60614,US,1\n");

    assertThat(rows.status()).as(rows.text()).isEqualTo(200);
    assertThat(rows.text())
        .isEqualTo(
            """
            change,id,name,field,before,after,lastSeen
            changed,N1,'=Nut,name,Nut,'=Nut,
            changed,N1,'=Nut,potential,100,101.5,
            new,N3,New,,,,
            """);
  }

  @Test
  void a_row_that_cannot_be_used_has_not_disappeared() {
    server.succeed("accounts", HEADER + "R1,Rose,60614,US,1\nR2,Rush,60614,US,2\n" + OTHERS);

    server.load("accounts?goodRowsOnly=true", HEADER + "R1,Rose,60614,US,1,too,many\n" + OTHERS);

    assertThat(missing()).contains("R2").doesNotContain("R1");
  }

  @Test
  void a_part_of_the_accounts_leaves_the_others_alone() {
    server.succeed("accounts", HEADER + "O1,Oak,60614,US,100\nO2,Olive,60614,US,50\n" + OTHERS);

    JsonNode loaded = server.load("accounts?partOnly=true", HEADER + "O1,Oak,60614,US,100\n");

    assertThat(loaded.get("report").get("changes").get("unchanged").asInt()).isEqualTo(1);
    assertThat(loaded.get("report").get("changes").get("disappeared").asInt()).isZero();
    assertThat(missing()).doesNotContain("O2");
  }

  @Test
  void representatives_are_compared_by_their_id() {
    server.succeed("representatives", "id,name,email\nP1,Pia,pia@example.com\nP2,Paul,\n");

    JsonNode told =
        ended(
            "/imports/representatives/dry-run", "id,name,email\nP1,Pia,pia@example.org\nP3,Pat,\n");

    JsonNode changes = told.get("report").get("changes");
    assertThat(changes.get("inserted").asInt()).isEqualTo(1);
    assertThat(changes.get("fields").get(0).get("field").asString()).isEqualTo("email");
    assertThat(sample(changes))
        .contains("CHANGED P1 email pia@example.com→pia@example.org", "NEW P3", "MISSING P2");
    assertThat(admin.get("/representatives").text()).doesNotContain("pia@example.org");
  }

  @Test
  void of_some_of_the_representatives_nobody_is_told_as_missing() {
    server.succeed("representatives", "id,name\nV1,Vera\nV2,Vic\n");

    JsonNode told =
        ended("/imports/representatives/dry-run?partOnly=true", "id,name\nV1,Vera May\n");
    Answer rows =
        admin.upload(
            "/imports/representatives/changes?partOnly=true", "a.csv", "id,name\nV1,Vera May\n");

    JsonNode changes = told.get("report").get("changes");
    assertThat(changes.get("disappeared").asInt()).isZero();
    assertThat(sample(changes)).containsExactly("CHANGED V1 name Vera→Vera May");
    assertThat(rows.text()).doesNotContain("missing,");
  }

  @Test
  void all_changes_of_prospects_are_a_file() {
    server.succeed("accounts?partOnly=true", HEADER + "W0,Customer,60614,US,1\n");
    server.succeed("prospects", "id,name,postcode,country\nW1,Walnut,60614,US\n");

    Answer rows =
        admin.upload(
            "/imports/prospects/changes",
            "again.csv",
            "id,name,postcode,country\nW1,Willow,60614,US\nW2,Wych,60614,US\nW0,Customer,60614,US\n");

    assertThat(rows.status()).as(rows.text()).isEqualTo(200);
    assertThat(rows.text())
        .isEqualTo(
            """
            change,id,name,field,before,after,lastSeen
            changed,W1,Willow,name,Walnut,Willow,
            new,W2,Wych,,,,
            """);
  }

  @Test
  void a_file_of_figures_tells_which_one_it_replaces() {
    server.succeed("accounts?partOnly=true", HEADER + "Q1,Quince,60614,US,100\n");
    server.succeed("revenue?asOf=2026-10-01", "account,year,amount\nQ1,2025,5\nQ1,2024,6\n");

    JsonNode told = ended("/imports/revenue/dry-run", "account,year,amount\nQ1,2026,7\n");

    assertThat(told.get("message").asString())
        .isEqualTo("1 rows would take the place of the 2 of `file.csv`.");
    assertThat(told.get("report").get("replaces").get("asOf").asString()).isEqualTo("2026-10-01");
    assertThat(admin.upload("/imports/revenue/changes", "a.csv", "account,year,amount\n").code())
        .isEqualTo("REQUEST_PARAMETER");
  }

  private static JsonNode ended(String path, String csv) {
    Answer job = admin.upload(path, "again.csv", csv);
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    return admin.follow(job.json().get("id").asString());
  }

  private static List<String> sample(JsonNode changes) {
    return changes.get("sample").valueStream().map(ImportMergeTest::line).toList();
  }

  private static String line(JsonNode row) {
    StringBuilder line =
        new StringBuilder(row.get("kind").asString() + " " + row.get("externalId").asString());
    for (JsonNode value : row.get("values")) {
      line.append(' ').append(value.get("field").asString()).append(' ');
      line.append(value.get("before").asString()).append('→').append(value.get("after").asString());
    }
    return line.toString();
  }

  private static JsonNode found(String externalId) {
    return admin.get("/accounts?q=" + externalId).json().get("items").get(0);
  }

  private static List<String> missing() {
    return admin
        .get("/accounts?missing=true&limit=500")
        .json()
        .get("items")
        .valueStream()
        .map(row -> row.get("externalId").asString())
        .toList();
  }
}
