package bailiwick.intake.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Today;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DesignProblemsTest {

  private static final UnitNumbering UNITS =
      UnitNumbering.of(List.of(new UnitId("a"), new UnitId("b"), new UnitId("c")));
  private static final List<LonLat> POINTS =
      List.of(new LonLat(0, 50), new LonLat(1, 50), new LonLat(2, 50));

  @Test
  void a_tolerance_limits_its_measure() {
    DesignProblem problem = problem("\"measures\": [{\"name\": \"potential\"}]", Optional.empty());

    assertThat(problem.lower(0, 0)).isEqualTo(135);
    assertThat(problem.upper(0, 0)).isEqualTo(165);
  }

  @Test
  void a_home_is_a_site_beyond_the_units() {
    DesignBrief brief =
        BriefReader.read(
            "{\"unitKind\": \"account\", \"territories\": [{\"code\": \"A\", \"home\": [1, 51]}]}",
            "b.json");

    DesignProblem problem = DesignProblems.ofPoints(brief, amounts(), POINTS, Optional.empty());

    assertThat(problem.distances().siteCount()).isEqualTo(4);
    assertThat(problem.distances().between(1, 3)).isBetween(111.0, 111.4);
  }

  @Test
  void today_is_matched_by_code_and_locks_hold_on_to_it() {
    DesignProblem problem =
        problem("\"disruptionWeight\": 1, \"locked\": [\"c\"]", Optional.of(today()));

    Today today = problem.today().orElseThrow();
    assertThat(today.toArray()).containsExactly(1, -1, 0);
    assertThat(today.weight()).isPositive();
    assertThat(problem.lockedTo(2)).isZero();
  }

  /** The scenario's territories are listed in another order than the brief's. */
  private static Alignment today() {
    return Alignment.of(
        UNITS,
        List.of(new TerritoryCode("T02"), new TerritoryCode("T01"), new TerritoryCode("OLD")),
        new int[] {0, 2, 1});
  }

  @Test
  void what_refers_to_nothing_is_told_at_once() {
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                problem(
                    "\"disruptionWeight\": 1, \"locked\": [\"x\", \"b\"],"
                        + " \"measures\": [{\"name\": \"luck\"}, {\"name\": \"workload\"}]",
                    Optional.of(today())));

    assertThat(thrown.problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(
            "BRIEF_UNKNOWN_UNIT", "BRIEF_NO_TODAY", "BRIEF_UNKNOWN_MEASURE", "BRIEF_EMPTY_MEASURE");
  }

  @Test
  void accounts_without_neighbours_cannot_be_contiguous() {
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class, () -> problem("\"contiguous\": true", Optional.empty()));

    assertThat(thrown.problems()).extracting(Problem::code).containsExactly("BRIEF_WRONG_VALUE");
  }

  private static DesignProblem problem(String fields, Optional<Alignment> today) {
    DesignBrief brief =
        BriefReader.read(
            "{\"unitKind\": \"account\", \"territories\": 2, " + fields + "}", "b.json");
    return DesignProblems.ofPoints(brief, amounts(), POINTS, today);
  }

  private static UnitAmounts amounts() {
    UnitAmounts amounts =
        UnitAmounts.of(UNITS, List.of(Measure.potential("USD"), Measure.WORKLOAD));
    for (int unit = 0; unit < 3; unit++) {
      amounts.add(0, unit, 100);
    }
    return amounts;
  }
}
