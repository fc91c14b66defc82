package bailiwick.geo.lookup;

import bailiwick.core.unit.LonLat;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Finds the nearest of many points on the globe, across the date line and at the poles as anywhere.
 * Immutable and thread-safe.
 *
 * <p>Source: Bentley, <i>Multidimensional binary search trees used for associative searching</i>,
 * CACM 1975. The points stand on the unit sphere in three dimensions, where the straight distance
 * orders as the great circle does. Building costs O(n log² n), a search O(log n) on average.
 */
public final class NearestLookup {

  private static final int AXES = 3;

  private final double[] at; // [3 * position + axis] -> coordinate on the unit sphere
  private final int[] point; // [position in the tree] -> number of the point as given

  private NearestLookup(double[] at, int[] point) {
    this.at = at;
    this.point = point;
  }

  /** Holds points by their position in a list. */
  public static NearestLookup of(List<LonLat> points) {
    double[] lon = new double[points.size()];
    double[] lat = new double[points.size()];
    for (int i = 0; i < points.size(); i++) {
      lon[i] = points.get(i).lon();
      lat[i] = points.get(i).lat();
    }
    return of(lon, lat);
  }

  /**
   * Holds points by their position in two arrays, which are not kept.
   *
   * @param lon degrees east
   * @param lat degrees north, same length
   */
  public static NearestLookup of(double[] lon, double[] lat) {
    int n = lon.length;
    double[] unsorted = new double[AXES * n];
    int[] point = new int[n];
    for (int i = 0; i < n; i++) {
      onSphere(lon[i], lat[i], unsorted, AXES * i);
      point[i] = i;
    }
    new Sorter(unsorted, point).sort(0, n, 0);
    double[] at = new double[AXES * n];
    for (int position = 0; position < n; position++) {
      System.arraycopy(unsorted, AXES * point[position], at, AXES * position, AXES);
    }
    return new NearestLookup(at, point);
  }

  /** The number of the nearest point, the lower number of two as near; none when it holds none. */
  public OptionalInt findNearest(LonLat to) {
    return findNearest(to, number -> true);
  }

  /** The number of the nearest point that is accepted; none when none is. */
  public OptionalInt findNearest(LonLat to, IntPredicate accepted) {
    double[] target = new double[AXES];
    onSphere(to.lon(), to.lat(), target, 0);
    Search search = new Search(target, accepted);
    search.visit(0, point.length, 0);
    return search.best < 0 ? OptionalInt.empty() : OptionalInt.of(search.best);
  }

  private static void onSphere(double lon, double lat, double[] into, int offset) {
    double phi = StrictMath.toRadians(lat);
    double lambda = StrictMath.toRadians(lon);
    into[offset] = StrictMath.cos(phi) * StrictMath.cos(lambda);
    into[offset + 1] = StrictMath.cos(phi) * StrictMath.sin(lambda);
    into[offset + 2] = StrictMath.sin(phi);
  }

  /** One descent: best point so far and how far it is. */
  private final class Search {
    private final double[] target;
    private final IntPredicate accepted;
    private double bestSquare = Double.POSITIVE_INFINITY;
    private int best = -1;

    Search(double[] target, IntPredicate accepted) {
      this.target = target;
      this.accepted = accepted;
    }

    void visit(int from, int to, int axis) {
      if (from >= to) {
        return;
      }
      int middle = (from + to) >>> 1;
      consider(middle);
      double side = target[axis] - at[AXES * middle + axis];
      int next = (axis + 1) % AXES;
      if (side < 0) {
        visit(from, middle, next);
        if (side * side <= bestSquare) {
          visit(middle + 1, to, next);
        }
      } else {
        visit(middle + 1, to, next);
        if (side * side <= bestSquare) {
          visit(from, middle, next);
        }
      }
    }

    private void consider(int position) {
      double square = 0;
      for (int axis = 0; axis < AXES; axis++) {
        double gap = target[axis] - at[AXES * position + axis];
        square += gap * gap;
      }
      int number = point[position];
      if ((square < bestSquare || (square == bestSquare && number < best))
          && accepted.test(number)) {
        bestSquare = square;
        best = number;
      }
    }
  }

  /** Orders point numbers so that each middle splits its range by the axis of its depth. */
  private static final class Sorter {
    private final double[] coordinate;
    private final int[] point;

    Sorter(double[] coordinate, int[] point) {
      this.coordinate = coordinate;
      this.point = point;
    }

    void sort(int from, int to, int axis) {
      if (to - from < 2) {
        return;
      }
      int middle = (from + to) >>> 1;
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
        int pivot = point[(low + high) >>> 1];
        int i = low;
        int j = high;
        while (i <= j) {
          while (less(point[i], pivot, axis)) {
            i++;
          }
          while (less(pivot, point[j], axis)) {
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
      int kept = point[i];
      point[i] = point[j];
      point[j] = kept;
    }
  }
}
