package bailiwick.core.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Goal;
import bailiwick.core.design.MeetingHours;
import bailiwick.core.design.Objective;
import bailiwick.core.design.PlanarDistances;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.design.VisitDistances;
import bailiwick.core.design.WorkingDay;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.explain.Reasons;
import bailiwick.core.optimize.explain.Term;
import bailiwick.core.unit.Measure;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Units that are visited at several places, by people who work at different hours. */
class VisitedWorldsTest {

  private static final ZoneId EAST = ZoneId.of("America/New_York");
  private static final ZoneId WEST = ZoneId.of("America/Los_Angeles");

  @Test
  void tiny_worlds_are_solved_to_the_optimum_of_a_plain_sum_over_all_visits() {
    Seeds.check(
        60,
        (random, size) -> {
          Visited world = new Visited(random, size % 2 == 0, size % 4 < 2);
          DesignOutcome outcome = run(world.problem(), 1);

          double optimum = world.optimum();
          if (optimum == Double.POSITIVE_INFINITY) {
            assertThat(outcome).isNotInstanceOf(DesignOutcome.Designed.class);
          } else {
            assertThat(outcome).isInstanceOf(DesignOutcome.Designed.class);
            DesignOutcome.Designed designed = (DesignOutcome.Designed) outcome;
            assertThat(designed.plan().objective())
                .isCloseTo(optimum, within(1e-9 * optimum + 1e-9));
            assertThat(designed.bound().orElse(0)).isLessThanOrEqualTo(optimum * (1 + 1e-9));
          }
        });
  }

  @Test
  void threads_do_not_change_the_plan() {
    SplittableRandom random = new SplittableRandom(5);
    DesignProblem problem = large(random);

    List<DesignOutcome> outcomes = List.of(run(problem, 1), run(problem, 2), run(problem, 4));

    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(DesignOutcome.Designed.class));
    DesignPlan first = ((DesignOutcome.Designed) outcomes.getFirst()).plan();
    for (DesignOutcome outcome : outcomes) {
      DesignPlan plan = ((DesignOutcome.Designed) outcome).plan();
      assertThat(plan.alignment().toArray()).isEqualTo(first.alignment().toArray());
      assertThat(plan.objective()).isEqualTo(first.objective());
    }
  }

  @Test
  void the_weight_of_its_places_decides_who_serves_a_unit() {
    assertThat(middleUnitServedBy(9, 1, 0)).isZero();
    assertThat(middleUnitServedBy(1, 9, 0)).isOne();
  }

  @Test
  void places_that_are_visited_from_afar_do_not_draw_a_unit() {
    assertThat(middleUnitServedBy(9, 2, 0.9)).isOne();
  }

  /** Three units in a row, the middle one visited at both homes. */
  private static int middleUnitServedBy(double left, double right, double remoteShareLeft) {
    var world = Worlds.grid(3, 1);
    VisitDistances visits =
        VisitDistances.builder(world.distances(), 3, 3)
            .visit(1, 0, left, remoteShareLeft)
            .visit(1, 2, right, 0)
            .build();
    return designed(row(world, visits).build()).alignment().territoryOf(1);
  }

  private static DesignProblemBuilder row(Worlds.Grid world, VisitDistances visits) {
    return DesignProblem.builder(world.units(), visits)
        .measure(Measure.ACCOUNTS, new long[] {1, 1, 1})
        .graph(world.graph())
        .territory(TerritorySpec.withHome("L", 0))
        .territory(TerritorySpec.withHome("R", 2))
        .objective(Objective.MomentOfInertia.of(0));
  }

  @Test
  void the_weight_of_its_people_decides_in_whose_hours_a_unit_is_served_and_is_told_as_a_reason() {
    assertThat(servedByHours(1, 4)).isOne();
    assertThat(servedByHours(4, 1)).isZero();

    DesignProblem problem = byHours(1, 4);
    DesignPlan plan = designed(problem);
    Term reason =
        Reasons.of(problem, plan).of(1).terms().stream()
            .filter(term -> term.goal().equals("timeZoneOverlap"))
            .findFirst()
            .orElseThrow();
    assertThat(reason.change()).isCloseTo(3 * (4 - 1) / 5.0, within(1e-9));
  }

  private static int servedByHours(double east, double west) {
    return designed(byHours(east, west)).alignment().territoryOf(1);
  }

  /** The middle unit is the left one's today, people in both time zones decide there. */
  private static DesignProblem byHours(double east, double west) {
    var world = Worlds.grid(3, 1);
    MeetingHours hours =
        MeetingHours.builder(WorkingDay.USUAL, 3, List.of(EAST, WEST))
            .person(0, 1, EAST)
            .person(1, east, EAST)
            .person(1, west, WEST)
            .person(2, 1, WEST)
            .build();
    return row(world, VisitDistances.builder(world.distances(), 3, 3).build())
        .today(Today.of(new int[] {0, 0, 1}, 0, 0))
        .goal(Goal.of(hours.toPreference("timeZoneOverlap", new double[] {1, 1, 1})))
        .build();
  }

  /** A random world of ten units with up to three places each, and what its plans cost in full. */
  private static final class Visited {

    private static final int UNITS = 10;
    private static final int TERRITORIES = 3;
    private static final int PLACES = 3;

    private final boolean squared;
    private final double[] x; // [unit, then home, then unit * PLACES + k]
    private final double[] y;
    private final double[][] weight = new double[UNITS][PLACES]; // 0 where it is not visited
    private final double[][] remote = new double[UNITS][PLACES];
    private final long[] accounts;
    private final boolean homes;

    Visited(SplittableRandom random, boolean squared, boolean homes) {
      int places = UNITS + TERRITORIES + UNITS * PLACES;
      this.squared = squared;
      this.homes = homes;
      this.x = random.doubles(places, 0, 10).toArray();
      this.y = random.doubles(places, 0, 10).toArray();
      this.accounts = random.longs(UNITS, 1, 6).toArray();
      for (int unit = 0; unit < UNITS; unit++) {
        int visited = random.nextInt(PLACES + 1);
        for (int k = 0; k < visited; k++) {
          weight[unit][k] = random.nextDouble(0.1, 5);
          remote[unit][k] = random.nextInt(3) == 0 ? 1 : random.nextDouble();
        }
      }
    }

    private static int place(int unit, int k) {
      return UNITS + TERRITORIES + unit * PLACES + k;
    }

    DesignProblem problem() {
      VisitDistances.Builder visits =
          VisitDistances.builder(PlanarDistances.of(x, y), UNITS, UNITS + TERRITORIES);
      for (int unit = 0; unit < UNITS; unit++) {
        for (int k = 0; k < PLACES && weight[unit][k] > 0; k++) {
          visits.visit(unit, place(unit, k), weight[unit][k], remote[unit][k]);
        }
      }
      DesignProblemBuilder problem =
          DesignProblem.builder(Worlds.grid(UNITS, 1).units(), visits.build())
              .measure(Measure.ACCOUNTS, accounts)
              .rule(new BalanceRule.Tolerance(0, 0.4))
              .objective(
                  squared ? Objective.MomentOfInertia.of(0) : Objective.SumOfDistances.DEFAULT);
      for (int t = 0; t < TERRITORIES; t++) {
        problem.territory(
            homes ? TerritorySpec.withHome("H" + t, UNITS + t) : TerritorySpec.free("F" + t));
      }
      return problem.build();
    }

    double optimum() {
      return least(0, new int[UNITS]);
    }

    private double least(int unit, int[] territoryOf) {
      if (unit == UNITS) {
        return cost(territoryOf);
      }
      double least = Double.POSITIVE_INFINITY;
      for (int t = 0; t < TERRITORIES; t++) {
        territoryOf[unit] = t;
        least = Math.min(least, least(unit + 1, territoryOf));
      }
      return least;
    }

    private double cost(int[] territoryOf) {
      double total = 0;
      for (int t = 0; t < TERRITORIES; t++) {
        long held = 0;
        long all = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int unit = 0; unit < UNITS; unit++) {
          all += accounts[unit];
          held += territoryOf[unit] == t ? accounts[unit] : 0;
          if (!homes && territoryOf[unit] == t) {
            best = Math.min(best, costFrom(mainPlace(unit), t, territoryOf));
          }
        }
        double target = all / (double) TERRITORIES;
        if (held < 0.6 * target - 1e-9 || held > 1.4 * target + 1e-9) {
          return Double.POSITIVE_INFINITY;
        }
        total += homes ? costFrom(UNITS + t, t, territoryOf) : best;
      }
      return total;
    }

    private int mainPlace(int unit) {
      int main = unit;
      double most = 0;
      for (int k = 0; k < PLACES; k++) {
        double travelled = weight[unit][k] * (1 - remote[unit][k]);
        if (travelled > most) {
          most = travelled;
          main = place(unit, k);
        }
      }
      return main;
    }

    private double costFrom(int centre, int territory, int[] territoryOf) {
      double sum = 0;
      for (int unit = 0; unit < UNITS; unit++) {
        sum += territoryOf[unit] == territory ? visitsFrom(centre, unit) : 0;
      }
      return sum;
    }

    private double visitsFrom(int centre, int unit) {
      double amount = squared ? accounts[unit] : 1;
      double weights = 0;
      double sum = 0;
      for (int k = 0; k < PLACES; k++) {
        weights += weight[unit][k];
        sum += weight[unit][k] * (1 - remote[unit][k]) * way(centre, place(unit, k));
      }
      return amount * (weights == 0 ? way(centre, unit) : sum / weights);
    }

    private double way(int one, int other) {
      double square = Math.pow(x[one] - x[other], 2) + Math.pow(y[one] - y[other], 2);
      return squared ? square : Math.sqrt(square);
    }
  }

  private static DesignProblem large(SplittableRandom random) {
    var world = Worlds.grid(12, 10);
    int units = world.unitCount();
    double[] x = random.doubles(3L * units, 0, 12).toArray();
    double[] y = random.doubles(3L * units, 0, 10).toArray();
    VisitDistances.Builder visits = VisitDistances.builder(PlanarDistances.of(x, y), units, units);
    for (int unit = 0; unit < units; unit++) {
      visits.visit(unit, units + unit, random.nextDouble(1, 5), random.nextDouble());
      visits.visit(unit, 2 * units + unit, random.nextDouble(1, 5), random.nextDouble());
    }
    return DesignProblem.builder(world.units(), visits.build())
        .measure(Measure.ACCOUNTS, random.longs(units, 1, 9).toArray())
        .freeTerritories(6)
        .rule(new BalanceRule.Tolerance(0, 0.1))
        .objective(Objective.MomentOfInertia.of(0))
        .build();
  }

  private static DesignOutcome run(DesignProblem problem, int threads) {
    DesignSettings settings = DesignSettings.ofWork(1, 60_000);
    return Optimizer.optimize(
        problem, settings.withThreads(threads), DesignListener.NONE, Cancellation.none());
  }

  private static DesignPlan designed(DesignProblem problem) {
    return ((DesignOutcome.Designed) run(problem, 1)).plan();
  }
}
