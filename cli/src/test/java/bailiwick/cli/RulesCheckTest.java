package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RulesCheckTest {

  private static final JsonMapper JSON = new JsonMapper();

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

  private static final String DOMAIN =
      """
      "domain": {"state_zip3": {"CA": ["100", "101"], "NY": ["220"]}, "employees": [1, 40],
        "product": ["CORE", "CLOUD"]}\
      """;

  @Test
  void a_finding_says_where_it_lies_and_what_would_settle_it() throws IOException {
    Path file =
        write(
            "orphans.rules",
            """
            rules new-business
            territory A {
              rule small when employees in ..9
              rule large when employees in 20..
            }
            territory REST {
              rule rest priority 900 when always
            }
            """);

    assertThat(run("rules", "check", file)).isEqualTo(ExitCode.PROBLEMS);
    assertThat(out.toString())
        .contains(
            "Only a rule for everything owns: 2 of 4 points",
            "  when employees in 10..19, unknown",
            "    Write in `small`: employees in ..19, unknown.");
    JsonNode told = json("rules", "check", file, "--json");
    assertThat(told.get("gapPoints").asInt()).isZero();
    assertThat(told.get("catchAlls").get(0).asString()).isEqualTo("rest");
    assertThat(told.get("orphanedPoints").asInt()).isEqualTo(2);
    assertThat(told.get("orphans").get(0).get("repair").get("kind").asString()).isEqualTo("widen");
  }

  @Test
  void a_finding_says_how_many_accounts_it_touches_and_what_they_are_worth() throws IOException {
    Path file = write("gap.rules", "rules l\nterritory A { rule a when employees in 100.. }\n");
    Path accounts =
        write(
            "accounts.csv",
            """
            id,name,zip,employees,revenue
            A-1,Acme,60614,99,10.00
            A-2,Beta,60614,,20.50
            A-3,Gamma,60614,199,30.00
            """);

    run("rules", "check", file, "--accounts", accounts, "--value", "revenue");

    assertThat(out.toString()).contains("Nobody owns:", "  2 accounts there, revenue 30.50");
    JsonNode told =
        json("rules", "check", file, "--accounts", accounts, "--value", "revenue", "--json");
    assertThat(told.get("gapAccounts").asInt()).isEqualTo(2);
    assertThat(told.get("gapValue").decimalValue()).isEqualByComparingTo("30.50");
  }

  @Test
  void dated_rules_are_told_stretch_by_stretch() throws IOException {
    Path file =
        write(
            "dated.rules",
            """
            rules new-business
            territory A {
              rule small when employees in ..9, unknown
              rule spring until 2026-07-01 when employees in 10..
              rule autumn from 2026-08-01 when employees in 10..
            }
            """);

    assertThat(run("rules", "check", file)).isEqualTo(ExitCode.PROBLEMS);
    assertThat(out.toString())
        .contains(
            "To before 2026-07-01:\nFrom 2026-07-01 to before 2026-08-01:\nNobody owns:",
            "From 2026-08-01:");
    JsonNode told = json("rules", "check", file, "--json");
    assertThat(told.get("from").asString()).isEqualTo("2026-07-01");
    assertThat(told.get("periods")).hasSize(3);
    assertThat(told.get("periods").get(0).get("verdict").asString()).isEqualTo("PROVEN");
  }

  private static final String TWO_LAYERS =
      """
      rules sales
      field tier of words { gold, silver } known
      territory A { rule all when tier is gold }
      territory B { rule all-else priority 20 when tier is silver }

      rules service
      territory S { rule strategic until 2026-07-01 when tag is strategic }
      territory R { rule rest priority 200 when not tag is strategic }
      """;

  @Test
  void layers_of_one_file_are_proven_and_told_one_by_one() throws IOException {
    Path file = write("layers.rules", TWO_LAYERS);

    assertThat(run("rules", "check", file)).isEqualTo(ExitCode.PROBLEMS);
    assertThat(out.toString())
        .startsWith("Layer sales: Proven")
        .contains("Layer service: Not sound", "tags [strategic]");
    JsonNode told = json("rules", "check", file, "--json").get("layers");
    assertThat(told.get(0).get("layer").asString()).isEqualTo("sales");
    assertThat(told.get(0).get("points").asInt()).isEqualTo(2);
    assertThat(told.get(1).get("verdict").asString()).isEqualTo("COUNTEREXAMPLE");
    assertThat(run("rules", "check", file, "--layer", "sales")).isEqualTo(ExitCode.DONE);
    assertThat(run("rules", "check", file, "--layer", "none")).isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains("no layer `none`, but sales, service");
  }

  @Test
  void a_lead_is_decided_by_the_layer_and_the_day_that_are_named() throws IOException {
    Path file =
        write(
            "dated.rules",
            """
            rules sales
            territory A { rule a until 2026-07-01 when always }
            territory B { rule b from 2026-07-01 when always }

            rules service
            territory S { rule s when always }
            """);

    assertThat(routed(file, "--layer", "sales", "--on", "2026-06-30")).isEqualTo("A");
    assertThat(routed(file, "--layer", "sales", "--on", "2026-07-01")).isEqualTo("B");
    assertThat(routed(file, "--layer", "service")).isEqualTo("S");
    assertThat(run("route", file)).isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains("RULE_SEVERAL_LAYERS");
  }

  private String routed(Path file, String... options) {
    List<Object> arguments = new ArrayList<>(List.of("route", file, "--json"));
    arguments.addAll(List.of(options));
    return json(arguments.toArray()).get("territory").asString();
  }

  @Test
  void a_difference_lists_the_accounts_that_move_and_adds_them_up() throws IOException {
    String rules =
        """
        rules new-business
        territory N { rule n when employees in ..99 }
        territory S { rule s when employees in 100.. }
        """;
    Path before = write("before.rules", rules);
    Path after = write("after.rules", rules.replace("..99", "..199").replace("100..", "200.."));
    Path accounts =
        write(
            "accounts.csv",
            """
            id,name,zip,employees,revenue
            A-1,Acme,60614,99,10.00
            A-2,Beta,60614,100,20.50
            A-3,Gamma,60614,199,30.00
            A-4,Delta,60614,200,40.00
            """);

    assertThat(run("rules", "diff", before, after, "--accounts", accounts, "--value", "revenue"))
        .isEqualTo(ExitCode.PROBLEMS);
    assertThat(out.toString())
        .contains(
            "2 of 4 accounts move.",
            "S to N: 2 accounts, revenue 50.50",
            "  A-2: S to N",
            "  A-3: S to N");
    JsonNode told =
        json("rules", "diff", before, after, "--accounts", accounts, "--value", "revenue", "--json")
            .get("accounts");
    assertThat(told.get("decided").asInt()).isEqualTo(4);
    assertThat(told.get("matrix").get(0).get("accounts").asInt()).isEqualTo(2);
    assertThat(told.get("matrix").get(0).get("value").decimalValue()).isEqualByComparingTo("50.50");
    assertThat(told.get("list").get(1).get("account").asString()).isEqualTo("A-3");
    assertThat(told.get("list").get(1).get("to").asString()).isEqualTo("N");
  }

  private JsonNode json(Object... arguments) {
    out.getBuffer().setLength(0);
    run(arguments);
    return JSON.readTree(out.toString());
  }

  @Test
  void a_gap_of_a_json_file_is_counted_and_named_in_its_own_fields() throws IOException {
    Path file =
        write(
            "gap.json",
            """
            {%s, "rules": [
              {"id": "west", "territory": "W", "when":
                {"op": "in", "field": "state", "values": ["CA"]}},
              {"id": "east", "territory": "E", "when": {"op": "and", "args": [
                {"op": "prefix", "field": "zip", "values": ["22"]},
                {"op": "not", "arg": {"op": "between", "field": "employees", "lo": 7, "hi": 8}}]}}]}
            """
                .formatted(DOMAIN));

    assertThat(run("rules", "check", file, "--json")).isEqualTo(ExitCode.PROBLEMS);

    JsonNode told = JSON.readTree(out.toString());
    assertThat(told.path("verdict").asString()).isEqualTo("COUNTEREXAMPLE");
    assertThat(told.path("points").asLong()).isEqualTo(3 * 40 * 2);
    assertThat(told.path("gapPoints").asLong()).isEqualTo(2 * 2);
    assertThat(told.path("gapWitness").toString())
        .isEqualTo("{\"state\":\"NY\",\"zip\":\"220\",\"employees\":7,\"product\":\"CORE\"}");
    assertThat(told.path("conflictPoints").asLong()).isZero();
    assertThat(told.path("conflictWitness").isNull()).isTrue();
    assertThat(told.path("shadowed").isEmpty()).isTrue();
  }

  @Test
  void rules_that_are_sound_are_proven() throws IOException {
    Path file =
        write(
            "sound.json",
            """
            {%s, "rules": [
              {"id": "west", "territory": "W", "when":
                {"op": "in", "field": "state", "values": ["CA"]}},
              {"id": "east", "territory": "E", "when":
                {"op": "not", "arg": {"op": "in", "field": "state", "values": ["CA"]}}}]}
            """
                .formatted(DOMAIN));

    assertThat(run("rules", "check", file)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("Proven: every account and lead has exactly one owner.");
  }

  @Test
  void two_rules_of_a_text_that_disagree_are_named_with_a_witness() throws IOException {
    Path file =
        write(
            "clash.rules",
            """
            rules coverage version 1
            territory A { rule a when industry starts 62 }
            territory B { rule b when employees in 500.. }
            """);

    assertThat(run("rules", "check", file)).isEqualTo(ExitCode.PROBLEMS);
    assertThat(out.toString())
        .contains("`a` and `b` both hold for industry 62, employees 500")
        .contains("Nobody owns: 4 of 12 points (33.3 %), such as what nothing is known of");
  }

  @Test
  void each_finding_tells_its_exact_share_and_each_clash_its_accounts() throws IOException {
    Path file =
        write(
            "clash.rules",
            """
            rules coverage version 1
            territory A { rule a when industry starts 62 }
            territory B { rule b when employees in 500.. }
            territory C { rule c priority 200 when employees in 900.. }
            """);
    Path accounts =
        write(
            "accounts.csv",
            """
            id,name,zip,industry,employees,revenue
            A-1,Acme,60614,622110,600,10.00
            A-2,Beta,60614,622110,20,20.50
            A-3,Gamma,60614,4451,20,30.00
            """);

    JsonNode told =
        json("rules", "check", file, "--accounts", accounts, "--value", "revenue", "--json");

    assertThat(told.get("gapShare").asString()).isEqualTo("1/4");
    assertThat(told.get("gaps").get(0).get("share").asString()).isEqualTo("1/4");
    JsonNode clash = told.get("clashes").get(0);
    assertThat(clash.get("share").asString()).isEqualTo("1/4");
    assertThat(clash.get("accounts").asInt()).isEqualTo(1);
    assertThat(clash.get("value").decimalValue()).isEqualByComparingTo("10.00");
    assertThat(told.get("clashesCut").asBoolean()).isFalse();
    JsonNode dead = told.get("dead").get(0);
    assertThat(dead.get("rule").asString()).isEqualTo("c");
    assertThat(ids(dead.get("coveredBy"))).containsExactly("a", "b");
    assertThat(dead.get("repair").get("kind").asString()).isEqualTo("remove");
    assertThat(dead.get("repair").get("words").asString())
        .isEqualTo("Remove `c`: wherever it holds, `a`, `b` come first.");
  }

  @Test
  void each_pair_that_clashes_and_each_dead_rule_comes_with_what_to_do() throws IOException {
    Path file =
        write(
            "clashes.rules",
            """
            rules coverage version 1
            territory A { rule a when employees in 1..100
              rule rest priority 800 when always
              rule lost priority 900 when employees in 7 }
            territory B { rule b when employees in 50..200 }
            territory C { rule c when employees in 150..300 }
            """);

    run("rules", "check", file);

    assertThat(out.toString())
        .contains(
            "    Add to `b`: and not (employees in 1..100), so that `a` goes before it.",
            "    Add to `c`: and not (employees in 50..200), so that `b` goes before it.",
            "Never win: `lost`",
            "  Remove `lost`: wherever it holds, `a` comes first.");
  }

  @Test
  void a_dead_rule_does_not_keep_a_verdict_from_being_proven() throws IOException {
    Path file =
        write(
            "dead.rules",
            """
            rules l
            territory A { rule a when employees in 1..
              rule b when not employees in 1..
              rule dead priority 200 when employees in 7 }
            """);

    assertThat(run("rules", "check", file)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("Proven:", "Never win: `dead`");
  }

  @Test
  void a_gap_of_some_days_comes_with_a_rule_of_those_days() throws IOException {
    Path file =
        write(
            "dated.rules",
            """
            rules new-business
            territory A {
              rule small when employees in ..9, unknown
              rule spring until 2026-07-01 when employees in 10..
              rule autumn from 2026-08-01 when employees in 10..
            }
            """);

    run("rules", "check", file);

    assertThat(out.toString())
        .contains(
            "    Add to territory `A` a rule with priority 100 from 2026-07-01 until 2026-08-01"
                + " when employees in 10...");
  }

  @Test
  void when_time_is_up_what_was_not_looked_into_is_named() throws IOException {
    Path file = write("layers.rules", TWO_LAYERS);

    assertThat(run("rules", "check", file, "--seconds", "0")).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(out.toString())
        .contains("Layer sales: Not decided: there was more to look at than the budget")
        .contains("Not looked into: 2 of 2 points (100 %), such as");
    JsonNode told = json("rules", "check", file, "--seconds", "0", "--json");
    assertThat(told.get("verdict").asString()).isEqualTo("NOT_DECIDED");
    JsonNode sales = told.get("layers").get(0);
    assertThat(sales.get("undecidedShare").asString()).isEqualTo("1");
    assertThat(sales.get("undecidedRegions")).isNotEmpty();
    assertThat(sales.get("shadowed").isNull()).isTrue();
    Path other = write("other.rules", TWO_LAYERS.replace("is silver", "is gold"));
    assertThat(run("rules", "diff", file, other, "--layer", "sales", "--seconds", "0"))
        .isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(run("rules", "diff", file, file, "--layer", "sales", "--seconds", "0"))
        .as("what is the same in both needs no look")
        .isEqualTo(ExitCode.DONE);
    assertThat(run("rules", "check", file, "--seconds", "-1")).isEqualTo(ExitCode.USAGE);
    assertThat(run("rules", "check", file, "--layer", "sales", "--seconds", "600"))
        .isEqualTo(ExitCode.DONE);
  }

  /** Each layer by itself: the owners that one layer lacks are not those of another. */
  @Test
  void a_gap_of_one_layer_is_not_closed_by_another() throws IOException {
    String north = "territory N { rule n when employees in ..99, unknown }\n";
    String south = "territory S { rule s when employees in 100.. }\n";
    Path file = write("l.rules", "rules a\n" + north + "\nrules b\n" + south);

    JsonNode told = json("rules", "check", file, "--json");

    assertThat(told.get("verdict").asString()).isEqualTo("COUNTEREXAMPLE");
    JsonNode layers = told.get("layers");
    assertThat(layers.get(0).get("gapShare").asString()).isEqualTo("1/3");
    assertThat(layers.get(1).get("gapShare").asString()).isEqualTo("2/3");
    assertThat(layers.get(0).get("conflictPoints").asInt()).isZero();
    Path whole = write("w.rules", "rules a\n" + north + south + "\nrules b\n" + south + north);
    assertThat(json("rules", "check", whole, "--json").get("verdict").asString())
        .isEqualTo("PROVEN");
  }

  @Test
  void an_area_below_the_postcode_is_proven_and_routed() throws IOException {
    String cell = "US/IL/17031/60614/8928308280fffff";
    Path file =
        write(
            "cell.rules",
            """
            rules l
            territory QUAY { rule quay priority 20 when area within %s, "US/IL/17031/60614/north quay" }
            territory REST { rule rest when area within US
              rule abroad when not area within US }
            example "the cell" area %s -> QUAY
            """
                .formatted(cell, cell));

    assertThat(run("rules", "check", file)).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(run("rules", "convert", file, "--to", "csv", "--out", folder.resolve("c.csv")))
        .isZero();
    assertThat(run("rules", "convert", file, "--to", "json", "--out", folder.resolve("c.json")))
        .isZero();
    assertThat(run("rules", "diff", file, folder.resolve("c.csv"))).isEqualTo(ExitCode.DONE);
    assertThat(run("rules", "check", folder.resolve("c.json"))).isEqualTo(ExitCode.DONE);
  }

  @Test
  void keys_that_nobody_reads_are_told_and_keys_that_exclude_each_other_refused()
      throws IOException {
    String rules =
        """
        "rules": [{"id": "a", "territory": "T", "when": {"op": "and", "args": []}}]\
        """;
    Path unread = write("unread.json", "{\"exmaples\": [], " + rules + "}");
    Path twice =
        write("twice.json", "{\"domain\": {\"e\": [1, 2]}, \"fields\": [], " + rules + "}");
    Path beside = write("beside.json", "{\"layers\": [{" + rules + "}], " + rules + "}");

    assertThat(run("rules", "check", unread)).isEqualTo(ExitCode.PROBLEMS); // a catch-all alone
    assertThat(err.toString())
        .contains("warning RULE_UNREAD_KEY: The key `exmaples` is none of a document of rules");
    run("rules", "check", twice);
    assertThat(err.toString())
        .contains(
            "error RULE_KEYS_EXCLUDE: A document that has `domain` cannot have `fields` beside it.");
    run("rules", "check", beside);
    assertThat(err.toString())
        .contains(
            "error RULE_KEYS_EXCLUDE: A document that has `layers` cannot have `rules` beside it.");
  }

  @Test
  void two_versions_are_compared_from_whom_to_whom() throws IOException {
    String rules =
        """
        {%s, "rules": [
          {"id": "west", "territory": "W", "when":
            {"op": "in", "field": "state", "values": ["CA"]}},
          {"id": "east", "territory": "E", "when":
            {"op": "in", "field": "state", "values": ["NY"]}}]}
        """
            .formatted(DOMAIN);
    Path before = write("before.json", rules);
    Path after = write("after.json", rules.replace("[\"CA\"]}}", "[\"CA\", \"NY\"]}}"));

    assertThat(run("rules", "diff", before, before)).isEqualTo(ExitCode.DONE);
    assertThat(run("rules", "diff", before, after)).isEqualTo(ExitCode.PROBLEMS);

    assertThat(out.toString())
        .contains("Both versions decide alike.")
        .contains("E to W: 80 of 240 points, such as state NY, zip 220, employees 1, product CORE");
    Path others = write("others.json", rules.replace("[1, 40]", "[1, 50]"));
    assertThat(run("rules", "diff", before, others)).isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains("its fields or their values are not those of");
  }

  @Test
  void what_is_wrong_with_a_json_file_is_told_where_it_stands() throws IOException {
    Path file =
        write(
            "wrong.json",
            """
            {%s, "rules": [
              {"id": "a", "territory": "W", "when":
                {"op": "inn", "field": "state", "values": ["CA"]}},
              {"id": "a", "territory": "W", "when":
                {"op": "in", "field": "stat", "values": ["CA"]}},
              {"id": "b", "territory": "W", "priority": 1e30, "when": 7},
              {"id": "c", "territory": "W", "priorty": 7, "when":
                {"op": "between", "field": "employees", "low": 5}}]}
            """
                .formatted(DOMAIN));

    assertThat(run("rules", "check", file)).isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString())
        .contains("RULE_UNEXPECTED: Here stands `inn`, but the language asks for one of and, or")
        .contains("RULE_UNKNOWN_FIELD")
        .contains("a whole number")
        .contains("a condition")
        .contains("Here stands `priorty`")
        .contains("Here stands `low`")
        .contains("a bound as `lo`, `hi` or both")
        .contains("{\"op\": \"inn\"")
        .doesNotContain("Exception");
  }

  @Test
  void hostile_json_ends_in_a_sentence() throws IOException {
    for (String text :
        List.of(
            "",
            "[",
            "nonsense",
            "[".repeat(10_000),
            "{\"rules\": [" + "{\"op\":\"not\",\"arg\":".repeat(10_000),
            "{\"domain\": {\"\": [1, 2], \"a\": [3, 1], \"b\": {\"x\": 7}}, \"rules\": []}",
            "{\"domain\": {\"geo\": {\"x\": [\"1\"]}, \"c\": []}, \"rules\": []}",
            "{\"domain\": {\"a_b\": {\"x/y\": [\"1\"]}, \"a\": [\"x\"]}, \"rules\": []}",
            "{\"rules\": [{\"id\": \"a\", \"territory\": \"A\", \"priority\": 1e999999999}]}",
            "{\"rules\": [], \"rules\": []}",
            "{\"rules\": 7}")) {
      assertThat(run("rules", "check", write("hostile.json", text))).isEqualTo(ExitCode.PROBLEMS);
    }
    assertThat(err.toString()).contains("RULE_").doesNotContain("Exception");
  }

  static Stream<Path> instances() throws IOException {
    String told = System.getProperty("bailiwick.shared");
    Path shared =
        (told == null ? Path.of("..", "..", "shared") : Path.of(told)).resolve("instances/rules");
    if (!Files.isDirectory(shared)) {
      return Stream.of(Path.of(""));
    }
    try (Stream<Path> files = Files.list(shared)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("instances")
  void benchmark_instances_have_the_answers_of_brute_force(Path file) throws IOException {
    assumeTrue(Files.isRegularFile(file));
    JsonNode expected = JSON.readTree(Files.readString(file)).path("expected");

    run("rules", "check", file, "--json");

    JsonNode told = JSON.readTree(out.toString());
    for (String count : List.of("points", "gapPoints", "conflictPoints")) {
      assertThat(told.path(count).asLong()).as(count).isEqualTo(expected.path(count).asLong());
    }
    assertThat(told.path("shadowed")).isEqualTo(expected.path("neverWins"));
    assertThat(told.path("gapWitness").isNull()).isEqualTo(expected.path("firstGap").isNull());
    assertThat(told.path("clashes").size()).isEqualTo(expected.path("conflictPairs").size());
    for (JsonNode clash : told.path("clashes")) {
      String pair =
          clash.path("rules").get(0).asString() + "|" + clash.path("rules").get(1).asString();
      assertThat(clash.path("points").asLong())
          .as(pair)
          .isEqualTo(expected.path("conflictPairs").path(pair).asLong());
    }
    RuleInstance instance = new RuleInstance(JSON.readTree(Files.readString(file)));
    RuleInstance.Answer answer = instance.answer();
    assertThat(told.path("gapPoints").asLong()).isEqualTo(answer.gaps());
    assertThat(told.path("conflictPoints").asLong()).isEqualTo(answer.conflicts());
    assertThat(told.path("orphanedPoints").asLong()).isEqualTo(answer.orphans());
    assertThat(told.path("verdict").asString())
        .isEqualTo(answer.isProven() ? "PROVEN" : "COUNTEREXAMPLE");
    assertThat(ids(told.path("shadowed")))
        .as("rules that never win")
        .containsExactlyInAnyOrderElementsOf(
            instance.ids().stream().filter(id -> !answer.winning().contains(id)).toList());
    assertThat(told.path("conflictWitness").isNull()).isEqualTo(answer.conflicts() == 0);
    if (answer.gaps() > 0) {
      assertThat(instance.claiming(told.path("gapWitness"))).isEmpty();
    }
    if (answer.conflicts() > 0) {
      assertThat(instance.claiming(told.path("conflictWitness"))).hasSizeGreaterThan(1);
    }
    for (JsonNode clash : told.path("clashes")) {
      assertThat(instance.claiming(clash.path("witness"))).hasSizeGreaterThan(1);
    }
    assertThat(err.toString()).as("what documents say about themselves").isEmpty();
  }

  private static List<String> ids(JsonNode list) {
    List<String> ids = new ArrayList<>();
    list.forEach(id -> ids.add(id.asString()));
    return ids;
  }
}
