package bailiwick.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.RandomRules;
import bailiwick.rules.source.Source;
import bailiwick.rules.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulePrinterTest {

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void printing_parsing_and_printing_again_changes_nothing(long seed) {
    RuleSet rules = new RandomRules(seed).wholeLanguage();

    String printed = RulePrinter.print(rules);
    Parsed parsed = RuleParser.parse(new Source("printed.rules", printed));

    assertThat(parsed.problems()).isEmpty();
    assertThat(RulePrinter.print(parsed.rules())).isEqualTo(printed);
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void several_layers_of_one_file_are_read_apart_and_printed_again(long seed) {
    var random = new RandomRules(seed);
    String printed = RulePrinter.print(List.of(random.wholeLanguage(), random.ruleSet()));

    List<Parsed> layers = RuleParser.parseLayers(new Source("printed.rules", printed));

    assertThat(layers).hasSize(2).allMatch(layer -> layer.problems().isEmpty());
    assertThat(RulePrinter.print(layers.stream().map(Parsed::rules).toList())).isEqualTo(printed);
  }

  @Test
  void scopes_exceptions_and_fields_are_printed_as_they_were_written() {
    String text =
        """
        rules l

        field tier of words { gold, silver } known
        field score of number decimals 2 0..100
        field nace of nace-2.1

        territory WEST "The West"
          when area within US/CA, US/OR
          except when tag is strategic
        {
        }

        territory T1 under WEST {
          rule a priority 10
            when tier is gold
             and not tag is vip
            except when score in 50..
                    and nace starts C
        }
        """;

    Parsed parsed = RuleParser.parse(new Source("test.rules", text));

    assertThat(parsed.problems()).isEmpty();
    assertThat(RulePrinter.print(parsed.rules())).isEqualTo(text);
  }

  @Test
  void an_or_inside_an_and_stands_in_parentheses() {
    assertThat(reprinted("(segment is a or segment is b) and not (segment is c and segment is d)"))
        .isEqualTo("(segment is a or segment is b) and not (segment is c and segment is d)");
  }

  @Test
  void an_and_inside_an_or_needs_none() {
    assertThat(reprinted("(segment is a and segment is b) or segment is c"))
        .isEqualTo("segment is a and segment is b or segment is c");
  }

  @Test
  void numbers_are_written_plainly() {
    assertThat(reprinted("employees in 1_000.., ..5, 7..7, 10..20, ..").replace("  ", " "))
        .isEqualTo("employees in 1000.., ..5, 7, 10..20, ..");
  }

  @Test
  void a_question_that_no_value_satisfies_is_never() {
    var nothing = new Condition.In("segment", List.of(), false, Span.NONE);

    assertThat(RulePrinter.print(nothing)).isEqualTo("never");
  }

  @Test
  void words_that_mean_something_are_quoted_as_values() {
    var unknown =
        new Condition.In("segment", List.of(Value.of("unknown"), Value.of("a b")), true, Span.NONE);

    assertThat(RulePrinter.print(unknown)).isEqualTo("segment is \"unknown\", \"a b\", unknown");
  }

  @Test
  void long_lists_are_broken_into_lines() {
    List<Value> areas =
        java.util.stream.IntStream.range(0, 100).mapToObj(i -> Value.of("US/IL/" + i)).toList();
    var rule =
        new Rule(
            new RuleId("r"),
            1,
            new TerritoryCode("T"),
            new Condition.Within("area", areas, false, Span.NONE),
            Span.NONE);
    var title = new TerritoryTitle(new TerritoryCode("T"), "", Span.NONE);

    String printed = RulePrinter.print(RuleSet.of("l", "1", List.of(title), List.of(rule)));

    assertThat(printed.lines()).hasSizeGreaterThan(10).allMatch(line -> line.length() <= 100);
  }

  private static String reprinted(String condition) {
    String text = "rules l\nterritory T {\n rule r priority 1 when " + condition + "\n}\n";
    Parsed parsed = RuleParser.parse(new Source("test.rules", text));
    assertThat(parsed.problems()).isEmpty();
    return RulePrinter.print(parsed.rules().rules().getFirst().condition());
  }
}
