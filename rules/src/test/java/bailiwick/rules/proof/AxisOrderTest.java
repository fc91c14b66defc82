package bailiwick.rules.proof;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.RandomRules;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.RuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AxisOrderTest {

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void the_choice_counts_into_the_budget_and_takes_little_more_than_an_eighth(long seed) {
    RuleSpace space = space(new RandomRules(seed).ruleSet());

    AxisOrder.Chosen chosen = AxisOrder.choose(space, Budget.of(1_000_000));
    AxisOrder.Chosen without = AxisOrder.choose(space, Budget.of(1));

    int[] all = IntStream.range(0, space.axes().size()).toArray();
    assertThat(chosen.axes()).containsExactlyInAnyOrder(all);
    assertThat(chosen.left().work()).isBetween(800_000L, 1_000_000L);
    if (all.length > 1) {
      assertThat(chosen.left().work()).isLessThan(1_000_000);
      assertThat(without.axes()).containsExactlyInAnyOrder(all);
    }
    assertThat(without.left().work()).isEqualTo(1);
  }

  /** The two compiled forms of one version. */
  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void lookup_and_diagram_agree_everywhere(long seed) {
    var random = new RandomRules(seed);
    RuleSet rules = random.ruleSet();
    RuleSpace space = space(rules);
    AxisOrder.Chosen chosen = AxisOrder.choose(space, Budget.USUAL);
    Diagram diagram =
        DiagramBuilder.build(space, new OpenRules(space), chosen.axes(), chosen.left());
    RuleLookup lookup = compiled(rules);

    for (int i = 0; i < 100; i++) {
      Subject subject = random.subject();
      int[] classes = classes(space, subject);
      if (Arrays.stream(classes).anyMatch(of -> of < 0)) {
        continue; // fewer than no employees: no such subject lies in the space
      }
      int leaf = diagram.leafOf(classes);
      Optional<TerritoryCode> owner =
          leaf == Diagram.NOBODY
              ? Optional.empty()
              : Optional.of(space.order().get(diagram.rules(leaf)[0]).territory());
      assertThat(lookup.findTerritory(subject)).as("%s", subject).isEqualTo(owner);
      assertThat(lookup.findWinner(subject))
          .isEqualTo(leaf == Diagram.NOBODY ? RuleLookup.NONE : diagram.rules(leaf)[0]);
    }
  }

  @Test
  void a_space_without_axes_has_nothing_to_choose() {
    var one = new RandomRules(1).ruleSet();
    var empty = RuleSet.of("l", "1", one.territories(), List.of());

    assertThat(AxisOrder.choose(space(empty), Budget.USUAL).axes()).isEmpty();
  }

  private static int[] classes(RuleSpace space, Subject subject) {
    return space.axes().stream()
        .mapToInt(axis -> axis.find(subject.values().get(axis.dimension().name())))
        .toArray();
  }

  private static RuleSpace space(RuleSet rules) {
    return RuleSpace.of(new CheckedRules(rules, RandomRules.DIMENSIONS), Map.of());
  }

  private static RuleLookup compiled(RuleSet rules) {
    return switch (RuleCompiler.withoutAreas(RandomRules.DIMENSIONS).compile(rules)) {
      case Compilation.Compiled compiled -> compiled.lookup();
      case Compilation.Rejected rejected ->
          throw new AssertionError(rejected.problems().toString());
    };
  }
}
