package bailiwick.core.optimize.field;

import bailiwick.core.design.Distances;
import bailiwick.core.design.FieldTerms;
import bailiwick.core.design.FieldWork;
import bailiwick.core.design.TravelTimes;
import bailiwick.core.optimize.start.SiteTree;
import java.util.stream.IntStream;

/**
 * Where customers lie, and the work in the field that follows from it. Immutable; owns its arrays.
 *
 * <p>The way from one customer to the nearest other one is that to the nearest unit with visits,
 * where a unit is one customer. The {@code n} customers of a unit are taken to lie at random on its
 * land, a square as wide as the unit next to it is away: then it is half that width over {@code
 * √n}.
 *
 * <p>Where a territory has no home, its centre is expected in the middle of a round territory of
 * mean area, and the mean way there is two thirds of its radius. The area is that of the units with
 * visits, each with as much land as it would have if all were strewn like those around it.
 *
 * <p>Sources: P. J. Clark, F. C. Evans, *Distance to nearest neighbor as a measure of spatial
 * relationships in populations*, Ecology 1954, for half a width; H. R. Thompson, *Distribution of
 * distance to nth neighbour in a population of randomly distributed individuals*, Ecology 1956, for
 * the land of a unit. O(units · log units).
 *
 * <p>Known limits: territories that lie in denser or emptier land than the mean have shorter or
 * longer ways home than expected; give them homes where that matters.
 */
public final class FieldEstimate {

  /** The neighbour whose distance tells how much land a unit has. */
  private static final int NEIGHBOURS = 6;

  /** Mean distance to the middle of a disc, as a part of its radius. */
  private static final double MEAN_OF_RADIUS = 2.0 / 3;

  /** Mean distance to the nearest of places strewn at random, as a part of the width each has. */
  private static final double RANDOM = 0.5;

  private final Distances kilometres;
  private final double[] visits; // [unit]
  private final double[] customers; // [unit]
  private final int[] units; // all of them
  private final int[] visited; // those with visits

  private FieldEstimate(Distances kilometres, double[] visits, double[] customers) {
    this.kilometres = kilometres;
    this.visits = visits;
    this.customers = customers;
    this.units = IntStream.range(0, visits.length).toArray();
    this.visited = IntStream.range(0, visits.length).filter(unit -> visits[unit] > 0).toArray();
  }

  /**
   * Customers of units.
   *
   * @param kilometres between units as the crow flies
   * @param visits {@code visits[unit number]}, 0 or more
   * @param customers {@code customers[unit number]}; below 1 counts as 1
   */
  public static FieldEstimate of(Distances kilometres, double[] visits, double[] customers) {
    if (visits.length != customers.length) {
      throw new IllegalArgumentException(
          "There are visits of %s units, but customers of %s."
              .formatted(visits.length, customers.length));
    }
    return new FieldEstimate(kilometres, visits.clone(), customers.clone());
  }

  /**
   * The work that visiting them is.
   *
   * @param territories how many there are, at least 1
   */
  public FieldWork work(FieldTerms terms, TravelTimes times, int territories) {
    double[] hoursToNext = new double[visits.length];
    SiteTree all = new SiteTree(kilometres, units, 1);
    SiteTree customersOfOthers = new SiteTree(kilometres, visited, 1);
    for (int position = 0; position < visited.length; position++) {
      int unit = visited[position];
      double km =
          customers[unit] > 1
              ? RANDOM * toNearest(all, units, unit, unit) / Math.sqrt(customers[unit])
              : toNearest(customersOfOthers, visited, unit, position);
      hoursToNext[unit] = times.hoursOver(km);
    }
    return FieldWork.of(terms, visits, hoursToNext, times, times.hoursOver(homeKm(territories)));
  }

  /** Kilometres to the nearest of some units, 0 where there is no other. */
  private double toNearest(SiteTree tree, int[] among, int unit, int position) {
    return tree.find(unit, position) == 0 ? 0 : kilometres.between(unit, among[tree.nearest(0)]);
  }

  /** Mean kilometres to the middle of a territory that has no home. */
  private double homeKm(int territories) {
    int most = Math.min(NEIGHBOURS, visited.length - 1);
    if (most < 1) {
      return 0;
    }
    SiteTree tree = new SiteTree(kilometres, visited, most);
    double area = 0;
    for (int position = 0; position < visited.length; position++) {
      tree.find(visited[position], position);
      double reach = kilometres.between(visited[position], visited[tree.nearest(most - 1)]);
      area += Math.PI * reach * reach / most;
    }
    return MEAN_OF_RADIUS * Math.sqrt(area / territories / Math.PI);
  }
}
