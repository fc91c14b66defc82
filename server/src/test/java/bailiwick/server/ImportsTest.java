package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Files over HTTP: read as they are meant, and loaded whole or not at all. */
class ImportsTest {

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

  private static long accounts() {
    return admin.get("/company").json().get("accounts").asLong();
  }

  private static String flag(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Test
  void rows_are_chosen_and_blanks_filled_as_on_the_command_line() {
    String csv =
        """
        id,name,postcode,country,STATUS,TYPE,BEDS
        H1,One,60614,US,OPEN,A,10
        H2,Two,60614,US,OPEN,A,
        H3,Three,60614,US,"CLOSED, for good",A,99
        """;

    JsonNode report =
        admin
            .upload(
                "/imports/accounts/check?"
                    + flag("where", "STATUS!=CLOSED, for good")
                    + "&"
                    + flag("mapping", "{\"workload\":\"BEDS\"}")
                    + "&"
                    + flag("impute", "workload=median-by:TYPE"),
                "hospitals.csv",
                csv)
            .json();

    assertThat(report.get("accepted").asInt()).as(report.toString()).isEqualTo(2);
    assertThat(report.get("rejected").asInt()).isZero();
    assertThat(report.get("problems"))
        .anySatisfy(
            problem -> assertThat(problem.get("code").asString()).isEqualTo("IMPORT_IMPUTED"));
  }

  @Test
  void a_flag_that_cannot_be_read_is_told_at_once() {
    Answer answer =
        admin.upload(
            "/imports/accounts?" + flag("impute", "workload=perhaps"),
            "a.csv",
            TestCompany.accounts());

    assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
    assertThat(answer.code()).isEqualTo("IMPORT_BAD_FLAG");
  }

  @Test
  void a_workbook_is_checked_and_loaded_like_a_text_file() {
    byte[] book =
        SheetFile.of("Kunden", "id,name,postcode,country", "X1,One,60614,US", "X2,,60614,US");
    long before = accounts();

    JsonNode report =
        admin.upload("/imports/accounts/check?sheet=kunden", "kunden.xlsx", book).json();

    assertThat(report.get("preview").get("sheet").asString()).isEqualTo("Kunden");
    assertThat(report.get("preview").get("columns").get(0).get("samples").get(1).asString())
        .isEqualTo("X2");
    assertThat(report.get("problems").get(0).get("cell").asString()).isEqualTo("B3");
    assertThat(accounts()).isEqualTo(before);

    Answer job = admin.upload("/imports/accounts?goodRowsOnly=true", "kunden.xlsx", book);
    assertThat(admin.follow(job.json().get("id").asString()).get("state").asString())
        .isEqualTo("SUCCEEDED");
    assertThat(accounts()).isEqualTo(before + 1);
  }

  @Test
  void what_a_file_says_beside_name_and_address_is_kept_and_can_be_changed() {
    server.succeed(
        "accounts",
        """
        id,name,postcode,country,website,phone,parent
        TI1,Tied Lab,60614,US,www.tied.example,+1 312 555 0100,TI0
        """);
    String id = admin.get("/accounts?q=TI1").json().get("items").get(0).get("id").asString();

    Answer read = admin.get("/accounts/" + id);
    assertThat(ties(read)).containsExactly("www.tied.example", "+1 312 555 0100", "TI0");

    Answer changed = admin.patch("/accounts/" + id, Map.of("phone", "312 555 0199"), read.etag());
    assertThat(ties(changed)).containsExactly("www.tied.example", "312 555 0199", "TI0");
  }

  private static List<String> ties(Answer account) {
    return Stream.of("website", "phone", "parent")
        .map(field -> account.json().path(field).asString())
        .toList();
  }

  @Test
  void rejected_rows_are_a_file_and_nothing_is_written() throws IOException {
    long before = accounts();

    Answer rows =
        admin.upload(
            "/imports/accounts/rejected", "a.csv", "id,name,postcode\nY1,One,60614\nY2,,60614\n");

    assertThat(rows.status()).as(rows.text()).isEqualTo(200);
    assertThat(rows.text())
        .isEqualTo("row,column,value,reason,cell\n2,name,,The name is blank.,\n");
    assertThat(accounts()).isEqualTo(before);
    try (var left = Files.list(folder.resolve("uploads"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void a_file_that_cannot_be_read_has_no_rejected_rows() {
    Answer refused = admin.upload("/imports/accounts/rejected", "a.csv", "");

    assertThat(refused.status()).isBetween(400, 422);
    assertThat(refused.code()).isEqualTo("IMPORT_EMPTY_FILE");
  }

  @Test
  void how_a_column_is_written_can_be_said_and_is_told() {
    String csv = "id,name,postcode,potential\nZ1,One,60614,\"1,234\"\n";

    JsonNode guessed = admin.upload("/imports/accounts/check", "a.csv", csv).json();
    JsonNode said = admin.upload("/imports/accounts/check?decimal=comma", "a.csv", csv).json();
    Answer wrong = admin.upload("/imports/accounts/check?days=month", "a.csv", csv);

    assertThat(potential(guessed)).isEqualTo("decimal point, assumed");
    assertThat(potential(said)).isEqualTo("decimal comma, said");
    assertThat(wrong.code()).isEqualTo("IMPORT_BAD_FLAG");
  }

  private static String potential(JsonNode report) {
    for (JsonNode use : report.get("mapping")) {
      if (use.get("field").asString().equals("potential")) {
        return use.get("habit").asString() + ", " + use.get("habitBasis").asString();
      }
    }
    return "";
  }

  @Test
  void a_sheet_that_is_not_there_is_told_with_those_that_are() {
    byte[] book = SheetFile.of("Kunden", "id,name", "X1,One");

    JsonNode report =
        admin.upload("/imports/accounts/check?sheet=Leads", "kunden.xlsx", book).json();

    assertThat(report.get("complete").asBoolean()).isFalse();
    assertThat(report.get("problems").get(0).get("code").asString())
        .isEqualTo("IMPORT_UNKNOWN_SHEET");
    assertThat(report.get("problems").get(0).get("hint").asString()).contains("`Kunden`");
  }

  @Test
  void one_bad_row_among_ten_thousand_loads_nothing_unless_asked() {
    StringBuilder csv = new StringBuilder("id,name,postcode,country\n");
    for (int k = 0; k < 10_000; k++) {
      csv.append(k == 7_777 ? "" : "B" + k).append(",Account ").append(k).append(",60614,US\n");
    }
    long before = accounts();

    JsonNode refused = server.load("accounts", csv.toString());
    assertThat(refused.get("state").asString()).isEqualTo("FAILED");
    assertThat(refused.get("problems").get(0).get("row").asInt()).isEqualTo(7_778);
    assertThat(accounts()).isEqualTo(before);

    JsonNode loaded = server.load("accounts?goodRowsOnly=true", csv.toString());
    assertThat(loaded.get("state").asString()).isEqualTo("SUCCEEDED");
    assertThat(accounts()).isEqualTo(before + 9_999);
  }

  @ParameterizedTest
  @CsvSource({
    "'', IMPORT_EMPTY_FILE",
    "'A1,Clinic,60614,US\nA2,Lab,60614,US\n', IMPORT_NO_HEADER",
    "'PK\u0003\u0004\u0000\u0000\u0000', IMPORT_DAMAGED_FILE",
    "'id!name!postcode\nA1!Clinic!60614\n', IMPORT_WRONG_DELIMITER",
  })
  void files_that_are_no_tables_are_told_apart_and_load_nothing(String content, String code) {
    long before = accounts();

    JsonNode ended = server.load("accounts?goodRowsOnly=true", content);

    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("FAILED");
    assertThat(ended.get("problems").get(0).get("code").asString()).isEqualTo(code);
    assertThat(accounts()).isEqualTo(before);
  }

  @Test
  void an_upload_that_cannot_be_kept_is_refused_with_what_to_do() throws IOException {
    Path uploads = folder.resolve("uploads");
    Path aside = uploads.resolveSibling("aside");
    Files.createDirectories(uploads);
    Files.move(uploads, aside);
    Files.createFile(uploads);
    try {
      Answer refused = admin.upload("/imports/accounts", "a.csv", "id,name\nA1,Clinic\n");

      assertThat(refused.status()).isEqualTo(507);
      assertThat(refused.json().get("code").asString()).isEqualTo("UPLOAD_NOT_KEPT");
    } finally {
      Files.delete(uploads);
      Files.move(aside, uploads);
    }
  }

  @Test
  void a_stopped_import_loads_nothing() {
    StringBuilder csv = new StringBuilder("account,date,kind\n");
    for (int k = 0; k < 400_000; k++) {
      csv.append("A1,2026-09-01,call\n");
    }
    Answer job = admin.upload("/imports/activities", "calls.csv", csv.toString());
    String id = job.json().get("id").asString();
    admin.delete("/jobs/" + id);

    JsonNode ended = admin.follow(id);

    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("CANCELLED");
    assertThat(ended.get("fraction").asDouble()).isLessThan(1);
  }

  @Test
  void figures_tell_where_they_come_from() {
    String today = server.today(server.plan("Figures", LocalDate.of(2026, 1, 1), "COUNTY"));
    JsonNode before = admin.get("/scenarios/" + today + "/kpis").json();
    assertThat(before.get("total").get("winRate").isNull()).isTrue();
    assertThat(source(before, "revenue").get("origin").asString()).isEqualTo("ACCOUNTS");

    String until = "?asOf=2026-10-01";
    server.succeed(
        "opportunities" + until,
        """
        id,account,owner,stage,amount,opened,closed
        O1,A0,R0,Closed Won,1000,2026-01-05,2026-03-01
        O2,A0,R0,Closed Lost,500,2026-01-05,2026-04-01
        O3,A0,Nobody Known,Proposal,250,2026-08-01,2026-12-01
        O4,A0,R0,Closed Won,9000,2024-01-05,2024-03-01
        """);
    server.succeed("revenue" + until, "account,year,amount\nA0,2026,2730\nA0,2025,100000\n");
    server.succeed("activities" + until, "account,owner,date,kind\nA0,R0,2026-09-10,visit\n");
    server.succeed(
        "quotas" + until,
        "owner,territory,from,until,amount\n,Area A,2026-01-01,2027-01-01,36500\n");

    JsonNode table = admin.get("/scenarios/" + today + "/kpis").json();

    assertThat(table.get("from").asString()).isEqualTo("2026-01-01");
    assertThat(table.get("asOf").asString()).isEqualTo("2026-10-01");
    JsonNode row = row(table, "Area A");
    assertThat(row.get("revenue").asDouble()).isEqualTo(2730);
    assertThat(row.get("pipeline").asDouble()).isEqualTo(250);
    assertThat(row.get("winRate").asDouble()).isEqualTo(0.5);
    assertThat(row.get("contactedAccounts").asInt()).isEqualTo(1);
    assertThat(row.get("quota").asDouble()).isEqualTo(36_500);
    assertThat(row.get("attainment").asDouble()).isEqualTo(2730 / 27_300.0);
    assertThat(row(table, "Area B").get("quota").isNull()).isTrue();
    assertThat(source(table, "revenue").get("sentence").asString())
        .isEqualTo("2 rows of `file.csv`.");
  }

  private static JsonNode row(JsonNode table, String code) {
    for (JsonNode row : table.get("rows")) {
      if (row.get("territoryCode").asString().equals(code)) {
        return row;
      }
    }
    throw new AssertionError(code + " in " + table);
  }

  private static JsonNode source(JsonNode table, String figure) {
    for (JsonNode source : table.get("sources")) {
      if (source.get("figure").asString().equals(figure)) {
        return source;
      }
    }
    throw new AssertionError(figure + " in " + table);
  }

  @Test
  void today_tells_of_accounts_whose_owner_left_or_is_unknown() {
    server.succeed(
        "representatives", "id,name,postcode,country,left\nR9,Zoe Left,60614,US,2020-01-31\n");
    server.succeed(
        "accounts",
        "id,name,postcode,country,owner\nZ1,One,60614,US,Zoe Left\nZ2,Two,60614,US,Xeno\n");
    String today = server.today(server.plan("Owners", LocalDate.of(2026, 1, 1), "COUNTY"));

    assertThat(admin.get("/scenarios/" + today).json().get("ownerProblems"))
        .extracting(problem -> problem.get("message").asString())
        .contains(
            "The owner `Zoe Left` left on 2020-01-31 and still has 1 accounts.",
            "The owner `Xeno` of 1 accounts is not among the representatives.");
  }

  @Test
  void a_quota_of_nobody_known_is_rejected_and_one_of_a_territory_stays() {
    String quotas =
        """
        owner,territory,from,until,amount
        Nobody Known,,2027-01-01,2028-01-01,1
        Nobody Known,Area A,2027-01-01,2028-01-01,2
        """;

    JsonNode checked = admin.upload("/imports/quotas/check", "quotas.csv", quotas).json();
    JsonNode whole = server.load("quotas", quotas);
    JsonNode good = server.load("quotas?goodRowsOnly=true", quotas);

    assertThat(checked.get("rejected").asInt()).isEqualTo(1);
    assertThat(whole.get("state").asString()).isEqualTo("FAILED");
    assertThat(whole.get("problems"))
        .extracting(problem -> problem.get("code").asString())
        .contains("IMPORT_UNKNOWN_OWNER");
    assertThat(good.get("message").asString()).isEqualTo("Loaded 1 of 2 rows.");
  }
}
