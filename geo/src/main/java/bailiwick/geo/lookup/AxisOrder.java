package bailiwick.geo.lookup;

/** Orders points so that each middle splits its range by the axis of its depth. One use. */
final class AxisOrder {

  private static final int AXES = SphereTree.AXES;

  private final double[] coordinate; // [3 * point + axis]
  private final int[] order; // [position] -> point

  private AxisOrder(double[] coordinate) {
    this.coordinate = coordinate;
    this.order = new int[coordinate.length / AXES];
    for (int point = 0; point < order.length; point++) {
      order[point] = point;
    }
  }

  /**
   * The number of the point at each position. O(n log² n).
   *
   * @param coordinate {@code coordinate[3 * point + axis]}
   */
  static int[] of(double[] coordinate) {
    AxisOrder points = new AxisOrder(coordinate);
    points.sort(0, points.order.length, 0);
    return points.order;
  }

  private void sort(int from, int to, int axis) {
    if (to - from < 2) {
      return;
    }
    int middle = SphereTree.middle(from, to);
    select(from, to - 1, middle, axis);
    int next = (axis + 1) % AXES;
    sort(from, middle, next);
    sort(middle + 1, to, next);
  }

  /** Hoare's selection: afterwards the wanted position holds what a full sort would put there. */
  private void select(int first, int last, int wanted, int axis) {
    int low = first;
    int high = last;
    while (low < high) {
      int pivot = order[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (less(order[i], pivot, axis)) {
          i++;
        }
        while (less(pivot, order[j], axis)) {
          j--;
        }
        if (i <= j) {
          swap(i++, j--);
        }
      }
      if (wanted <= j) {
        high = j;
      } else if (wanted >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  private boolean less(int a, int b, int axis) {
    int byPlace = Double.compare(coordinate[AXES * a + axis], coordinate[AXES * b + axis]);
    return byPlace < 0 || (byPlace == 0 && a < b);
  }

  private void swap(int i, int j) {
    int kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
}
