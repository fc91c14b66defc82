package bailiwick.rules.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.rules.SmallWorld;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.Outcomes.Clash;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleParser;
import bailiwick.rules.syntax.RuleSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomesTest {

  @Test
  void two_rules_over_different_dimensions_clash_where_they_meet() {
    Outcomes outcomes =
        outcomes(
            """
            territory A { rule a when industry starts 62 and area within US }
            territory B { rule b when employees in 500.. }
            """);

    assertThat(outcomes.clashes())
        .singleElement()
        .satisfies(clash -> {
          assertThat(clash.rule().id().value()).isEqualTo("a");
          assertThat(clash.other().id().value()).isEqualTo("b");
          assertThat(clash.witness().values()).containsOnlyKeys("industry", "area", "employees");
        });
  }

  @Test
  void a_rule_of_better_priority_settles_what_would_clash() {
    Outcomes outcomes =
        outcomes(
            """
            territory A {
              rule a when industry starts 62
              rule first priority 1 when industry starts 62 and employees in 500..
            }
            territory B { rule b when employees in 500.. }
            """);

    assertThat(outcomes.clashes()).isEmpty();
    assertThat(outcomes.neverWinning()).isEmpty();
  }

  @Test
  void a_rule_hidden_by_several_dimensions_together_never_wins() {
    Outcomes outcomes =
        outcomes(
            """
            territory A {
              rule large priority 1 when employees in 100..
              rule medical priority 2 when industry starts 62
              rule both priority 3 when (employees in 200.. and segment is x) or industry starts 621
            }
            """);

    assertThat(outcomes.neverWinning())
        .extracting(rule -> rule.id().value())
        .containsExactly("both");
  }

  @Test
  void rules_that_depend_on_each_other_in_too_many_ways_are_given_up() {
    var rules = new StringBuilder("territory A {\n");
    for (int rule = 0; rule < 40; rule++) {
      rules.append(
          "rule r%s when employees in %s.. or industry starts 5%s or segment is s%s\n"
              .formatted(rule, rule, rule, rule));
    }
    RuleSet set = parse(rules.append("}\n").toString());

    assertThat(Outcomes.of(set, Dimensions.STANDARD, 20).isComplete()).isFalse();
    assertThat(Outcomes.of(set, Dimensions.STANDARD).isComplete()).isTrue();
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void clashes_and_rules_that_never_win_are_just_those_of_brute_force(long seed) {
    var random = new SplittableRandom(seed);
    RuleSet rules = parse(SmallWorld.rules(random, 1 + random.nextInt(3)));
    var plain = new PlainMatcher(rules, Dimensions.STANDARD);
    Set<String> winning = new HashSet<>();
    Set<String> clashing = new HashSet<>();
    for (Subject subject : SmallWorld.SUBJECTS) {
      List<Rule> held = plain.findAll(subject);
      if (!held.isEmpty()) {
        Rule first = held.getFirst();
        winning.add(first.id().value());
        held.stream()
            .filter(rule -> clash(first, rule))
            .forEach(rule -> clashing.add(first.id() + " " + rule.id()));
      }
    }

    Outcomes outcomes = Outcomes.of(rules, Dimensions.STANDARD);

    assertThat(outcomes.isComplete()).isTrue();
    assertThat(names(outcomes.clashes())).isEqualTo(clashing);
    assertThat(outcomes.neverWinning().stream().map(rule -> rule.id().value()))
        .containsExactlyInAnyOrderElementsOf(
            rules.rules().stream()
                .map(rule -> rule.id().value())
                .filter(id -> !winning.contains(id))
                .toList());
    for (Clash clash : outcomes.clashes()) {
      assertThat(plain.findAll(clash.witness())).contains(clash.rule(), clash.other());
      assertThat(plain.findAll(clash.witness()).getFirst()).isEqualTo(clash.rule());
    }
  }

  private static boolean clash(Rule first, Rule other) {
    return first.priority() == other.priority() && !first.territory().equals(other.territory());
  }

  private static Set<String> names(List<Clash> clashes) {
    return clashes.stream()
        .map(clash -> clash.rule().id() + " " + clash.other().id())
        .collect(Collectors.toSet());
  }

  private static Outcomes outcomes(String rules) {
    return Outcomes.of(parse(rules), Dimensions.STANDARD);
  }

  private static RuleSet parse(String rules) {
    var parsed = RuleParser.parse(new Source("test.rules", "rules l\n" + rules));
    assertThat(parsed.problems()).isEmpty();
    return parsed.rules();
  }
}
