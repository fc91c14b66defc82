package bailiwick.core.design;

/**
 * Hours of driving estimated from distances as the crow flies. Roads are longer by a factor that
 * falls with the distance, {@code min(2, 1.22 + 0.55 / √km)}, and their kilometres are driven the
 * faster the longer the way is: the first {@value #TOWN_KM} at {@value #TOWN_SPEED} km/h, those up
 * to {@value #COUNTRY_KM} at {@value #COUNTRY_SPEED} km/h, and all others at {@value
 * #MOTORWAY_SPEED} km/h. Immutable.
 *
 * <p>Sources: that roads are longer by about a fifth over long ways and by more over short ones, R.
 * H. Ballou, H. Rahardja, N. Sakai, *Selected country circuity factors for road travel distance
 * estimation*, Transportation Research Part A 2002; D. J. Giacomin, D. M. Levinson, *Road network
 * circuity in metropolitan areas*, Environment and Planning B 2015. The speeds are our own choice:
 * from door to door 10 km by road take 15 minutes, 30 km 37 minutes and 100 km 84 minutes.
 *
 * <p>Known limits: seas, mountains and traffic are not seen.
 */
public final class GreatCircleTimes implements TravelTimes {

  private static final double LONGEST_FACTOR = 2;
  private static final double FACTOR_FAR_OFF = 1.22;
  private static final double FACTOR_NEAR_BY = 0.55;
  private static final double TOWN_KM = 5;
  private static final double TOWN_SPEED = 30;
  private static final double COUNTRY_KM = 30;
  private static final double COUNTRY_SPEED = 55;
  private static final double MOTORWAY_SPEED = 90;

  private final Distances kilometres;

  /**
   * Times between places.
   *
   * @param kilometres as the crow flies
   */
  public GreatCircleTimes(Distances kilometres) {
    this.kilometres = kilometres;
  }

  @Override
  public double hours(int unit, int site) {
    return hoursOver(kilometres.between(unit, site));
  }

  @Override
  public double hoursOver(double km) {
    double road = roadKm(km);
    double town = Math.min(road, TOWN_KM);
    double country = Math.clamp(road - TOWN_KM, 0, COUNTRY_KM - TOWN_KM);
    double motorway = Math.max(0, road - COUNTRY_KM);
    return town / TOWN_SPEED + country / COUNTRY_SPEED + motorway / MOTORWAY_SPEED;
  }

  /** {@code km · min(2, 1.22 + 0.55 / √km)}, without a division by 0. */
  private static double roadKm(double km) {
    return Math.min(LONGEST_FACTOR * km, FACTOR_FAR_OFF * km + FACTOR_NEAR_BY * Math.sqrt(km));
  }
}
