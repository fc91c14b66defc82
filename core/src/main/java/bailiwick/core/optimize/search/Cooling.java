package bailiwick.core.optimize.search;

/**
 * The temperature over the whole work: a few rounds, each falling by a constant factor for each
 * part of the work and each starting cooler than the one before. Immutable.
 *
 * @param hot temperature at the very start
 * @param rounds how many times it is heated
 */
record Cooling(double hot, int rounds) {

  /** How much cooler each round starts. */
  private static final double LESS_EACH_ROUND = 0.4;

  /** Temperature at the end of each round, as a part of the very start's. */
  private static final double COLD = 0.002;

  /** The round at a fraction of the work, from 0. */
  int round(double fraction) {
    return Math.min(rounds - 1, (int) (fraction * rounds));
  }

  /** The temperature at a fraction of the work. */
  double at(double fraction) {
    int round = round(fraction);
    double within = Math.min(1, Math.max(0, fraction * rounds - round));
    double start = StrictMath.pow(LESS_EACH_ROUND, round);
    return hot * start * StrictMath.pow(COLD / start, within);
  }
}
