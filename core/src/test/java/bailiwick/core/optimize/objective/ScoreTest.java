package bailiwick.core.optimize.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.AskedWorlds;
import bailiwick.core.optimize.RandomWorlds;
import bailiwick.core.optimize.plan.WorkingPlan;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScoreTest {

  @Test
  void every_value_equals_its_slow_twin_after_every_move() {
    Seeds.check((random, size) -> {
      Score score = randomScore(random, size);
      for (int k = 0; k < 30; k++) {
        moveSomething(random, score);
        score.verify();
      }
    });
  }

  @Test
  void a_change_announced_is_the_change_that_comes() {
    Seeds.check((random, size) -> {
      Score score = randomScore(random, size);
      for (int k = 0; k < 30; k++) {
        WorkingPlan plan = score.plan();
        int unit = random.nextInt(plan.problem().unitCount());
        int to = random.nextInt(plan.problem().territoryCount());
        if (to != plan.territoryOf(unit) && plan.size(plan.territoryOf(unit)) > 1) {
          double objective = score.objective() + score.objectiveChange(unit, to);
          double excess = score.balance().value() + score.balance().change(unit, to);
          score.move(unit, to);
          assertThat(score.objective()).isCloseTo(objective, within(1e-6));
          assertThat(score.balance().value()).isCloseTo(excess, within(1e-9));
        }
      }
    });
  }

  @Test
  void the_pull_on_an_exchange_is_that_on_its_two_moves() {
    Seeds.check((random, size) -> {
      Score score = randomScore(random, size);
      score.keepShape();
      WorkingPlan plan = score.plan();
      int one = random.nextInt(plan.problem().unitCount());
      int other = random.nextInt(plan.problem().unitCount());
      int a = plan.territoryOf(one);
      int b = plan.territoryOf(other);
      if (a != b && plan.size(a) > 1) {
        double swap = score.pullChangeOfSwap(one, other);
        double first = score.prices().excessChange(one, b) + score.pullChange(one, b);
        plan.move(one, b); // the centres, which draw, stay where they are
        score.balance().moved(one, a, b);
        double second = score.prices().excessChange(other, a) + score.pullChange(other, a);
        assertThat(swap).isCloseTo(first + second, within(1e-6 * (1 + Math.abs(swap))));
      }
    });
  }

  private static void moveSomething(SplittableRandom random, Score score) {
    WorkingPlan plan = score.plan();
    int unit = random.nextInt(plan.problem().unitCount());
    int from = plan.territoryOf(unit);
    int to = random.nextInt(plan.problem().territoryCount());
    if (to != from && plan.size(from) > 1) {
      score.move(unit, to);
      score.settled(from, to);
    }
  }

  private static Score randomScore(SplittableRandom random, int size) {
    var world = Worlds.grid(3 + size % 5, 4);
    int territories = 2 + size % 3;
    DesignProblem problem =
        random.nextBoolean()
            ? RandomWorlds.onGrid(random, world, territories, size % 5)
            : AskedWorlds.onGrid(random, world, territories);
    int[] territoryOf = random.ints(world.unitCount(), 0, territories).toArray();
    for (int t = 0; t < territories; t++) {
      territoryOf[t] = t;
    }
    return new Score(new WorkingPlan(problem, world.graph(), territoryOf), UnitCosts.of(problem));
  }
}
