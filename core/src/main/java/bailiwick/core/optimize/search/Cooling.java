package bailiwick.core.optimize.search;

/**
 * The temperature over the whole work, in three rounds that each fall by a constant factor for each
 * part of the work: a short cool one, so that a good plan is there soon whenever the search is
 * stopped; a long hot one that looks far; and one that goes on from the best. Immutable.
 *
 * @param hot temperature at which the long round starts
 */
record Cooling(double hot) {

  /** Part of the work done when each round ends. */
  private static final double[] END = {0.1, 0.6, 1};

  /** Temperature at which each round starts, as a part of the hot one. */
  private static final double[] START = {0.2, 1, 0.4};

  /** Temperature at the end of each round, as a part of the hot one. */
  private static final double COLD = 0.002;

  /** Part of the work after which the last round starts. */
  static final double LAST_ROUND = END[1];

  /** The round at a fraction of the work, from 0. */
  int round(double fraction) {
    int round = 0;
    while (round < END.length - 1 && fraction >= END[round]) {
      round++;
    }
    return round;
  }

  /** The temperature at a fraction of the work. */
  double at(double fraction) {
    int round = round(fraction);
    double from = round == 0 ? 0 : END[round - 1];
    double within = Math.min(1, Math.max(0, (fraction - from) / (END[round] - from)));
    return hot * START[round] * StrictMath.pow(COLD / START[round], within);
  }
}
