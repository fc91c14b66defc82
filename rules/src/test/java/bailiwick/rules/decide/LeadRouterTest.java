package bailiwick.rules.decide;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.Address;
import bailiwick.core.account.Firmographics;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.RandomRules;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Readings;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.PlainMatcher;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeadRouterTest {

  private static final TerritoryCode NORTH = new TerritoryCode("N");
  private static final TerritoryCode SOUTH = new TerritoryCode("S");
  private static final TerritoryCode LARGE = new TerritoryCode("L");

  private final LeadRouter router =
      router(
          """
          rules new-business version 7
          list strategic of account { a1 "St Mary's" }
          territory N "North" {
            rule N-named priority 10 when account in list strategic
            rule N-areas priority 100 when area within US/R0, US/R1
          }
          territory S { rule S-areas priority 100 when area within US/R2/"Greater 20" }
          territory L { rule L-law priority 50 when industry starts 541 and employees in 250.. }
          """
              .replace("US/R2/\"Greater 20\"", "\"US/R2/Greater 20\""));

  @Test
  void a_lead_goes_to_the_territory_of_its_area_with_the_reason() {
    Decision decision = router.route(lead("US/R0/Greater 00/000", "", OptionalLong.empty()));

    assertThat(decision.findTerritory()).contains(NORTH);
    assertThat(decision.reason())
        .isEqualTo(
            "It goes to N (North) by the rule `N-areas`: `area within US/R0, US/R1` holds for"
                + " US/R0/Greater 00/000.");
  }

  @Test
  void the_runner_up_stands_behind_the_winner() {
    Decision decision = router.route(lead("US/R0/Greater 00/000", "541110", OptionalLong.of(900)));

    assertThat(decision.findTerritory()).contains(LARGE);
    assertThat(decision.trace().held())
        .extracting(rule -> rule.rule().value())
        .containsExactly("L-law", "N-areas");
    assertThat(decision.trace().heldCount()).isEqualTo(2);
    assertThat(decision.trace().rejectedCount()).isEqualTo(2);
  }

  @Test
  void every_condition_of_the_winner_shows_the_value() {
    Decision decision = router.route(lead("", "541110", OptionalLong.of(900)));

    var condition = decision.trace().held().getFirst().condition();
    assertThat(condition.text()).isEqualTo("and");
    assertThat(condition.parts())
        .containsExactly(
            new Trace.ConditionTrace("industry starts 541", true, "541110", List.of()),
            new Trace.ConditionTrace("employees in 250..", true, "900", List.of()));
  }

  @Test
  void a_named_account_is_told_by_its_name() {
    var subject = Subject.UNKNOWN.withText("account", "a1");

    assertThat(router.decide(subject).reason()).contains("`N-named`").contains("St Mary's (a1)");
  }

  @Test
  void nothing_about_a_named_account_but_itself_leads_elsewhere() {
    var named = Subject.UNKNOWN.withText("account", "a1").withText("area", "US/R2/Greater 20");

    assertThat(router.decide(named).trace().change()).isNull();
  }

  @Test
  void a_rule_that_nearly_held_says_what_it_missed() {
    Decision decision = router.route(lead("US/R0/Greater 00/000", "541110", OptionalLong.of(249)));

    var nearest = decision.trace().nearest().stream().map(rule -> rule.rule().value()).toList();
    assertThat(nearest).contains("L-law").doesNotContain("N-named");
    assertThat(decision.trace().change())
        .isEqualTo(
            new Trace.Change(
                List.of(new Trace.AttributeChange("employees", "249", "250", false)), LARGE));
  }

  @Test
  void two_dimensions_change_when_one_does_not_suffice() {
    var lonely =
        router(
            """
            rules l
            territory L { rule r when industry starts 541 and employees in 250.. }
            """);

    assertThat(lonely.decide(Subject.UNKNOWN).trace().change())
        .isEqualTo(
            new Trace.Change(
                List.of(
                    new Trace.AttributeChange("industry", "unknown", "541", false),
                    new Trace.AttributeChange("employees", "unknown", "250", false)),
                LARGE));
  }

  @Test
  void an_unknown_area_falls_to_nobody_and_says_so() {
    Decision decision = router.route(lead("", "11", OptionalLong.empty()));

    assertThat(decision).isInstanceOf(Decision.Nobody.class);
    assertThat(decision.reason()).contains("where it is (`area`) is unknown");
  }

  @Test
  void an_area_that_is_too_wide_names_those_who_share_it() {
    Decision decision = router.route(lead("US", "11", OptionalLong.empty()));

    assertThat(decision.findTerritory()).isEmpty();
    assertThat(decision.reason()).contains("known only as `US`", "divided among N, S");
  }

  @Test
  void a_gap_names_the_nearest_rule() {
    Decision decision = router.route(lead("US/R2/Greater 21/210", "11", OptionalLong.empty()));

    assertThat(decision.findTerritory()).isEmpty();
    assertThat(decision.reason()).contains("the nearest, `S-areas`, asks");
    assertThat(decision.trace().change()).extracting("territory").isEqualTo(SOUTH);
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void applying_the_smallest_change_really_moves_the_subject(long seed) {
    var random = new RandomRules(seed);
    RuleSet rules = random.ruleSet();
    var plain = new PlainMatcher(rules, RandomRules.DIMENSIONS);
    var randomRouter = router(rules);

    for (int i = 0; i < 8; i++) {
      Subject subject = random.subject();
      Decision decision = randomRouter.decide(subject);
      assertThat(decision.findTerritory()).isEqualTo(plain.findTerritory(subject));
      Trace.Change change = decision.trace().change();
      if (change != null) {
        Optional<TerritoryCode> then = plain.findTerritory(changed(subject, change));
        assertThat(then)
            .as("%s %s", subject, change)
            .isEqualTo(Optional.ofNullable(change.territory()));
        assertThat(then).as("%s %s", subject, change).isNotEqualTo(decision.findTerritory());
      }
    }
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void what_a_trace_says_of_a_rule_is_what_the_plain_matcher_says(long seed) {
    var random = new RandomRules(seed);
    RuleSet rules = random.ruleSet();
    var plain = new PlainMatcher(rules, RandomRules.DIMENSIONS);
    Subject subject = random.subject();

    Trace trace = router(rules).decide(subject).trace();

    for (Trace.RuleTrace shown : trace.held()) {
      assertThat(shown.condition().held()).isTrue();
    }
    for (Trace.RuleTrace shown : trace.nearest()) {
      assertThat(shown.condition().held()).as("%s", shown).isFalse();
    }
    assertThat(trace.heldCount()).isEqualTo(plain.findAll(subject).size());
  }

  private static Subject changed(Subject subject, Trace.Change change) {
    Subject changed = subject;
    for (Trace.AttributeChange attribute : change.attributes()) {
      Dimension dimension = RandomRules.DIMENSIONS.find(attribute.dimension()).orElseThrow();
      changed =
          changed.with(
              attribute.dimension(),
              attribute.toUnknown()
                  ? null
                  : Readings.read(dimension, attribute.to()).orElseThrow());
    }
    return changed;
  }

  private static Lead lead(String area, String industry, OptionalLong employees) {
    var company = new Firmographics(industry, employees, OptionalLong.empty(), "");
    return Lead.of("Acme", Address.UNKNOWN, area, company);
  }

  private static LeadRouter router(String text) {
    var compiler = RuleCompiler.over(RandomRules.DIMENSIONS, RandomRules.AREAS);
    return router(compiler.compile(List.of(new Source("test.rules", text))));
  }

  private static LeadRouter router(RuleSet rules) {
    return router(RuleCompiler.over(RandomRules.DIMENSIONS, RandomRules.AREAS).compile(rules));
  }

  private static LeadRouter router(Compilation compilation) {
    return switch (compilation) {
      case Compilation.Compiled compiled -> new LeadRouter(compiled.lookup());
      case Compilation.Rejected rejected ->
          throw new AssertionError(rejected.problems().toString());
    };
  }
}
