package bailiwick.rules.proof;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.rules.SmallWorld;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.lookup.PlainMatcher;
import bailiwick.rules.proof.RuleProof.Verdict;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.Period;
import bailiwick.rules.syntax.RuleParser;
import bailiwick.rules.syntax.RuleSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatedProofTest {

  @Test
  void rules_that_always_count_are_one_stretch() {
    DatedProof proof = prove("territory A { rule a when employees in 1.. }");

    assertThat(proof.stretches()).hasSize(1);
    assertThat(proof.stretches().getFirst().days().isAlways()).isTrue();
  }

  @Test
  void a_gap_of_one_month_between_two_rules_is_found() {
    DatedProof proof =
        prove(
            """
            territory A {
              rule small when employees in ..9, unknown
              rule spring until 2026-07-01 when employees in 10..
              rule autumn from 2026-08-01 when employees in 10..
            }
            """);

    assertThat(days(proof))
        .containsExactly("..2026-07-01", "2026-07-01..2026-08-01", "2026-08-01..");
    assertThat(verdicts(proof))
        .containsExactly(Verdict.PROVEN, Verdict.COUNTEREXAMPLE, Verdict.PROVEN);
    assertThat(proof.verdict()).isEqualTo(Verdict.COUNTEREXAMPLE);
    assertThat(proof.worst().days().from()).isEqualTo(LocalDate.of(2026, 7, 1));
  }

  @Test
  void rules_that_hand_over_on_a_day_are_proven() {
    DatedProof proof =
        prove(
            """
            territory A { rule old until 2026-07-01 when employees in 10..
              rule rest when not employees in 10.. }
            territory B { rule new from 2026-07-01 when employees in 10.. }
            """);

    assertThat(proof.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(proof.stretches()).hasSize(2);
  }

  @Test
  void each_stretch_has_a_whole_budget() {
    var rules = new StringBuilder("territory A { rule rest priority 900 when not tag is x }\n");
    rules.append("territory B { rule tagged priority 900 when tag is x\n");
    for (int rule = 0; rule < 60; rule++) {
      rules.append(
          "rule r%s priority %s when employees in %s.. and industry starts %s\n"
              .formatted(rule, rule, rule, 10 + rule));
    }
    RuleSet always = parsed(rules + "}\n");
    for (int month = 1; month <= 9; month++) {
      rules.append(
          "rule m%s priority 800 from 2026-0%s-01 when segment is x\n".formatted(month, month));
    }
    RuleSet dated = parsed(rules + "}\n");
    long work = prove(always).stretches().getFirst().proof().effort().work();

    DatedProof proof =
        DatedProof.of(new CheckedRules(dated, Dimensions.STANDARD), Map.of(), Budget.of(4 * work));

    assertThat(verdicts(proof)).hasSize(10).containsOnly(Verdict.PROVEN);
  }

  @Test
  void days_that_time_did_not_suffice_for_are_one_stretch_of_which_nothing_is_said() {
    RuleSet rules =
        parsed(
            """
            territory A {
              rule a when always
              rule b priority 900 from 2026-02-01 until 2026-03-01 when employees in 10..
              rule c priority 900 from 2026-04-01 until 2026-05-01 when employees in 10..
            }
            """);
    DatedProof proof =
        DatedProof.of(
            new CheckedRules(rules, Dimensions.STANDARD),
            Map.of(),
            new Budget(1_000_000, () -> true));

    assertThat(days(proof)).containsExactly("..2026-02-01", "2026-02-01..");
    RuleProof left = proof.stretches().getLast().proof();
    assertThat(left.verdict()).isEqualTo(Verdict.NOT_DECIDED);
    assertThat(left.undecided().points()).isEqualTo(left.points());
    assertThat(proof.neverWinning()).isEmpty();
  }

  @Test
  void before_the_first_rule_and_after_the_last_nothing_is_proven() {
    DatedProof proof =
        prove(
            """
            territory A {
              rule a from 2026-01-01 until 2027-01-01 when employees in 10..
              rule b from 2026-01-01 until 2027-01-01 when not employees in 10..
            }
            """);

    assertThat(days(proof)).containsExactly("2026-01-01..2027-01-01");
    assertThat(proof.verdict()).isEqualTo(Verdict.PROVEN);
  }

  @Test
  void a_time_without_any_rule_between_two_is_a_gap_without_a_repair() {
    DatedProof proof =
        prove(
            """
            territory A {
              rule a until 2026-01-01 when employees in 10..
              rule b until 2026-01-01 when not employees in 10..
              rule c from 2027-01-01 when employees in 10..
              rule d from 2027-01-01 when not employees in 10..
            }
            """);

    RuleProof between = proof.stretches().get(1).proof();
    assertThat(verdicts(proof))
        .containsExactly(Verdict.PROVEN, Verdict.COUNTEREXAMPLE, Verdict.PROVEN);
    assertThat(between.gap().points()).isEqualTo(between.points());
    assertThat(between.repair(between.gap(), between.gap().boxes(1).getFirst())).isEmpty();
  }

  @Test
  void a_rule_never_wins_when_it_wins_on_none_of_its_days() {
    DatedProof proof =
        prove(
            """
            territory A {
              rule first priority 1 until 2026-07-01 when employees in 10..
              rule late priority 2 when employees in 10..
              rule hidden priority 2 until 2026-06-01 when employees in 20..
            }
            """);

    assertThat(proof.neverWinning())
        .extracting(rule -> rule.id().value())
        .containsExactly("hidden");
  }

  @Test
  void a_gap_of_some_days_is_closed_by_a_rule_of_those_days() {
    DatedProof proof =
        prove(
            """
            territory A {
              rule added-1 until 2026-07-01 when employees in 10..
              rule small when employees in ..9, unknown
              rule autumn from 2026-08-01 when employees in 10..
            }
            """);
    DatedProof.Stretch july = proof.stretches().get(1);

    Repair repair =
        proof
            .repair(july, july.proof().gap(), july.proof().gap().boxes(1).getFirst())
            .orElseThrow();

    assertThat(repair)
        .isInstanceOfSatisfying(
            Repair.Add.class,
            add -> {
              assertThat(add.rule().id().value()).isEqualTo("added-2");
              assertThat(add.rule().period()).isEqualTo(july.days());
            });
    assertThat(prove(repair.applyTo(proof.rules())).verdict()).isEqualTo(Verdict.PROVEN);
  }

  @Test
  void a_clash_is_settled_in_the_rule_that_counts_on_no_other_day() {
    DatedProof proof =
        prove(
            """
            territory A { rule a when employees in 1..100 }
            territory B { rule b from 2026-07-01 when employees in 50.. }
            """);
    DatedProof.Stretch late = proof.stretches().getLast();

    Repair repair = proof.repair(late, late.proof().clashes().getFirst()).orElseThrow();

    assertThat(repair)
        .isInstanceOfSatisfying(
            Repair.Exclude.class,
            exclude -> assertThat(exclude.rule().id().value()).isEqualTo("b"));
    assertThat(prove(repair.applyTo(proof.rules())).stretches())
        .allSatisfy(stretch -> assertThat(stretch.proof().clashes()).isEmpty());
  }

  @Test
  void a_clash_of_rules_that_count_on_other_days_too_has_no_repair() {
    DatedProof proof =
        prove(
            """
            territory A { rule a when employees in 1..100 }
            territory B { rule b when employees in 50..
              rule c priority 7 from 2026-07-01 when employees in 90.. }
            """);

    assertThat(proof.stretches())
        .hasSize(2)
        .allSatisfy(stretch ->
            assertThat(proof.repair(stretch, stretch.proof().clashes().getFirst())).isEmpty());
  }

  /** Rules of a small world of which each begins, ends or stays; all points on a day of each. */
  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void a_repair_of_some_days_changes_nothing_on_others(long seed) {
    var random = new SplittableRandom(seed);
    String drawn = SmallWorld.rules(random, 1 + random.nextInt(3));
    String text =
        drawn
            .lines()
            .map(line ->
                line.startsWith("rule")
                    ? line.replaceFirst(
                        " when ",
                        List.of("", " from 2026-07-01", " until 2026-07-01").get(random.nextInt(3))
                            + " when ")
                    : line)
            .collect(Collectors.joining("\n"));
    RuleSet rules = parsed(text);
    DatedProof proof =
        DatedProof.of(
            new CheckedRules(rules, Dimensions.STANDARD), RuleProofTest.DOMAINS, Budget.USUAL);
    for (DatedProof.Stretch stretch : proof.stretches()) {
      RuleProof of = stretch.proof();
      for (Box box : of.gap().boxes(3)) {
        proof
            .repair(stretch, of.gap(), box)
            .ifPresent(repair -> assertClosed(rules, repair.applyTo(rules), stretch.days(), box));
      }
      for (RuleProof.Clash clash : of.clashes()) {
        proof
            .repair(stretch, clash)
            .ifPresent(
                repair -> assertSettled(rules, repair.applyTo(rules), stretch.days(), clash));
      }
    }
  }

  private static final List<LocalDate> DAYS =
      List.of(LocalDate.of(2026, 6, 30), LocalDate.of(2026, 7, 1));

  private static void assertClosed(RuleSet rules, RuleSet repaired, Period days, Box box) {
    for (LocalDate day : DAYS) {
      var before = new PlainMatcher(rules.on(day), Dimensions.STANDARD);
      var after = new PlainMatcher(repaired.on(day), Dimensions.STANDARD);
      for (Subject subject : RuleProofTest.POINTS) {
        var was = before.findTerritory(subject);
        if (was.isPresent() || !days.has(day)) {
          assertThat(after.findTerritory(subject)).isEqualTo(was);
        } else if (before.holds(box.condition(), subject)) {
          assertThat(after.findTerritory(subject)).isPresent();
        }
      }
    }
  }

  private static void assertSettled(
      RuleSet rules, RuleSet repaired, Period days, RuleProof.Clash clash) {
    for (LocalDate day : DAYS) {
      var before = new PlainMatcher(rules.on(day), Dimensions.STANDARD);
      var after = new PlainMatcher(repaired.on(day), Dimensions.STANDARD);
      for (Subject subject : RuleProofTest.POINTS) {
        if (days.has(day)) {
          List<String> best =
              RuleProofTest.best(after.findAll(subject)).stream()
                  .map(rule -> rule.id().value())
                  .toList();
          assertThat(best.containsAll(ids(clash))).isFalse();
          assertThat(after.findTerritory(subject).isPresent())
              .isEqualTo(before.findTerritory(subject).isPresent());
        } else {
          assertThat(after.findTerritory(subject)).isEqualTo(before.findTerritory(subject));
        }
      }
    }
  }

  private static List<String> ids(RuleProof.Clash clash) {
    return List.of(clash.rule().id().value(), clash.other().id().value());
  }

  private static List<String> days(DatedProof proof) {
    return proof.stretches().stream()
        .map(DatedProof.Stretch::days)
        .map(days -> day(days.from()) + ".." + day(days.until()))
        .toList();
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private static List<Verdict> verdicts(DatedProof proof) {
    return proof.stretches().stream().map(stretch -> stretch.proof().verdict()).toList();
  }

  private static DatedProof prove(String rules) {
    return prove(parsed(rules));
  }

  private static DatedProof prove(RuleSet rules) {
    return DatedProof.of(new CheckedRules(rules, Dimensions.STANDARD), Map.of(), Budget.USUAL);
  }

  private static RuleSet parsed(String rules) {
    var parsed = RuleParser.parse(new Source("a.rules", "rules l\n" + rules));
    assertThat(parsed.problems()).isEmpty();
    return parsed.rules();
  }
}
