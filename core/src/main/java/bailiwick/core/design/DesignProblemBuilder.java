package bailiwick.core.design;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitNumbering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is asked of a problem: the one way to make one, and to ask a little more or less
 * than another one does ({@link DesignProblem#toBuilder}). Not thread-safe.
 */
public final class DesignProblemBuilder {

  final UnitNumbering units;
  final Distances distances;
  final List<Measure> measures = new ArrayList<>();
  final List<long[]> amounts = new ArrayList<>();
  final List<TerritorySpec> territories = new ArrayList<>();
  final List<BalanceRule> rules = new ArrayList<>();
  @Nullable UnitGraph graph;
  boolean contiguous;
  Goal leading = Goal.of(Objective.SumOfDistances.DEFAULT);
  final List<Goal> further = new ArrayList<>();
  final List<GoalLimit> goalLimits = new ArrayList<>();
  final List<Level> laterLevels = new ArrayList<>();
  boolean neverWorse;
  @Nullable Eligibility eligibility;
  final int[] lockedTo; // [unit] -> territory, or -1
  final Map<Integer, String> lockReasons = new HashMap<>();
  final List<MoveBudget> budgets = new ArrayList<>();
  @Nullable FieldWork fieldWork;
  long[] fieldDaysAtLeast = {}; // [territory] -> days that it has in any case; empty for none
  final List<int[]> together = new ArrayList<>();
  final List<int[]> apart = new ArrayList<>();
  @Nullable Today today;
  int @Nullable [] beginning; // [unit] -> territory; null without a plan to begin from

  DesignProblemBuilder(UnitNumbering units, Distances distances) {
    this.units = units;
    this.distances = distances;
    this.lockedTo = new int[units.size()];
    Arrays.fill(lockedTo, Alignment.UNASSIGNED);
  }

  /** One that asks the same; arrays within are shared, for nobody changes them. */
  DesignProblemBuilder(DesignProblemBuilder same) {
    this.units = same.units;
    this.distances = same.distances;
    this.measures.addAll(same.measures);
    this.amounts.addAll(same.amounts);
    this.territories.addAll(same.territories);
    this.rules.addAll(same.rules);
    this.graph = same.graph;
    this.contiguous = same.contiguous;
    this.leading = same.leading;
    this.further.addAll(same.further);
    this.goalLimits.addAll(same.goalLimits);
    this.laterLevels.addAll(same.laterLevels);
    this.neverWorse = same.neverWorse;
    this.eligibility = same.eligibility;
    this.lockedTo = same.lockedTo.clone();
    this.lockReasons.putAll(same.lockReasons);
    this.budgets.addAll(same.budgets);
    this.fieldWork = same.fieldWork;
    this.fieldDaysAtLeast = same.fieldDaysAtLeast;
    this.together.addAll(same.together);
    this.apart.addAll(same.apart);
    this.today = same.today;
    this.beginning = same.beginning;
  }

  /**
   * Adds a measure; its number is how many came before it.
   *
   * @param amountOf {@code amountOf[unit number]}, fixed-point, 0 or more
   */
  public DesignProblemBuilder measure(Measure measure, long[] amountOf) {
    if (amountOf.length != units.size()) {
      throw new IllegalArgumentException(
          "The measure %s names %s units of %s."
              .formatted(measure.name(), amountOf.length, units.size()));
    }
    for (int unit = 0; unit < amountOf.length; unit++) {
      if (amountOf[unit] < 0) {
        throw new IllegalArgumentException(
            "The amount (%s) of %s at unit %s must be 0 or more."
                .formatted(amountOf[unit], measure.name(), units.id(unit)));
      }
    }
    measures.add(measure);
    amounts.add(amountOf.clone());
    return this;
  }

  /** Sets which units touch, without asking for contiguity. */
  public DesignProblemBuilder graph(UnitGraph touching) {
    if (touching.unitCount() != units.size()) {
      throw new IllegalArgumentException(
          "The graph has %s units of %s.".formatted(touching.unitCount(), units.size()));
    }
    this.graph = touching;
    return this;
  }

  /** Sets which units touch and asks that each territory be one connected piece. */
  public DesignProblemBuilder contiguous(UnitGraph touching) {
    graph(touching);
    this.contiguous = true;
    return this;
  }

  /** Adds a territory; its number is how many came before it. */
  public DesignProblemBuilder territory(TerritorySpec spec) {
    territories.add(spec);
    return this;
  }

  /**
   * Puts other territories in the place of those there are. What is asked of territories by number
   * (limits, eligibility, costs, locks, budgets, today's plan) follows them.
   */
  public DesignProblemBuilder succeededBy(Succession next) {
    replace(territories, next.territories());
    replace(rules, next.rules(rules));
    leading = next.goal(leading);
    replace(further, next.goals(further));
    goalLimits.replaceAll(limit -> new GoalLimit(next.goals(limit.goals()), limit.most()));
    laterLevels.replaceAll(level -> new Level(next.goals(level.goals()), level.slack()));
    eligibility = next.eligibility(eligibility);
    for (int unit = 0; unit < lockedTo.length; unit++) {
      lockedTo[unit] = next.heirOf(lockedTo[unit]);
    }
    lockReasons.keySet().removeIf(unit -> lockedTo[unit] == Alignment.UNASSIGNED);
    replace(budgets, next.budgets(budgets));
    fieldDaysAtLeast = next.amounts(fieldDaysAtLeast);
    today = next.today(today);
    beginning = next.plan(beginning);
    return this;
  }

  private static <T> void replace(List<T> list, List<T> by) {
    list.clear();
    list.addAll(by);
  }

  /** Adds territories {@code T1} … with equal shares and free centres. */
  public DesignProblemBuilder freeTerritories(int count) {
    int width = Integer.toString(count).length();
    for (int t = 1; t <= count; t++) {
      String digits = Integer.toString(t);
      territories.add(TerritorySpec.free("T" + "0".repeat(width - digits.length()) + digits));
    }
    return this;
  }

  /** Adds a rule of balance. */
  public DesignProblemBuilder rule(BalanceRule rule) {
    rules.add(rule);
    return this;
  }

  /** Sets the rules of balance in place of those added before. */
  public DesignProblemBuilder rules(List<BalanceRule> wanted) {
    replace(rules, wanted);
    return this;
  }

  /** Sets what to make small, counting once; the sum of distances unless set. */
  public DesignProblemBuilder objective(Objective wanted) {
    return objective(wanted, 1);
  }

  /** Sets what to make small first of all, and how much it counts. */
  public DesignProblemBuilder objective(Objective wanted, double weight) {
    this.leading = new Goal(wanted, weight);
    return this;
  }

  /** Adds something else to make small. */
  public DesignProblemBuilder goal(Goal goal) {
    further.add(goal);
    return this;
  }

  /** Adds the most that goals may come to. */
  public DesignProblemBuilder limit(GoalLimit limit) {
    goalLimits.add(limit);
    return this;
  }

  /** Adds goals that count once all goals before them have been reached. */
  public DesignProblemBuilder then(Level level) {
    laterLevels.add(level);
    return this;
  }

  /**
   * Asks for these goals alone: for no others by weight, none of later levels, no price of leaving
   * today's territories, and not for being never worse than today.
   *
   * @param wanted at least one
   */
  public DesignProblemBuilder onlyGoals(List<Goal> wanted) {
    leading = wanted.getFirst();
    replace(further, wanted.subList(1, wanted.size()));
    laterLevels.clear();
    neverWorse = false;
    movingIsFree();
    return this;
  }

  /** Asks that nothing become worse than it is in today's plan, as far as that is possible. */
  public DesignProblemBuilder neverWorse() {
    this.neverWorse = true;
    return this;
  }

  /** Sets which territories each unit may belong to; any unless set. */
  public DesignProblemBuilder eligibility(Eligibility allowed) {
    this.eligibility = allowed;
    return this;
  }

  /** Locks a unit to a territory. */
  public DesignProblemBuilder lock(int unit, int territory) {
    lockedTo[unit] = territory;
    return this;
  }

  /**
   * Locks a unit to a territory.
   *
   * @param reason why, as it is told to people: {@code "cooling off until 2027-01-31"}
   */
  public DesignProblemBuilder lock(int unit, int territory, String reason) {
    lockReasons.put(unit, reason);
    return lock(unit, territory);
  }

  /** Asks that all these units be in one territory. */
  public DesignProblemBuilder together(int... familyUnits) {
    together.add(familyUnits.clone());
    return this;
  }

  /** Asks that all these units be in different territories. */
  public DesignProblemBuilder apart(int... differentUnits) {
    apart.add(differentUnits.clone());
    return this;
  }

  /** Adds a limit to what may change hands; needs a plan of today. */
  public DesignProblemBuilder budget(MoveBudget budget) {
    budgets.add(budget);
    return this;
  }

  /**
   * Sets the days in the field that units take. Where these are limited, each territory takes at
   * most those that it has.
   */
  public DesignProblemBuilder fieldWork(FieldWork work) {
    this.fieldWork = work;
    return this;
  }

  /**
   * Lets each territory take so many days in the field, whatever its share gives it.
   *
   * @param days {@code days[territory]}, fixed-point in {@link FieldWork#DAYS}, 0 or more
   */
  public DesignProblemBuilder fieldDaysAtLeast(long[] days) {
    this.fieldDaysAtLeast = days.clone();
    return this;
  }

  /** Sets whose each unit is today; also the place to start from. */
  public DesignProblemBuilder today(Today plan) {
    this.today = plan;
    return this;
  }

  /**
   * Sets a plan to begin the search from, such as one designed for a question much like this.
   *
   * @param territoryOf {@code territoryOf[unit number]}, every unit with a territory
   */
  public DesignProblemBuilder beginFrom(int[] territoryOf) {
    this.beginning = territoryOf.clone();
    return this;
  }

  /** Asks all but this. */
  public DesignProblemBuilder without(Requirement requirement) {
    switch (requirement) {
      case Requirement.Budgets all -> budgets.clear();
      case Requirement.DaysInTheField all -> unlimitFieldDays();
      case Requirement.Apart all -> apart.clear();
      case Requirement.Families all -> together.clear();
      case Requirement.Eligible all -> eligibility = null;
      case Requirement.Locks all -> unlock();
      case Requirement.OnePiece all -> contiguous = false;
      case Requirement.Limits of -> rules.removeIf(rule -> rule.measure() == of.measure());
    }
    return this;
  }

  private void unlimitFieldDays() {
    FieldWork work = fieldWork;
    if (work != null) {
      fieldWork = work.unlimited();
    }
  }

  private void unlock() {
    Arrays.fill(lockedTo, Alignment.UNASSIGNED);
    lockReasons.clear();
  }

  /** Lets units leave today's territories at no price; budgets and the leading goal stay. */
  public DesignProblemBuilder withoutPriceOfMoving() {
    further.removeIf(goal -> goal.objective() instanceof Objective.Disruption);
    movingIsFree();
    return this;
  }

  private void movingIsFree() {
    Today plan = today;
    if (plan != null) {
      today = plan.withWeight(0);
    }
  }

  /**
   * The problem.
   *
   * @throws IllegalArgumentException when parts do not fit together
   */
  public DesignProblem build() {
    new ProblemChecks(this).requireAllFits();
    return new DesignProblem(this);
  }

  /** The goals in their order, disruption at the price of today's plan last. */
  List<Goal> allGoals() {
    List<Goal> all = new ArrayList<>();
    all.add(leading);
    all.addAll(further);
    Today plan = today;
    if (plan != null && plan.weight() > 0) {
      all.add(new Goal(new Objective.Disruption("disruption", plan.measure()), plan.weight()));
    }
    return List.copyOf(all);
  }
}
