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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One question to the optimiser. Immutable; owns its arrays and hands out none. Made by {@link
 * #builder}.
 */
public final class DesignProblem {

  private final UnitNumbering units;
  private final List<Measure> measures;
  private final long[][] amounts; // [measure][unit] -> fixed-point amount
  private final long[] totals; // [measure] -> sum over all units
  private final List<TerritorySpec> territories;
  private final double shares; // sum over the territories
  private final Distances distances;
  private final @Nullable UnitGraph graph; // null when nothing is known of neighbours
  private final boolean contiguous;
  private final List<BalanceRule> rules;
  private final long[][] lower; // [measure][territory] -> smallest total allowed
  private final long[][] upper; // [measure][territory] -> largest total allowed for any centre
  private final List<Goal> goals;
  private final List<GoalLimit> goalLimits;
  private final List<Level> laterLevels;
  private final boolean neverWorse;
  private final Companions companions;
  private final Belonging belonging;
  private final List<MoveBudget> budgets;
  private final Map<Integer, String> lockReasons; // unit -> why it is locked, where that was told
  private final @Nullable Today today; // null when there is no plan today
  private final List<int[]> together; // as they were asked for
  private final List<int[]> apart; // as they were asked for
  private final int @Nullable []
      beginning; // [unit] -> territory; null without a plan to begin from

  private DesignProblem(Builder from) {
    this.units = from.units;
    this.measures = List.copyOf(from.measures);
    this.amounts = from.amounts.toArray(long[][]::new);
    this.totals = new long[amounts.length];
    for (int m = 0; m < amounts.length; m++) {
      totals[m] = Arrays.stream(amounts[m]).reduce(0, Math::addExact);
    }
    this.territories = List.copyOf(from.territories);
    this.shares = sumOfShares();
    this.distances = from.distances;
    this.graph = from.graph;
    this.contiguous = from.contiguous;
    this.rules = List.copyOf(from.rules);
    this.goals = from.allGoals();
    this.goalLimits = List.copyOf(from.goalLimits);
    this.laterLevels = List.copyOf(from.laterLevels);
    this.neverWorse = from.neverWorse;
    this.companions = Companions.of(units.size(), from.together, from.apart);
    this.belonging = Belonging.of(from.lockedTo, territories, from.eligibility, companions);
    this.budgets = List.copyOf(from.budgets);
    this.lockReasons = Map.copyOf(from.lockReasons);
    this.today = from.today;
    this.beginning = from.beginning;
    this.together = List.copyOf(from.together);
    this.apart = List.copyOf(from.apart);
    this.lower = new long[amounts.length][territories.size()];
    this.upper = new long[amounts.length][territories.size()];
    for (long[] row : upper) {
      Arrays.fill(row, Long.MAX_VALUE);
    }
    rules.forEach(this::applyRule);
  }

  /** The same problem with other goals, other limits of goals and further rules of balance. */
  private DesignProblem(
      DesignProblem of, List<Goal> goals, List<GoalLimit> limits, List<BalanceRule> more) {
    this.units = of.units;
    this.measures = of.measures;
    this.amounts = of.amounts;
    this.totals = of.totals;
    this.territories = of.territories;
    this.shares = of.shares;
    this.distances = of.distances;
    this.graph = of.graph;
    this.contiguous = of.contiguous;
    this.rules = Stream.concat(of.rules.stream(), more.stream()).toList();
    this.lower = Arrays.stream(of.lower).map(long[]::clone).toArray(long[][]::new);
    this.upper = Arrays.stream(of.upper).map(long[]::clone).toArray(long[][]::new);
    this.goals = List.copyOf(goals);
    this.goalLimits = List.copyOf(limits);
    this.laterLevels = List.of();
    this.neverWorse = false;
    this.companions = of.companions;
    this.belonging = of.belonging;
    this.budgets = of.budgets;
    this.lockReasons = of.lockReasons;
    this.today = of.today;
    this.beginning = of.beginning;
    this.together = of.together;
    this.apart = of.apart;
    more.forEach(this::applyRule);
  }

  /**
   * The same problem with one level of goals, limits of goals, and further rules of balance.
   *
   * @param wanted the goals instead of all levels
   * @param limits instead of the limits of goals there are
   * @param more rules besides those there are
   */
  public DesignProblem withGoals(
      List<Goal> wanted, List<GoalLimit> limits, List<BalanceRule> more) {
    return new DesignProblem(this, wanted, limits, more);
  }

  private double sumOfShares() {
    double sum = 0;
    for (TerritorySpec spec : territories) {
      sum += spec.share();
    }
    return sum;
  }

  /** Starts a problem over these units at these places. */
  public static Builder builder(UnitNumbering units, Distances distances) {
    return new Builder(units, distances);
  }

  /** Slack on a relative limit, so that a total exactly on it is within. */
  private static final double ON_THE_LIMIT = 1e-9;

  private void applyRule(BalanceRule rule) {
    int m = rule.measure();
    for (int t = 0; t < territories.size(); t++) {
      switch (rule) {
        case BalanceRule.Tolerance tolerance -> {
          double target = target(m, t);
          narrow(
              m,
              t,
              (long) Math.ceil(target * (1 - tolerance.ratio() - ON_THE_LIMIT)),
              (long) Math.floor(target * (1 + tolerance.ratio() + ON_THE_LIMIT)));
        }
        case BalanceRule.Limits limits -> narrow(m, t, limits.lower(), limits.upper());
        case BalanceRule.TerritoryLimits limits -> {
          if (limits.territory() == t) {
            narrow(m, t, limits.lower(), limits.upper());
          }
        }
        case BalanceRule.CentreCapacity capacity ->
            narrow(
                m,
                t,
                0,
                territories.get(t).centre() instanceof Centre.Home home
                    ? capacity.at(home.site())
                    : capacity.largest());
      }
    }
  }

  private void narrow(int measure, int territory, long least, long most) {
    lower[measure][territory] = Math.max(lower[measure][territory], least);
    upper[measure][territory] = Math.min(upper[measure][territory], most);
  }

  /** The units in order of their numbers. */
  public UnitNumbering units() {
    return units;
  }

  /** How many units there are. */
  public int unitCount() {
    return units.size();
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
    return distances;
  }

  /** Which units touch, when known. */
  public Optional<UnitGraph> graph() {
    return Optional.ofNullable(graph);
  }

  /** Whether each territory must be one connected piece of the graph. */
  public boolean contiguous() {
    return contiguous;
  }

  /** The rules of balance. */
  public List<BalanceRule> rules() {
    return rules;
  }

  /** Smallest total allowed, fixed-point; 0 when nothing is asked. */
  public long lower(int measure, int territory) {
    return lower[measure][territory];
  }

  /**
   * Largest total allowed, fixed-point; {@link Long#MAX_VALUE} when nothing is asked. With
   * capacities by centre this is the largest over all centres the territory may have.
   */
  public long upper(int measure, int territory) {
    return upper[measure][territory];
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
    return neverWorse;
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
    return Optional.ofNullable(lockReasons.get(unit));
  }

  /** The most that may change hands against today's plan. */
  public List<MoveBudget> budgets() {
    return budgets;
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

  /** Whose each unit is today, when there is a plan. */
  public Optional<Today> today() {
    return Optional.ofNullable(today);
  }

  /** A plan to begin the search from, {@code [unit] -> territory}; empty when none was given. */
  public Optional<int[]> beginning() {
    return Optional.ofNullable(beginning).map(int[]::clone);
  }

  /** The alignment that deals the units out so. */
  public Alignment alignment(int[] territoryOf) {
    return Alignment.of(units, territories.stream().map(TerritorySpec::code).toList(), territoryOf);
  }

  /** A builder that asks all that this problem asks, to ask a little more or less. */
  public Builder toBuilder() {
    Builder builder = new Builder(units, distances);
    builder.measures.addAll(measures);
    builder.amounts.addAll(List.of(amounts));
    builder.territories.addAll(territories);
    builder.rules.addAll(rules);
    builder.graph = graph;
    builder.contiguous = contiguous;
    builder.leading = goals.getFirst();
    boolean hasPrice = today != null && today.weight() > 0;
    builder.further.addAll(goals.subList(1, goals.size() - (hasPrice ? 1 : 0)));
    builder.eligibility = belonging.eligibility();
    for (int unit = 0; unit < builder.lockedTo.length; unit++) {
      builder.lockedTo[unit] = lockedTo(unit);
    }
    builder.lockReasons.putAll(lockReasons);
    builder.budgets.addAll(budgets);
    builder.today = today;
    builder.beginning = beginning;
    builder.goalLimits.addAll(goalLimits);
    builder.laterLevels.addAll(laterLevels);
    builder.neverWorse = neverWorse;
    builder.together.addAll(together);
    builder.apart.addAll(apart);
    return builder;
  }

  /** Collects a problem's parts. Not thread-safe. */
  public static final class Builder {

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
    final int[] lockedTo;
    final Map<Integer, String> lockReasons = new HashMap<>();
    final List<MoveBudget> budgets = new ArrayList<>();
    final List<int[]> together = new ArrayList<>();
    final List<int[]> apart = new ArrayList<>();
    @Nullable Today today;
    int @Nullable [] beginning;

    private Builder(UnitNumbering units, Distances distances) {
      this.units = units;
      this.distances = distances;
      this.lockedTo = new int[units.size()];
      Arrays.fill(lockedTo, Alignment.UNASSIGNED);
    }

    /**
     * Adds a measure; its number is how many came before it.
     *
     * @param amountOf {@code amountOf[unit number]}, fixed-point, 0 or more
     */
    public Builder measure(Measure measure, long[] amountOf) {
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
    public Builder graph(UnitGraph touching) {
      if (touching.unitCount() != units.size()) {
        throw new IllegalArgumentException(
            "The graph has %s units of %s.".formatted(touching.unitCount(), units.size()));
      }
      this.graph = touching;
      return this;
    }

    /** Sets which units touch and asks that each territory be one connected piece. */
    public Builder contiguous(UnitGraph touching) {
      graph(touching);
      this.contiguous = true;
      return this;
    }

    /** Adds a territory; its number is how many came before it. */
    public Builder territory(TerritorySpec spec) {
      territories.add(spec);
      return this;
    }

    /** Adds territories {@code T1} … with equal shares and free centres. */
    public Builder freeTerritories(int count) {
      int width = Integer.toString(count).length();
      for (int t = 1; t <= count; t++) {
        String digits = Integer.toString(t);
        territories.add(TerritorySpec.free("T" + "0".repeat(width - digits.length()) + digits));
      }
      return this;
    }

    /** Adds a rule of balance. */
    public Builder rule(BalanceRule rule) {
      rules.add(rule);
      return this;
    }

    /** Sets the rules of balance in place of those added before. */
    public Builder rules(List<BalanceRule> wanted) {
      rules.clear();
      rules.addAll(wanted);
      return this;
    }

    /** Sets what to make small, counting once; the sum of distances unless set. */
    public Builder objective(Objective wanted) {
      return objective(wanted, 1);
    }

    /** Sets what to make small first of all, and how much it counts. */
    public Builder objective(Objective wanted, double weight) {
      this.leading = new Goal(wanted, weight);
      return this;
    }

    /** Adds something else to make small. */
    public Builder goal(Goal goal) {
      further.add(goal);
      return this;
    }

    /** Adds the most that goals may come to. */
    public Builder limit(GoalLimit limit) {
      goalLimits.add(limit);
      return this;
    }

    /** Adds goals that count once all goals before them have been reached. */
    public Builder then(Level level) {
      laterLevels.add(level);
      return this;
    }

    /** Asks that nothing become worse than it is in today's plan, as far as that is possible. */
    public Builder neverWorse() {
      this.neverWorse = true;
      return this;
    }

    /** Sets which territories each unit may belong to; any unless set. */
    public Builder eligibility(Eligibility allowed) {
      this.eligibility = allowed;
      return this;
    }

    /** Locks a unit to a territory. */
    public Builder lock(int unit, int territory) {
      lockedTo[unit] = territory;
      return this;
    }

    /**
     * Locks a unit to a territory.
     *
     * @param reason why, as it is told to people: {@code "cooling off until 2027-01-31"}
     */
    public Builder lock(int unit, int territory, String reason) {
      lockReasons.put(unit, reason);
      return lock(unit, territory);
    }

    /** Asks that all these units be in one territory. */
    public Builder together(int... familyUnits) {
      together.add(familyUnits.clone());
      return this;
    }

    /** Asks that all these units be in different territories. */
    public Builder apart(int... differentUnits) {
      apart.add(differentUnits.clone());
      return this;
    }

    /** Adds a limit to what may change hands; needs a plan of today. */
    public Builder budget(MoveBudget budget) {
      budgets.add(budget);
      return this;
    }

    /** Sets whose each unit is today; also the place to start from. */
    public Builder today(Today plan) {
      this.today = plan;
      return this;
    }

    /**
     * Sets a plan to begin the search from, such as one designed for a question much like this.
     *
     * @param territoryOf {@code territoryOf[unit number]}, every unit with a territory
     */
    public Builder beginFrom(int[] territoryOf) {
      this.beginning = territoryOf.clone();
      return this;
    }

    /** Lets units leave today's territories at no price; budgets and the leading goal stay. */
    public Builder withoutPriceOfMoving() {
      further.removeIf(goal -> goal.objective() instanceof Objective.Disruption);
      Today plan = today;
      if (plan != null) {
        today = Today.of(plan.toArray(), plan.measure(), 0);
      }
      return this;
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
}
