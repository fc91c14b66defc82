package bailiwick.core.optimize.objective;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * What it costs a search to leave limits: for each limited measure and territory a price of what
 * lies outside, and a toll on all that the territory holds. Not thread-safe.
 *
 * <p>A territory's price rises while it is outside its limits and falls while it keeps them, so
 * that the search swings around the border of what is allowed, and one territory that cannot be
 * filled yet does not freeze all others. Tolls rise and fall with the same price and steer amounts
 * through territories that are themselves within limits, which the price alone cannot. They never
 * exceed half of it: the tolls of two territories together then never pay for leaving a limit, and
 * those of a territory that nothing can fill do not grow until they draw in the whole map.
 *
 * <p>Sources: F. Glover, *Tabu search, part I*, ORSA Journal on Computing 1989, for strategic
 * oscillation; D. P. Bertsekas, *Constrained optimization and Lagrange multiplier methods*, 1982,
 * for multipliers beside a penalty. Differs from them: each limit has its own price, and the
 * multipliers are bounded by it.
 */
public final class BalancePrices {

  private static final double UP = 1.04;

  /**
   * Limits that are broken at a time when prices have settled: few enough that all are kept now and
   * then, however many there are.
   */
  private static final double LIMITS_OUTSIDE = 3.4;

  /** Part of the time that a limit is broken at most. */
  private static final double OUTSIDE_MOST = 0.43;

  /** A price stays from a fifth of the usual one to a million times it. */
  private static final double LEAST = 0.2;

  private static final double MOST = 1e6;

  /** Change of a toll for each mean total outside, as a part of the price. */
  private static final double TOLL_STEP = 0.2;

  /** Largest change of a toll at once, as a part of the price. */
  private static final double TOLL_STEP_MOST = 0.01;

  private static final double TOLL_FADING = 0.999;

  /** Largest toll, as a part of the price. */
  private static final double TOLL_MOST = 0.5;

  private final BalanceExcess excess;
  private final double[][] price; // [limited measure][territory] -> price of one mean total outside
  private final double[][] toll; // [limited measure][territory] -> price of one mean total held
  private final int territoryCount;
  private double usual; // price that all start from
  private double up;
  private double down;

  BalancePrices(BalanceExcess excess, int territoryCount) {
    this.excess = excess;
    this.territoryCount = territoryCount;
    this.price = new double[excess.limitedCount()][territoryCount];
    this.toll = new double[excess.limitedCount()][territoryCount];
  }

  /**
   * Sets the tolls to start from.
   *
   * @param tolls {@code tolls[position among the limited measures][territory]}, for one mean total
   */
  public void setTolls(double[][] tolls) {
    for (int k = 0; k < toll.length; k++) {
      System.arraycopy(tolls[k], 0, toll[k], 0, toll[k].length);
    }
  }

  /**
   * Sets all prices.
   *
   * @param price of one mean total outside
   * @param pace how fast prices move: 1 as fast as they may, less is slower
   */
  public void setPrice(double price, double pace) {
    usual = price;
    up = StrictMath.pow(UP, pace);
    double limits = Math.max(1, (double) toll.length * territoryCount);
    double outside = Math.min(OUTSIDE_MOST, LIMITS_OUTSIDE / limits);
    down = StrictMath.pow(UP, -pace * outside / (1 - outside));
    for (int k = 0; k < toll.length; k++) {
      Arrays.fill(this.price[k], price);
      for (int t = 0; t < toll[k].length; t++) {
        bound(k, t);
      }
    }
  }

  /** The highest price of two territories. */
  public double highest(int one, int other) {
    double highest = 0;
    for (double[] row : price) {
      highest = Math.max(highest, Math.max(row[one], row[other]));
    }
    return highest;
  }

  /** What lies outside limits, at its price. O(limits). */
  double value() {
    double sum = 0;
    for (int k = 0; k < price.length; k++) {
      for (int t = 0; t < territoryCount; t++) {
        sum += price[k][t] * Math.abs(excess.outside(k, t));
      }
    }
    return sum;
  }

  /** Change of what lies outside limits, at its price, when a unit moves. */
  double excessChange(int unit, int to) {
    int from = excess.territoryOf(unit);
    double sum = 0;
    for (int k = 0; k < price.length; k++) {
      long amount = excess.amount(k, unit);
      if (amount != 0) {
        sum += price[k][from] * excess.step(k, from, -amount);
        sum += price[k][to] * excess.step(k, to, amount);
      }
    }
    return sum;
  }

  /** The same when two units of different territories trade places. */
  double excessChangeOfSwap(int one, int other) {
    int a = excess.territoryOf(one);
    int b = excess.territoryOf(other);
    double sum = 0;
    for (int k = 0; k < price.length; k++) {
      long net = excess.amount(k, other) - excess.amount(k, one);
      if (net != 0) {
        sum += price[k][a] * excess.step(k, a, net) + price[k][b] * excess.step(k, b, -net);
      }
    }
    return sum;
  }

  /**
   * Change of the tolls paid when a unit moves. Units that bring next to nothing pay as a tenth of
   * an average unit, so that borders can also cross empty land to reach amounts behind.
   */
  double tollChange(int unit, int to) {
    int from = excess.territoryOf(unit);
    double sum = 0;
    for (int k = 0; k < toll.length; k++) {
      sum += excess.tolledAmount(k, unit) * (toll[k][to] - toll[k][from]);
    }
    return sum;
  }

  /**
   * Moves prices and tolls by how far each territory is outside its limits now.
   *
   * @param scale {@code territory -> factor} of its tolls' steps
   */
  public void adapt(IntToDoubleFunction scale) {
    for (int k = 0; k < price.length; k++) {
      for (int t = 0; t < price[k].length; t++) {
        adapt(k, t, scale.applyAsDouble(t));
      }
    }
  }

  private void adapt(int k, int territory, double scale) {
    double outside = excess.outside(k, territory);
    if (outside == 0) {
      price[k][territory] = Math.max(LEAST * usual, price[k][territory] * down);
      toll[k][territory] *= TOLL_FADING;
    } else {
      price[k][territory] = Math.min(MOST * usual, price[k][territory] * up);
      double step = Math.min(TOLL_STEP_MOST, TOLL_STEP * Math.abs(outside));
      toll[k][territory] += Math.signum(outside) * step * scale * price[k][territory];
    }
    bound(k, territory);
  }

  private void bound(int k, int territory) {
    double most = TOLL_MOST * price[k][territory];
    toll[k][territory] = Math.clamp(toll[k][territory], -most, most);
  }
}
