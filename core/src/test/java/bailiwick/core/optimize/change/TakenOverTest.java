package bailiwick.core.optimize.change;

import static bailiwick.core.optimize.change.Changes.figures;
import static bailiwick.core.optimize.change.Changes.merge;
import static bailiwick.core.optimize.change.Changes.remove;
import static bailiwick.core.optimize.change.Changes.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.PlanarDistances;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.BruteForce;
import bailiwick.core.unit.Measure;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What ended territories had is taken over by those that stay. */
class TakenOverTest {

  @Test
  void scattered_accounts_go_to_whoever_has_room_and_few_make_some() {
    DesignProblem problem = lumpyAccounts(400, 40);

    ChangeOutcome changed = run(problem, remove("T" + largestOwner(problem)));

    assertThat(changed.outcome()).isInstanceOf(DesignOutcome.Designed.class);
    assertThat(figures(changed).besides().units()).isLessThanOrEqualTo(2);
  }

  @Test
  void of_nine_scattered_accounts_the_fewest_possible_change_hands() {
    Seeds.check(
        30,
        (random, size) -> {
          var world = Worlds.grid("ABA", "CDB", "CCD");
          DesignProblem problem = scattered(world, random.longs(9, 1, 12).toArray(), 0.35);
          ChangeRequest request =
              size % 2 == 0 ? remove("D") : merge(OptionalDouble.of(1), "A", "D");

          ChangeOutcome changed = run(problem, request);

          DesignProblemBuilder first = changed.problem().toBuilder().graph(world.graph());
          Optional<DesignPlan> least =
              BruteForce.bestPlan(first.onlyGoals(changed.problem().goals()).build());
          if (least.isEmpty()) {
            assertThat(changed.outcome()).isNotInstanceOf(DesignOutcome.Designed.class);
            return;
          }
          assertThat(Changes.plan(changed).goals().getFirst().value())
              .isCloseTo(least.get().objective(), within(1e-9));
        });
  }

  @Test
  void the_large_ones_come_first_and_each_goes_to_the_nearest_with_room() {
    var world = Worlds.grid("BBAAACCC");
    DesignProblem problem = limited(world, new long[] {5, 5, 1, 6, 1, 2, 2, 2}, 12);

    assertThat(world.draw(takenOver(problem))).isEqualTo("BBBCBCCC");
  }

  @Test
  void where_nobody_has_room_the_one_that_gives_least_makes_some() {
    var world = Worlds.grid("BBBBBBACCDDDDD");
    long[] amounts = {2, 2, 2, 2, 2, 1, 7, 6, 6, 1, 2, 2, 2, 2};
    DesignProblem problem = limited(world, amounts, 13);

    assertThat(world.draw(takenOver(problem))).isEqualTo("BBBBBBDCCCBDDD");
  }

  /** The plan to begin from when the first territory is removed; the others keep their letters. */
  private static int[] takenOver(DesignProblem problem) {
    ChangedProblem changed = ChangedProblem.of(problem, remove("A"));
    int[] kept = changed.succession().heirs(changed.landBefore());
    int[] nearest = kept.clone();
    for (int unit = 0; unit < kept.length; unit++) {
      nearest[unit] = Math.max(0, kept[unit]);
    }
    int[] plan = TakenOver.best(changed.problem(), changed.near(), kept, nearest, 0, () -> false);
    return Arrays.stream(plan).map(t -> t + 1).toArray();
  }

  private static DesignProblem limited(Worlds.Grid world, long[] amounts, long most) {
    return scattered(world, amounts, 9).toBuilder()
        .rule(new BalanceRule.Limits(1, 0, most))
        .build();
  }

  /** Accounts count one each where they change hands; what they bring is to be even. */
  private static DesignProblem scattered(Worlds.Grid world, long[] amounts, double tolerance) {
    DesignProblemBuilder builder =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, LongStream.generate(() -> 1).limit(amounts.length).toArray())
            .measure(Measure.WORKLOAD, amounts)
            .rule(new BalanceRule.Tolerance(1, tolerance))
            .objective(Changes.MOMENT)
            .today(Today.of(world.territoryOf(), 0, 0));
    for (int t = 0; t < world.territoryCount(); t++) {
      builder.territory(TerritorySpec.free(String.valueOf((char) ('A' + t))));
    }
    return builder.build();
  }

  /** Territories side by side that have drifted, with accounts as large as half of one. */
  private static DesignProblem lumpyAccounts(int units, int territories) {
    SplittableRandom random = new SplittableRandom(1);
    double[] drift = random.doubles(territories, 0.7, 1.3).toArray();
    double[] x = new double[units];
    double[] y = new double[units];
    int[] today = new int[units];
    long[] held = new long[territories];
    long[] potential = new long[units];
    for (int unit = 0; unit < units; unit++) {
      int t = unit % territories;
      today[unit] = t;
      x[unit] = t % 8 + random.nextDouble();
      y[unit] = Math.floorDiv(t, 8) + random.nextDouble();
      potential[unit] = random.nextLong(1_000, 5_000) + (random.nextInt(7) == 0 ? 25_000 : 0);
      held[t] += potential[unit];
    }
    long[] revenue = new long[units];
    for (int unit = 0; unit < units; unit++) {
      int t = today[unit];
      potential[unit] = Math.round(potential[unit] * drift[t] * 50_000 / held[t]);
      revenue[unit] = Math.round(potential[unit] * (0.5 + random.nextDouble()));
    }
    DesignProblemBuilder builder =
        DesignProblem.builder(Worlds.grid(units, 1).units(), PlanarDistances.of(x, y))
            .measure(Measure.ACCOUNTS, LongStream.generate(() -> 1).limit(units).toArray())
            .measure(Measure.WORKLOAD, potential)
            .measure(Measure.potential("USD"), revenue)
            .rule(new BalanceRule.Tolerance(1, 0.1))
            .rule(new BalanceRule.Tolerance(2, 0.1))
            .objective(Changes.MOMENT)
            .today(Today.of(today, 0, 0));
    for (int t = 0; t < territories; t++) {
      builder.territory(TerritorySpec.free("T" + t));
    }
    return builder.build();
  }

  private static int largestOwner(DesignProblem problem) {
    int largest = 0;
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      largest = problem.amount(1, unit) > problem.amount(1, largest) ? unit : largest;
    }
    return problem.today().orElseThrow().territoryOf(largest);
  }
}
