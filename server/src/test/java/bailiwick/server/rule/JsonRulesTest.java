package bailiwick.server.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.RandomRules;
import bailiwick.rules.source.Source;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Field;
import bailiwick.rules.syntax.Parsed;
import bailiwick.rules.syntax.RuleParser;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonRulesTest {

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void a_document_of_rules_is_read_as_the_same_rules(long seed) {
    RuleSet rules = drawn(seed);
    String document = JsonRules.write(rules);

    RuleSet read = read(document);

    assertThat(JsonRules.write(read)).isEqualTo(document);
    assertThat(RulePrinter.print(read)).isEqualTo(RulePrinter.print(rules));
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void a_text_the_document_of_it_and_the_text_of_that_are_the_same(long seed) {
    String text = RulePrinter.print(drawn(seed));
    Parsed parsed = RuleParser.parse(new Source("l.rules", text));

    assertThat(RulePrinter.print(read(JsonRules.write(parsed.rules())))).isEqualTo(text);
  }

  @Test
  void layers_stand_in_a_list() {
    String one = JsonRules.write(drawn(3));
    String other = JsonRules.write(drawn(4)).replace("\"new business\"", "\"service\"");
    String document =
        JsonRules.write(
            List.of(
                JsonRules.read(new Source("one.json", one)).rules(),
                JsonRules.read(new Source("other.json", other)).rules()));

    List<RuleSet> read =
        JsonRules.readLayers(new Source("l.json", document)).stream()
            .map(JsonRules::rules)
            .toList();

    assertThat(JsonRules.write(read)).isEqualTo(document);
  }

  @Test
  void two_layers_of_one_name_are_a_problem_as_they_are_in_a_text() {
    assertThat(problems(JsonRules.write(List.of(drawn(3), drawn(4)))))
        .singleElement()
        .asString()
        .startsWith("RULE_DUPLICATE ");
  }

  @Test
  void what_lies_outside_a_domain_is_told_where_it_stands() {
    assertThat(
            problems(
                """
                {"domain": {"state_zip3": {"CA": ["100"]}, "product": ["CORE"], "employees": [1, 40]},
                 "rules": [{"id": "a", "territory": "T", "when": {"op": "or", "args": [
                  {"op": "in", "field": "product", "values": ["COER"]},
                  {"op": "in", "field": "state", "values": ["NY"]},
                  {"op": "prefix", "field": "zip", "values": ["2"]},
                  {"op": "between", "field": "employees", "lo": 50},
                  {"op": "between", "field": "employees", "lo": 9, "hi": 5},
                  {"op": "between", "field": "employees", "lo": 0, "hi": 9}]}}]}
                """))
        .containsExactlyInAnyOrder(
            "RULE_OUTSIDE_DOMAIN 3",
            "RULE_OUTSIDE_DOMAIN 4",
            "RULE_OUTSIDE_DOMAIN 5",
            "RULE_OUTSIDE_DOMAIN 6",
            "RULE_EMPTY_RANGE 7",
            "RULE_BEYOND_DOMAIN 8");
  }

  @Test
  void what_is_no_rule_is_told_where_it_stands() {
    assertThat(
            problems(
                """
                {"layer": "l",
                 "fields": [{"name": "tier", "type": "wrods"}, {"type": "words"}],
                 "territories": [{"code": "T", "undr": "X"}, {"code": "T"}],
                 "rules": [{"id": "a", "territory": "T", "from": "tomorrow",
                  "when": {"op": "list", "field": "account"}},
                  {"id": "b", "territory": "T", "priority": 1.5, "when": {"op": "in",
                   "field": "tag", "values": ["vip"], "unknown": "perhaps"}}],
                 "examples": [{"given": [{"field": "segment"}]}]}
                """))
        .contains(
            "RULE_UNEXPECTED 2",
            "RULE_UNEXPECTED 3",
            "RULE_DUPLICATE 3",
            "RULE_NOT_A_DATE 4",
            "RULE_UNEXPECTED 5",
            "RULE_UNEXPECTED 6",
            "RULE_UNEXPECTED 7",
            "RULE_UNEXPECTED 8");
  }

  @Test
  void what_a_question_has_no_use_for_is_told_where_it_stands() {
    assertThat(
            problems(
                """
                {"rules": [{"id": "a", "territory": "T", "when": {"op": "or", "args": [
                  {"op": "in", "field": "segment", "values": ["x"], "lo": 5},
                  {"op": "between", "field": "employees", "values": ["x"], "hi": 5},
                  {"op": "between", "field": "employees", "intervals": [{"lo": 1}], "hi": 5},
                  {"op": "and", "args": [], "unknown": true}]}}]}
                """))
        .containsExactly(
            "RULE_UNEXPECTED 2", "RULE_UNEXPECTED 3", "RULE_UNEXPECTED 4", "RULE_UNEXPECTED 5");
  }

  @Test
  void layers_stand_alone_in_a_list() {
    String layer =
        """
        {"layer": "l", "rules": [{"id": "a", "territory": "T", "when": {"op": "and", "args": []}}]}\
        """;

    assertThat(problems("{\"layers\": 7}")).containsExactly("RULE_UNEXPECTED 1");
    assertThat(problems("{\"layers\": []}")).containsExactly("RULE_UNEXPECTED 1");
    assertThat(problems("{\"layers\": [" + layer + "],\n\"fields\": [],\n\"note\": 7}"))
        .containsExactly("RULE_KEYS_EXCLUDE 2", "RULE_UNREAD_KEY 3");
    assertThat(
            ReadRules.ofJsonLayers(
                new Source("l.json", "{\"layers\": [" + layer + "],\n\"comment\": 7, \"x\": 1}")))
        .singleElement()
        .satisfies(read ->
            assertThat(read.warnings())
                .extracting(Problem::code)
                .containsExactly("RULE_UNREAD_KEY"));
  }

  @Test
  void ten_thousand_levels_are_a_problem_and_no_stack_overflow() {
    String deep =
        "{\"op\": \"not\", \"arg\": ".repeat(10_000)
            + "{\"op\": \"and\", \"args\": []}"
            + "}".repeat(10_000);

    assertThat(
            problems(
                "{\"rules\": [{\"id\": \"a\", \"territory\": \"T\", \"when\": " + deep + "}]}"))
        .hasSize(1);
  }

  @Test
  void the_documents_that_the_page_shows_are_sound() throws IOException {
    String page = Files.readString(Path.of("../docs/rules.md"));
    List<String> documents =
        Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(documents).hasSizeGreaterThan(1);
    for (String document : documents) {
      assertThat(ReadRules.ofJsonLayers(new Source("rules.md", document))).hasSize(1);
    }
  }

  /** Rules that use all of the language, and declare the one field that is not standard. */
  private static RuleSet drawn(long seed) {
    RuleSet rules = new RandomRules(seed).wholeLanguage();
    List<Field> fields = new ArrayList<>(rules.fields());
    fields.add(new Field("tier.level", Field.Kind.WORDS, 0, List.of(), null, false, Span.NONE));
    return new RuleSet(
        rules.layer(),
        rules.version(),
        fields,
        rules.territories(),
        rules.lists(),
        rules.rules(),
        rules.examples());
  }

  private static RuleSet read(String document) {
    return JsonRules.read(new Source("l.json", document)).rules();
  }

  /** The codes and lines of what is wrong with a document. */
  private static List<String> problems(String document) {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> ReadRules.ofJsonLayers(new Source("l.json", document)));
    return refused.problems().stream().map(JsonRulesTest::codeAndLine).toList();
  }

  private static String codeAndLine(Problem problem) {
    return problem.code() + " " + ((Place.InText) problem.place()).line();
  }
}
