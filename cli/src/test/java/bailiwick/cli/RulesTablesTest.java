package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RulesTablesTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String LOANS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="d">
        <decision id="loan" name="Loan grade">
          <decisionTable id="grades" hitPolicy="UNIQUE">
            <input><inputExpression typeRef="number"><text>income</text></inputExpression></input>
            <input><inputExpression typeRef="string"><text>kind</text></inputExpression>
              <inputValues><text>"new","old"</text></inputValues></input>
            <output name="grade"><defaultOutputEntry><text>"X"</text></defaultOutputEntry></output>
            <rule id="low"><inputEntry><text>&lt; 1000</text></inputEntry>
              <inputEntry><text>-</text></inputEntry>
              <outputEntry><text>"A"</text></outputEntry></rule>
            <rule><inputEntry><text>&gt; 1000</text></inputEntry>
              <inputEntry><text>-</text></inputEntry>
              <outputEntry><text>"B"</text></outputEntry></rule>
            <rule id="old"><inputEntry><text>(500..800]</text></inputEntry>
              <inputEntry><text>"old"</text></inputEntry>
              <outputEntry><text>"C"</text></outputEntry></rule>
          </decisionTable>
        </decision>
        <businessKnowledgeModel id="vat" name="VAT"><encapsulatedLogic>
          <decisionTable id="vats" hitPolicy="FIRST">
            <input><inputExpression typeRef="boolean"><text>eu</text></inputExpression></input>
            <output name="rate"/>
            <rule><inputEntry><text>true</text></inputEntry>
              <outputEntry><text>20</text></outputEntry></rule>
            <rule><inputEntry><text>-</text></inputEntry>
              <outputEntry><text>0</text></outputEntry></rule>
          </decisionTable>
        </encapsulatedLogic></businessKnowledgeModel>
      </definitions>
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... arguments) {
    String[] texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(texts);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void the_tables_of_a_dmn_file_are_told_one_by_one() throws IOException {
    assertThat(run("rules", "check", write("loans.dmn", LOANS))).isEqualTo(ExitCode.PROBLEMS);

    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            `Loan grade` (unique, 3 rules): not sound, there are counterexamples.
              Only the default holds: 2 of 10 points, such as income = 1000, kind = "new"
                when income 1000
              Rules contradict each other: 1 of 10 points, such as income = 500.1, kind = "old"
                `low` and `old` when income (500..800] and kind "old"
              Never count: `old`
            `VAT` (first, 2 rules): proven, each input has its rule.
            """);
  }

  @Test
  void json_has_the_regions_of_gaps_and_overlaps() throws IOException {
    assertThat(run("rules", "check", write("loans.dmn", LOANS), "--json"))
        .isEqualTo(ExitCode.PROBLEMS);

    JsonNode told = JSON.readTree(out.toString());
    assertThat(told.path("verdict").asString()).isEqualTo("COUNTEREXAMPLE");
    JsonNode loans = told.path("tables").get(0);
    assertThat(loans.path("id").asString()).isEqualTo("grades");
    assertThat(loans.path("default").asBoolean()).isTrue();
    assertThat(loans.path("defaultPoints").asInt()).isEqualTo(2);
    assertThat(loans.path("shadowed").toString()).isEqualTo("[\"old\"]");
    assertThat(loans.path("gapWitness").toString()).isEqualTo("{\"income\":1000,\"kind\":\"new\"}");
    assertThat(loans.path("overlaps").toString())
        .isEqualTo(
            """
            [{"rules":["low","old"],"points":1,"share":"1/10","region":{"text":"income (500..800] and kind \\"old\\"",\
            "points":1,"inputs":[{"input":"income","text":"(500..800]","intervals":[{"low":500,\
            "lowIncluded":false,"high":800,"highIncluded":true}],"null":false},{"input":"kind",\
            "text":"\\"old\\"","values":["old"],"null":false}]},"regions":[{"text":\
            "income (500..800] and kind \\"old\\"","points":1,"inputs":[{"input":"income",\
            "text":"(500..800]","intervals":[{"low":500,"lowIncluded":false,"high":800,\
            "highIncluded":true}],"null":false},{"input":"kind","text":"\\"old\\"",\
            "values":["old"],"null":false}]}]}]\
            """);
    assertThat(told.path("tables").get(1).path("verdict").asString()).isEqualTo("PROVEN");
  }

  @Test
  void what_is_not_understood_is_shown_in_its_line() throws IOException {
    Path file = write("odd.dmn", LOANS.replace("(500..800]", "income / 2"));

    assertThat(run("rules", "check", file)).isEqualTo(ExitCode.PROBLEMS);

    assertThat(err.toString())
        .contains("error TABLE_NOT_UNDERSTOOD: Here stands `income / 2`, which is not understood.")
        .contains("odd.dmn:15:40")
        .contains("^^^^^^^^^^");
  }

  private static final String RULES =
      """
      rules coverage version 1

      list key of segment {
        "gold, old" "Best",
        platinum
      }

      territory A "First" {
        rule a priority 20
          when industry starts 62
           and not employees in ..49
        rule b priority 100
          when segment in list key
      }

      territory B {
        rule c priority 50
          when employees in 5..9, unknown
      }

      example "a clinic" industry 6211, employees 50 -> A
      """;

  @Test
  void rules_go_through_all_forms_and_come_back() throws IOException {
    Path text = write("north.rules", RULES);
    Path csv = folder.resolve("north.csv");
    Path xlsx = folder.resolve("north.xlsx");

    assertThat(run("rules", "convert", text, "--to", "csv", "--out", csv)).isZero();
    assertThat(run("rules", "convert", csv, "--to", "XLSX", "--out", xlsx)).isZero();
    assertThat(run("rules", "convert", xlsx, "--to", "text")).isZero();

    assertThat(out.toString()).isEqualToNormalizingNewlines(RULES);
    assertThat(Files.readAllLines(csv))
        .startsWith("rule,territory,priority,from,until,industry,employees,segment")
        .contains("\"territory A \"\"First\"\"\",,,,,,,")
        .contains("a,A,20,,,62*,not ..49,")
        .contains("b,A,100,,,,,list key")
        .contains("c,B,50,,,,\"5..9, unknown\",")
        .endsWith("\"example \"\"a clinic\"\"\",A,,,,6211,50,");
  }

  @Test
  void a_table_is_checked_and_compared_like_a_text() throws IOException {
    Path text = write("north.rules", RULES);
    Path csv = folder.resolve("north.csv");
    run("rules", "convert", text, "--to", "csv", "--out", csv);

    assertThat(run("rules", "diff", text, csv)).isEqualTo(ExitCode.DONE);
    assertThat(run("rules", "check", csv, "--json")).isEqualTo(ExitCode.PROBLEMS);
  }

  @Test
  void a_problem_of_a_table_names_the_cell() throws IOException {
    Path csv = write("bad.csv", "rule,territory,employees\na,A,1..9\nb,A,fifty\n");

    assertThat(run("rules", "check", csv)).isEqualTo(ExitCode.PROBLEMS);

    assertThat(err.toString())
        .contains("error RULE_NOT_A_NUMBER:")
        .contains("The cell says `fifty`.")
        .contains("bad.csv, row 2, column `employees`");
  }

  @Test
  void two_versions_of_decision_tables_are_compared() throws IOException {
    Path before = write("before.dmn", LOANS);
    Path after = write("after.dmn", LOANS.replace("<text>20</text>", "<text>19</text>"));

    assertThat(run("rules", "diff", before, before)).isEqualTo(ExitCode.DONE);
    assertThat(run("rules", "diff", before, after)).isEqualTo(ExitCode.PROBLEMS);
    assertThat(out.toString())
        .contains("`Loan grade`: both versions say the same.")
        .contains("`VAT`: the versions say otherwise.")
        .contains("  20 to 19: 1 of 2 points, such as eu = true")
        .contains("    when eu true");
    out.getBuffer().setLength(0);
    run("rules", "diff", before, after, "--json");
    JsonNode move = JSON.readTree(out.toString()).get("tables").get(1).get("moves").get(0);
    assertThat(move.get("from").asString()).isEqualTo("20");
    assertThat(move.get("share").asString()).isEqualTo("1/2");
    assertThat(move.get("regions").get(0).get("text").asString()).isEqualTo("eu true");
    assertThat(run("rules", "diff", before, after, "--seconds", "0"))
        .isEqualTo(ExitCode.NOTHING_FOUND);
  }

  @Test
  void a_dmn_file_goes_where_tables_go_and_elsewhere_says_where() throws IOException {
    Path dmn = write("loans.dmn", LOANS);
    Path text = write("north.rules", RULES);

    assertThat(run("rules", "diff", dmn, text)).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run("rules", "convert", dmn, "--to", "text")).isEqualTo(ExitCode.PROBLEMS);

    assertThat(err.toString())
        .contains("CLI_FILE_UNUSABLE")
        .contains(
            "DMN decision tables, which `bailiwick rules check` proves and `bailiwick rules diff`"
                + " compares; rules are given as text, CSV, XLSX or JSON");
  }

  @Test
  void when_time_is_up_tables_name_what_was_not_looked_into() throws IOException {
    Path dmn = write("loans.dmn", LOANS);

    assertThat(run("rules", "check", dmn, "--seconds", "0")).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(out.toString())
        .contains("`Loan grade` (unique, 3 rules): not decided")
        .contains("  Not looked into: 10 of 10 points")
        .contains("    when everything");
  }
}
