package bailiwick.core.optimize.bound;

import java.util.Arrays;

/**
 * Remembers slopes of a concave function and tells the direction in which all of them together
 * promise most, as a mixture with parts that sum to one. Not thread-safe.
 *
 * <p>Source: the proximal bundle method of K. C. Kiwiel, *Proximity control in bundle methods for
 * convex nondifferentiable minimization*, Mathematical Programming 1990; the mixture is found by
 * exchanging parts between two slopes at a time, O(size) each.
 */
final class Bundle {

  private static final int SIZE = 60;

  private static final int EXCHANGES = 400;

  /** Relative difference between two promises at which exchanging is in vain. */
  private static final double EVEN = 1e-6;

  private final double[][] slope = new double[SIZE][];
  private final double[] error = new double[SIZE]; // by how much each slope's plane lies too high
  private final double[][] product = new double[SIZE][SIZE];
  private final double[] part = new double[SIZE];
  private final double[] gradient = new double[SIZE];
  private final double[] mixture;
  private int count;
  private double mixedError;
  private double mixedSquare;

  Bundle(int dimensions) {
    this.mixture = new double[dimensions];
  }

  /**
   * Adds a slope, in the place of the one that counted least when there is no room.
   *
   * @param tooHigh how much higher its plane is than the function where the search stands
   */
  void add(double[] newSlope, double tooHigh) {
    int at = count < SIZE ? count++ : leastUseful();
    slope[at] = newSlope.clone();
    error[at] = Math.max(0, tooHigh);
    part[at] = count == 1 ? 1 : 0;
    for (int k = 0; k < count; k++) {
      product[at][k] = dot(slope[at], slope[k]);
      product[k][at] = product[at][k];
    }
  }

  private int leastUseful() {
    int worst = -1;
    for (int k = 0; k < count; k++) {
      if (part[k] == 0 && (worst < 0 || error[k] > error[worst])) {
        worst = k;
      }
    }
    if (worst >= 0) {
      return worst;
    }
    int least = 0;
    for (int k = 1; k < count; k++) {
      least = part[k] < part[least] ? k : least;
    }
    double freed = part[least];
    int most = least == 0 ? 1 : 0;
    for (int k = 0; k < count; k++) {
      most = k != least && part[k] > part[most] ? k : most;
    }
    part[most] += freed;
    return least;
  }

  /** The search has gone so far in a direction and gained: all planes are measured from there. */
  void moved(double[] direction, double length, double gained) {
    for (int k = 0; k < count; k++) {
      error[k] = Math.max(0, error[k] + length * dot(slope[k], direction) - gained);
    }
  }

  /**
   * Finds the mixture for a length of step: the least of {@code length/2 · |mixture|² + error}.
   *
   * @return the direction, valid until the next call
   */
  double[] mix(double length) {
    for (int k = 0; k < count; k++) {
      double sum = error[k];
      for (int other = 0; other < count; other++) {
        sum += length * product[k][other] * part[other];
      }
      gradient[k] = sum;
    }
    for (int turn = 0; turn < EXCHANGES && exchange(length); turn++) {}
    Arrays.fill(mixture, 0);
    mixedError = 0;
    for (int k = 0; k < count; k++) {
      if (part[k] > 0) {
        mixedError += part[k] * error[k];
        for (int i = 0; i < mixture.length; i++) {
          mixture[i] += part[k] * slope[k][i];
        }
      }
    }
    mixedSquare = dot(mixture, mixture);
    return mixture;
  }

  private boolean exchange(double length) {
    int from = -1;
    int to = 0;
    for (int k = 0; k < count; k++) {
      if (part[k] > 0 && (from < 0 || gradient[k] > gradient[from])) {
        from = k;
      }
      to = gradient[k] < gradient[to] ? k : to;
    }
    double gain = gradient[from] - gradient[to];
    if (gain <= EVEN * (Math.abs(gradient[from]) + Math.abs(gradient[to]))) {
      return false;
    }
    double curve = length * (product[from][from] + product[to][to] - 2 * product[from][to]);
    double moved = curve > 0 ? Math.min(part[from], gain / curve) : part[from];
    part[from] = moved == part[from] ? 0 : part[from] - moved;
    part[to] += moved;
    for (int k = 0; k < count; k++) {
      gradient[k] += length * moved * (product[k][to] - product[k][from]);
    }
    return true;
  }

  /** How much higher than the function the mixed plane lies. */
  double mixedError() {
    return mixedError;
  }

  /** Square of the mixture's length. */
  double mixedSquare() {
    return mixedSquare;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
