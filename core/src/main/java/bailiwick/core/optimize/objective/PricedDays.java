package bailiwick.core.optimize.objective;

import java.util.Arrays;

/**
 * Days in the field beyond those that territories have, at a price of each territory's own: one
 * that cannot keep its days yet does not freeze all others. Not thread-safe.
 *
 * @see BalancePrices
 */
final class PricedDays implements PricedLimit {

  private static final double UP = 1.04;

  /** Territories that take too many days at a time when prices have settled. */
  private static final double TERRITORIES_OUTSIDE = 3.4;

  /** Part of the time that a territory takes too many days at most. */
  private static final double OUTSIDE_MOST = 0.3;

  /** A price stays from a fifth of the usual one to a million times it. */
  private static final double LEAST = 0.2;

  private static final double MOST = 1e6;

  private final DaysExcess days;
  private final double[] price; // [territory] -> price of one mean territory's days too many
  private double usual;
  private double up = 1;
  private double down = 1;

  PricedDays(DaysExcess days, int territoryCount) {
    this.days = days;
    this.price = new double[territoryCount];
  }

  @Override
  public Excess excess() {
    return days;
  }

  @Override
  public void setPrice(double wanted, double pace) {
    usual = wanted;
    Arrays.fill(price, wanted);
    double outside = Math.min(OUTSIDE_MOST, TERRITORIES_OUTSIDE / price.length);
    up = StrictMath.pow(UP, pace);
    down = StrictMath.pow(UP, -pace * outside / (1 - outside));
  }

  @Override
  public double value() {
    double sum = 0;
    for (int t = 0; t < price.length; t++) {
      sum += price[t] * days.outside(t);
    }
    return sum;
  }

  @Override
  public double change(int unit, int to) {
    int from = days.territoryOf(unit);
    return price[from] * days.without(from, unit) + price[to] * days.with(to, unit);
  }

  @Override
  public double changeOfSwap(int one, int other) {
    int a = days.territoryOf(one);
    int b = days.territoryOf(other);
    return price[a] * days.traded(a, one, other) + price[b] * days.traded(b, other, one);
  }

  @Override
  public void adapt() {
    for (int t = 0; t < price.length; t++) {
      price[t] =
          days.isOver(t)
              ? Math.min(MOST * usual, price[t] * up)
              : Math.max(LEAST * usual, price[t] * down);
    }
  }
}
