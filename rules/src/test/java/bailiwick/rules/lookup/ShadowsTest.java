package bailiwick.rules.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.rules.RandomRules;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShadowsTest {

  private static final int SUBJECTS = 300;

  @Test
  void two_rules_that_cover_a_third_between_them_shadow_it() {
    assertThat(
            shadowed(
                """
                rule low priority 1 when employees in ..99
                rule high priority 2 when employees in 100.., unknown
                rule middle priority 3 when employees in 50..150 and area within US
                """))
        .containsExactly("middle");
  }

  @Test
  void a_rule_that_wins_for_the_unknown_alone_is_not_shadowed() {
    assertThat(
            shadowed(
                """
                rule all priority 1 when employees in ..
                rule rest priority 2 when employees in .., unknown
                """))
        .isEmpty();
  }

  @Test
  void a_rule_for_a_region_wins_for_what_is_placed_no_closer() {
    assertThat(
            shadowed(
                """
                rule one priority 1 when area within "US/R0/Greater 00"
                rule two priority 1 when area within "US/R0/Greater 01"
                rule three priority 1 when area within "US/R0/Greater 02"
                rule region priority 2 when area within US/R0
                rule county priority 3 when area within "US/R0/Greater 00"
                """))
        .containsExactly("county");
  }

  @Test
  void nothing_wins_after_a_rule_that_always_holds() {
    assertThat(
            shadowed(
                """
                rule rest priority 1 when always
                rule late priority 2 when segment is smb or employees in 5
                """))
        .containsExactly("late");
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void a_shadowed_rule_never_wins(long seed) {
    var random = new RandomRules(seed);
    Compilation.Compiled compiled = compiled(random.ruleSet());
    Set<String> shadowed = shadowed(compiled);

    for (int i = 0; i < SUBJECTS; i++) {
      Subject subject = random.subject();
      int winner = compiled.lookup().findWinner(subject);
      if (winner != RuleLookup.NONE) {
        assertThat(shadowed)
            .as("%s", subject)
            .doesNotContain(compiled.lookup().rule(winner).id().value());
      }
    }
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void over_areas_alone_the_rules_that_win_nowhere_are_just_those_told(long seed) {
    RuleSet rules = new RandomRules(seed).ruleSetOverAreas();
    Compilation.Compiled compiled = compiled(rules);
    var plain = new PlainMatcher(rules, RandomRules.DIMENSIONS);

    Set<String> winning =
        everyArea()
            .map(plain::findAll)
            .filter(held -> !held.isEmpty())
            .map(held -> held.getFirst().id().value())
            .collect(Collectors.toSet());

    List<String> told = new ArrayList<>(shadowed(compiled));
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            rules.rules().stream()
                .map(rule -> rule.id().value())
                .filter(id -> !winning.contains(id))
                .toList());
  }

  /** A subject in each area of the tree, one outside it, and one that nobody placed. */
  private static Stream<Subject> everyArea() {
    Stream<String> paths =
        IntStream.range(0, RandomRules.AREAS.size()).mapToObj(RandomRules.AREAS::path);
    return Stream.concat(paths, Stream.of("FR", ""))
        .map(path -> Subject.UNKNOWN.withText("area", path));
  }

  private static Set<String> shadowed(String rules) {
    String text = "rules l\nterritory T {\n" + rules + "}\n";
    var compiler = RuleCompiler.over(RandomRules.DIMENSIONS, RandomRules.AREAS);
    return shadowed(compiled(compiler.compile(List.of(new Source("test.rules", text)))));
  }

  private static Set<String> shadowed(Compilation.Compiled compiled) {
    return compiled.warnings().stream()
        .filter(RuleProblem.Shadowed.class::isInstance)
        .map(problem -> ((RuleProblem.Shadowed) problem).rule())
        .collect(Collectors.toSet());
  }

  private static Compilation.Compiled compiled(RuleSet rules) {
    return compiled(RuleCompiler.over(RandomRules.DIMENSIONS, RandomRules.AREAS).compile(rules));
  }

  private static Compilation.Compiled compiled(Compilation compilation) {
    return switch (compilation) {
      case Compilation.Compiled ready -> ready;
      case Compilation.Rejected rejected ->
          throw new AssertionError(rejected.problems().toString());
    };
  }
}
