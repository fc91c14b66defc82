package bailiwick.core.optimize;

import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.FieldTerms;
import bailiwick.core.design.FieldWork;
import bailiwick.core.design.Objective;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.TravelTimes;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** Random work in the field on grids whose units are half an hour from each other. */
public final class FieldWorlds {

  private static final double HOURS_PER_STEP = 0.5;
  private static final double WORKDAY = 8;

  private FieldWorlds() {}

  /** Times as far as the grid's units lie apart. */
  public static TravelTimes times(Worlds.Grid world) {
    return new TravelTimes() {
      @Override
      public double hours(int unit, int site) {
        return hoursOver(world.distances().between(unit, site));
      }

      @Override
      public double hoursOver(double kilometres) {
        return HOURS_PER_STEP * kilometres;
      }
    };
  }

  /**
   * Work of random visits, for which territories have more or less days than half an hour's way
   * home would take.
   *
   * @param least days of all territories at least, as a part of those
   * @param most likewise
   */
  public static FieldWork work(
      SplittableRandom random, Worlds.Grid world, int territories, double least, double most) {
    double[] visits = random.ints(world.unitCount(), 0, 20).asDoubleStream().toArray();
    double[] hoursToNext = random.doubles(world.unitCount(), 0, 0.5).toArray();
    FieldTerms free = new FieldTerms(1, 0.1, WORKDAY, OptionalDouble.empty());
    FieldWork unlimited = FieldWork.of(free, visits, hoursToNext, times(world), HOURS_PER_STEP);
    double usual = 0;
    for (int unit = 0; unit < visits.length; unit++) {
      usual += FieldWork.DAYS.toDecimal(unlimited.days(unit, Centre.FREE));
    }
    double days = Math.max(0.1, usual * random.nextDouble(least, most) / territories);
    FieldTerms limited = new FieldTerms(1, 0.1, WORKDAY, OptionalDouble.of(days));
    return FieldWork.of(limited, visits, hoursToNext, times(world), HOURS_PER_STEP);
  }

  /** A world of people at their homes with such work, one piece each or not. */
  public static DesignProblem withHomes(
      SplittableRandom random, Worlds.Grid world, int territories, boolean contiguous) {
    DesignProblemBuilder builder = begun(random, world, territories);
    return (contiguous ? builder.contiguous(world.graph()) : builder.graph(world.graph()))
        .fieldWork(work(random, world, territories, 1.0, 1.5))
        .build();
  }

  /** People at their homes, without work in the field and without neighbours. */
  static DesignProblemBuilder begun(SplittableRandom random, Worlds.Grid world, int territories) {
    DesignProblemBuilder builder =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.WORKLOAD, random.longs(world.unitCount(), 1, 100).toArray())
            .objective(Objective.MomentOfInertia.of(0));
    int[] homes = random.ints(0, world.unitCount()).distinct().limit(territories).toArray();
    for (int t = 0; t < territories; t++) {
      builder.territory(TerritorySpec.withHome("H" + t, homes[t]));
    }
    return builder;
  }
}
