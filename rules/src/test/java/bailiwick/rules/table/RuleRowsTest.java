package bailiwick.rules.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.RandomRules;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.PlainMatcher;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.Parsed;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleParser;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.TerritoryTitle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleRowsTest {

  private static RuleRows.Text text(String... lines) {
    List<List<String>> cells =
        Arrays.stream(lines)
            .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
            .toList();
    return RuleRows.text(
        "north.csv",
        cells.getFirst(),
        cells.subList(1, cells.size()),
        Dimensions.STANDARD,
        (row, column) -> new Place.InTable("north.csv", row, String.valueOf(column)));
  }

  private static String printed(String... lines) {
    RuleRows.Text text = text(lines);
    Parsed parsed = RuleParser.parse(text.source());
    assertThat(text.located(parsed.problems())).isEmpty();
    return RulePrinter.print(parsed.rules());
  }

  private static RuleSet parsed(String text) {
    Parsed parsed = RuleParser.parse(new Source("test.rules", text));
    assertThat(parsed.problems()).isEmpty();
    return parsed.rules();
  }

  @Test
  void each_row_is_a_rule_and_each_cell_a_question() {
    assertThat(
            printed(
                "rule | territory | priority | area | industry | employees | segment",
                "west | W | 20 | US/CA, US/NV | 54*, 6211 | 50..249, >= 1000 | not partner",
                "rest | mid west | | US; not US/CA | - | < 50, unknown | mid market, list key",
                "list key | | | | | | \"a,b\", c \"See\"",
                "east | W | | | | |"))
        .isEqualTo(
            """
            rules "rules"

            list key of segment {
              "a,b",
              c "See"
            }

            territory W {
              rule west priority 20
                when area within US/CA, US/NV
                 and (industry is 6211 or industry starts 54)
                 and employees in 50..249, 1000..
                 and not segment is partner
              rule east priority 100
                when always
            }

            territory "mid west" {
              rule rest priority 100
                when area within US
                 and not area within US/CA
                 and employees in ..49, unknown
                 and (segment is "mid market" or segment in list key)
            }
            """);
  }

  @Test
  void rows_of_other_kinds_hold_what_else_a_rule_text_has() {
    assertThat(
            printed(
                "Rule | Territory | From | Until | area",
                "rules new-business version 3 hit policy first | | | |",
                "territory T07 \"Chicago\" | | | |",
                "a | T07 | 2027-01-01 | 2028-01-01 | US/IL",
                "b | T07 | | | US",
                "example \"a shop\" | T07 | 2027-05-01 | | US/IL/1",
                "example | nobody | | | CA"))
        .isEqualTo(
            """
            rules new-business version 3

            territory T07 "Chicago" {
              rule a priority 1 from 2027-01-01 until 2028-01-01
                when area within US/IL
              rule b priority 2
                when area within US
            }

            example "a shop" area US/IL/1 on 2027-05-01 -> T07
            example area CA -> nobody
            """);
  }

  @Test
  void a_problem_names_the_cell_that_it_comes_from() {
    RuleRows.Text text =
        text("rule | territory | employees | area", "a | W | 1..9 | US", "b | W | fifty | US");

    assertThat(text.located(RuleParser.parse(text.source()).problems()))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("RULE_NOT_A_NUMBER");
          assertThat(problem.message()).endsWith("The cell says `fifty`.");
          assertThat(problem.place()).isEqualTo(new Place.InTable("north.csv", 2, "2"));
        });
  }

  @Test
  void columns_and_rows_that_say_nothing_of_rules_are_told() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> text("rule | staff"))
        .withMessageContaining("TABLE_UNKNOWN_COLUMN: The column `staff`")
        .withMessageContaining("TABLE_MISSING_COLUMN: The table has no column `territory`");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() ->
            text(
                "rule | territory | priority | area",
                "rules x hit policy unique | | |",
                "a | | | US",
                "list l | | |"))
        .satisfies(refused -> assertThat(refused.problems()).hasSize(3));
  }

  @Test
  void what_a_row_would_lose_is_told() {
    assertThat(
            refused(
                "rule | territory | priority | from | area | segment",
                "rules x | T | | | |",
                "rules y | | | | |",
                "territory T | | 7 | | US | -",
                "territory T \"Chicago\" | | | | |",
                "list l | T | | | US |",
                "example | T | 3 | 2027-05-01 | US |",
                "a | T | 7 | 2027-05-01 | US | x"))
        .containsExactly(
            "TABLE_BAD_ROW 1.1: A row that begins with `rules` has no use for the column"
                + " `territory`; the cell says `T`.",
            "TABLE_BAD_ROW 2.0: A table has one row that begins with `rules`; the cell says"
                + " `rules y`.",
            "TABLE_BAD_ROW 3.2: A row that begins with `territory` has no use for the column"
                + " `priority`; the cell says `7`.",
            "TABLE_BAD_ROW 3.4: A row that begins with `territory` has no use for the column"
                + " `area`; the cell says `US`.",
            "TABLE_BAD_ROW 4.0: A territory has one row of its own; the cell says"
                + " `territory T \"Chicago\"`.",
            "TABLE_BAD_ROW 5.1: A row that begins with `list` has no use for the column"
                + " `territory`; the cell says `T`.",
            "TABLE_BAD_ROW 6.2: A row that begins with `example` has no use for the column"
                + " `priority`; the cell says `3`.");
  }

  @Test
  void a_column_that_stands_twice_is_told() {
    assertThat(refused("rule | territory | area | Area", "a | T | US | FR"))
        .containsExactly("TABLE_REPEATED_COLUMN 0.3: The column `Area` stands twice.");
  }

  private static List<String> refused(String... lines) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, () -> text(lines));
    return refused.problems().stream()
        .map(problem -> {
          var place = (Place.InTable) problem.place();
          return "%s %s.%s: %s"
              .formatted(problem.code(), place.row(), place.column(), problem.message());
        })
        .toList();
  }

  @Test
  void rules_that_join_fields_by_or_do_not_fit() {
    RuleSet rules = parsed("rules l\nterritory T { rule r when area within US or segment is a }");

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> RuleRowsWriter.table(rules, Dimensions.STANDARD))
        .withMessageContaining(
            "TABLE_DOES_NOT_FIT: The rule `r` does not fit into a table: it joins the fields area"
                + " and segment by `or`.");
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void rules_that_are_written_and_read_again_decide_the_same(long seed) {
    var random = new RandomRules(seed);
    RuleSet rules = fitting(withoutSurroundings(random.wholeLanguage()));

    RuleRowsWriter.Table table = RuleRowsWriter.table(rules, RandomRules.DIMENSIONS);
    RuleRows.Text text =
        RuleRows.text(
            "t.csv",
            table.header(),
            table.rows(),
            RandomRules.DIMENSIONS,
            (row, column) -> Place.WHOLE);
    Parsed read = RuleParser.parse(text.source());

    assertThat(read.problems()).isEmpty();
    assertThat(RuleRowsWriter.table(read.rules(), RandomRules.DIMENSIONS)).isEqualTo(table);
    var before = new PlainMatcher(rules, RandomRules.DIMENSIONS);
    var after = new PlainMatcher(read.rules(), RandomRules.DIMENSIONS);
    for (int i = 0; i < 20; i++) {
      Subject subject = random.subject();
      IntStream.range(0, rules.rules().size())
          .forEach(rule ->
              assertThat(after.holds(read.rules().rules().get(rule).condition(), subject))
                  .as("%s for %s", rules.rules().get(rule).id(), subject)
                  .isEqualTo(before.holds(rules.rules().get(rule).condition(), subject)));
    }
  }

  @Test
  void what_stands_around_rules_has_no_cells_and_is_not_dropped() {
    RuleSet rules =
        parsed(
            """
            rules l
            field grade of words { gold, silver }
            list promoted of tag { strategic }
            territory WEST when area within US { }
            territory T under WEST {
              rule r when tag in list promoted except when segment is x
            }
            """);

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> RuleRowsWriter.table(rules, Dimensions.STANDARD))
        .satisfies(refused ->
            assertThat(refused.problems())
                .extracting(Problem::code)
                .containsExactly(
                    "TABLE_NOT_POSSIBLE",
                    "TABLE_NOT_POSSIBLE",
                    "TABLE_NOT_POSSIBLE",
                    "TABLE_NOT_POSSIBLE"));
    RuleSet excepting =
        parsed("rules l\nterritory T { rule r when always except when segment is x }");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> RuleRowsWriter.table(excepting, Dimensions.STANDARD))
        .withMessageContaining("TABLE_DOES_NOT_FIT");
  }

  private static RuleSet withoutSurroundings(RuleSet rules) {
    return new RuleSet(
        rules.layer(),
        rules.version(),
        rules.territories().stream()
            .map(title -> new TerritoryTitle(title.code(), title.name(), title.span()))
            .toList(),
        rules.lists().stream().filter(list -> !list.dimension().equals("tag")).toList(),
        rules.rules(),
        rules.examples());
  }

  /** The rules that fit into rows, of which there are many among those drawn. */
  private static RuleSet fitting(RuleSet rules) {
    return with(
        rules, rules.rules().stream().filter(rule -> fits(with(rules, List.of(rule)))).toList());
  }

  private static boolean fits(RuleSet rules) {
    try {
      RuleRowsWriter.table(rules, RandomRules.DIMENSIONS);
      return true;
    } catch (ProblemException unfit) {
      assertThat(unfit.problems()).allMatch(problem -> problem.code().equals("TABLE_DOES_NOT_FIT"));
      return false;
    }
  }

  private static RuleSet with(RuleSet rules, List<Rule> some) {
    return new RuleSet(
        rules.layer(), rules.version(), rules.territories(), rules.lists(), some, rules.examples());
  }
}
