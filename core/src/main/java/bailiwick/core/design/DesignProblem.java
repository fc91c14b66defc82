package bailiwick.core.design;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.measure.AlignmentTotals;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitNumbering;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One question to the optimiser. Immutable; owns its arrays and hands out none. Made by {@link
 * #builder}.
 */
public final class DesignProblem {

  private final DesignProblemBuilder asked; // a copy that nobody else holds
  private final List<Measure> measures;
  private final long[][] amounts; // [measure][unit] -> fixed-point amount
  private final long[] totals; // [measure] -> sum over all units
  private final List<TerritorySpec> territories;
  private final double shares; // sum over the territories
  private final List<BalanceRule> rules;
  private final TotalLimits limits;
  private final List<Goal> goals;
  private final List<GoalLimit> goalLimits;
  private final List<Level> laterLevels;
  private final Companions companions;
  private final Belonging belonging;
  private final List<MoveBudget> budgets;
  private final Optional<FieldDays> fieldDays;

  /** The problem that a builder asks, which may go on to ask others. */
  DesignProblem(DesignProblemBuilder from) {
    this.asked = new DesignProblemBuilder(from);
    this.measures = List.copyOf(asked.measures);
    this.amounts = asked.amounts.toArray(long[][]::new);
    this.totals = new long[amounts.length];
    for (int m = 0; m < amounts.length; m++) {
      totals[m] = Arrays.stream(amounts[m]).reduce(0, Math::addExact);
    }
    this.territories = List.copyOf(asked.territories);
    this.shares = sumOfShares();
    this.rules = List.copyOf(asked.rules);
    this.limits = new TotalLimits(this);
    this.goals = asked.allGoals();
    this.goalLimits = List.copyOf(asked.goalLimits);
    this.laterLevels = List.copyOf(asked.laterLevels);
    this.companions = Companions.of(asked.units.size(), asked.together, asked.apart);
    this.belonging = Belonging.of(asked.lockedTo, territories, asked.eligibility, companions);
    this.budgets = List.copyOf(asked.budgets);
    this.fieldDays =
        Optional.ofNullable(asked.fieldWork)
            .map(work -> new FieldDays(work, territories, asked.fieldDaysAtLeast));
  }

  private double sumOfShares() {
    double sum = 0;
    for (TerritorySpec spec : territories) {
      sum += spec.share();
    }
    return sum;
  }

  /** Starts a problem over these units at these places. */
  public static DesignProblemBuilder builder(UnitNumbering units, Distances distances) {
    return new DesignProblemBuilder(units, distances);
  }

  /** A builder that asks all that this problem asks, to ask a little more or less. */
  public DesignProblemBuilder toBuilder() {
    return new DesignProblemBuilder(asked);
  }

  /** The units in order of their numbers. */
  public UnitNumbering units() {
    return asked.units;
  }

  /** How many units there are. */
  public int unitCount() {
    return asked.units.size();
  }

  /** The measures in order of their numbers. */
  public List<Measure> measures() {
    return measures;
  }

  /** Fixed-point amount a unit brings. */
  public long amount(int measure, int unit) {
    return amounts[measure][unit];
  }

  /** Fixed-point sum of a measure over all units. */
  public long total(int measure) {
    return totals[measure];
  }

  /**
   * What territories hold of each measure, fixed-point. O(units × measures).
   *
   * @param territoryOf {@code [unit] -> territory}, -1 for units that do not count
   * @return {@code [measure][territory]}
   */
  public long[][] totals(int[] territoryOf) {
    return AlignmentTotals.fromScratch(amounts, territoryOf, territories.size());
  }

  /** The territories in order of their numbers. */
  public List<TerritorySpec> territories() {
    return territories;
  }

  /** How many territories there are. */
  public int territoryCount() {
    return territories.size();
  }

  /** A territory's part of a measure's total by its share, fixed-point. */
  public double target(int measure, int territory) {
    return totals[measure] * (territories.get(territory).share() / shares);
  }

  /** How far units lie from places. */
  public Distances distances() {
    return asked.distances;
  }

  /** Which units touch, when known. */
  public Optional<UnitGraph> graph() {
    return Optional.ofNullable(asked.graph);
  }

  /** Whether each territory must be one connected piece of the graph. */
  public boolean contiguous() {
    return asked.contiguous;
  }

  /** The rules of balance. */
  public List<BalanceRule> rules() {
    return rules;
  }

  /** Smallest total allowed, fixed-point; 0 when nothing is asked. */
  public long lower(int measure, int territory) {
    return limits.lower(measure, territory);
  }

  /**
   * Largest total allowed, fixed-point; {@link Long#MAX_VALUE} when nothing is asked. With
   * capacities by centre this is the largest over all centres the territory may have.
   */
  public long upper(int measure, int territory) {
    return limits.upper(measure, territory);
  }

  /** The objective that comes first among the goals. */
  public Objective objective() {
    return goals.getFirst().objective();
  }

  /** What the design makes small, by weight; disruption at the price of {@link Today} included. */
  public List<Goal> goals() {
    return goals;
  }

  /** The most that goals may come to. */
  public List<GoalLimit> goalLimits() {
    return goalLimits;
  }

  /** Goals that count once {@link #goals} have been reached, in their order. */
  public List<Level> laterLevels() {
    return laterLevels;
  }

  /**
   * Whether no goal and no balanced measure is to become worse than it is today, as far as that is
   * possible.
   */
  public boolean neverWorse() {
    return asked.neverWorse;
  }

  /** Goals, goals with a limit and goals of later levels. */
  private Stream<Goal> everyGoal() {
    return Stream.of(
            goals.stream(),
            goalLimits.stream().flatMap(limit -> limit.goals().stream()),
            laterLevels.stream().flatMap(level -> level.goals().stream()))
        .flatMap(all -> all);
  }

  /** The goal that measures from centres, when there is one. */
  public Optional<Goal> centredGoal() {
    return goals.stream().filter(goal -> goal.objective().isCentred()).findFirst();
  }

  /**
   * The one objective that measures from centres, with the weight it has as a goal, or as one with
   * a limit or of a later level when it is no goal.
   */
  public Optional<Goal> centred() {
    return everyGoal().filter(goal -> goal.objective().isCentred()).findFirst();
  }

  /** The goals to leave units where they are today. */
  public List<Goal> disruptionGoals() {
    return goals.stream().filter(goal -> goal.objective() instanceof Objective.Disruption).toList();
  }

  /** Whether a unit may belong to a territory by its lock, its home and its eligibility. */
  public boolean mayBelong(int unit, int territory) {
    return belonging.allows(unit, territory);
  }

  /** The only territory a unit may belong to, -1 when there are several or none. */
  public int lockedTo(int unit) {
    return belonging.onlyTerritory(unit);
  }

  /** Which units must be together and which apart. */
  public Companions companions() {
    return companions;
  }

  /** Why a unit is locked, such as a cooling-off period; empty where nobody told. */
  public Optional<String> lockReason(int unit) {
    return Optional.ofNullable(asked.lockReasons.get(unit));
  }

  /** The most that may change hands against today's plan. */
  public List<MoveBudget> budgets() {
    return budgets;
  }

  /** The days in the field that units take; empty when nothing is known of them. */
  public Optional<FieldDays> fieldDays() {
    return fieldDays;
  }

  /** The same where territories have only so many of them. */
  public Optional<FieldDays> limitedDays() {
    return fieldDays.filter(FieldDays::isLimited);
  }

  /** Whether somebody has locked a unit to a territory. */
  public boolean hasLocks() {
    return Arrays.stream(asked.lockedTo).anyMatch(territory -> territory >= 0);
  }

  /** Whether units are eligible for some territories only, locks and homes aside. */
  public boolean hasEligibility() {
    return belonging.isByEligibility();
  }

  /**
   * Whether it matters which territory has which name, besides homes, locks and limits: then plans
   * that differ in names only are worth different amounts.
   */
  public boolean namesMatter() {
    return hasEligibility()
        || !budgets.isEmpty()
        || everyGoal().anyMatch(goal -> goal.objective() instanceof Preference)
        || goalLimits.stream()
            .flatMap(limit -> limit.goals().stream())
            .anyMatch(goal -> goal.objective() instanceof Objective.Disruption);
  }

  /**
   * Whether anything but shares and limits tells territories apart: names, homes, locks, or how
   * much of today's plan they keep. Of a single territory a lock says nothing.
   */
  public boolean tellsTerritoriesApart() {
    return namesMatter()
        || neverWorse()
        || everyGoal().anyMatch(goal -> goal.objective() instanceof Objective.Disruption)
        || territories.stream().anyMatch(spec -> spec.centre() instanceof Centre.Home)
        || (territoryCount() > 1
            && IntStream.range(0, unitCount()).anyMatch(unit -> lockedTo(unit) >= 0));
  }

  /** Whose each unit is today, when there is a plan. */
  public Optional<Today> today() {
    return Optional.ofNullable(asked.today);
  }

  /**
   * Number of the measure that counts what changes hands where nothing else is said: accounts where
   * there are such, else the one of today's plan, else the first.
   */
  public int measureOfMoves() {
    int accounts = measures.stream().map(Measure::name).toList().indexOf(Measure.ACCOUNTS.name());
    return accounts >= 0 ? accounts : today().map(Today::measure).orElse(0);
  }

  /** A plan to begin the search from, {@code [unit] -> territory}; empty when none was given. */
  public Optional<int[]> beginning() {
    return Optional.ofNullable(asked.beginning).map(int[]::clone);
  }

  /** The alignment that deals the units out so. */
  public Alignment alignment(int[] territoryOf) {
    return Alignment.of(
        asked.units, territories.stream().map(TerritorySpec::code).toList(), territoryOf);
  }
}
