package bailiwick.core.optimize.explain;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.FieldWork;
import bailiwick.core.design.Goal;
import bailiwick.core.design.GoalLimit;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Preference;
import bailiwick.core.design.Today;
import bailiwick.core.optimize.objective.BalanceExcess;
import bailiwick.core.optimize.objective.CompanionExcess;
import bailiwick.core.optimize.objective.CostPart;
import bailiwick.core.optimize.objective.CutEdgesCost;
import bailiwick.core.optimize.objective.DaysExcess;
import bailiwick.core.optimize.objective.DisruptionCost;
import bailiwick.core.optimize.objective.MoveExcess;
import bailiwick.core.optimize.objective.PreferenceCost;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.plan.Connectivity;
import bailiwick.core.optimize.plan.WorkingPlan;
import bailiwick.core.optimize.start.Proximity;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Why each unit of a plan is where it is: what would change if it alone were elsewhere. A unit that
 * changes hands is put back into today's territory in thought; one that stays, into each of the
 * territories it touches, of which that with the least objective is told. Centres stay where they
 * are, except that a unit which is one leaves it to the next best. Not thread-safe.
 *
 * <p>O(neighbours of the unit × goals) for each territory it is compared with; O(members) where the
 * diameter is a goal or the unit holds its territory together, and O(members²) for a centre.
 *
 * <p>Known limits: one unit at a time. Two units that would have to move together, or to trade
 * places, each look held by the limits.
 */
public final class Reasons {

  private final DesignProblem problem;
  private final DesignPlan design;
  private final WorkingPlan plan;
  private final List<GoalChange> goals;
  private final List<LimitedGoals> limitedGoals;
  private final int[] limited;
  private final List<MoveExcess> budgets;
  private final Optional<DaysExcess> days;
  private final Optional<CompanionExcess> companions;
  private final Connectivity connectivity;

  /** One goal: its part now, and by how much that changes when a unit goes to a territory. */
  private record GoalChange(String name, double value, Change change) {}

  /** Goals that may come to so much. */
  private record LimitedGoals(GoalLimit limit, List<GoalChange> goals) {

    double value() {
      return goals.stream().mapToDouble(GoalChange::value).sum();
    }

    double change(int unit, int to) {
      return goals.stream().mapToDouble(goal -> goal.change().of(unit, to)).sum();
    }
  }

  @FunctionalInterface
  private interface Change {
    double of(int unit, int to);
  }

  private Reasons(DesignProblem problem, DesignPlan design) {
    UnitGraph near = Proximity.near(problem);
    this.problem = problem;
    this.design = design;
    this.plan = new WorkingPlan(problem, near, design.alignment().toArray());
    this.limited = BalanceExcess.limitedMeasures(problem);
    this.budgets = MoveExcess.of(plan);
    this.days = DaysExcess.of(plan);
    this.companions =
        problem.companions().isNone() ? Optional.empty() : Optional.of(new CompanionExcess(plan));
    this.connectivity = new Connectivity(near);
    UnitCosts costs = UnitCosts.of(problem);
    this.goals = problem.goals().stream().map(goal -> followed(goal, costs)).toList();
    this.limitedGoals =
        problem.goalLimits().stream()
            .map(limit ->
                new LimitedGoals(
                    limit, limit.goals().stream().map(goal -> followed(goal, costs)).toList()))
            .toList();
  }

  /**
   * The reasons of a plan.
   *
   * @param design a plan of the problem in which every unit has a territory
   */
  public static Reasons of(DesignProblem problem, DesignPlan design) {
    return new Reasons(problem, design);
  }

  private GoalChange followed(Goal goal, UnitCosts costs) {
    String name = goal.objective().name();
    return switch (goal.objective()) {
      case Objective.MomentOfInertia moment -> centred(name, goal, costs);
      case Objective.SumOfDistances sum -> centred(name, goal, costs);
      case Objective.CutEdges cut -> followed(name, new CutEdgesCost(plan, goal.weight()));
      case Objective.MaxDiameter max -> {
        Diameters diameters = new Diameters(plan);
        yield new GoalChange(
            name,
            goal.weight() * diameters.largest(),
            (unit, to) -> goal.weight() * diameters.change(unit, to));
      }
      case Objective.Disruption disruption -> followed(name, new DisruptionCost(plan, goal));
      case Preference preference ->
          followed(name, new PreferenceCost(plan, preference, goal.weight()));
    };
  }

  private static GoalChange followed(String name, CostPart part) {
    return new GoalChange(name, part.value(), part::change);
  }

  /** The costs count by the weight that the one centred objective has first of all. */
  private GoalChange centred(String name, Goal goal, UnitCosts costs) {
    double part = goal.weight() / problem.centred().orElseThrow().weight();
    double value = 0;
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      value += costs.at(unit, design.centreOf(plan.territoryOf(unit)));
    }
    return new GoalChange(name, part * value, (unit, to) -> part * centreChange(costs, unit, to));
  }

  private double centreChange(UnitCosts costs, int unit, int to) {
    int from = plan.territoryOf(unit);
    int centre = design.centreOf(from);
    boolean isCentre =
        unit == centre && !(problem.territories().get(from).centre() instanceof Centre.Home);
    return costs.at(unit, centreFor(unit, to))
        - costs.at(unit, centre)
        + (isCentre ? loss(costs, from, unit) : 0);
  }

  /** A territory without units would have the first one for its centre. */
  private int centreFor(int unit, int to) {
    boolean isHome = problem.territories().get(to).centre() instanceof Centre.Home;
    return plan.size(to) == 0 && !isHome ? unit : design.centreOf(to);
  }

  /** What the others of a territory cost more when its centre leaves and the next best serves. */
  private double loss(UnitCosts costs, int territory, int centre) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < plan.size(territory); k++) {
      int site = plan.member(territory, k);
      if (site != centre) {
        least = Math.min(least, others(costs, territory, site, centre, least));
      }
    }
    double now = others(costs, territory, centre, centre, Double.POSITIVE_INFINITY);
    return plan.size(territory) == 1 ? 0 : least - now;
  }

  /** Cost of a territory without one unit from a site, or something above a limit. */
  private double others(UnitCosts costs, int territory, int site, int without, double limit) {
    double sum = 0;
    for (int k = 0; k < plan.size(territory) && sum <= limit; k++) {
      int unit = plan.member(territory, k);
      sum += unit == without ? 0 : costs.at(unit, site);
    }
    return sum;
  }

  /** The reason of one unit. */
  public Reason of(int unit) {
    int now = plan.territoryOf(unit);
    int before = today(unit);
    if (before >= 0 && before != now) {
      return compared(unit, before);
    }
    Optional<Holding> lock = lock(unit, now);
    if (lock.isPresent()) {
      return new Reason(
          problem.units().id(unit),
          code(now),
          todayCode(unit),
          Optional.empty(),
          List.of(),
          List.of(lock.get()));
    }
    return best(unit, now);
  }

  /** Numbers of the units that change hands, ascending. */
  public int[] moved() {
    return IntStream.range(0, problem.unitCount())
        .filter(unit -> today(unit) >= 0 && today(unit) != plan.territoryOf(unit))
        .toArray();
  }

  private int today(int unit) {
    return problem
        .today()
        .map((Today today) -> today.territoryOf(unit))
        .orElse(Alignment.UNASSIGNED);
  }

  private Optional<Holding> lock(int unit, int now) {
    return problem.lockedTo(unit) == now
        ? Optional.of(new Holding.Locked(code(now), problem.lockReason(unit).orElse("")))
        : Optional.empty();
  }

  /** Against the neighbouring territory in which the objective would be least. */
  private Reason best(int unit, int now) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int to : neighbours(unit)) {
      double change = objectiveChange(unit, to);
      if (change < least) {
        best = to;
        least = change;
      }
    }
    if (best >= 0) {
      return compared(unit, best);
    }
    return new Reason(
        problem.units().id(unit),
        code(now),
        todayCode(unit),
        Optional.empty(),
        List.of(),
        problem.territoryCount() == 1 ? List.of() : List.of(new Holding.Inside(code(now))));
  }

  private SortedSet<Integer> neighbours(int unit) {
    SortedSet<Integer> found = new TreeSet<>();
    for (int k = plan.near().first(unit); k < plan.near().end(unit); k++) {
      found.add(plan.territoryOf(plan.near().neighbourAt(k)));
    }
    found.remove(plan.territoryOf(unit));
    return found;
  }

  private double objectiveChange(int unit, int to) {
    double sum = 0;
    for (GoalChange goal : goals) {
      sum += goal.change().of(unit, to);
    }
    return sum;
  }

  private Reason compared(int unit, int to) {
    List<Term> terms = new ArrayList<>();
    for (GoalChange goal : goals) {
      double change = goal.change().of(unit, to);
      if (change != 0) {
        terms.add(new Term(goal.name(), change));
      }
    }
    return new Reason(
        problem.units().id(unit),
        code(plan.territoryOf(unit)),
        todayCode(unit),
        Optional.of(code(to)),
        terms,
        holdings(unit, to));
  }

  private List<Holding> holdings(int unit, int to) {
    int from = plan.territoryOf(unit);
    List<Holding> held = new ArrayList<>();
    if (!problem.mayBelong(unit, to)) {
      held.add(lock(unit, from).orElseGet(() -> new Holding.NotEligible(code(to))));
    }
    if (plan.size(from) == 1) {
      held.add(new Holding.Empties(code(from)));
    }
    if (problem.contiguous()) {
      if (plan.size(to) > 0 && !plan.touches(unit, to)) {
        held.add(new Holding.Apart(code(to)));
      }
      if (!connectivity.canLeave(plan, unit)) {
        held.add(new Holding.TearsApart(code(from)));
      }
    }
    for (int measure : limited) {
      long amount = problem.amount(measure, unit);
      addLimit(held, measure, from, -amount);
      addLimit(held, measure, to, amount);
    }
    days.filter(limit -> limit.isOverWith(to, unit))
        .map(limit -> overDays(limit, to, unit))
        .ifPresent(held::add);
    if (companions.isPresent() && companions.get().change(unit, to) > 0) {
      held.add(new Holding.Companions());
    }
    for (LimitedGoals limit : limitedGoals) {
      double now = limit.value();
      double value = now + limit.change(unit, to);
      if (limit.limit().excess(value) > limit.limit().excess(now)) {
        held.add(new Holding.OverGoalLimit(limit.limit().name(), value, limit.limit().most()));
      }
    }
    if (budgets.stream().anyMatch(budget -> budget.change(unit, to) > 0)) {
      held.add(new Holding.OverBudget());
    }
    return held;
  }

  private Holding overDays(DaysExcess limit, int territory, int unit) {
    long taken = limit.taken(territory) + problem.limitedDays().orElseThrow().at(unit, territory);
    return new Holding.OverDays(
        code(territory),
        FieldWork.DAYS.toDecimal(taken),
        FieldWork.DAYS.toDecimal(limit.most(territory)));
  }

  /** Told when the total would lie outside its limits, further than it does. */
  private void addLimit(List<Holding> held, int measure, int territory, long by) {
    long lower = problem.lower(measure, territory);
    long upper = Math.min(problem.upper(measure, territory), capacity(measure, territory));
    long now = plan.total(measure, territory);
    if (outside(now + by, lower, upper) > outside(now, lower, upper)) {
      Measure named = problem.measures().get(measure);
      held.add(
          new Holding.OutOfLimits(
              code(territory),
              named.name(),
              named.toDecimal(now + by),
              named.toDecimal(lower),
              named.toDecimal(upper)));
    }
  }

  private static long outside(long total, long lower, long upper) {
    return Math.max(0, Math.max(lower - total, total - upper));
  }

  private long capacity(int measure, int territory) {
    long capacity = Long.MAX_VALUE;
    for (BalanceRule rule : problem.rules()) {
      if (rule instanceof BalanceRule.CentreCapacity byCentre && byCentre.measure() == measure) {
        capacity = Math.min(capacity, byCentre.at(design.centreOf(territory)));
      }
    }
    return capacity;
  }

  private TerritoryCode code(int territory) {
    return problem.territories().get(territory).code();
  }

  private Optional<TerritoryCode> todayCode(int unit) {
    int before = today(unit);
    return before < 0 ? Optional.empty() : Optional.of(code(before));
  }
}
