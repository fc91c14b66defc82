package bailiwick.core.optimize.start;

import java.util.function.IntToDoubleFunction;

/**
 * Brings what is smaller before a position and what is larger after it, in linear time as a rule.
 *
 * <p>Source: C. A. R. Hoare, *Algorithm 65: Find*, CACM 1961.
 */
final class Selection {

  private Selection() {}

  /**
   * Brings a range into order around a position.
   *
   * @param items to reorder from {@code from} to before {@code to}
   * @param position within the range, of which the item comes to stand where sorting would put it
   * @param keyOf what an item is compared by, finite
   */
  static void select(int[] items, int from, int to, int position, IntToDoubleFunction keyOf) {
    int low = from;
    int high = to - 1;
    while (low < high) {
      double pivot = keyOf.applyAsDouble(items[(low + high) >>> 1]);
      int i = low;
      int k = high;
      while (i <= k) {
        while (keyOf.applyAsDouble(items[i]) < pivot) {
          i++;
        }
        while (keyOf.applyAsDouble(items[k]) > pivot) {
          k--;
        }
        if (i <= k) {
          int item = items[i];
          items[i++] = items[k];
          items[k--] = item;
        }
      }
      if (position <= k) {
        high = k;
      } else if (position >= i) {
        low = i;
      } else {
        return;
      }
    }
  }
}
