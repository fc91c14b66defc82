package bailiwick.rules.space;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Rising numbers, and where another one belongs among them. Immutable.
 *
 * <p>The stretch from the second number to the last is divided into buckets of equal width that
 * know where they begin, so that only what lies in one bucket is searched by halves. All buckets
 * are searched in as many steps as the fullest needs: what can be foreseen costs a processor least.
 */
final class SortedNumbers implements Serializable {

  private static final long serialVersionUID = 1L;

  private final long[] numbers;
  private final long low; // where the buckets begin
  private final long high; // what is not below lies behind all numbers
  private final int shift; // width of a bucket, as a power of two
  private final int[] lastBefore; // [bucket] -> place of the last number not above its beginning
  private final int window; // how many places are searched: a power of two

  /**
   * Numbers that rise.
   *
   * @param numbers the first is the smallest long, so that each number has one that is not above it
   */
  SortedNumbers(long[] numbers) {
    this.numbers = numbers;
    this.low = numbers[Math.min(1, numbers.length - 1)];
    this.high = numbers[numbers.length - 1];
    int bits = 64 - Long.numberOfLeadingZeros(high - low);
    int bucketBits = 33 - Integer.numberOfLeadingZeros(numbers.length);
    this.shift = Math.max(0, bits - bucketBits);
    this.lastBefore = lastBefore();
    int most = 1;
    for (int bucket = 0; bucket < lastBefore.length; bucket++) {
      int next = bucket + 1 < lastBefore.length ? lastBefore[bucket + 1] : numbers.length - 1;
      most = Math.max(most, next - lastBefore[bucket] + 1);
    }
    this.window = Integer.highestOneBit(2 * most - 1);
  }

  private int[] lastBefore() {
    int[] places = new int[(int) ((high - low) >>> shift) + 1];
    int place = 0;
    for (int bucket = 0; bucket < places.length; bucket++) {
      while (place + 1 < numbers.length
          && Long.compareUnsigned(numbers[place + 1] - low, (long) bucket << shift) <= 0) {
        place++;
      }
      places[bucket] = place;
    }
    return places;
  }

  int size() {
    return numbers.length;
  }

  long get(int place) {
    return numbers[place];
  }

  /** The place of the last number that is not above another. Allocates nothing. */
  int last(long other) {
    if (other >= high) {
      return numbers.length - 1;
    }
    if (other < low) {
      return 0;
    }
    int place = lastBefore[(int) ((other - low) >>> shift)];
    for (int half = window >>> 1; half > 0; half >>>= 1) {
      int next = Math.min(place + half, numbers.length - 1); // the last one is above the other
      place = numbers[next] <= other ? next : place;
    }
    return place;
  }

  @Override
  public String toString() {
    return Arrays.toString(numbers);
  }
}
