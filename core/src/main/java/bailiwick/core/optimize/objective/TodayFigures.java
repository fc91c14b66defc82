package bailiwick.core.optimize.objective;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Comparison;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Goal;
import bailiwick.core.design.GoalLimit;
import bailiwick.core.design.GoalValue;
import bailiwick.core.design.Objective;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.measure.Balance;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Today's plan with its figures, to compare others with: units that are nobody's go with the
 * nearest one that is somebody's. Immutable.
 */
public final class TodayFigures {

  private final DesignProblem problem;
  private final int[] territoryOf; // [unit] -> territory
  private final DesignPlan plan;

  private TodayFigures(DesignProblem problem, int[] territoryOf, DesignPlan plan) {
    this.problem = problem;
    this.territoryOf = territoryOf;
    this.plan = plan;
  }

  /**
   * The figures of today's plan; empty without one, or when it leaves units that nobody reaches.
   */
  public static Optional<TodayFigures> find(
      DesignProblem problem, UnitCosts costs, UnitGraph near) {
    return problem
        .today()
        .map((Today today) -> TodayLand.of(problem, near, today))
        .filter(land -> Arrays.stream(land).allMatch(territory -> territory >= 0))
        .map(land -> new TodayFigures(problem, land, PlanFigures.of(problem, costs, near, land)));
  }

  /** A copy of {@code [unit] -> territory}. */
  public int[] toArray() {
    return territoryOf.clone();
  }

  /** Today's plan, where it may go on as it is: all rules kept, and every unit eligible. */
  public Optional<DesignPlan> asCandidate() {
    boolean eligible = true;
    for (int unit = 0; unit < territoryOf.length; unit++) {
      eligible &= problem.mayBelong(unit, territoryOf[unit]);
    }
    return eligible && plan.isFeasible() ? Optional.of(plan) : Optional.empty();
  }

  /** A plan, compared with today's in every goal but disruption and in every balanced measure. */
  public DesignPlan compare(DesignPlan other) {
    List<Comparison> comparisons = new ArrayList<>();
    List<Goal> goals = allGoals();
    for (int k = 0; k < goals.size(); k++) {
      if (!(goals.get(k).objective() instanceof Objective.Disruption)) {
        GoalValue now = plan.goals().get(k);
        comparisons.add(
            new Comparison(
                Comparison.Kind.GOAL, now.name(), now.value(), other.goals().get(k).value()));
      }
    }
    for (int measure : BalanceExcess.limitedMeasures(problem)) {
      comparisons.add(
          new Comparison(
              Comparison.Kind.BALANCE,
              problem.measures().get(measure).name(),
              deviation(plan, measure),
              deviation(other, measure)));
    }
    return other.comparedBy(comparisons);
  }

  private List<Goal> allGoals() {
    List<Goal> goals = new ArrayList<>(problem.goals());
    problem.laterLevels().forEach(level -> goals.addAll(level.goals()));
    return goals;
  }

  private double deviation(DesignPlan of, int measure) {
    double[] shares = problem.territories().stream().mapToDouble(TerritorySpec::share).toArray();
    long[] totals = new long[shares.length];
    Arrays.setAll(totals, territory -> of.total(measure, territory));
    return Balance.largestDeviation(totals, shares);
  }

  /** Limits by which no goal becomes worse than it is today. */
  public List<GoalLimit> goalLimits() {
    List<GoalLimit> limits = new ArrayList<>();
    List<Goal> goals = allGoals();
    for (int k = 0; k < goals.size(); k++) {
      if (!(goals.get(k).objective() instanceof Objective.Disruption)) {
        Goal one = Goal.of(goals.get(k).objective());
        limits.add(new GoalLimit(List.of(one), plan.goals().get(k).value()));
      }
    }
    return limits;
  }

  /** Rules by which no balanced measure becomes more uneven than it is today. */
  public List<BalanceRule> balanceRules() {
    List<BalanceRule> rules = new ArrayList<>();
    for (int measure : BalanceExcess.limitedMeasures(problem)) {
      rules.add(new BalanceRule.Tolerance(measure, deviation(plan, measure)));
    }
    return rules;
  }
}
