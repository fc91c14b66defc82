package bailiwick.core.optimize.objective;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Distances;
import bailiwick.core.design.GreatCircleDistances;
import bailiwick.core.design.Objective;
import bailiwick.core.design.PlanarDistances;
import bailiwick.core.design.VisitDistances;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.plan.WorkingPlan;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.Measure;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestCentreTest {

  private static final Worlds.Grid LAND = Worlds.grid(24, 16);

  @Test
  void a_large_territory_has_the_centre_of_a_plain_search() {
    Seeds.check(
        30,
        (random, size) -> {
          DesignProblem problem = problem(random, size);
          UnitCosts costs = UnitCosts.of(problem);
          WorkingPlan plan = new WorkingPlan(problem, LAND.graph(), new int[LAND.unitCount()]);
          BestCentre best = new BestCentre(problem, costs);
          int without = size % 2 == 0 ? -1 : random.nextInt(LAND.unitCount());

          int centre = best.exact(plan, 0, random.nextInt(LAND.unitCount()), without);

          double least =
              IntStream.range(0, LAND.unitCount())
                  .filter(site -> site != without)
                  .mapToDouble(site -> cost(costs, site, without))
                  .min()
                  .orElseThrow();
          assertThat(cost(costs, centre, without)).isEqualTo(least);
        });
  }

  @Test
  void a_unit_of_another_territory_is_no_centre_however_near_it_lies() {
    Worlds.Grid row = Worlds.grid(5, 1);
    DesignProblem problem =
        DesignProblem.builder(row.units(), row.distances())
            .measure(Measure.ACCOUNTS, new long[] {1, 1, 1, 1, 1})
            .freeTerritories(2)
            .objective(Objective.SumOfDistances.DEFAULT)
            .build();
    WorkingPlan plan = new WorkingPlan(problem, row.graph(), new int[] {0, 0, 1, 0, 0});
    BestCentre best = new BestCentre(problem, UnitCosts.of(problem));

    for (int hint = 0; hint < 5; hint++) {
      assertThat(plan.territoryOf(best.exact(plan, 0, hint, -1))).isZero();
      assertThat(plan.territoryOf(best.quick(plan, 0, hint, -1))).isZero();
    }
  }

  @Test
  void a_bound_is_never_above_the_cost() {
    Seeds.check(
        30,
        (random, size) -> {
          DesignProblem problem = problem(random, size);
          UnitCosts costs = UnitCosts.of(problem);
          WorkingPlan plan = new WorkingPlan(problem, LAND.graph(), new int[LAND.unitCount()]);

          StraightBound bound = StraightBound.of(costs, plan, 0, -1);

          for (int site = 0; site < LAND.unitCount(); site++) {
            double cost = cost(costs, site, -1);
            double least = bound.from(site, Double.POSITIVE_INFINITY);
            assertThat(least).isLessThanOrEqualTo(cost).isGreaterThan(0.7 * cost);
          }
        });
  }

  @Test
  void units_visited_at_several_places_have_the_centre_of_a_plain_search_and_a_bound_below_it() {
    Seeds.check(
        30,
        (random, size) -> {
          DesignProblem problem = problem(visits(random, size), random, size);
          UnitCosts costs = UnitCosts.of(problem);
          WorkingPlan plan = new WorkingPlan(problem, LAND.graph(), new int[LAND.unitCount()]);
          StraightBound bound = StraightBound.of(costs, plan, 0, -1);

          int centre = new BestCentre(problem, costs).exact(plan, 0, 0, -1);

          double least = Double.POSITIVE_INFINITY;
          for (int site = 0; site < LAND.unitCount(); site++) {
            double cost = cost(costs, site, -1);
            least = Math.min(least, cost);
            assertThat(bound.from(site, Double.POSITIVE_INFINITY)).isLessThanOrEqualTo(cost);
          }
          assertThat(cost(costs, centre, -1)).isEqualTo(least);
        });
  }

  /** Each unit at two places besides its own, with some visits from afar. */
  private static Distances visits(SplittableRandom random, int size) {
    int units = LAND.unitCount();
    VisitDistances.Builder visits =
        VisitDistances.builder(distances(3 * units, random, size), units, units);
    for (int unit = 0; unit < units; unit++) {
      for (int place = unit; place < 3 * units; place += units) {
        visits.visit(unit, place, random.nextDouble(0.1, 3), random.nextDouble(1));
      }
    }
    return visits.build();
  }

  private static double cost(UnitCosts costs, int site, int without) {
    double sum = 0;
    for (int unit = 0; unit < LAND.unitCount(); unit++) {
      sum += unit == without ? 0 : costs.at(unit, site);
    }
    return sum;
  }

  private static DesignProblem problem(SplittableRandom random, int size) {
    return problem(distances(LAND.unitCount(), random, size), random, size);
  }

  private static DesignProblem problem(Distances distances, SplittableRandom random, int size) {
    return DesignProblem.builder(LAND.units(), distances)
        .measure(Measure.ACCOUNTS, random.longs(LAND.unitCount(), 0, 50).toArray())
        .graph(LAND.graph())
        .freeTerritories(1)
        .objective(
            size % 3 == 0 ? Objective.SumOfDistances.DEFAULT : Objective.MomentOfInertia.of(0))
        .build();
  }

  private static Distances distances(int count, SplittableRandom random, int size) {
    double[] x = random.doubles(count, -60, 60).toArray();
    double[] y = random.doubles(count, -30, 30).toArray();
    return size % 4 < 2
        ? PlanarDistances.of(x, y)
        : GreatCircleDistances.of(
            IntStream.range(0, x.length).mapToObj(unit -> new LonLat(x[unit], y[unit])).toList());
  }
}
