package bailiwick.rules.cover;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaPath;
import bailiwick.core.area.AreaTree;
import bailiwick.rules.RandomRules;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault is put into the cover of a random alignment: the check must name it, and it alone. */
class CoverCheckTest {

  private static final AreaTree TREE = RandomRules.AREAS;

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void an_area_taken_out_of_a_cover_is_the_gap(long seed) {
    var random = new SplittableRandom(seed);
    RuleSet cover = cover(seed);
    Rule hit = cover.rules().get(random.nextInt(cover.rules().size()));
    List<Value> areas = areasOf(hit);
    Value lost = areas.get(random.nextInt(areas.size()));

    RuleSet damaged =
        changed(
            cover,
            rule -> rule.equals(hit) ? withAreas(rule, without(areas, lost)) : Stream.of(rule));
    if (damaged.rules().isEmpty()) {
      return; // one territory of one area: nothing is left that could be checked
    }

    CoverReport report = CoverCheck.check(compiled(damaged).lookup(), TREE);
    assertThat(report.overlaps()).isEmpty();
    assertThat(report.gaps()).hasSize(1);
    CoverReport.Gap gap = report.gaps().getFirst();
    assertThat(gap.path()).isEqualTo(lost.text());
    assertThat(gap.leaves()).isEqualTo(report.gapLeaves()).isEqualTo(leavesOf(lost.text()));
    assertThat(AreaPath.isWithin(gap.witness(), lost.text())).isTrue();
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void an_area_given_away_twice_is_the_overlap(long seed) {
    var random = new SplittableRandom(seed);
    RuleSet cover = cover(seed);
    Rule holder = cover.rules().get(random.nextInt(cover.rules().size()));
    List<Value> areas = areasOf(holder);
    Value contested = areas.get(random.nextInt(areas.size()));
    var second = new TerritoryCode("Z");

    CoverReport report =
        CoverCheck.check(
            compiled(with(cover, second, AlignmentRules.AREA_PRIORITY, contested)).lookup(), TREE);

    assertThat(report.gaps()).isEmpty();
    assertThat(report.overlaps())
        .singleElement()
        .satisfies(overlap -> {
          assertThat(overlap.path()).isEqualTo(contested.text());
          assertThat(overlap.territories()).containsExactly(holder.territory(), second);
          assertThat(overlap.leaves()).isEqualTo(leavesOf(contested.text()));
          assertThat(AreaPath.isWithin(overlap.witness(), contested.text())).isTrue();
        });
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void a_rule_that_asks_for_more_than_the_area_closes_no_gap(long seed) {
    RuleSet cover = cover(seed);
    Rule hit = cover.rules().get(new SplittableRandom(seed).nextInt(cover.rules().size()));
    Condition noHospital =
        new Condition.Not(
            new Condition.Prefix("industry", List.of(Value.of("622")), false, Span.NONE),
            Span.NONE);

    RuleSet narrowed =
        changed(
            cover,
            rule ->
                Stream.of(
                    rule.equals(hit)
                        ? new Rule(
                            rule.id(),
                            rule.priority(),
                            rule.territory(),
                            new Condition.All(List.of(rule.condition(), noHospital), Span.NONE),
                            Span.NONE)
                        : rule));

    int lost = areasOf(hit).stream().mapToInt(area -> leavesOf(area.text())).sum();
    assertThat(CoverCheck.check(compiled(narrowed).lookup(), TREE).gapLeaves()).isEqualTo(lost);
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void a_rule_behind_the_cover_is_the_dead_one(long seed) {
    var random = new SplittableRandom(seed);
    RuleSet cover = cover(seed);
    List<Value> areas = areasOf(cover.rules().get(random.nextInt(cover.rules().size())));
    Value covered = areas.get(random.nextInt(areas.size()));

    Compilation.Compiled compiled =
        compiled(with(cover, new TerritoryCode("Z"), AlignmentRules.AREA_PRIORITY + 1, covered));

    assertThat(CoverCheck.check(compiled.lookup(), TREE).isComplete()).isTrue();
    assertThat(compiled.warnings())
        .singleElement()
        .isInstanceOfSatisfying(
            RuleProblem.Shadowed.class, problem -> assertThat(problem.rule()).isEqualTo("added"));
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void a_cover_has_no_dead_rule(long seed) {
    assertThat(compiled(cover(seed)).warnings()).isEmpty();
  }

  private static RuleSet cover(long seed) {
    return AlignmentRules.of(RandomRules.coverRequest(seed), TREE).rules();
  }

  private static int leavesOf(String path) {
    return (int)
        IntStream.range(0, TREE.leafCount())
            .filter(leaf -> AreaPath.isWithin(TREE.path(TREE.leafNode(leaf)), path))
            .count();
  }

  private static List<Value> areasOf(Rule rule) {
    return ((Condition.Within) rule.condition()).areas();
  }

  private static List<Value> without(List<Value> areas, Value lost) {
    return areas.stream().filter(area -> !area.equals(lost)).toList();
  }

  private static Stream<Rule> withAreas(Rule rule, List<Value> areas) {
    return areas.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Rule(
                rule.id(),
                rule.priority(),
                rule.territory(),
                new Condition.Within("area", areas, false, Span.NONE),
                Span.NONE));
  }

  private static RuleSet changed(RuleSet rules, Function<Rule, Stream<Rule>> change) {
    List<Rule> changed = rules.rules().stream().flatMap(change).toList();
    return RuleSet.of(rules.layer(), rules.version(), rules.territories(), changed);
  }

  private static RuleSet with(RuleSet rules, TerritoryCode territory, int priority, Value area) {
    List<Rule> more = new ArrayList<>(rules.rules());
    more.add(
        new Rule(
            new RuleId("added"),
            priority,
            territory,
            new Condition.Within("area", List.of(area), false, Span.NONE),
            Span.NONE));
    var titles = new ArrayList<>(rules.territories());
    titles.add(new TerritoryTitle(territory, "", Span.NONE));
    return RuleSet.of(rules.layer(), rules.version(), titles, more);
  }

  private static Compilation.Compiled compiled(RuleSet rules) {
    return switch (RuleCompiler.over(Dimensions.STANDARD, TREE).compile(rules)) {
      case Compilation.Compiled ready -> ready;
      case Compilation.Rejected rejected ->
          throw new AssertionError(rejected.problems().toString());
    };
  }
}
