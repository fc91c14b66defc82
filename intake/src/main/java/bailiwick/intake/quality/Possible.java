package bailiwick.intake.quality;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The territories that an account may belong to, as likely as each is. Immutable; owns its arrays.
 * Accounts of one precision, area and territory share one.
 */
final class Possible {

  private final int[] territories; // NOBODY among them when it may belong to none
  private final long[] upTo; // [place in territories] running sum of how likely each is

  private Possible(int[] territories, long[] upTo) {
    this.territories = territories;
    this.upTo = upTo;
  }

  /**
   * Some territories.
   *
   * @param weights territory to how likely it is, each above 0, at least one
   */
  static Possible of(Map<Integer, Long> weights) {
    int[] territories = weights.keySet().stream().mapToInt(Integer::intValue).toArray();
    long[] upTo = weights.values().stream().mapToLong(Long::longValue).toArray();
    Arrays.parallelPrefix(upTo, Long::sum);
    return new Possible(territories, upTo);
  }

  /** At least one. */
  IntStream territories() {
    return Arrays.stream(territories);
  }

  /** Whether there is no choice. */
  boolean isCertain() {
    return territories.length == 1;
  }

  /** The first of them, the only one when there is no choice. */
  int first() {
    return territories[0];
  }

  boolean has(int territory) {
    for (int each : territories) {
      if (each == territory) {
        return true;
      }
    }
    return false;
  }

  /** Whether somebody else than a territory is among them. */
  boolean hasBeside(int territory) {
    for (int each : territories) {
      if (each != territory && each != HeldAccount.NOBODY) {
        return true;
      }
    }
    return false;
  }

  int draw(RandomGenerator random) {
    if (territories.length == 1) {
      return territories[0];
    }
    long drawn = random.nextLong(upTo[upTo.length - 1]);
    int found = Arrays.binarySearch(upTo, drawn);
    return territories[found < 0 ? -1 - found : found + 1];
  }
}
