package bailiwick.core.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.Comparison;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Goal;
import bailiwick.core.design.GoalLimit;
import bailiwick.core.design.Level;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Preference;
import bailiwick.core.design.Today;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Share;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StagedDesignTest {

  private static final Goal MOMENT =
      Goal.of(new Objective.MomentOfInertia("momentOfInertia", 0, 0.5, 1));

  @Test
  void each_level_is_nearly_always_as_good_as_the_ones_before_allow() {
    var best = new Share();
    Seeds.check(
        40,
        (random, size) -> {
          double slack = size % 3 * 0.25;
          var world = Worlds.grid(4, 2);
          List<Goal> levels = levels(random);
          DesignProblemBuilder builder = world(random, world).objective(levels.get(0).objective());
          levels.stream().skip(1).forEach(goal -> builder.then(new Level(List.of(goal), slack)));
          DesignProblem problem = builder.build();

          DesignOutcome outcome = run(problem, 240_000);

          Optional<DesignPlan> optimum = lexicographicBest(problem, levels, slack);
          if (optimum.isEmpty()) {
            assertThat(outcome).isNotInstanceOf(DesignOutcome.Designed.class);
            return;
          }
          DesignPlan plan = ((DesignOutcome.Designed) outcome).plan();
          assertThat(plan.goals()).hasSize(levels.size());
          assertThat(plan.goals().getLast().level()).isEqualTo(levels.size() - 1);
          double last = optimum.get().objective();
          best.add(plan.goals().getLast().value() <= last + 1e-6 * (1 + last));
        });
    best.requireAtLeast(0.97);
  }

  private static List<Goal> levels(SplittableRandom random) {
    double[] costs = random.doubles(24).toArray();
    List<Goal> levels = new ArrayList<>();
    levels.add(Goal.of(Objective.CutEdges.DEFAULT));
    levels.add(random.nextInt(levels.size() + 1), MOMENT);
    levels.add(random.nextInt(levels.size() + 1), Goal.of(Preference.of("skillFit", 3, costs)));
    return levels;
  }

  private static Optional<DesignPlan> lexicographicBest(
      DesignProblem problem, List<Goal> levels, double slack) {
    List<GoalLimit> limits = new ArrayList<>();
    Optional<DesignPlan> best = Optional.empty();
    for (Goal goal : levels) {
      DesignProblemBuilder level = problem.toBuilder().onlyGoals(List.of(goal));
      limits.forEach(level::limit);
      best = BruteForce.bestPlan(level.build());
      if (best.isEmpty()) {
        return best;
      }
      limits.add(new GoalLimit(List.of(goal), best.get().objective() * (1 + slack)));
    }
    return best;
  }

  @Test
  void the_closest_plan_is_told_in_the_goals_of_all_levels() {
    var world = Worlds.grid("AABB");
    DesignProblem problem =
        DesignProblem.builder(world.units(), world.distances())
            .measure(
                Measure.ACCOUNTS, new long[] {4, 2, 2, 2}) // no two halves, which nothing proves
            .graph(world.graph())
            .freeTerritories(2)
            .rule(new BalanceRule.Tolerance(0, 0))
            .objective(Objective.CutEdges.DEFAULT)
            .then(new Level(List.of(Goal.of(Objective.SumOfDistances.DEFAULT)), 0))
            .today(Today.of(world.territoryOf(), 0, 0))
            .build();

    DesignOutcome outcome = run(problem, 20_000);

    assertThat(outcome).isInstanceOf(DesignOutcome.NotFound.class);
    assertThat(outcome.findPlan().orElseThrow().goals()).hasSize(2);
    assertThat(outcome.findPlan().orElseThrow().comparisons()).hasSize(3);
  }

  @Test
  void a_diameter_can_be_limited_for_the_sake_of_borders() {
    var world = Worlds.grid(4, 2);
    DesignProblem problem =
        world(new SplittableRandom(3), world)
            .objective(Objective.MaxDiameter.DEFAULT)
            .then(new Level(List.of(Goal.of(Objective.CutEdges.DEFAULT)), 0))
            .build();
    List<Goal> levels =
        List.of(Goal.of(Objective.MaxDiameter.DEFAULT), Goal.of(Objective.CutEdges.DEFAULT));

    DesignPlan plan = ((DesignOutcome.Designed) run(problem, 200_000)).plan();

    assertThat(plan.goals().getLast().value())
        .isEqualTo(lexicographicBest(problem, levels, 0).orElseThrow().objective());
  }

  @Test
  void nothing_becomes_worse_than_in_a_plan_of_today_that_keeps_all_rules() {
    Seeds.check(
        40,
        (random, size) -> {
          var world = Worlds.grid("AABBCC", "AABBCC", "AABBCC", "AABBCC");
          DesignProblem problem =
              DesignProblem.builder(world.units(), world.distances())
                  .measure(Measure.ACCOUNTS, random.longs(24, 4, 8).toArray())
                  .contiguous(world.graph())
                  .freeTerritories(3)
                  .rule(new BalanceRule.Tolerance(0, 0.6))
                  .objective(MOMENT.objective())
                  .goal(Goal.of(Objective.CutEdges.DEFAULT))
                  .today(Today.of(world.territoryOf(), 0, 0))
                  .neverWorse()
                  .build();

          DesignPlan plan = ((DesignOutcome.Designed) run(problem, 40_000)).plan();

          assertThat(plan.comparisons())
              .extracting(Comparison::name)
              .containsExactly("momentOfInertia", "cutEdges", "accounts");
          assertThat(plan.sacrifices()).isEmpty();
        });
  }

  @Test
  void what_has_to_become_worse_than_today_is_named() {
    var world = Worlds.grid("AAAAAAAAAB");
    DesignProblem problem =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, new long[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1})
            .contiguous(world.graph())
            .freeTerritories(2)
            .rule(new BalanceRule.Tolerance(0, 0.1))
            .objective(Preference.of("skillFit", 2, skills()))
            .today(Today.of(world.territoryOf(), 0, 0))
            .neverWorse()
            .build();

    DesignPlan plan = ((DesignOutcome.Designed) run(problem, 20_000)).plan();

    assertThat(plan.sacrifices())
        .containsExactly(new Comparison(Comparison.Kind.GOAL, "skillFit", 0, 4));
    assertThat(plan.comparisons().get(1).isBetter()).isTrue();
  }

  /** Nine units that only the first territory has the skills for, and one that the other has. */
  private static double[] skills() {
    double[] cost = new double[20];
    for (int unit = 0; unit < 10; unit++) {
      cost[2 * unit + (unit < 9 ? 1 : 0)] = 1;
    }
    return cost;
  }

  @Test
  void today_goes_on_where_a_short_search_finds_nothing_better() {
    var world = Worlds.grid("AAABBB", "AAABBB", "CCCDDD", "CCCDDD");
    DesignProblem problem =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, new SplittableRandom(1).longs(24, 8, 10).toArray())
            .contiguous(world.graph())
            .freeTerritories(4)
            .rule(new BalanceRule.Tolerance(0, 0.1))
            .objective(Objective.CutEdges.DEFAULT)
            .today(Today.of(world.territoryOf(), 0, 0))
            .build();

    DesignPlan plan = ((DesignOutcome.Designed) run(problem, 1)).plan();

    assertThat(plan.objective()).isLessThanOrEqualTo(10);
  }

  private static DesignProblemBuilder world(SplittableRandom random, Worlds.Grid world) {
    return DesignProblem.builder(world.units(), world.distances())
        .measure(Measure.ACCOUNTS, random.longs(world.unitCount(), 1, 9).toArray())
        .contiguous(world.graph())
        .freeTerritories(3)
        .rule(new BalanceRule.Tolerance(0, 0.5));
  }

  private static DesignOutcome run(DesignProblem problem, long work) {
    return Optimizer.optimize(
        problem, DesignSettings.ofWork(1, work), DesignListener.NONE, Cancellation.none());
  }
}
