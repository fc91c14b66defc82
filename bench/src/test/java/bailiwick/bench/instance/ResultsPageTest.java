package bailiwick.bench.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsPageTest {

  private static final TableRow ROW =
      new TableRow("set", "strip", "sum_dist", Duration.ofSeconds(2));

  @Test
  void a_peer_that_breaks_limits_by_less_is_ahead() {
    Answer ours = Answer.planned(7, 0.02, "");

    assertThat(page(ours, Answer.planned(9, 0.01, ""))).contains("ahead of ours in 1.");
    assertThat(page(ours, Answer.planned(5, 0.02, ""))).contains("ahead of ours in 0.");
    assertThat(page(ours, Answer.planned(5, 0.03, ""))).contains("ahead of ours in 0.");
  }

  @Test
  void a_plan_within_limits_is_ahead_of_one_that_breaks_them_and_of_none() {
    Answer theirs = Answer.planned(9, 0, "");

    assertThat(page(Answer.planned(7, 0.02, ""), theirs)).contains("ahead of ours in 1.");
    assertThat(page(Answer.failed("no plan"), theirs)).contains("ahead of ours in 1.");
    assertThat(page(Answer.planned(7, 0, ""), Answer.planned(5, 0.02, "")))
        .contains("ahead of ours in 0.");
  }

  @Test
  void a_plan_that_breaks_limits_is_ahead_of_none_but_not_of_a_proof_that_there_is_none() {
    Answer theirs = Answer.planned(9, 0.02, "");

    assertThat(page(Answer.failed("no plan"), theirs)).contains("ahead of ours in 1.");
    assertThat(page(Answer.infeasible("DESIGN_UNIT_TOO_LARGE"), theirs))
        .contains("ahead of ours in 0.");
  }

  @Test
  void where_ours_is_nothing_there_are_no_percents() {
    Answer ours = Answer.planned(0, 0, "");

    assertThat(page(ours, Answer.planned(4, 0, "")))
        .contains("| 4.000 |")
        .contains("ahead of ours in 0.");
    assertThat(page(ours, Answer.planned(0, 0, ""))).contains("| 0.000 (+0.000 %) |");
  }

  @Test
  void less_than_nothing_is_less() {
    Answer ours = Answer.planned(-4, 0, "");

    assertThat(page(ours, Answer.planned(-3, 0, "")))
        .contains("| -3.000 (+25.000 %) |")
        .contains("ahead of ours in 0.");
    assertThat(page(Answer.planned(0, 0, ""), Answer.planned(-1, 0, "")))
        .contains("ahead of ours in 1.");
  }

  private static String page(Answer ours, Answer theirs) {
    return new ResultsPage(
            List.of(
                new Measured(ROW, Engine.NAME, ours, "", "1.0"),
                new Measured(ROW, "peer", theirs, "", "1.0")),
            List.of("peer"))
        .markdown();
  }
}
