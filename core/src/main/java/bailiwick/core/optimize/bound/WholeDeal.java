package bailiwick.core.optimize.bound;

import java.util.Arrays;

/**
 * The cheapest deal of a centre that takes units whole, where one measure has an upper limit and no
 * lower one: a 0/1 knapsack. Looks through the choices in order of gain for each amount and drops
 * those that even parts of units could not make better. Gives up after a number of steps. Not
 * thread-safe.
 *
 * <p>Source: E. Horowitz, S. Sahni, *Computing partitions with applications to the knapsack
 * problem*, Journal of the ACM 1974.
 */
final class WholeDeal {

  /** Choices looked at before giving up. */
  private static final int MOST_STEPS = 4_000;

  /** Part of the gain below which an improvement is rounding. */
  private static final double ROUNDING = 1e-12;

  private final int[] option; // [rank] -> option that gains
  private final double[] gain; // [rank]
  private final long[] amount; // [rank]
  private final double[] ratio; // [rank] -> gain for each amount, falling
  private final boolean[] chosen; // [rank] -> in the choice looked at
  private final boolean[] best; // [rank] -> in the best choice
  private int count;
  private int steps;
  private double bestGain;

  WholeDeal(int mostOptions) {
    this.option = new int[mostOptions];
    this.gain = new double[mostOptions];
    this.amount = new long[mostOptions];
    this.ratio = new double[mostOptions];
    this.chosen = new boolean[mostOptions];
    this.best = new boolean[mostOptions];
  }

  /** Forgets all options. */
  void clear() {
    count = 0;
  }

  /** Adds an option that gains when taken; must be followed by {@link #solve}. */
  void add(int newOption, double itsGain, long itsAmount) {
    double itsRatio = itsAmount == 0 ? Double.POSITIVE_INFINITY : itsGain / itsAmount;
    int rank = count++;
    while (rank > 0 && ratio[rank - 1] < itsRatio) {
      option[rank] = option[rank - 1];
      gain[rank] = gain[rank - 1];
      amount[rank] = amount[rank - 1];
      ratio[rank] = ratio[rank - 1];
      rank--;
    }
    option[rank] = newOption;
    gain[rank] = itsGain;
    amount[rank] = itsAmount;
    ratio[rank] = itsRatio;
  }

  /**
   * Finds the best choice within a limit.
   *
   * @return whether it was found within the steps allowed
   */
  boolean solve(long room) {
    steps = 0;
    bestGain = -1;
    Arrays.fill(chosen, 0, count, false);
    look(0, room, 0);
    return steps <= MOST_STEPS;
  }

  private void look(int rank, long room, double gained) {
    if (gained > bestGain) {
      bestGain = gained;
      System.arraycopy(chosen, 0, best, 0, count);
    }
    int next = rank;
    long left = room;
    double reached = gained;
    while (++steps <= MOST_STEPS) {
      if (next == count || !(reached + inParts(next, left) > bestGain * (1 + ROUNDING))) {
        break;
      }
      if (amount[next] <= left) {
        chosen[next] = true;
        look(next + 1, left - amount[next], reached + gain[next]);
        chosen[next] = false;
      }
      next++;
    }
  }

  /** What the options from a rank on could gain if they could be taken in parts. */
  private double inParts(int rank, long room) {
    double sum = 0;
    long left = room;
    for (int k = rank; k < count; k++) {
      if (amount[k] > left) {
        return sum + ratio[k] * left;
      }
      sum += gain[k];
      left -= amount[k];
    }
    return sum;
  }

  /** What the best choice gains. */
  double gain() {
    return bestGain;
  }

  /** How many options gain. */
  int count() {
    return count;
  }

  /** The option of a rank, below {@link #count}. */
  int option(int rank) {
    return option[rank];
  }

  /** Whether the best choice takes the option of a rank. */
  boolean takes(int rank) {
    return best[rank];
  }
}
