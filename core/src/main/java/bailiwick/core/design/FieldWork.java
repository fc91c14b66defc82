package bailiwick.core.design;

import bailiwick.core.unit.Measure;
import java.util.Arrays;

/**
 * The days that visiting the customers of units takes, driving included, without solving tours. A
 * unit with {@code f} visits takes
 *
 * <pre>f · (s + p + b · next) / (H − 2 · a · home)</pre>
 *
 * days, where {@code s} are the hours of a visit, {@code p} those of parking, {@code next} those of
 * driving to the nearest other customer, {@code H} those of a working day and {@code home} those of
 * driving home. A territory takes the sum over its units, whatever order they are visited in.
 * Immutable; owns its arrays.
 *
 * <p>The constants {@code a} = {@value #HOME} and {@code b} = {@value #NEXT} were fitted to
 * scheduled visit cycles of 48 synthetic territories, whose days the sum met within 2 % in the
 * mean. Where roads differ from these, reckon with {@value #ACCURACY_PERCENT} %.
 *
 * <p>Source of the form, service, ways between stops and line haul as separate terms: C. F.
 * Daganzo, *The distance traveled to visit N points with a maximum of C stops per vehicle*,
 * Transportation Science 1984. Differs from it: the way between stops is each customer's own, so
 * that the sum is additive.
 *
 * <p>Known limits: who lives more than a quarter of a working day away would spend most of it on
 * the road. Such a way counts as that much and no more, for people then stay overnight; see {@link
 * #isOvernight}.
 */
public final class FieldWork {

  /** The days of a territory, as a measure: four decimals are about three seconds of work. */
  public static final Measure DAYS = new Measure("fieldDays", "days", 4);

  /** How far the days may be off on real roads, in percent. */
  public static final int ACCURACY_PERCENT = 15;

  /** Factor of the way home: the first and the last visit of a day are a little nearer. */
  private static final double HOME = 0.96;

  /** Factor of the way to the nearest other customer: the next one is not always the nearest. */
  private static final double NEXT = 1.06;

  /** Part of a working day that driving from home and back takes at most. */
  private static final double MOST_ON_THE_WAY = 0.5;

  /** Days that all units take at most, so that sums of them stay exact. */
  private static final double MOST_DAYS = 1e12;

  private final FieldTerms terms;
  private final double[] visits; // [unit]
  private final double[] hoursToNext; // [unit] -> driving to the nearest other customer
  private final TravelTimes times;
  private final double hoursHome; // where no home is known
  private final boolean isLimiting; // whether territories take no more days than they have

  private FieldWork(
      FieldTerms terms,
      double[] visits,
      double[] hoursToNext,
      TravelTimes times,
      double hoursHome,
      boolean isLimiting) {
    this.terms = terms;
    this.visits = visits;
    this.hoursToNext = hoursToNext;
    this.times = times;
    this.hoursHome = hoursHome;
    this.isLimiting = isLimiting;
  }

  /**
   * The work of units.
   *
   * @param visits {@code visits[unit number]}, 0 or more
   * @param hoursToNext {@code hoursToNext[unit number]} of driving from one customer to the nearest
   *     other one, 0 or more
   * @param times to the homes
   * @param hoursHome of driving that is expected where a territory has no home, 0 or more
   * @throws IllegalArgumentException when a number is not, or all together take more than 1e12 days
   */
  public static FieldWork of(
      FieldTerms terms,
      double[] visits,
      double[] hoursToNext,
      TravelTimes times,
      double hoursHome) {
    if (visits.length != hoursToNext.length) {
      throw new IllegalArgumentException(
          "There are visits of %s units, but ways to the next customer of %s."
              .formatted(visits.length, hoursToNext.length));
    }
    Arrays.stream(visits).forEach(each -> require(each, "visits"));
    Arrays.stream(hoursToNext).forEach(each -> require(each, "hoursToNext"));
    require(hoursHome, "hoursHome");
    FieldWork work =
        new FieldWork(
            terms, visits.clone(), hoursToNext.clone(), times, hoursHome, terms.days().isPresent());
    work.requireFewEnough();
    return work;
  }

  private static void require(double value, String name) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The %s (%s) must be a finite number, 0 or more.".formatted(name, value));
    }
  }

  private void requireFewEnough() {
    double hours = 0;
    for (int unit = 0; unit < visits.length; unit++) {
      hours += hoursInTheField(unit);
    }
    double days = hours / (terms.workdayHours() * (1 - MOST_ON_THE_WAY));
    if (days > MOST_DAYS) {
      throw new IllegalArgumentException(
          "All units together take %s days, which must be at most %s.".formatted(days, MOST_DAYS));
    }
  }

  /**
   * The same work of some of the units.
   *
   * @param units their numbers here
   * @param siteOf {@code siteOf[new site]}: the units first, then the homes; owned from now on
   */
  public FieldWork part(int[] units, int[] siteOf) {
    return new FieldWork(
        terms,
        Arrays.stream(units).mapToDouble(unit -> visits[unit]).toArray(),
        Arrays.stream(units).mapToDouble(unit -> hoursToNext[unit]).toArray(),
        new PartTimes(times, siteOf),
        hoursHome,
        isLimiting);
  }

  /** The same work, whose days are told but may be more than there are. */
  public FieldWork unlimited() {
    return new FieldWork(terms, visits, hoursToNext, times, hoursHome, false);
  }

  /** Whether a territory takes no more days than it has. */
  boolean isLimiting() {
    return isLimiting;
  }

  /** What visits and days are made of. */
  public FieldTerms terms() {
    return terms;
  }

  /** How many units it tells of. */
  public int unitCount() {
    return visits.length;
  }

  /** Days that a unit takes, fixed-point in {@link #DAYS}, 0 or more. O(1). */
  public long days(int unit, Centre centre) {
    return DAYS.toFixed(exactDays(unit, centre));
  }

  private double exactDays(int unit, Centre centre) {
    return hoursInTheField(unit) / (terms.workdayHours() - hoursOnTheWay(unit, centre));
  }

  /** Days in the field that a territory has, fixed-point; the largest long when nobody says. */
  long most(double share) {
    return terms.days().isEmpty()
        ? Long.MAX_VALUE
        : DAYS.toFixed(Math.min(MOST_DAYS, terms.days().getAsDouble() * share));
  }

  /** Whether a home is so far from a unit that people are expected to stay overnight. */
  public boolean isOvernight(int unit, Centre centre) {
    return visits[unit] > 0
        && 2 * HOME * hoursHome(unit, centre) > MOST_ON_THE_WAY * terms.workdayHours();
  }

  /** Hours at the customers of a unit. */
  double hoursOfVisits(int unit) {
    return visits[unit] * terms.visitHours();
  }

  /** Hours of driving to, between and from the customers of a unit. */
  double hoursOfDriving(int unit, Centre centre) {
    return visits[unit] * NEXT * hoursToNext[unit]
        + exactDays(unit, centre) * hoursOnTheWay(unit, centre);
  }

  private double hoursInTheField(int unit) {
    return visits[unit] * (terms.visitHours() + terms.parkingHours() + NEXT * hoursToNext[unit]);
  }

  /** Hours of a working day that go into driving from home and back. */
  private double hoursOnTheWay(int unit, Centre centre) {
    return Math.min(2 * HOME * hoursHome(unit, centre), MOST_ON_THE_WAY * terms.workdayHours());
  }

  private double hoursHome(int unit, Centre centre) {
    return switch (centre) {
      case Centre.Home(int site) -> times.hours(unit, site);
      case Centre.Free() -> hoursHome;
    };
  }

  /** The times of some units and homes, under new numbers. */
  private static final class PartTimes implements TravelTimes {

    private final TravelTimes all;
    private final int[] siteOf; // [new site] -> site

    PartTimes(TravelTimes all, int[] siteOf) {
      this.all = all;
      this.siteOf = siteOf;
    }

    @Override
    public double hours(int unit, int site) {
      return all.hours(siteOf[unit], siteOf[site]);
    }

    @Override
    public double hoursOver(double kilometres) {
      return all.hoursOver(kilometres);
    }
  }
}
