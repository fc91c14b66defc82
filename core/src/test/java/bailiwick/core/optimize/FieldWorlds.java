package bailiwick.core.optimize;

import bailiwick.core.design.Centre;
import bailiwick.core.design.FieldTerms;
import bailiwick.core.design.FieldWork;
import bailiwick.core.design.TravelTimes;
import bailiwick.core.fixture.Worlds;
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
}
