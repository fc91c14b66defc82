package bailiwick.core.optimize.explain;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Goal;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Preference;
import bailiwick.core.design.Today;
import bailiwick.core.optimize.objective.BalanceExcess;
import bailiwick.core.optimize.objective.CostPart;
import bailiwick.core.optimize.objective.CutEdgesCost;
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

  /** Nearest units that count as touching where no neighbours are given. */
  private static final int NEAR_UNITS = 10;

  private final DesignProblem problem;
  private final DesignPlan design;
  private final WorkingPlan plan;
  private final List<GoalChange> goals = new ArrayList<>();
  private final int[] limited;
  private final List<MoveExcess> budgets;
  private final Connectivity connectivity;

  /** One goal, and by how much its part changes when a unit goes to a territory. */
  private record GoalChange(String name, Change change) {}

  @FunctionalInterface
  private interface Change {
    double of(int unit, int to);
  }

  private Reasons(DesignProblem problem, DesignPlan design) {
    UnitGraph near =
        problem
            .graph()
            .orElseGet(() -> Proximity.graph(problem.distances(), problem.unitCount(), NEAR_UNITS));
    this.problem = problem;
    this.design = design;
    this.plan = new WorkingPlan(problem, near, design.alignment().toArray());
    this.limited = BalanceExcess.limitedMeasures(problem);
    this.budgets = MoveExcess.of(plan);
    this.connectivity = new Connectivity(near);
    UnitCosts costs = UnitCosts.of(problem);
    for (Goal goal : problem.goals()) {
      goals.add(new GoalChange(goal.objective().name(), change(goal, costs)));
    }
  }

  /**
   * The reasons of a plan.
   *
   * @param design a plan of the problem in which every unit has a territory
   */
  public static Reasons of(DesignProblem problem, DesignPlan design) {
    return new Reasons(problem, design);
  }

  private Change change(Goal goal, UnitCosts costs) {
    return switch (goal.objective()) {
      case Objective.MomentOfInertia moment -> (unit, to) -> centreChange(costs, unit, to);
      case Objective.SumOfDistances sum -> (unit, to) -> centreChange(costs, unit, to);
      case Objective.CutEdges cut -> of(new CutEdgesCost(plan, goal.weight()));
      case Objective.MaxDiameter max -> {
        Diameters diameters = new Diameters(plan);
        yield (unit, to) -> goal.weight() * diameters.change(unit, to);
      }
      case Objective.Disruption disruption -> of(new DisruptionCost(plan, goal));
      case Preference preference -> of(new PreferenceCost(plan, preference, goal.weight()));
    };
  }

  private static Change of(CostPart part) {
    return part::change;
  }

  private double centreChange(UnitCosts costs, int unit, int to) {
    int from = plan.territoryOf(unit);
    int centre = design.centreOf(from);
    boolean isCentre =
        unit == centre && !(problem.territories().get(from).centre() instanceof Centre.Home);
    return costs.at(unit, design.centreOf(to))
        - costs.at(unit, centre)
        + (isCentre ? loss(costs, from, unit) : 0);
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
    if (budgets.stream().anyMatch(budget -> budget.change(unit, to) > 0)) {
      held.add(new Holding.OverBudget());
    }
    return held;
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
