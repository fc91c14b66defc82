package bailiwick.core.optimize.objective;

/** An excess at a price or several, which move with how far a plan is outside. Not thread-safe. */
interface PricedLimit {

  /** What is priced. */
  Excess excess();

  /**
   * Sets all prices.
   *
   * @param wanted price of one relative excess
   * @param pace how fast it moves: 1 as fast as it may, less is slower
   */
  void setPrice(double wanted, double pace);

  /** The excess at its price. */
  double value();

  /** Change of it when a unit moves. */
  double change(int unit, int to);

  /** Change of it when two units of different territories trade places. */
  double changeOfSwap(int one, int other);

  /** Moves the prices by how far the plan is outside now. */
  void adapt();
}
