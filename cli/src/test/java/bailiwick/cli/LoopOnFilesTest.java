package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job by command line, without a server: a file of accounts to a routed lead. */
class LoopOnFilesTest extends FilesOfTwelve {

  @Test
  void a_file_of_accounts_becomes_territories_rules_and_a_routed_lead() throws IOException {
    design("county");
    assertThat(publish()).describedAs(err.toString()).isZero();
    assertThat(run("export", at("plan"), "--to", at("shapes.geojson"))).isZero();
    assertThat(run("export", at("plan"), "--to", at("units.csv"))).isZero();

    String chicago = route("60614");
    String dallas = route("75201");
    assertThat(chicago).isNotEqualTo(dallas);
    assertThat(ownership()).contains("1,Alder").contains(chicago).contains(dallas);
    assertThat(Path.of(at("shapes.geojson"))).content().contains("\"FeatureCollection\"");
    assertThat(Path.of(at("units.csv"))).content().contains("17031," + chicago);
  }

  @Test
  void a_design_tells_how_many_accounts_have_no_owner_today() throws IOException {
    Files.writeString(
        folder.resolve("crm.csv"),
        ACCOUNTS
            .replace("potential\n", "potential,owner\n")
            .replace(",100\n", ",100,Ada\n")
            .replace("75060,100,Ada", "75060,100,"));

    design("county");

    assertThat(err.toString()).contains("warning TODAY_NO_OWNER: 1 accounts have neither an owner");
    JsonNode report =
        JsonMapper.shared().readTree(Files.readString(folder.resolve("plan/report.json")));
    assertThat(report.path("problems").path(0).path("code").asString()).isEqualTo("TODAY_NO_OWNER");
  }

  @Test
  void a_design_over_accounts_names_them_and_leaves_no_area_to_nobody() throws IOException {
    design("account");

    assertThat(publish()).describedAs(err.toString()).isZero();

    assertThat(out.toString())
        .contains("0 nobody's, 0 claimed twice")
        .contains("12 accounts held by name; 12 areas follow the accounts in them")
        .contains("12 accounts decided, 0 to another territory than before, 0 to nobody");
    assertThat(route("60614")).isNotEqualTo(route("75201"));
    assertThat(route("99501")).describedAs("Anchorage, far from any account").isNotBlank();
  }

  @Test
  void checking_a_file_prints_the_keys_that_programs_rely_on_and_writes_nothing()
      throws IOException {
    run("import", "accounts", at("crm.csv"), "--country", "US", "--check", "--json");
    JsonNode report = JsonMapper.shared().readTree(out.toString());
    assertThat(report.path("rows").asInt()).isEqualTo(12);
    assertThat(report.path("accepted").asInt() + report.path("rejected").asInt()).isEqualTo(12);
    assertThat(report.path("placed").propertyNames())
        .containsExactly("exact", "postcode", "city", "region", "country", "none");
    assertThat(report.has("repaired")).isTrue();
    assertThat(report.path("mapping").isArray()).isTrue();
    assertThat(report.path("problems").isArray()).isTrue();
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("crm.csv", "brief.yaml");
  }

  @Test
  void a_file_with_a_rejected_row_is_not_written_unless_it_is_meant() throws IOException {
    Files.writeString(folder.resolve("crm.csv"), ACCOUNTS + "13,Maple,Chicago,IL,60614,much\n");
    assertThat(run("import", "accounts", at("crm.csv"), "--country", "US", "--out", at("a.csv")))
        .isEqualTo(ExitCode.PROBLEMS);
    assertThat(folder.resolve("a.csv")).doesNotExist();
    run(
        "import",
        "accounts",
        at("crm.csv"),
        "--country",
        "US",
        "--good-rows-only",
        "--out",
        at("a.csv"));
    assertThat(folder.resolve("a.csv")).content().contains("Larch").doesNotContain("Maple");
  }

  @Test
  void a_broken_rule_is_shown_with_a_caret_under_it() throws IOException {
    Files.writeString(
        folder.resolve("rules.txt"),
        """
        rules new-business version 1

        territory T01 "One" {
          rule r1 priority 100
            when colour is "red"
        }
        """);
    assertThat(run("route", at("rules.txt"), "--postcode", "60614")).isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains("RULE_UNKNOWN_FIELD", "rules.txt:5:10", "^^^^^^");
  }

  @Test
  void a_rule_that_can_never_win_is_told_and_the_others_decide() throws IOException {
    Files.writeString(
        folder.resolve("rules.txt"),
        """
        rules new-business version 1

        territory T01 "One" {
          rule all priority 100
            when area within US
        }
        territory T02 "Two" {
          rule late priority 200
            when area within US/IL
        }
        """);
    assertThat(run("route", at("rules.txt"), "--postcode", "60614")).isZero();
    assertThat(err.toString()).contains("warning RULE_SHADOWED", "`late`", "rules.txt:8:8");
    assertThat(out.toString()).contains("T01");
  }
}
