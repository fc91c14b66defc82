package bailiwick.intake.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import bailiwick.atlas.Atlas;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Preference;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.core.unit.UnitNumbering;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Accounts in New York, Chicago and Los Angeles; the one in Chicago is bought for elsewhere. */
class VisitedSitesTest {

  private static final Atlas ATLAS = Atlas.packaged();
  private static final UnitNumbering UNITS =
      UnitNumbering.of(List.of(new UnitId("ny"), new UnitId("chi"), new UnitId("la")));
  private static final LonLat NEW_YORK = new LonLat(-74.0, 40.7);
  private static final LonLat CHICAGO = new LonLat(-87.6, 41.9);
  private static final LonLat LOS_ANGELES = new LonLat(-118.2, 34.1);
  private static final List<LonLat> POINTS = List.of(NEW_YORK, CHICAGO, LOS_ANGELES);
  private static final String COASTS =
      "'territories': [{'code': 'E', 'home': [-74.0, 40.7]}, {'code': 'W', 'home': [-118.2, 34.1]}]";

  @Test
  void distances_are_means_over_the_visits_in_person() {
    DesignProblem problem =
        problem(
            COASTS
                + ", 'decisionMakers': [{'unit': 'chi', 'sites': ["
                + "{'place': [-74.0, 40.7], 'weight': 3},"
                + "{'place': [-118.2, 34.1], 'weight': 2, 'remoteShare': 0.5}]}]");

    double coastToCoast = NEW_YORK.distanceKm(LOS_ANGELES);
    assertThat(problem.distances().between(1, 3)).isCloseTo(coastToCoast / 4, within(1e-3));
    assertThat(problem.distances().inPerson(1)).isCloseTo(0.8, within(1e-12));
    assertThat(problem.distances().between(0, 4)).isCloseTo(coastToCoast, within(1e-3));
    assertThat(problem.distances().siteCount()).isEqualTo(5);
  }

  @Test
  void a_postcode_stands_for_its_place_and_a_site_without_either_for_the_unit_itself() {
    DesignProblem problem =
        problem(
            COASTS
                + ", 'decisionMakers': [{'unit': 'la', 'sites': [{'postcode': '10001'}]},"
                + " {'unit': 'chi', 'sites': [{'remoteShare': 0.25}]}]");

    assertThat(problem.distances().between(2, 3)).isLessThan(10);
    assertThat(problem.distances().between(1, 0))
        .isCloseTo(CHICAGO.distanceKm(NEW_YORK), within(1e-3));
    assertThat(problem.distances().inPerson(1)).isEqualTo(0.75);
  }

  @Test
  void missed_hours_come_from_homes_and_places_where_nothing_else_is_said() {
    Preference missed =
        missedHours(
            "'territories': [{'code': 'E', 'home': [-74.0, 40.7]},"
                + " {'code': 'W', 'timeZone': 'Asia/Kolkata'}],"
                + " 'goals': [{'objective': 'timeZoneOverlap'}]");

    assertThat(missed.at(0, 0)).isZero();
    assertThat(missed.at(1, 0)).isEqualTo(1);
    assertThat(missed.at(2, 0)).isEqualTo(3);
    assertThat(missed.at(2, 1)).isEqualTo(8);
  }

  @Test
  void the_working_day_is_as_long_and_its_clocks_are_as_the_brief_says() {
    Preference missed =
        missedHours(
            "'territories': [{'code': 'E', 'timeZone': 'America/New_York'},"
                + " {'code': 'P', 'timeZone': 'America/Phoenix'}],"
                + " 'workingDay': {'from': '08:00', 'to': '18:00', 'date': '2027-07-01'},"
                + " 'goals': [{'objective': 'timeZoneOverlap'}]");

    assertThat(missed.at(0, 1)).isEqualTo(3);
    assertThat(missed.at(2, 1)).isZero();
  }

  @Test
  void the_seats_of_a_plan_tell_hours_even_where_distances_are_not_measured_from_them() {
    BriefFrame frame =
        BriefFrame.ofPlan(
            UnitKind.ACCOUNT,
            "US",
            List.of(
                new DesignBrief.Territory("E", "East", 1, NEW_YORK),
                new DesignBrief.Territory("W", "West", 1, LOS_ANGELES)),
            10);
    DesignBrief brief =
        BriefReader.read(
            JsonMapper.shared()
                .readTree("{\"goals\": [{\"objective\": \"timeZoneOverlap\"}], \"measures\": []}"),
            frame);

    DesignProblem problem = problem(brief);

    assertThat(brief.territories()).allMatch(territory -> territory.home() == null);
    assertThat(((Preference) problem.goals().getLast().objective()).at(1, 1)).isEqualTo(2);
  }

  @Test
  void weights_of_sites_decide_whose_a_unit_is_and_figures_tell_it() {
    assertThat(plan(brief(1, 4)).alignment().toArray()).containsExactly(0, 1, 1);
    assertThat(plan(brief(4, 1)).alignment().toArray()).containsExactly(0, 0, 1);

    DesignBrief brief = brief(4, 1);
    VisitFigures figures = VisitFigures.of(brief, problem(brief), plan(brief)).orElseThrow();
    assertThat(figures.territories().get(0).hoursInCommon())
        .hasValueCloseTo((8 + (4 * 8 + 1 * 5) / 5.0) / 2, within(1e-9));
    assertThat(figures.territories().get(1).hoursInCommon()).hasValueCloseTo(8.0, within(1e-9));
    assertThat(figures.all().remoteShare()).hasValueCloseTo(0.5 / 3, within(1e-9));
  }

  /** Chicago's buyers sit on both coasts and are met half from afar. */
  private static DesignBrief brief(double east, double west) {
    return read(
        COASTS
            + ", 'goals': [{'objective': 'timeZoneOverlap'}], 'decisionMakers': [{'unit': 'chi',"
            + " 'sites': [{'place': [-74.0, 40.7], 'remoteShare': 0.5, 'weight': %s},"
                .formatted(east)
            + " {'place': [-118.2, 34.1], 'remoteShare': 0.5, 'weight': %s}]}]".formatted(west));
  }

  @Test
  void without_decision_makers_or_hours_there_are_no_figures() {
    DesignBrief brief = read(COASTS);

    assertThat(VisitFigures.of(brief, problem(brief), plan(brief))).isEmpty();
  }

  @Test
  void territories_that_nobody_knows_the_hours_of_are_named() {
    assertThat(problemsOf("'territories': 2, 'goals': [{'objective': 'timeZoneOverlap'}]"))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("BRIEF_NO_TIME_ZONE");
          assertThat(problem.message()).contains("`T01`, `T02`");
          assertThat(problem.hint()).contains("timeZone");
        });
  }

  @Test
  void what_is_wrong_with_sites_is_told_at_once() {
    assertThat(
            problemsOf(
                "'territories': [{'code': 'N', 'timeZone': 'Mars/Olympus'}],"
                    + " 'decisionMakers': ["
                    + "{'unit': 'chi', 'sites': [{'weight': 0}]},"
                    + "{'unit': 'la', 'sites': [{'weight': -1}, {'place': [0, 91]}]},"
                    + "{'unit': 'la', 'sites': [{'remoteShare': 2, 'timeZone': 'Nowhere'}]}],"
                    + " 'workingDay': {'from': '17:00', 'to': '09:00'}"))
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(
            "BRIEF_UNKNOWN_TIME_ZONE",
            "BRIEF_NO_WEIGHT",
            "BRIEF_WRONG_VALUE",
            "BRIEF_WRONG_VALUE",
            "BRIEF_WRONG_VALUE",
            "BRIEF_UNKNOWN_TIME_ZONE",
            "BRIEF_UNIT_TWICE",
            "BRIEF_WRONG_VALUE");
    assertThat(
            problemsOf(
                COASTS
                    + ", 'decisionMakers': [{'unit': 'x', 'sites': [{}]},"
                    + " {'unit': 'la', 'sites': [{'postcode': '00000'}]}]"))
        .extracting(Problem::code)
        .containsExactlyInAnyOrder("BRIEF_UNKNOWN_UNIT", "BRIEF_UNKNOWN_POSTCODE");
    assertThat(problemsOf(COASTS + ", 'decisionMakers': [{'sites': [{}]}, {'sites': [{}]}]"))
        .as("two units without a name are not the same one twice")
        .extracting(Problem::code)
        .containsExactly("BRIEF_MISSING_FIELD", "BRIEF_MISSING_FIELD");
  }

  @Test
  void the_edition_of_the_clocks_is_part_of_what_is_asked_only_where_hours_are_a_goal() {
    String hours = "[{'objective': 'timeZoneOverlap'}]";

    assertThat(read(COASTS).wishes().clocks()).isEmpty();
    assertThat(read(COASTS + ", 'goals': " + hours).wishes().clocks().orElseThrow())
        .matches("20\\d\\d[a-z]+");
    assertThat(read(COASTS + ", 'then': [{'goals': " + hours + "}]").wishes().clocks()).isPresent();
  }

  @Test
  void a_weight_that_is_no_number_is_refused() {
    assertThat(
            problemsOf(
                "'decisionMakers': [{'unit': 'la', 'sites': [{'weight': 'NaN'}]}], " + COASTS))
        .extracting(Problem::code)
        .containsExactly("BRIEF_WRONG_VALUE");
    assertThat(
            problemsOf("'decisionMakers': [{'unit': 'la', 'sites': [{'weight': NaN}]}], " + COASTS))
        .extracting(Problem::code)
        .containsExactly("BRIEF_UNREADABLE");
  }

  @Test
  void hours_need_territories_that_are_there() {
    assertThat(
            problemsOf(
                COASTS + ", 'change': {'add': 1}, 'goals': [{'objective': 'timeZoneOverlap'}]"))
        .extracting(Problem::code)
        .containsExactly("BRIEF_WRONG_VALUE");
  }

  private static List<? extends Problem> problemsOf(String fields) {
    return catchThrowableOfType(ProblemException.class, () -> problem(fields)).problems();
  }

  private static DesignBrief read(String fields) {
    return BriefReader.read(
        ("{'unitKind': 'account', " + fields + "}").replace('\'', '"'), "b.json");
  }

  private static DesignProblem problem(String fields) {
    return problem(read(fields));
  }

  private static DesignProblem problem(DesignBrief brief) {
    return DesignProblems.ofPoints(brief, amounts(), POINTS, Optional.empty(), ATLAS);
  }

  private static Preference missedHours(String fields) {
    return (Preference) problem(fields).goals().getLast().objective();
  }

  private static DesignPlan plan(DesignBrief brief) {
    DesignOutcome outcome =
        Optimizer.optimize(
            problem(brief),
            DesignSettings.ofWork(1, 5_000),
            DesignListener.NONE,
            Cancellation.none());
    return ((DesignOutcome.Designed) outcome).plan();
  }

  private static UnitAmounts amounts() {
    UnitAmounts amounts = UnitAmounts.of(UNITS, List.of(Measure.ACCOUNTS));
    for (int unit = 0; unit < 3; unit++) {
      amounts.add(0, unit, 1);
    }
    return amounts;
  }
}
