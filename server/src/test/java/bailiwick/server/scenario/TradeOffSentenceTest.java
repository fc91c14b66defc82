package bailiwick.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.unit.Measure;
import bailiwick.server.scenario.TradeOffSentence.Numbers;
import bailiwick.server.wire.TradeOffWire.TradeOffPlan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TradeOffSentenceTest {

  private static final TradeOffSentence OF_ACCOUNTS =
      new TradeOffSentence(Measure.ACCOUNTS, 1_000, new Numbers(10, 200, 0.05));

  @Test
  void the_plan_that_moves_least_is_told_by_itself() {
    assertThat(OF_ACCOUNTS.of(new Numbers(10, 200, 0.05), Optional.empty()))
        .isEqualTo(
            "10 of 1,000 accounts (1.0 %) change hands; no territory is more than 5.0 % off.");
  }

  /** On a convex curve the next one moved is worth less than those before it. */
  @Test
  void a_price_is_that_of_the_accounts_moved_since_the_plan_before_and_not_of_further_ones() {
    String sentence = OF_ACCOUNTS.of(new Numbers(60, 190, 0.05), Optional.of(plan(3, 40, 195)));

    assertThat(sentence)
        .contains("the goals come to 5.00 % less than with the least moves")
        .endsWith("Each of the 20 more than in plan 3 makes them 0.13 % less.")
        .doesNotContain("further");
    assertThat(OF_ACCOUNTS.of(new Numbers(41, 190, 0.05), Optional.of(plan(3, 40, 195))))
        .endsWith("The one more than in plan 3 makes them 2.5 % less.");
  }

  @Test
  void a_deviation_is_rounded_up_and_what_arithmetic_leaves_behind_is_none() {
    assertThat(OF_ACCOUNTS.of(new Numbers(10, 200, 0.0504), Optional.empty()))
        .contains("5.1 % off");
    assertThat(OF_ACCOUNTS.of(new Numbers(10, 200, 0.1 + 0.2 - 0.24), Optional.empty()))
        .contains("than 6.0 % off");
  }

  @Test
  void money_is_priced_by_the_thousand_in_plain_decimals() {
    TradeOffSentence ofMoney =
        new TradeOffSentence(Measure.potential("USD"), 1e9, new Numbers(0, 3e8, 0.05));

    assertThat(ofMoney.of(new Numbers(4e6, 3e8 - 44_444, 0.05), Optional.of(plan(1, 0, 3e8))))
        .endsWith("Each 1,000 of the 4,000,000 more than in plan 1 makes them 0.0000037 % less.");
  }

  @Test
  void a_plan_that_moves_more_for_the_sake_of_balance_has_no_price() {
    assertThat(OF_ACCOUNTS.of(new Numbers(60, 210, 0.02), Optional.of(plan(1, 10, 200))))
        .endsWith("no territory is more than 2.0 % off.");
  }

  @Test
  void where_the_goals_of_the_first_plan_come_to_nothing_there_are_no_parts_of_them() {
    TradeOffSentence ofNothing =
        new TradeOffSentence(Measure.ACCOUNTS, 1_000, new Numbers(0, 0, 0.1));

    assertThat(ofNothing.of(new Numbers(60, 3, 0.05), Optional.of(plan(2, 10, 4))))
        .isEqualTo(
            "60 of 1,000 accounts (6.0 %) change hands; no territory is more than 5.0 % off.");
  }

  private static TradeOffPlan plan(int number, double moved, double objective) {
    return new TradeOffPlan(number, 1, moved, 0, 0, objective, null, 0.05, null, "");
  }
}
