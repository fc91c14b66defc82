package bailiwick.intake.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.atlas.Atlas;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.FieldDays;
import bailiwick.core.design.FieldWork;
import bailiwick.core.design.GreatCircleTimes;
import bailiwick.core.design.MoveBudget;
import bailiwick.core.design.Preference;
import bailiwick.core.design.Today;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DesignProblemsTest {

  private static final Atlas ATLAS = Atlas.packaged();
  private static final UnitNumbering UNITS =
      UnitNumbering.of(List.of(new UnitId("a"), new UnitId("b"), new UnitId("c")));
  private static final List<LonLat> POINTS =
      List.of(new LonLat(0, 50), new LonLat(1, 50), new LonLat(2, 50));

  private static final String TRAVEL =
      "\"travelHours\": {\"measure\": \"potential\", \"visitsPerAmount\": 12, \"hoursPerVisit\": 1, \"days\": 100}";

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

    DesignProblem problem =
        DesignProblems.ofPoints(brief, amounts(), POINTS, Optional.empty(), ATLAS);

    assertThat(problem.distances().siteCount()).isEqualTo(4);
    assertThat(problem.distances().between(1, 3)).isBetween(111.0, 111.4);
  }

  @Test
  void today_is_matched_by_code_and_locks_hold_on_to_it() {
    DesignProblem problem =
        problem(
            "\"disruptionWeight\": 1, \"locked\": [{\"unit\": \"c\", \"reason\": \"cooling off\"}]",
            Optional.of(today()));

    Today today = problem.today().orElseThrow();
    assertThat(today.toArray()).containsExactly(1, -1, 0);
    assertThat(today.weight()).isPositive();
    assertThat(problem.lockedTo(2)).isZero();
    assertThat(problem.lockReason(2)).contains("cooling off");
  }

  @Test
  void a_search_that_begins_from_today_has_every_unit_somewhere() {
    DesignProblem problem = problem("\"beginFromToday\": true", Optional.of(today()));

    assertThat(problem.beginning())
        .hasValueSatisfying(begun -> {
          assertThat(begun).hasSize(3).doesNotContain(-1);
          assertThat(begun[0]).isEqualTo(1);
          assertThat(begun[2]).isZero();
        });
    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> problem("\"beginFromToday\": true", Optional.empty()))
                .problems())
        .extracting(Problem::code)
        .containsExactly("BRIEF_NO_TODAY");
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

  @Test
  void wishes_become_rules_of_the_problem() {
    DesignProblem problem =
        problem(
            "\"eligible\": [{\"units\": [\"a\"], \"territories\": [\"T02\"]}],"
                + " \"together\": [[\"b\", \"c\"]], \"apart\": [[\"a\", \"b\"]],"
                + " \"budgets\": [{\"measure\": \"potential\", \"share\": 0.5},"
                + " {\"measure\": \"potential\", \"most\": 0.3, \"territory\": \"T01\"}],"
                + " \"capacities\": [{\"measure\": \"potential\", \"capacity\": 3, \"headroom\": 0.2}],"
                + " \"preferences\": [{\"name\": \"fit\", \"weight\": 0, \"costs\":"
                + " [{\"unit\": \"b\", \"territory\": \"T01\", \"cost\": 2}]}],"
                + " \"then\": [{\"goals\": [{\"objective\": \"fit\"}], \"slack\": 0.1}],"
                + " \"neverWorse\": true",
            Optional.of(today()));

    assertThat(problem.lockedTo(0)).isEqualTo(1);
    assertThat(problem.companions().familyOf(1)).isEqualTo(problem.companions().familyOf(2));
    assertThat(problem.companions().apartSize(0)).isEqualTo(2);
    assertThat(problem.budgets())
        .containsExactly(new MoveBudget.InAll(0, 100), new MoveBudget.Leaving(0, 0, 30));
    assertThat(problem.upper(0, 1)).isEqualTo(240);
    assertThat(problem.goals()).hasSize(1);
    Preference fit = (Preference) problem.laterLevels().getFirst().goals().getFirst().objective();
    assertThat(fit.at(1, 0)).isEqualTo(2);
    assertThat(fit.at(1, 1)).isZero();
    assertThat(problem.neverWorse()).isTrue();
  }

  @Test
  void without_homes_the_days_in_the_field_are_a_measure_that_is_balanced_and_limited() {
    DesignProblem problem =
        problem(
            TRAVEL + ", \"measures\": [{\"name\": \"fieldDays\", \"tolerance\": 0.2}]",
            Optional.empty());

    assertThat(problem.measures().getLast()).isEqualTo(FieldWork.DAYS);
    int days = problem.measures().size() - 1;
    assertThat(problem.rules()).extracting(BalanceRule::measure).containsOnly(days);
    assertThat(problem.upper(days, 0))
        .isEqualTo(Math.min(1_000_000, (long) Math.floor(problem.target(days, 0) * 1.2)));
    assertThat(problem.limitedDays()).isEmpty();
    FieldDays figures = problem.fieldDays().orElseThrow();
    assertThat(figures.at(1, 0)).isEqualTo(problem.amount(days, 1));
    assertThat(figures.spent(new int[] {0, 0, 1}).getFirst().most()).hasValue(100);
  }

  @Test
  void with_homes_the_days_in_the_field_are_a_limit_of_who_serves() {
    DesignBrief brief =
        BriefReader.read(
            "{\"unitKind\": \"account\", \"measures\": [], %s, \"territories\": [{\"code\": \"A\", \"home\": [0, 50]}, {\"code\": \"B\", \"share\": 0.5, \"home\": [2, 50]}]}"
                .formatted(TRAVEL),
            "b.json");

    DesignProblem problem =
        DesignProblems.ofPoints(brief, amounts(), POINTS, Optional.empty(), ATLAS);

    FieldDays days = problem.limitedDays().orElseThrow();
    assertThat(problem.measures()).doesNotContain(FieldWork.DAYS);
    assertThat(days.most(0)).isEqualTo(1_000_000);
    assertThat(days.most(1)).isEqualTo(500_000);
    // 12 visits of 1.1 h and 1.06 × the way to the neighbour, in days of 8 h from one's own door
    double next =
        new GreatCircleTimes(problem.distances()).hoursOver(problem.distances().between(0, 1));
    assertThat(days.at(0, 0)).isEqualTo(Math.round(12 * (1.1 + 1.06 * next) / 8 * 10_000));
    assertThat(days.at(0, 1)).isGreaterThan(days.at(0, 0));
  }

  @Test
  void who_is_met_elsewhere_is_as_far_from_home_as_there() {
    String homes =
        TRAVEL
            + ", \"measures\": [], \"territories\": [{\"code\": \"A\", \"home\": [0, 50]}, {\"code\": \"B\", \"home\": [2, 50]}]";
    String away =
        homes + ", \"decisionMakers\": [{\"unit\": \"a\", \"sites\": [{\"place\": [2, 50]}]}]";

    FieldDays here = days(homes);
    FieldDays there = days(away);

    assertThat(there.at(0, 0)).isEqualTo(here.at(0, 1)).isGreaterThan(here.at(0, 0));
    assertThat(there.at(0, 1)).isEqualTo(here.at(0, 0));
    assertThat(there.at(1, 0)).isEqualTo(here.at(1, 0));
  }

  private static FieldDays days(String fields) {
    DesignBrief brief = BriefReader.read("{\"unitKind\": \"account\", " + fields + "}", "b.json");
    return DesignProblems.ofPoints(brief, amounts(), POINTS, Optional.empty(), ATLAS)
        .limitedDays()
        .orElseThrow();
  }

  @Test
  void travel_hours_that_refer_to_nothing_or_come_to_too_much_are_told() {
    assertThat(codes("\"travelHours\": {\"hoursPerVisit\": 1, \"measure\": \"luck\"}"))
        .containsExactly("BRIEF_UNKNOWN_MEASURE");
    assertThat(codes("\"travelHours\": {\"hoursPerVisit\": 1, \"measure\": \"workload\"}"))
        .containsExactly("BRIEF_EMPTY_MEASURE");
    assertThat(
            codes(
                "\"travelHours\": {\"hoursPerVisit\": 1, \"measure\": \"potential\", \"visitsPerAmount\": 1e12}"))
        .containsExactly("BRIEF_WRONG_VALUE");
    assertThat(codes("\"measures\": [{\"name\": \"fieldDays\"}]"))
        .containsExactly("BRIEF_UNKNOWN_MEASURE");
    assertThat(
            codes(
                TRAVEL
                    + ", \"measures\": [{\"name\": \"fieldDays\"}], \"territories\": [{\"code\": \"A\", \"home\": [0, 50]}]"))
        .containsExactly("BRIEF_WRONG_VALUE");
  }

  /** Problems of a brief of accounts, for two territories unless it says others. */
  private static List<String> codes(String fields) {
    String two = fields.contains("territories") ? "" : "\"territories\": 2, ";
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                DesignProblems.ofPoints(
                    BriefReader.read("{\"unitKind\": \"account\", " + two + fields + "}", "b.json"),
                    amounts(),
                    POINTS,
                    Optional.empty(),
                    ATLAS));
    return thrown.problems().stream().map(Problem::code).toList();
  }

  /** A hundred arrays of all units and territories would be 32 GB. */
  @Test
  void preferences_take_memory_for_what_they_say_and_not_for_what_they_might() {
    List<UnitId> ids = IntStream.range(0, 20_000).mapToObj(k -> new UnitId("u" + k)).toList();
    UnitAmounts amounts = UnitAmounts.of(UnitNumbering.of(ids), List.of(Measure.WORKLOAD));
    List<LonLat> points = ids.stream().map(id -> new LonLat(0, 50)).toList();
    String preferences =
        IntStream.range(0, 100)
            .mapToObj(k ->
                "{\"name\": \"p%s\", \"costs\": [{\"unit\": \"u7\", \"territory\": \"T0003\"}]}"
                    .formatted(k))
            .collect(Collectors.joining(","));
    DesignBrief brief =
        BriefReader.read(
            "{\"unitKind\": \"account\", \"territories\": 2000, \"preferences\": [%s]}"
                .formatted(preferences),
            "b.json");

    DesignProblem problem =
        DesignProblems.ofPoints(brief, amounts, points, Optional.empty(), ATLAS);

    assertThat(problem.goals()).hasSize(101);
    assertThat(((Preference) problem.goals().getLast().objective()).at(7, 2)).isEqualTo(1);
  }

  @Test
  void what_a_change_makes_cannot_be_wished_for_by_name_yet() {
    String wishes =
        """
        "eligible": [{"units": ["a"], "territories": ["T01", "%s"]}],
        "preferences": [{"name": "fit", "costs": [{"unit": "b", "territory": "%s", "cost": 2}]}],
        "budgets": [{"measure": "potential", "most": 9, "territory": "%s"}],
        """;

    ProblemException added =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                problem(
                    wishes.replace("%s", "NEW-1") + "\"change\": {\"add\": 1}",
                    Optional.of(today())));
    ProblemException split =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                problem(
                    wishes.replace("%s", "T02-2")
                        + "\"change\": {\"split\": {\"territory\": \"T02\"}}",
                    Optional.of(today())));

    assertThat(added.problems())
        .hasSize(3)
        .allSatisfy(one -> assertThat(one.code()).isEqualTo("BRIEF_NEW_TERRITORY"));
    assertThat(split.problems())
        .hasSize(3)
        .allSatisfy(one -> assertThat(one.hint()).startsWith("Name `T02`"));
  }

  @Test
  void wishes_that_refer_to_nothing_are_told_at_once() {
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                problem(
                    "\"eligible\": [{\"units\": [\"x\"], \"territories\": [\"T09\"]}],"
                        + " \"budgets\": [{\"measure\": \"luck\", \"most\": 1},"
                        + " {\"measure\": \"potential\", \"most\": 1}],"
                        + " \"goals\": [{\"objective\": \"joy\"}, {\"objective\": \"sumOfDistances\"}]",
                    Optional.empty()));

    assertThat(thrown.problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(
            "BRIEF_UNKNOWN_TERRITORY",
            "BRIEF_UNKNOWN_UNIT",
            "BRIEF_UNKNOWN_MEASURE",
            "BRIEF_NO_TODAY",
            "BRIEF_WRONG_VALUE",
            "BRIEF_WRONG_VALUE");
  }

  private static DesignProblem problem(String fields, Optional<Alignment> today) {
    DesignBrief brief =
        BriefReader.read(
            "{\"unitKind\": \"account\", \"territories\": 2, " + fields + "}", "b.json");
    return DesignProblems.ofPoints(brief, amounts(), POINTS, today, ATLAS);
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
