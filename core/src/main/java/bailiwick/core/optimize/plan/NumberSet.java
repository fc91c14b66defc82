package bailiwick.core.optimize.plan;

import java.util.Arrays;

/**
 * A set of small numbers with constant-time adding, removing and picking by position. The order
 * depends only on the operations done. Not thread-safe.
 *
 * <p>Sets known to be disjoint may share the array that tells where each number stands.
 */
final class NumberSet {

  private static final int FIRST_ROOM = 16;

  private int[] items; // [position] -> number
  private final int[] positions; // [number] -> position + 1 in the set that holds it, or 0
  private int size;

  /** An empty set of numbers below {@code bound}. */
  NumberSet(int bound) {
    this(new int[bound], Math.min(bound, FIRST_ROOM));
  }

  private NumberSet(int[] positions, int room) {
    this.positions = positions;
    this.items = new int[Math.max(1, room)];
  }

  /** An empty set, disjoint at all times from the others that share the array. */
  static NumberSet sharing(int[] positions) {
    return new NumberSet(positions, FIRST_ROOM);
  }

  void add(int number) {
    if (positions[number] > 0) {
      return;
    }
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = number;
    positions[number] = size;
  }

  void remove(int number) {
    int position = positions[number] - 1;
    if (position < 0) {
      return;
    }
    int last = items[--size];
    items[position] = last;
    positions[last] = position + 1;
    positions[number] = 0;
  }

  int size() {
    return size;
  }

  int at(int position) {
    return items[position];
  }
}
