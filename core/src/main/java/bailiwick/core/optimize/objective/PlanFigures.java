package bailiwick.core.optimize.objective;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Centre;
import bailiwick.core.design.Companions;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.FieldWork;
import bailiwick.core.design.Goal;
import bailiwick.core.design.GoalLimit;
import bailiwick.core.design.GoalValue;
import bailiwick.core.design.MoveBudget;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Preference;
import bailiwick.core.design.RuleBreach;
import bailiwick.core.measure.Compactness;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.optimize.plan.WorkingPlan;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.List;

/** Works out a plan's figures from scratch, with the exact best centres. */
public final class PlanFigures {

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final WorkingPlan plan;
  private final int[] territoryOf;
  private final KnownCentres known;
  private final boolean exact; // whether centres are the best there are, or good ones
  private final int[] centreOf;
  private final List<RuleBreach> breaches = new ArrayList<>();
  private double centreCost;
  private double violation;

  private PlanFigures(
      DesignProblem problem,
      UnitCosts costs,
      UnitGraph near,
      int[] territoryOf,
      KnownCentres known,
      boolean exact) {
    this.problem = problem;
    this.costs = costs;
    this.territoryOf = territoryOf;
    this.known = known;
    this.exact = exact;
    this.plan = new WorkingPlan(problem, near, territoryOf);
    this.centreOf = new int[problem.territoryCount()];
  }

  /**
   * The plan that deals the units out so.
   *
   * @param near any graph over the units
   * @param territoryOf {@code territoryOf[unit]}, every unit with a territory
   */
  public static DesignPlan of(
      DesignProblem problem, UnitCosts costs, UnitGraph near, int[] territoryOf) {
    return of(problem, costs, near, territoryOf, new KnownCentres(problem.territoryCount()));
  }

  /**
   * The same plan, looking for the centres only of territories that are not known yet; they are
   * known afterwards. Everything else is worked out from scratch. O(units + edges) besides the
   * centres.
   */
  public static DesignPlan of(
      DesignProblem problem,
      UnitCosts costs,
      UnitGraph near,
      int[] territoryOf,
      KnownCentres known) {
    return new PlanFigures(problem, costs, near, territoryOf, known, true).make();
  }

  /**
   * The same plan with good centres, looked for near the middle of large territories, instead of
   * the best ones: what it costs is told slightly too high. O(units + edges).
   */
  public static DesignPlan withGoodCentres(
      DesignProblem problem, UnitCosts costs, UnitGraph near, int[] territoryOf) {
    KnownCentres none = new KnownCentres(problem.territoryCount());
    return new PlanFigures(problem, costs, near, territoryOf, none, false).make();
  }

  private DesignPlan make() {
    BestCentre best = new BestCentre(problem, costs);
    for (int t = 0; t < centreOf.length; t++) {
      nameCentre(best, t);
      checkTerritory(t);
    }
    if (problem.contiguous()) {
      checkContiguity();
    }
    MoveExcess.of(plan).forEach(this::checkBudgets);
    DaysExcess.of(plan).ifPresent(this::checkDays);
    checkCompanions();
    problem.goalLimits().forEach(this::checkGoals);
    return new DesignPlan(
        problem.alignment(territoryOf),
        centreOf,
        sum(problem.goals()),
        goals(),
        totals(),
        violation,
        breaches);
  }

  private void nameCentre(BestCentre best, int territory) {
    if (!known.isKnown(territory)) {
      findCentre(best, territory);
    }
    centreOf[territory] = known.centreOf(territory);
    centreCost += known.costOf(territory);
  }

  private void findCentre(BestCentre best, int territory) {
    if (problem.territories().get(territory).centre() instanceof Centre.Home home) {
      double cost = best.cost(plan, territory, home.site(), -1, Double.POSITIVE_INFINITY);
      known.learn(territory, home.site(), cost);
    } else if (plan.size(territory) > 0) {
      int hint = best.quick(plan, territory, plan.member(territory, 0), -1);
      int centre = exact ? best.exact(plan, territory, hint, -1) : hint;
      known.learn(territory, centre, best.foundCost());
    } else {
      known.learn(territory, 0, 0);
    }
  }

  private void checkTerritory(int territory) {
    TerritoryCode code = problem.territories().get(territory).code();
    if (plan.size(territory) == 0) {
      breaches.add(new RuleBreach.Empty(code));
      violation += 1;
    }
    for (int m = 0; m < problem.measures().size(); m++) {
      checkTotal(code, m, territory);
    }
  }

  private void checkTotal(TerritoryCode code, int measure, int territory) {
    long total = plan.total(measure, territory);
    long lower = problem.lower(measure, territory);
    long upper = Math.min(problem.upper(measure, territory), capacity(measure, territory));
    if (total >= lower && total <= upper) {
      return;
    }
    double mean = Math.max(1, (double) problem.total(measure) / problem.territoryCount());
    violation += (total < lower ? lower - total : total - upper) / mean;
    Measure named = problem.measures().get(measure);
    breaches.add(
        new RuleBreach.OutOfBalance(
            code,
            named.name(),
            named.toDecimal(total),
            named.toDecimal(lower),
            named.toDecimal(upper)));
  }

  private long capacity(int measure, int territory) {
    long capacity = Long.MAX_VALUE;
    for (BalanceRule rule : problem.rules()) {
      if (rule instanceof BalanceRule.CentreCapacity byCentre && byCentre.measure() == measure) {
        capacity = Math.min(capacity, byCentre.at(centreOf[territory]));
      }
    }
    return capacity;
  }

  private void checkContiguity() {
    int[] pieces =
        Contiguity.pieceCounts(
            problem.graph().orElseThrow(), territoryOf, problem.territoryCount());
    for (int t = 0; t < pieces.length; t++) {
      if (pieces[t] > 1) {
        breaches.add(new RuleBreach.InPieces(problem.territories().get(t).code(), pieces[t]));
        violation += pieces[t] - 1;
      }
    }
  }

  private void checkCompanions() {
    Companions companions = problem.companions();
    violation += new CompanionExcess(plan).value();
    for (int family = 0; family < companions.familyCount(); family++) {
      int first = companions.member(family, 0);
      for (int k = 1; k < companions.familySize(family); k++) {
        int other = companions.member(family, k);
        if (territoryOf[first] != territoryOf[other]) {
          breaches.add(new RuleBreach.Torn(problem.units().id(first), problem.units().id(other)));
        }
      }
    }
    for (int group = 0; group < companions.apartCount(); group++) {
      checkApart(companions, group);
    }
  }

  private void checkApart(Companions companions, int group) {
    for (int k = 0; k < companions.apartSize(group); k++) {
      for (int i = 0; i < k; i++) {
        int one = companions.apartUnit(group, i);
        int other = companions.apartUnit(group, k);
        if (territoryOf[one] == territoryOf[other]) {
          breaches.add(
              new RuleBreach.NotApart(
                  code(territoryOf[one]), problem.units().id(one), problem.units().id(other)));
        }
      }
    }
  }

  private void checkGoals(GoalLimit limit) {
    double value = sum(limit.goals());
    double excess = limit.excess(value);
    if (excess > 0) {
      violation += excess;
      breaches.add(new RuleBreach.OverGoalLimit(limit.name(), value, limit.most()));
    }
  }

  private void checkBudgets(MoveExcess moves) {
    violation += moves.value();
    Measure measure = problem.measures().get(moves.measure());
    for (MoveBudget budget : problem.budgets()) {
      if (budget.measure() == moves.measure()) {
        long moved = moves.countedBy(budget);
        if (moved > budget.most()) {
          breaches.add(
              breach(budget, measure, measure.toDecimal(moved), measure.toDecimal(budget.most())));
        }
      }
    }
  }

  private void checkDays(DaysExcess days) {
    violation += days.value();
    for (int t = 0; t < centreOf.length; t++) {
      if (days.isOver(t)) {
        breaches.add(
            new RuleBreach.OverDays(
                code(t),
                FieldWork.DAYS.toDecimal(days.taken(t)),
                FieldWork.DAYS.toDecimal(days.most(t))));
      }
    }
  }

  private RuleBreach breach(MoveBudget budget, Measure measure, double moved, double most) {
    return switch (budget) {
      case MoveBudget.InAll all -> new RuleBreach.OverBudget(measure.name(), moved, most);
      case MoveBudget.Leaving one ->
          new RuleBreach.OverTerritoryBudget(
              code(one.territory()), true, measure.name(), moved, most);
      case MoveBudget.Entering one ->
          new RuleBreach.OverTerritoryBudget(
              code(one.territory()), false, measure.name(), moved, most);
    };
  }

  private TerritoryCode code(int territory) {
    return problem.territories().get(territory).code();
  }

  /** What a goal adds to the objective. */
  private double weighted(Goal goal) {
    return switch (goal.objective()) {
      case Objective.MomentOfInertia moment -> fromCentres(goal);
      case Objective.SumOfDistances sum -> fromCentres(goal);
      case Objective.CutEdges cut ->
          goal.weight() * Compactness.cutEdges(problem.graph().orElseThrow(), territoryOf);
      case Objective.MaxDiameter diameter -> goal.weight() * new DiameterExcess(plan, 1).diameter();
      case Objective.Disruption disruption -> new DisruptionCost(plan, goal).value();
      case Preference preference -> new PreferenceCost(plan, preference, goal.weight()).value();
    };
  }

  /** Costs from centres contain the weight of one goal already. */
  private double fromCentres(Goal goal) {
    return centreCost * (goal.weight() / costs.goalWeight());
  }

  private double sum(List<Goal> goals) {
    double sum = 0;
    for (Goal goal : goals) {
      sum += weighted(goal);
    }
    return sum;
  }

  private List<GoalValue> goals() {
    List<GoalValue> values = new ArrayList<>();
    problem.goals().forEach(goal -> values.add(value(goal, 0)));
    for (int level = 0; level < problem.laterLevels().size(); level++) {
      for (Goal goal : problem.laterLevels().get(level).goals()) {
        values.add(value(goal, level + 1));
      }
    }
    return values;
  }

  private GoalValue value(Goal goal, int level) {
    return new GoalValue(
        goal.objective().name(), weighted(goal) / goal.weight(), goal.weight(), level);
  }

  private long[][] totals() {
    long[][] totals = new long[problem.measures().size()][centreOf.length];
    for (int m = 0; m < totals.length; m++) {
      for (int t = 0; t < centreOf.length; t++) {
        totals[m][t] = plan.total(m, t);
      }
    }
    return totals;
  }
}
