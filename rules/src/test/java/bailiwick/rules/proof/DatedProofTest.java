package bailiwick.rules.proof;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.proof.RuleProof.Verdict;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.RuleParser;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
    var parsed = RuleParser.parse(new Source("a.rules", "rules l\n" + rules));
    assertThat(parsed.problems()).isEmpty();
    var checked = new CheckedRules(parsed.rules(), Dimensions.STANDARD);
    return DatedProof.of(checked, Map.of(), Budget.USUAL);
  }
}
