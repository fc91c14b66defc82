package bailiwick.core.design;

import bailiwick.core.alignment.Alignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks that the parts of a problem fit together before it is made. */
final class ProblemChecks {

  private final DesignProblemBuilder asked;
  private final int unitCount;
  private final int territoryCount;

  ProblemChecks(DesignProblemBuilder asked) {
    this.asked = asked;
    this.unitCount = asked.units.size();
    this.territoryCount = asked.territories.size();
  }

  /**
   * Requires that everything fits.
   *
   * @throws IllegalArgumentException when something does not
   */
  void requireAllFits() {
    require(unitCount > 0, "There must be at least one unit.");
    requireTerritoriesFit();
    asked.rules.forEach(this::requireFits);
    requireGoalsFit();
    requireLevelsFit();
    requireEligibilityFits();
    asked.together.forEach(this::requireUnits);
    asked.apart.forEach(this::requireUnits);
    require(asked.today != null || !asked.neverWorse, "Being never worse needs a plan of today.");
    asked.budgets.forEach(this::requireFits);
    requireFieldWorkFits();
    for (int territory : asked.lockedTo) {
      if (territory != Alignment.UNASSIGNED) {
        requireNumber("locked territory", territory, territoryCount);
      }
    }
    requireTodayFits();
    requireBeginningFits();
  }

  private void requireFieldWorkFits() {
    FieldWork work = asked.fieldWork;
    require(
        work == null || work.unitCount() == unitCount,
        "The work in the field is not that of all %s units.".formatted(unitCount));
    int told = asked.fieldDaysAtLeast.length;
    require(
        told == 0 || told == territoryCount,
        "The days in the field (%s) must be told of all %s territories."
            .formatted(told, territoryCount));
  }

  private void requireBeginningFits() {
    int[] beginning = asked.beginning;
    if (beginning == null) {
      return;
    }
    require(
        beginning.length == unitCount,
        "The plan to begin from tells of %s units of %s.".formatted(beginning.length, unitCount));
    for (int territory : beginning) {
      requireNumber("territory to begin from", territory, territoryCount);
    }
  }

  private void requireTerritoriesFit() {
    require(territoryCount > 0, "There must be at least one territory.");
    int sites = asked.distances.siteCount();
    require(
        sites >= unitCount,
        "The sites (%s) must be at least the units (%s).".formatted(sites, unitCount));
    long distinct = asked.territories.stream().map(TerritorySpec::code).distinct().count();
    require(distinct == territoryCount, "The territory codes must differ.");
    for (TerritorySpec spec : asked.territories) {
      if (spec.centre() instanceof Centre.Home home) {
        requireNumber("home's site", home.site(), sites);
      }
    }
  }

  private void requireFits(BalanceRule rule) {
    requireMeasure(rule.measure());
    if (rule instanceof BalanceRule.TerritoryLimits limits) {
      requireNumber("limited territory", limits.territory(), territoryCount);
    }
  }

  private void requireMeasure(int number) {
    requireNumber("measure", number, asked.measures.size());
  }

  private void requireGoalsFit() {
    List<Goal> first = asked.allGoals();
    List<Goal> all = new ArrayList<>(first);
    asked.goalLimits.forEach(limit -> all.addAll(limit.goals()));
    asked.laterLevels.forEach(level -> all.addAll(level.goals()));
    all.forEach(goal -> requireFits(goal.objective()));
    long centred =
        all.stream().map(Goal::objective).filter(Objective::isCentred).distinct().count();
    require(
        centred <= 1, "At most one objective may measure from centres, not %s.".formatted(centred));
    require(
        first.stream().filter(goal -> goal.objective().isCentred()).count() <= 1,
        "An objective that measures from centres must be one goal, not two.");
  }

  private void requireFits(Objective objective) {
    switch (objective) {
      case Objective.MomentOfInertia moment -> requireMeasure(moment.measure());
      case Objective.SumOfDistances sum -> {}
      case Objective.CutEdges cut ->
          require(asked.graph != null, "Cut edges need a graph of touching units.");
      case Objective.MaxDiameter diameter -> {}
      case Objective.Disruption disruption -> {
        requireMeasure(disruption.measure());
        require(asked.today != null, "Disruption needs a plan of today.");
      }
      case Preference preference ->
          requireAsMany(
              "preference " + preference.name(),
              preference.unitCount(),
              preference.territoryCount());
    }
  }

  /** What a level reaches is a limit for those after it, and a diameter must be limited alone. */
  private void requireLevelsFit() {
    List<List<Goal>> followed = new ArrayList<>();
    followed.add(asked.allGoals());
    asked.laterLevels.forEach(level -> followed.add(level.goals()));
    followed.removeLast();
    for (List<Goal> goals : followed) {
      require(
          goals.size() == 1
              || goals.stream()
                  .noneMatch(goal -> goal.objective() instanceof Objective.MaxDiameter),
          "A diameter must be the only goal of a level that others follow.");
    }
  }

  private void requireEligibilityFits() {
    Eligibility allowed = asked.eligibility;
    if (allowed != null) {
      requireAsMany("eligibility", allowed.unitCount(), allowed.territoryCount());
    }
  }

  private void requireAsMany(String what, int units, int territories) {
    require(
        units == unitCount && territories == territoryCount,
        "The %s tells of %s units and %s territories, not of %s and %s."
            .formatted(what, units, territories, unitCount, territoryCount));
  }

  private void requireUnits(int[] numbers) {
    require(numbers.length > 0, "There must be at least one unit.");
    Arrays.stream(numbers).forEach(unit -> requireNumber("unit", unit, unitCount));
  }

  private void requireFits(MoveBudget budget) {
    require(asked.today != null, "A budget of what may change hands needs a plan of today.");
    requireMeasure(budget.measure());
    switch (budget) {
      case MoveBudget.InAll all -> {}
      case MoveBudget.Leaving leaving ->
          requireNumber("territory", leaving.territory(), territoryCount);
      case MoveBudget.Entering entering ->
          requireNumber("territory", entering.territory(), territoryCount);
    }
  }

  private void requireTodayFits() {
    Today plan = asked.today;
    if (plan == null) {
      return;
    }
    require(
        plan.unitCount() == unitCount,
        "Today's plan names %s units of %s.".formatted(plan.unitCount(), unitCount));
    requireMeasure(plan.measure());
    for (int unit = 0; unit < unitCount; unit++) {
      if (plan.territoryOf(unit) != Alignment.UNASSIGNED) {
        requireNumber("today's territory", plan.territoryOf(unit), territoryCount);
      }
    }
  }

  private static void requireNumber(String what, int number, int count) {
    require(
        number >= 0 && number < count,
        "The %s (%s) must lie from 0 to %s.".formatted(what, number, count - 1));
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
