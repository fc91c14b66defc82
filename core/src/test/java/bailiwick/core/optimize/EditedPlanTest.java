package bailiwick.core.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.fixture.Worlds;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditedPlanTest {

  private static final int TERRITORIES = 4;
  private static final int KINDS = 5;
  private static final int EDITS = 30;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void after_every_edit_all_figures_are_those_from_scratch(long seed) {
    for (int kind = 0; kind < KINDS; kind++) {
      SplittableRandom random = new SplittableRandom(seed);
      Worlds.Grid world = Worlds.grid(6, 5);
      DesignProblem problem = RandomWorlds.onGrid(random, world, TERRITORIES, kind);
      EditedPlan edited =
          EditedPlan.of(problem, random.ints(world.unitCount(), 0, TERRITORIES).toArray());
      for (int edit = 0; edit < EDITS; edit++) {
        int many = random.nextInt(1, 4);
        int[] units = random.ints(many, 0, world.unitCount()).toArray();

        DesignPlan figures = edited.move(random.nextInt(TERRITORIES), units);

        requireSame(figures, edited.fromScratch(), problem);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void a_territory_that_loses_all_its_units_is_told_to_be_empty(int kind) {
    Worlds.Grid world = Worlds.grid("ABBB", "ACDD");
    DesignProblem problem = RandomWorlds.onGrid(new SplittableRandom(9), world, TERRITORIES, kind);
    EditedPlan edited = EditedPlan.of(problem, world.territoryOf());
    edited.figures();

    DesignPlan figures = edited.move(1, 0, 4);

    assertThat(figures.breaches()).anyMatch(breach -> breach.toString().contains("Empty"));
    requireSame(figures, edited.fromScratch(), problem);
  }

  private static void requireSame(DesignPlan kept, DesignPlan scratch, DesignProblem problem) {
    assertThat(kept.alignment().toArray()).containsExactly(scratch.alignment().toArray());
    assertThat(kept.objective()).isEqualTo(scratch.objective());
    assertThat(kept.goals()).isEqualTo(scratch.goals());
    assertThat(kept.violation()).isEqualTo(scratch.violation());
    assertThat(kept.breaches()).isEqualTo(scratch.breaches());
    for (int t = 0; t < problem.territoryCount(); t++) {
      assertThat(kept.centreOf(t)).isEqualTo(scratch.centreOf(t));
      for (int m = 0; m < problem.measures().size(); m++) {
        assertThat(kept.total(m, t)).isEqualTo(scratch.total(m, t));
      }
    }
  }
}
