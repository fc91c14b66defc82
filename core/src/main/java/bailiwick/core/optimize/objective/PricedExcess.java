package bailiwick.core.optimize.objective;

/**
 * An excess at a price that rises while it is there and falls while it is not, so that the search
 * swings around the border of what is allowed. Not thread-safe.
 *
 * @see BalancePrices
 */
final class PricedExcess implements PricedLimit {

  private static final double UP = 1.04;

  /** Part of the time that the limit is broken when its price has settled. */
  private static final double OUTSIDE = 0.3;

  /**
   * The price stays from a twentieth of the usual one, where it may swing, to a million times it.
   */
  private static final double LEAST = 0.05;

  private static final double MOST = 1e6;

  private final Excess excess;
  private double usual;
  private double price;
  private double up = 1;
  private double down = 1;

  PricedExcess(Excess excess) {
    this.excess = excess;
  }

  @Override
  public Excess excess() {
    return excess;
  }

  @Override
  public void setPrice(double wanted, double pace) {
    usual = wanted;
    price = wanted;
    up = StrictMath.pow(UP, pace);
    down = StrictMath.pow(UP, -pace * OUTSIDE / (1 - OUTSIDE));
  }

  @Override
  public double value() {
    return price * excess.value();
  }

  @Override
  public double change(int unit, int to) {
    return price * excess.change(unit, to);
  }

  @Override
  public double changeOfSwap(int one, int other) {
    return price * excess.changeOfSwap(one, other);
  }

  @Override
  public void adapt() {
    price =
        excess.value() > 0
            ? Math.min(MOST * usual, price * up)
            : Math.max(excess.maySwing() ? LEAST * usual : usual, price * down);
  }
}
