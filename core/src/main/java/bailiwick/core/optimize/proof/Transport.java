package bailiwick.core.optimize.proof;

import java.util.Arrays;

/**
 * Whether all supplies find room, each only in some places; and if not, which of them are too much
 * for all the places they may go to. Supplies may be split. Not thread-safe.
 *
 * <p>Source: L. R. Ford, D. R. Fulkerson, *Maximal flow through a network*, 1956, with shortest
 * augmenting ways; the supplies that are left over and all that they could push aside are the
 * minimal cut. O(supplies · places) for each way.
 */
final class Transport {

  private final long[] left; // [supply] -> what has found no room yet
  private final long[] room; // [place] -> what it can still take
  private final boolean[][] allowed; // [supply][place]
  private final long[][] placed; // [supply][place]
  private final int[] placeBefore; // [supply] -> place it was pushed aside from, -1 for none
  private final int[] supplyBefore; // [place] -> supply that reaches it, -1 for none
  private final boolean[] reached; // [supply]
  private final int[] queue;

  /**
   * A question.
   *
   * @param supply {@code supply[k]}, 0 or more
   * @param room {@code room[place]}, 0 or more
   * @param allowed {@code allowed[k][place]}
   */
  Transport(long[] supply, long[] room, boolean[][] allowed) {
    this.left = supply.clone();
    this.room = room.clone();
    this.allowed = allowed;
    this.placed = new long[supply.length][room.length];
    this.placeBefore = new int[supply.length];
    this.supplyBefore = new int[room.length];
    this.reached = new boolean[supply.length];
    this.queue = new int[supply.length];
  }

  /** Finds room for as much as possible; tells whether that is all. */
  boolean fits() {
    for (int place = search(); place >= 0; place = search()) {
      push(place);
    }
    return Arrays.stream(left).allMatch(amount -> amount == 0);
  }

  /** Whether a supply is one of those that are too much for their places. */
  boolean isStuck(int supply) {
    return reached[supply];
  }

  /** Whether a place is one of those that they may go to. */
  boolean isFull(int place) {
    return supplyBefore[place] >= 0;
  }

  /** A place with room that a supply left over reaches, -1 when there is none. */
  private int search() {
    Arrays.fill(supplyBefore, -1);
    int tail = 0;
    for (int k = 0; k < left.length; k++) {
      reached[k] = left[k] > 0;
      placeBefore[k] = -1;
      if (reached[k]) {
        queue[tail++] = k;
      }
    }
    for (int head = 0; head < tail; head++) {
      int supply = queue[head];
      for (int place = 0; place < room.length; place++) {
        if (!allowed[supply][place] || supplyBefore[place] >= 0) {
          continue;
        }
        supplyBefore[place] = supply;
        if (room[place] > 0) {
          return place;
        }
        for (int other = 0; other < reached.length; other++) {
          if (!reached[other] && placed[other][place] > 0) {
            reached[other] = true;
            placeBefore[other] = place;
            queue[tail++] = other;
          }
        }
      }
    }
    return -1;
  }

  private void push(int end) {
    long amount = room[end];
    int first = supplyBefore[end];
    while (placeBefore[first] >= 0) {
      amount = Math.min(amount, placed[first][placeBefore[first]]);
      first = supplyBefore[placeBefore[first]];
    }
    amount = Math.min(amount, left[first]);
    room[end] -= amount;
    left[first] -= amount;
    int place = end;
    for (int supply = supplyBefore[end]; ; supply = supplyBefore[place]) {
      placed[supply][place] += amount;
      if (placeBefore[supply] < 0) {
        return;
      }
      place = placeBefore[supply];
      placed[supply][place] -= amount;
    }
  }
}
