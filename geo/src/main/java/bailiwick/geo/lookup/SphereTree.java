package bailiwick.geo.lookup;

import bailiwick.core.unit.LonLat;

/**
 * Points on the globe as a balanced tree without pointers: the root of a range of positions is its
 * {@link #middle}, the positions before it are the one subtree and those behind it the other.
 * Immutable and thread-safe.
 *
 * <p>Source: Bentley, <i>Multidimensional binary search trees used for associative searching</i>,
 * CACM 1975. The points stand on the unit sphere in three dimensions, where the straight distance
 * orders as the great circle does. Each subtree knows the box around its points: the sphere is
 * thin, and splitting planes alone say little of how far its points are.
 */
final class SphereTree {

  static final int AXES = 3;

  private final double[] at; // [3 * position + axis] -> coordinate on the unit sphere
  private final int[] number; // [position] -> number of the point as given
  private final double[] box; // [6 * middle of a subtree + 2 * axis] -> least, then greatest

  private SphereTree(double[] at, int[] number) {
    this.at = at;
    this.number = number;
    this.box = new double[2 * AXES * number.length];
    surround(0, number.length);
  }

  static SphereTree of(double[] lon, double[] lat) {
    int n = lon.length;
    double[] unsorted = new double[AXES * n];
    for (int i = 0; i < n; i++) {
      place(lon[i], lat[i], unsorted, AXES * i);
    }
    int[] number = AxisOrder.of(unsorted);
    double[] at = new double[AXES * n];
    for (int position = 0; position < n; position++) {
      System.arraycopy(unsorted, AXES * number[position], at, AXES * position, AXES);
    }
    return new SphereTree(at, number);
  }

  /** A point as {@link #square} and its like take it. */
  static double[] onSphere(LonLat point) {
    double[] target = new double[AXES];
    place(point.lon(), point.lat(), target, 0);
    return target;
  }

  private static void place(double lon, double lat, double[] into, int offset) {
    double phi = StrictMath.toRadians(lat);
    double lambda = StrictMath.toRadians(lon);
    into[offset] = StrictMath.cos(phi) * StrictMath.cos(lambda);
    into[offset + 1] = StrictMath.cos(phi) * StrictMath.sin(lambda);
    into[offset + 2] = StrictMath.sin(phi);
  }

  private void surround(int from, int to) {
    if (from >= to) {
      return;
    }
    int middle = middle(from, to);
    for (int axis = 0; axis < AXES; axis++) {
      box[2 * (AXES * middle + axis)] = at[AXES * middle + axis];
      box[2 * (AXES * middle + axis) + 1] = at[AXES * middle + axis];
    }
    surround(from, middle);
    surround(middle + 1, to);
    if (from < middle) {
      widen(middle, middle(from, middle));
    }
    if (middle + 1 < to) {
      widen(middle, middle(middle + 1, to));
    }
  }

  private void widen(int middle, int child) {
    for (int side = 0; side < 2 * AXES; side += 2) {
      int mine = 2 * AXES * middle + side;
      int its = 2 * AXES * child + side;
      box[mine] = Math.min(box[mine], box[its]);
      box[mine + 1] = Math.max(box[mine + 1], box[its + 1]);
    }
  }

  /** The root of the subtree that a range of positions is. */
  static int middle(int from, int to) {
    return (from + to) >>> 1;
  }

  int size() {
    return number.length;
  }

  /** The number that the point at a position was given with. */
  int number(int position) {
    return number[position];
  }

  /** On which side of the point at a position a target lies by an axis: below 0 before it. */
  double side(int position, int axis, double[] target) {
    return target[axis] - at[AXES * position + axis];
  }

  /** The square of the straight distance to the point at a position. */
  double square(int position, double[] target) {
    double square = 0;
    for (int axis = 0; axis < AXES; axis++) {
      double gap = side(position, axis, target);
      square += gap * gap;
    }
    return square;
  }

  /** The square of the distance to the box around a subtree, 0 from the inside. */
  double squareToBox(int middle, double[] target) {
    double square = 0;
    for (int axis = 0; axis < AXES; axis++) {
      int side = 2 * (AXES * middle + axis);
      double gap = Math.max(box[side] - target[axis], target[axis] - box[side + 1]);
      if (gap > 0) {
        square += gap * gap;
      }
    }
    return square;
  }
}
