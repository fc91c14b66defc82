package bailiwick.rules.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.rules.RandomRules;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.RuleSet;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatedRulesTest {

  private static final RuleCompiler COMPILER =
      RuleCompiler.over(RandomRules.DIMENSIONS, RandomRules.AREAS);
  private static final Subject SMALL = Subject.UNKNOWN.withText("segment", "smb");

  @Test
  void a_lookup_decides_by_the_rules_of_its_day() {
    String text =
        """
        rules l
        territory T1 { rule a until 2026-03-01 when segment is smb }
        territory T2 { rule b from 2026-03-01 when segment is smb }
        """;

    assertThat(decided(text, "2026-02-28")).isEqualTo("T1");
    assertThat(decided(text, "2026-03-01")).isEqualTo("T2");
  }

  @Test
  void rules_with_dates_are_not_compiled_without_a_day() {
    String text = "rules l\nterritory T1 { rule a until 2026-03-01 when always }";

    assertThatThrownBy(() -> COMPILER.compile(List.of(new Source("dated.rules", text))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2026-03-01");
  }

  @Test
  void an_example_speaks_of_its_day_or_of_every_day_on_which_some_rule_counts() {
    String rules =
        """
        rules l
        territory T1 { rule a from 2026-01-01 until 2026-03-01 when segment is smb }
        territory T2 { rule b from 2026-03-01 until 2026-05-01 when segment is smb }
        """;

    assertThat(failing(rules + "example segment smb on 2026-02-28 -> T1")).isEmpty();
    assertThat(failing(rules + "example segment smb on 2026-03-01 -> T2")).isEmpty();
    assertThat(failing(rules + "example segment smb on 2025-12-31 -> nobody")).isEmpty();
    assertThat(failing(rules + "example segment large -> nobody")).isEmpty();
    assertThat(failing(rules + "example segment smb on 2026-03-01 -> T1"))
        .containsExactly("On 2026-03-01 the rule `b` wins.");
    assertThat(failing(rules + "example segment smb -> T1"))
        .containsExactly("On 2026-03-01 the rule `b` wins.");
  }

  @Test
  void a_rule_is_only_shadowed_when_it_is_on_all_its_days() {
    String rules =
        """
        rules l
        territory T1 {
          rule before priority 1 until 2026-03-01 when always
          rule later priority 2 %s when segment is smb
        }
        """;

    assertThat(warnings(rules.formatted(""))).isEmpty();
    assertThat(warnings(rules.formatted("until 2026-02-01"))).containsExactly("RULE_SHADOWED");
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void the_lookup_of_a_day_and_a_plain_matcher_of_that_day_agree(long seed) {
    var random = new RandomRules(seed);
    RuleSet rules = random.wholeLanguage().withExamples(List.of());
    LocalDate day = random.day();
    var compiled = (Compilation.Compiled) COMPILER.on(day).compile(rules);
    var plain = new PlainMatcher(rules.on(day), RandomRules.DIMENSIONS);

    for (int i = 0; i < 30; i++) {
      Subject subject = random.subject();
      assertThat(compiled.lookup().findTerritory(subject)).isEqualTo(plain.findTerritory(subject));
    }
  }

  private static String decided(String text, String day) {
    var compiled =
        (Compilation.Compiled)
            COMPILER.on(LocalDate.parse(day)).compile(List.of(new Source("dated.rules", text)));
    return compiled.lookup().findTerritory(SMALL).orElseThrow().value();
  }

  private static List<String> failing(String text) {
    return switch (COMPILER.check(List.of(new Source("dated.rules", text)))) {
      case Checking.Sound sound -> List.of();
      case Checking.Unsound unsound ->
          unsound.problems().stream().map(problem -> String.valueOf(problem.hint())).toList();
    };
  }

  private static List<String> warnings(String text) {
    var sound = (Checking.Sound) COMPILER.check(List.of(new Source("dated.rules", text)));
    return sound.warnings().stream().map(RuleProblem::code).toList();
  }
}
