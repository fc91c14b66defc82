package bailiwick.core.optimize.bound;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Distances;
import bailiwick.core.optimize.objective.UnitCosts;
import java.util.Arrays;

/**
 * Which places are so near to a unit that a bound looks at them one by one; to be served from any
 * other costs the unit at least what it costs at the rim. With all places near there is no rim, and
 * nothing is left out. Immutable; owns its arrays.
 *
 * <p>How many places lie within a rim is told from a sample of them, so it is about as many as
 * asked for. O(units × sample) time.
 */
final class Nearness {

  /** Places that are looked at to tell how far the rim is. */
  private static final int SAMPLE = 512;

  /**
   * Part of a cost at the rim that rounding may have added; units may lie close on a large globe.
   */
  private static final double ROUNDING = 1e-6;

  private static final Nearness ALL =
      new Nearness(new double[0][0], new double[0][0], new double[0], new double[0]);

  private final double[][] middle; // [dimension][unit] -> of the places where it is visited
  private final double[][] coordinate; // [dimension][unit] -> where it serves others from
  private final double[] square; // [unit] -> of the straight distance to the rim; empty without one
  private final double[] mostPay; // [unit] -> what being served costs at the rim

  private Nearness(double[][] middle, double[][] coordinate, double[] square, double[] mostPay) {
    this.middle = middle;
    this.coordinate = coordinate;
    this.square = square;
    this.mostPay = mostPay;
  }

  /** All places are near to all units. */
  static Nearness all() {
    return ALL;
  }

  /**
   * About so many places are near to each unit.
   *
   * @param problem whose distances are at least straight lines
   */
  static Nearness of(DesignProblem problem, UnitCosts costs, long places) {
    int n = problem.unitCount();
    Distances distances = problem.distances();
    if (!distances.isAtLeastStraight()) {
      throw new IllegalArgumentException("Distances below straight lines have no rim.");
    }
    double[][] middle = axes(n, distances::middle);
    double[][] coordinate = axes(n, distances::coordinate);
    int sample = Math.min(n, SAMPLE);
    int rank = Math.clamp(places * sample / n, 0, sample - 1);
    double[] square = new double[n];
    double[] mostPay = new double[n];
    double[] squares = new double[sample];
    for (int unit = 0; unit < n; unit++) {
      for (int k = 0; k < sample; k++) {
        squares[k] = square(middle, unit, coordinate, (int) ((long) k * n / sample));
      }
      Arrays.sort(squares);
      square[unit] = squares[rank];
      mostPay[unit] = (1 - ROUNDING) * costs.weight(unit) * costs.ofStraightSquare(square[unit]);
    }
    return new Nearness(middle, coordinate, square, mostPay);
  }

  @FunctionalInterface
  private interface Axis {
    double at(int unit, int dimension);
  }

  private static double[][] axes(int units, Axis axis) {
    double[][] coordinate = new double[Distances.DIMENSIONS][units];
    for (int d = 0; d < coordinate.length; d++) {
      int dimension = d;
      Arrays.setAll(coordinate[d], unit -> axis.at(unit, dimension));
    }
    return coordinate;
  }

  private static double square(double[][] middle, int unit, double[][] coordinate, int other) {
    double sum = 0;
    for (int d = 0; d < middle.length; d++) {
      double step = middle[d][unit] - coordinate[d][other];
      sum += step * step;
    }
    return sum;
  }

  /** Whether no place is left out. */
  boolean isAll() {
    return square.length == 0;
  }

  /** Whether a unit looks at being served from the place of another one. */
  boolean isNear(int unit, int other) {
    return isAll() || square(middle, unit, coordinate, other) < square[unit];
  }

  /** What it costs a unit at least to be served from a place that is not near. */
  double mostPay(int unit) {
    return isAll() ? Double.POSITIVE_INFINITY : mostPay[unit];
  }
}
