package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.intake.export.XlsxTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tags, product lines and declared fields of accounts in files, and what rules make of them. */
class FieldsOnFilesTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String RULES =
      """
      rules sales
      field tier of words { gold, silver }
      field founded of number 1800..2100
      field "activity" of nace

      territory GOLD { rule gold priority 10 when tier is gold }
      territory KEY { rule key priority 20 when tag is strategic, "key account" }
      territory OLD { rule old priority 30 when founded in ..1999 }
      territory FOOD { rule food priority 40 when activity starts 10 }
      territory CLOUD { rule cloud priority 50 when product is cloud }
      territory REST { rule rest priority 90 when always }
      """
          .replace("\"activity\"", "activity");

  private static final List<List<String>> TABLE =
      List.of(
          List.of("id", "name", "zip", "Tier", "Tags", "founded", "activity", "Product line"),
          List.of("A-1", "Acme", "60614", "gold", "strategic", "1950", "", ""),
          List.of("A-2", "Beta", "60614", "silver", "vip; key account", "1950", "", ""),
          List.of("A-3", "Cog", "60614", "", "vip|new", "1999", "1011", ""),
          List.of("A-4", "Dot", "60614", "", "", "2000", "C.10.11", "cloud"),
          List.of("A-5", "Eve", "60614", "", "", "", "", "cloud"),
          List.of("A-6", "Fox", "60614", "", "", "", "62.01", "lab"));

  private static final Map<String, String> DECIDED =
      Map.of(
          "A-1", "GOLD", "A-2", "KEY", "A-3", "OLD", "A-4", "FOOD", "A-5", "CLOUD", "A-6", "REST");

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String csv(List<List<String>> table) {
    return String.join("\n", table.stream().map(row -> String.join(",", row)).toList()) + "\n";
  }

  private static CommandRun run(Object... arguments) {
    return CommandRun.of(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  /** Territory by account id, as assign writes it. */
  private Map<String, String> assigned(Path rules, Path accounts) throws IOException {
    Path out = folder.resolve("ownership.csv");
    CommandRun run = run("assign", rules, "--accounts", accounts, "--out", out);
    assertThat(run.code()).as(run.err()).isLessThanOrEqualTo(ExitCode.PROBLEMS);
    List<String> lines = Files.readAllLines(out);
    List<String> header = List.of(lines.getFirst().split(",", -1));
    Map<String, String> territoryOf = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      territoryOf.put(cells[header.indexOf("id")], cells[header.indexOf("territory")]);
    }
    return territoryOf;
  }

  @Test
  void accounts_of_a_file_are_decided_by_their_tags_and_declared_fields() throws IOException {
    Path rules = write("sales.rules", RULES);

    assertThat(assigned(rules, write("accounts.csv", csv(TABLE)))).isEqualTo(DECIDED);
  }

  @Test
  void a_workbook_says_the_same() throws IOException {
    Path rules = write("sales.rules", RULES);
    Path accounts = folder.resolve("accounts.xlsx");
    try (OutputStream out = Files.newOutputStream(accounts)) {
      XlsxTable.write(out, "Accounts", TABLE.getFirst(), TABLE.subList(1, TABLE.size()));
    }

    assertThat(assigned(rules, accounts)).isEqualTo(DECIDED);
  }

  @Test
  void a_cell_that_is_no_value_of_its_field_is_told_by_row_and_column_and_unknown_to_the_rules()
      throws IOException {
    Path rules = write("sales.rules", RULES);
    Path accounts =
        write(
            "accounts.csv",
            """
            id,name,zip,tier,founded,activity
            A-1,Acme,60614,platinum,1950,10
            A-2,Beta,60614,,about 1950,
            A-3,Cog,60614,,1799,ZZ
            """);

    Path out = folder.resolve("ownership.csv");
    CommandRun run = run("assign", rules, "--accounts", accounts, "--out", out);

    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .contains(
            "warning IMPORT_BAD_VALUE: The field.tier `platinum` is not one of `gold`, `silver`;"
                + " it is read as unknown.",
            "row 1, column `tier`",
            "The field.founded `about 1950` is not a whole number in 1800..2100",
            "row 2, column `founded`",
            "The field.founded `1799` is not",
            "The field.activity `ZZ` is not a NACE code",
            "row 3, column `activity`")
        .doesNotContain("\tat ");
    assertThat(assigned(rules, accounts))
        .isEqualTo(Map.of("A-1", "OLD", "A-2", "REST", "A-3", "REST"));
  }

  @Test
  void a_proof_counts_accounts_by_their_declared_fields_and_tags() throws IOException {
    Path rules =
        write(
            "gap.rules",
            """
            rules l
            field tier of words { gold, silver }
            territory A { rule a when tier is gold or tag is strategic }
            """);
    Path accounts = write("accounts.csv", csv(TABLE));

    CommandRun run = run("rules", "check", rules, "--accounts", accounts, "--json");

    JsonNode told = JSON.readTree(run.out());
    assertThat(told.get("gapAccounts").asInt()).isEqualTo(5); // all but the first
    assertThat(run("rules", "check", rules, "--accounts", accounts).out())
        .contains("5 accounts there");
  }

  @Test
  void a_proof_of_json_rules_counts_accounts_by_the_fields_of_their_domain() throws IOException {
    Path rules =
        write(
            "gap.json",
            """
            {"domain": {"tier": ["gold", "silver"], "employees": [1, 40]},
             "rules": [{"id": "a", "territory": "A", "when": {"op": "and", "args": [
               {"op": "in", "field": "tier", "values": ["gold"]},
               {"op": "between", "field": "employees", "lo": 1, "hi": 20}]}}]}
            """);
    Path accounts =
        write(
            "accounts.csv",
            """
            id,name,zip,tier,employees
            A-1,Acme,60614,gold,20
            A-2,Beta,60614,gold,21
            A-3,Cog,60614,silver,1
            A-4,Dot,60614,gold,50
            A-5,Eve,60614,,1
            """);

    CommandRun run = run("rules", "check", rules, "--accounts", accounts);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run.out())
        .contains(
            "2 accounts there", "2 accounts have values that the declared fields do not have");
    assertThat(run.err()).contains("`50` is not a whole number in 1..40", "row 4");
  }

  @Test
  void a_difference_tells_the_accounts_that_a_declared_field_moves() throws IOException {
    Path before = write("before.rules", RULES);
    Path after = write("after.rules", RULES.replace("founded in ..1999", "founded in ..1998"));
    Path accounts = write("accounts.csv", csv(TABLE));

    CommandRun run = run("rules", "diff", before, after, "--accounts", accounts, "--json");

    JsonNode told = JSON.readTree(run.out()).get("accounts");
    assertThat(told.get("moved").asInt()).isOne();
    assertThat(told.get("list").get(0).get("account").asString()).isEqualTo("A-3");
    assertThat(told.get("list").get(0).get("to").asString()).isEqualTo("FOOD");
  }

  @Test
  void a_lead_is_decided_by_the_values_and_tags_that_it_is_given() throws IOException {
    Path rules = write("sales.rules", RULES);

    assertThat(routed(rules, "--value", "tier=gold")).isEqualTo("GOLD");
    assertThat(routed(rules, "--tag", "vip", "--tag", "key account")).isEqualTo("KEY");
    assertThat(routed(rules, "--value", "tier=silver", "--value", "founded = 1999"))
        .isEqualTo("OLD");
    assertThat(routed(rules, "--product", "cloud")).isEqualTo("CLOUD");
    assertThat(routed(rules)).isEqualTo("REST");
  }

  private static String routed(Path rules, String... options) {
    List<Object> arguments = new ArrayList<>(List.of("route", rules, "--json"));
    arguments.addAll(List.of(options));
    CommandRun run = run(arguments.toArray());
    assertThat(run.err()).isEmpty();
    return JSON.readTree(run.out()).get("territory").asString("");
  }

  @Test
  void a_value_that_the_rules_do_not_know_is_a_problem_and_all_are_told_at_once()
      throws IOException {
    Path rules = write("sales.rules", RULES);

    CommandRun run =
        run(
            "route",
            rules,
            "--value",
            "colour=red",
            "--value",
            "tier=platinum",
            "--value",
            "founded",
            "--value",
            "employees=5");

    assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run.err())
        .contains(
            "CLI_FIELD_UNKNOWN: The field `colour` is none that the rules declare.",
            "They declare tier, founded, activity",
            "CLI_FIELD_UNKNOWN: The field `employees`",
            "CLI_VALUE_UNFIT: The value `platinum` of the field `tier` is not one of `gold`,"
                + " `silver`.",
            "CLI_VALUE_UNFIT: The value `` of the field `founded` is not a whole number")
        .doesNotContain("Exception");
    assertThat(
            run(
                    "route",
                    write("plain.rules", "rules l\nterritory T { rule r when always }"),
                    "--value",
                    "tier=gold")
                .err())
        .contains("They declare none");
  }

  /** Every account of a random file goes where a lead with the same values goes. */
  @Test
  void assign_and_route_decide_the_same_accounts_alike() throws IOException {
    long seed = Long.getLong("seed", 7);
    var random = new SplittableRandom(seed);
    Path rules =
        write(
            "all.rules",
            """
            rules sales
            field tier of words { gold, silver }
            field score of number decimals 1
            list named of account { "N-3", "N-8" }
            territory T1 { rule r1 priority 10 when account in list named }
            territory T2 { rule r2 priority 20 when tier is gold and not tag is vip }
            territory T3 { rule r3 priority 30 when score in 2.5.. and revenue in 1_000..}
            territory T4 { rule r4 priority 40 when tag is vip, new and employees in 10..99 }
            territory T5 { rule r5 priority 50 when industry starts 54 or product is cloud }
            territory T6 { rule r6 priority 60 when area within US/IL and segment is mid }
            territory T7 { rule r7 priority 70 when area within US/IL/17031/60614, US/MA }
            """);
    List<String> fields =
        List.of(
            "zip",
            "tier",
            "score",
            "tags",
            "product",
            "industry",
            "employees",
            "revenue",
            "segment");
    List<List<String>> choices =
        List.of(
            List.of("60614", "60601", "02134"),
            List.of("", "gold", "silver"),
            List.of("", "2.4", "2.5", "7"),
            List.of("", "vip", "new", "vip;new"),
            List.of("", "cloud", "lab"),
            List.of("", "541110", "622110"),
            List.of("", "9", "10", "99", "100"),
            List.of("", "999.99", "1000"),
            List.of("", "mid", "large"));
    List<List<String>> table = new ArrayList<>();
    table.add(Stream.concat(Stream.of("id", "name"), fields.stream()).toList());
    for (int account = 0; account < 30; account++) {
      List<String> row = new ArrayList<>(List.of("N-" + account, "Name " + account));
      choices.forEach(of -> row.add(of.get(random.nextInt(of.size()))));
      table.add(row);
    }

    Map<String, String> assigned = assigned(rules, write("accounts.csv", csv(table)));

    for (List<String> row : table.subList(1, table.size())) {
      assertThat(routed(rules, options(table.getFirst(), row)))
          .as("%s with -Dseed=%s", row, seed)
          .isEqualTo(assigned.get(row.getFirst()));
    }
    assertThat(assigned.values()).contains("T1", "T2", "T4", "T5");
  }

  private static String[] options(List<String> header, List<String> row) {
    List<String> options = new ArrayList<>(List.of("--account", row.getFirst()));
    for (int c = 2; c < row.size(); c++) {
      String value = row.get(c);
      if (!value.isEmpty()) {
        switch (header.get(c)) {
          case "zip" -> options.addAll(List.of("--postcode", value));
          case "tier", "score" -> options.addAll(List.of("--value", header.get(c) + "=" + value));
          case "tags" ->
              List.of(value.split(";")).forEach(t -> options.addAll(List.of("--tag", t)));
          default -> options.addAll(List.of("--" + header.get(c), value));
        }
      }
    }
    return options.toArray(String[]::new);
  }
}
