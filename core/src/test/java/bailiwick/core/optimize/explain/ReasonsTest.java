package bailiwick.core.optimize.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.GoalValue;
import bailiwick.core.design.Objective;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.AskedWorlds;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.optimize.RandomWorlds;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.Measure;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReasonsTest {

  @Test
  void what_is_told_of_a_unit_is_what_the_plan_with_it_elsewhere_is_worth() {
    Seeds.check(
        120,
        (random, size) -> {
          DesignProblem problem = world(random, size);
          if (plan(problem) instanceof DesignOutcome.Designed designed) {
            Reasons reasons = Reasons.of(problem, designed.plan());
            for (int unit = 0; unit < problem.unitCount(); unit++) {
              check(problem, designed.plan(), unit, reasons.of(unit));
            }
          }
        });
  }

  private static DesignProblem world(SplittableRandom random, int size) {
    var grid = Worlds.grid(5, 4);
    return size % 2 == 0
        ? AskedWorlds.onGrid(random, grid, 3)
        : RandomWorlds.onGrid(random, grid, 3, size / 2 % 5);
  }

  private static DesignOutcome plan(DesignProblem problem) {
    return Optimizer.optimize(
        problem, DesignSettings.ofWork(1, 5_000), DesignListener.NONE, Cancellation.none());
  }

  private static void check(DesignProblem problem, DesignPlan plan, int unit, Reason reason) {
    assertThat(reason.sentence()).endsWith(".");
    if (reason.other().isEmpty()) {
      return;
    }
    int[] elsewhere = plan.alignment().toArray();
    elsewhere[unit] = number(problem, reason.other().get());
    UnitCosts costs = UnitCosts.of(problem);
    DesignPlan changed = PlanFigures.of(problem, costs, problem.graph().orElseThrow(), elsewhere);
    double before = worth(problem, plan, plan, costs, plan.alignment().toArray());
    double after = worth(problem, plan, changed, costs, elsewhere);
    assertThat(reason.change())
        .as(reason.sentence())
        .isCloseTo(after - before, within(1e-9 * Math.max(1, Math.abs(before))));
    assertThat(reason.change())
        .as("new centres can only help")
        .isGreaterThanOrEqualTo(
            changed.objective() - plan.objective() - 1e-9 * Math.max(1, before));
    boolean mayBelong = problem.mayBelong(unit, elsewhere[unit]);
    assertThat(reason.holdings().isEmpty())
        .as("%s %s", reason.sentence(), changed.breaches())
        .isEqualTo(changed.isFeasible() && mayBelong);
  }

  private static int number(DesignProblem problem, TerritoryCode code) {
    return problem.territories().stream().map(TerritorySpec::code).toList().indexOf(code);
  }

  /**
   * The goals' value of a plan's figures, but measured from the centres of another plan as far as
   * they are still in their territory.
   */
  private static double worth(
      DesignProblem problem,
      DesignPlan centres,
      DesignPlan figures,
      UnitCosts costs,
      int[] territoryOf) {
    double sum = 0;
    Optional<String> centred = problem.centredGoal().map(goal -> goal.objective().name());
    for (GoalValue goal : figures.goals()) {
      if (centred.isEmpty() || !centred.get().equals(goal.name())) {
        sum += goal.value() * goal.weight();
      }
    }
    for (int unit = 0; unit < territoryOf.length && centred.isPresent(); unit++) {
      int t = territoryOf[unit];
      boolean isHome = problem.territories().get(t).centre() instanceof Centre.Home;
      int centre = centres.centreOf(t);
      sum += costs.at(unit, isHome || territoryOf[centre] == t ? centre : figures.centreOf(t));
    }
    return sum;
  }

  @Test
  void a_unit_that_moves_is_told_by_what_it_would_cost_at_home() {
    Reasons reasons = reasonsOfARow(0.1);

    assertThat(reasons.moved()).containsExactly(2);
    assertThat(reasons.of(2).sentence())
        .isEqualTo(
            "`u2` moves from `A` to `B`: in `A`, `sumOfDistances` would be 1 more, `disruption`"
                + " would be 0.1 less, the objective 0.9 more in all, `accounts` of `B` would be 1,"
                + " below its least 2 and `accounts` of `A` would be 3, above its most 2.");
  }

  @Test
  void a_unit_that_stays_is_told_by_what_holds_it() {
    Reasons reasons = reasonsOfARow(0.1);

    assertThat(reasons.of(0).sentence()).isEqualTo("`u0` stays in `A`: it is locked to `A`.");
    assertThat(reasons.of(1).holdings())
        .contains(new Holding.OutOfLimits(new TerritoryCode("A"), "accounts", 1, 2, 2));
  }

  /** A row of four units between two homes; of three that are A's today one has to go. */
  private static Reasons reasonsOfARow(double leaving) {
    var row = Worlds.grid(4, 1);
    DesignProblem problem =
        DesignProblem.builder(row.units(), row.distances())
            .measure(Measure.ACCOUNTS, new long[] {1, 1, 1, 1})
            .contiguous(row.graph())
            .territory(TerritorySpec.withHome("A", 0))
            .territory(TerritorySpec.withHome("B", 3))
            .rule(new BalanceRule.Tolerance(0, 0))
            .objective(Objective.SumOfDistances.DEFAULT)
            .today(Today.of(new int[] {0, 0, 0, 1}, 0, leaving))
            .build();
    return Reasons.of(problem, plan(problem).findPlan().orElseThrow());
  }
}
