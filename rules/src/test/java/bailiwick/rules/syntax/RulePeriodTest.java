package bailiwick.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.rules.RandomRules;
import bailiwick.rules.source.Source;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulePeriodTest {

  private static final String DATED =
      """
      rules l

      territory T1 {
        rule first priority 10 until 2026-03-01
          when segment is smb
        rule second priority 10 from 2026-03-01 until 2026-07-01
          when segment is smb
        rule rest priority 20
          when segment is large
      }

      example "before" segment smb on 2026-02-28 -> T1
      example on 2026-03-01 -> nobody
      """;

  @Test
  void periods_are_printed_as_they_were_written() {
    assertThat(RulePrinter.print(parsed(DATED))).isEqualTo(DATED);
  }

  @Test
  void a_rule_counts_from_its_first_day_to_the_day_before_its_end() {
    RuleSet rules = parsed(DATED);

    assertThat(idsOn(rules, "2026-02-28")).containsExactly("first", "rest");
    assertThat(idsOn(rules, "2026-03-01")).containsExactly("second", "rest");
    assertThat(idsOn(rules, "2026-06-30")).containsExactly("second", "rest");
    assertThat(idsOn(rules, "2026-07-01")).containsExactly("rest");
  }

  @Test
  void rules_change_on_the_days_on_which_some_rule_begins_or_ends() {
    assertThat(parsed(DATED).changeDates())
        .containsExactly(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-07-01"));
  }

  @Test
  void the_rules_of_a_day_have_no_dates_and_the_examples_of_that_day() {
    RuleSet then = parsed(DATED).on(LocalDate.parse("2026-02-28"));

    assertThat(then.changeDates()).isEmpty();
    assertThat(then.examples()).extracting(Example::name).containsExactly("before");
    assertThat(then.examples()).allMatch(example -> example.day() == null);
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void between_two_change_dates_the_same_rules_count(long seed) {
    var random = new RandomRules(seed);
    RuleSet rules = random.wholeLanguage();
    LocalDate day = random.day();
    LocalDate next = day.plusDays(1);

    boolean changes = rules.changeDates().contains(next);

    assertThat(rules.on(next).rules().equals(rules.on(day).rules())).isEqualTo(!changes);
  }

  private static List<String> idsOn(RuleSet rules, String day) {
    return rules.on(LocalDate.parse(day)).rules().stream().map(rule -> rule.id().value()).toList();
  }

  private static RuleSet parsed(String text) {
    Parsed parsed = RuleParser.parse(new Source("dated.rules", text));
    assertThat(parsed.problems()).isEmpty();
    return parsed.rules();
  }
}
