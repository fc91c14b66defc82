package bailiwick.core.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The days in the field that units take in each territory of a problem, and those that territories
 * have. Fixed-point in {@link FieldWork#DAYS}, so that sums are exact. Immutable.
 */
public final class FieldDays {

  private final FieldWork work;
  private final List<TerritorySpec> territories;
  private final long[] most; // [territory]

  /**
   * The days of territories.
   *
   * @param atLeast {@code atLeast[territory]} days that it has whatever its share, fixed-point;
   *     empty when there are no such
   */
  FieldDays(FieldWork work, List<TerritorySpec> territories, long[] atLeast) {
    this.work = work;
    this.territories = territories;
    this.most = territories.stream().mapToLong(spec -> work.most(spec.share())).toArray();
    for (int t = 0; t < atLeast.length; t++) {
      most[t] = Math.max(most[t], atLeast[t]);
    }
  }

  /** The work that takes the days. */
  public FieldWork work() {
    return work;
  }

  /** Whether there are only so many days. */
  public boolean isLimited() {
    return work.isLimiting();
  }

  /** Days that a unit takes in a territory, 0 or more. O(1). */
  public long at(int unit, int territory) {
    return work.days(unit, territories.get(territory).centre());
  }

  /** Days that a territory has; {@link Long#MAX_VALUE} when nobody says. */
  public long most(int territory) {
    return most[territory];
  }

  /** Days that all territories have, whole and fractions; only where they are limited. */
  public double mostInAll() {
    return Arrays.stream(most).mapToDouble(FieldWork.DAYS::toDecimal).sum();
  }

  /**
   * Days that territories take. O(units).
   *
   * @param territoryOf {@code [unit] -> territory}, -1 for units that do not count
   * @return {@code [territory]}
   */
  public long[] totals(int[] territoryOf) {
    long[] totals = new long[most.length];
    for (int unit = 0; unit < territoryOf.length; unit++) {
      if (territoryOf[unit] >= 0) {
        totals[territoryOf[unit]] += at(unit, territoryOf[unit]);
      }
    }
    return totals;
  }

  /**
   * What the days of each territory are spent on, in the order of their numbers.
   *
   * @param territoryOf {@code [unit] -> territory}, -1 for units that do not count
   */
  public List<TerritoryDays> spent(int[] territoryOf) {
    double[] visiting = new double[most.length];
    double[] driving = new double[most.length];
    int[] overnight = new int[most.length];
    for (int unit = 0; unit < territoryOf.length; unit++) {
      int t = territoryOf[unit];
      if (t >= 0) {
        Centre centre = territories.get(t).centre();
        visiting[t] += work.hoursOfVisits(unit);
        driving[t] += work.hoursOfDriving(unit, centre);
        overnight[t] += work.isOvernight(unit, centre) ? 1 : 0;
      }
    }
    long[] days = totals(territoryOf);
    List<TerritoryDays> all = new ArrayList<>();
    for (int t = 0; t < days.length; t++) {
      OptionalDouble available =
          work.terms().days().isPresent()
              ? OptionalDouble.of(FieldWork.DAYS.toDecimal(most[t]))
              : OptionalDouble.empty();
      all.add(
          new TerritoryDays(
              territories.get(t).code(),
              FieldWork.DAYS.toDecimal(days[t]),
              available,
              visiting[t],
              driving[t],
              overnight[t]));
    }
    return all;
  }
}
