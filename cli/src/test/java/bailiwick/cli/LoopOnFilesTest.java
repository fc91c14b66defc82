package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job by command line, without a server: a file of accounts to a routed lead. */
class LoopOnFilesTest {

  /** Twelve accounts, six in Chicago and six in Dallas, of equal potential. */
  private static final String ACCOUNTS =
      """
      id,name,city,state,zip,potential
      1,Alder,Chicago,IL,60614,100
      2,Beech,Chicago,IL,60601,100
      3,Cedar,Chicago,IL,60622,100
      4,Doum,Evanston,IL,60201,100
      5,Elm,Naperville,IL,60540,100
      6,Fir,Joliet,IL,60435,100
      7,Gum,Dallas,TX,75201,100
      8,Hazel,Dallas,TX,75204,100
      9,Ironwood,Plano,TX,75023,100
      10,Juniper,Fort Worth,TX,76102,100
      11,Kauri,Irving,TX,75060,100
      12,Larch,Denton,TX,76201,100
      """;

  @TempDir Path folder;

  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("crm.csv"), ACCOUNTS);
    Files.writeString(
        folder.resolve("brief.yaml"),
        """
        name: Two halves
        country: US
        unitKind: county
        territories: 2
        measures: [{name: potential, tolerance: 0.2}]
        timeLimitSeconds: 3
        """);
  }

  @Test
  void a_file_of_accounts_becomes_territories_rules_and_a_routed_lead() throws IOException {
    assertThat(run("import", "accounts", at("crm.csv"), "--country", "US", "--out", at("a.csv")))
        .describedAs(err.toString())
        .isZero();
    assertThat(run("design", at("brief.yaml"), "--accounts", at("a.csv"), "--out", at("plan")))
        .describedAs(err.toString())
        .isZero();
    assertThat(run("publish", at("plan"), "--accounts", at("a.csv"), "--out", at("published")))
        .describedAs(err.toString())
        .isZero();
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
  void written_rules_come_before_the_areas_and_are_told() throws IOException {
    design("county");
    assertThat(run("publish", at("plan"), "--accounts", at("a.csv"), "--out", at("published")))
        .isZero();
    String dallas = route("75201");
    Files.writeString(
        folder.resolve("own.rules"),
        """
        rules new-business
        list key of account { 1, 2 }
        territory "%s" {
          rule hospitals when industry starts 622
          rule key when account in list key
        }
        """
            .formatted(dallas));

    assertThat(publish("--rules", at("own.rules"))).describedAs(err.toString()).isZero();

    assertThat(out.toString())
        .contains("rule key: 2 accounts to " + dallas + ", 2 of them from elsewhere");
    assertThat(ownership()).containsPattern("1,Alder.*" + dallas);
    assertThat(route("60614")).isNotEqualTo(dallas);
    assertThat(
            run("route", at("published/rules.txt"), "--postcode", "60614", "--industry", "622110"))
        .isZero();
    assertThat(out.toString())
        .contains("It goes to " + dallas)
        .contains("by the rule `hospitals`: `industry starts 622` holds for 622110");
  }

  @Test
  void written_rules_that_cannot_be_proven_stop_the_publication() throws IOException {
    design("county");
    Files.writeString(
        folder.resolve("own.rules"),
        """
        rules new-business
        territory T01 { rule a when account is 99 }
        """);

    assertThat(publish("--rules", at("own.rules"))).isEqualTo(ExitCode.PROBLEMS);

    assertThat(err.toString())
        .contains("error WRITTEN_UNKNOWN_ACCOUNT: No single account has the id `99`.")
        .contains("own.rules:2:40");
    assertThat(folder.resolve("published")).doesNotExist();
  }

  @Test
  void written_rules_name_an_account_by_the_id_that_published_rules_show_too() throws IOException {
    design("county");
    writeRules("T01", "rule key when account is 1");
    assertThat(publish("--rules", at("own.rules"))).describedAs(err.toString()).isZero();
    Matcher shown =
        Pattern.compile("account is (\\S+)")
            .matcher(Files.readString(folder.resolve("published/rules.txt")));
    assertThat(shown.find()).isTrue();

    writeRules("T01", "rule key when account is " + shown.group(1));

    assertThat(publish("--rules", at("own.rules"))).describedAs(err.toString()).isZero();
    assertThat(out.toString()).contains("rule key: 1 accounts to T01");
  }

  @Test
  void written_rules_count_every_account_that_a_publication_into_the_store_decides()
      throws IOException {
    design("county");
    assertThat(publishToStore("a.csv")).describedAs(err.toString()).isZero();
    Files.writeString(folder.resolve("one.csv"), firstRow("a.csv"));
    writeRules("T01", "rule illinois when area within US/IL");

    assertThat(publishToStore("one.csv", "--rules", at("own.rules")))
        .describedAs(err.toString())
        .isZero();

    assertThat(out.toString())
        .contains("rule illinois: 6 accounts to T01")
        .contains("12 accounts decided");
  }

  @Test
  void written_rules_name_accounts_that_only_the_store_has() throws IOException {
    design("county");
    assertThat(publishToStore("a.csv")).describedAs(err.toString()).isZero();
    Files.writeString(folder.resolve("one.csv"), firstRow("a.csv"));
    writeRules("T01", "rule key when account is 1, 2");

    assertThat(publishToStore("one.csv", "--rules", at("own.rules")))
        .describedAs(err.toString())
        .isZero();

    assertThat(out.toString()).contains("rule key: 2 accounts to T01");
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

  private void writeRules(String territory, String rule) throws IOException {
    Files.writeString(
        folder.resolve("own.rules"),
        "rules new-business\nterritory %s { %s }\n".formatted(territory, rule));
  }

  /** A file with the header and the first account of another. */
  private String firstRow(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
        .limit(2)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private int publishToStore(String accounts, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "publish",
                at("plan"),
                "--accounts",
                at(accounts),
                "--effective",
                "2027-01-01",
                "--data",
                at("data")));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
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

  private void design(String unitKind) throws IOException {
    Path brief = folder.resolve("brief.yaml");
    Files.writeString(
        brief, Files.readString(brief).replace("unitKind: county", "unitKind: " + unitKind));
    assertThat(run("import", "accounts", at("crm.csv"), "--country", "US", "--out", at("a.csv")))
        .describedAs(err.toString())
        .isZero();
    assertThat(run("design", at("brief.yaml"), "--accounts", at("a.csv"), "--out", at("plan")))
        .describedAs(err.toString())
        .isZero();
  }

  private int publish(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("publish", at("plan"), "--accounts", at("a.csv"), "--out", at("published")));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
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

  private String route(String postcode) throws IOException {
    assertThat(run("route", at("published/rules.txt"), "--postcode", postcode, "--json")).isZero();
    JsonNode decision = JsonMapper.shared().readTree(out.toString());
    assertThat(decision.path("reason").asString()).isNotBlank();
    return decision.path("territory").asString();
  }

  private String ownership() throws IOException {
    return Files.readString(folder.resolve("published/ownership.csv"));
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
