package bailiwick.intake.duplicate;

/**
 * Sorts numbered keys by key, keeping the order of equal ones: a radix sort from the lowest 11 bits
 * to the highest. O(6 × keys). Stateless.
 */
final class KeySort {

  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;

  private KeySort() {}

  /**
   * Writes keys in order, with their numbers beside them.
   *
   * @param keys to be sorted; used as scratch space
   * @param numbers {@code numbers[i]} belongs to {@code keys[i]}; used as scratch space
   * @param sortedKeys as long as {@code keys}
   * @param sortedNumbers as long as {@code keys}
   */
  static void sort(long[] keys, int[] numbers, long[] sortedKeys, int[] sortedNumbers) {
    long[] fromKeys = keys;
    int[] fromNumbers = numbers;
    long[] toKeys = sortedKeys;
    int[] toNumbers = sortedNumbers;
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      pass(fromKeys, fromNumbers, toKeys, toNumbers, shift);
      long[] swapKeys = fromKeys;
      fromKeys = toKeys;
      toKeys = swapKeys;
      int[] swapNumbers = fromNumbers;
      fromNumbers = toNumbers;
      toNumbers = swapNumbers;
    }
    // An even number of passes ends where it began.
    System.arraycopy(fromKeys, 0, sortedKeys, 0, keys.length);
    System.arraycopy(fromNumbers, 0, sortedNumbers, 0, keys.length);
  }

  private static void pass(
      long[] fromKeys, int[] fromNumbers, long[] toKeys, int[] toNumbers, int shift) {
    int[] next = new int[BUCKETS + 1]; // [digit] -> where its next key goes
    for (long key : fromKeys) {
      next[digit(key, shift) + 1]++;
    }
    for (int digit = 0; digit < BUCKETS; digit++) {
      next[digit + 1] += next[digit];
    }
    for (int i = 0; i < fromKeys.length; i++) {
      int to = next[digit(fromKeys[i], shift)]++;
      toKeys[to] = fromKeys[i];
      toNumbers[to] = fromNumbers[i];
    }
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & (BUCKETS - 1);
  }
}
