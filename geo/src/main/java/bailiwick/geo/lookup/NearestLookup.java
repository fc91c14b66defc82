package bailiwick.geo.lookup;

import bailiwick.core.unit.LonLat;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the nearest of many points on the globe, across the date line and at the poles as anywhere.
 * Immutable and thread-safe.
 *
 * <p>Source: Bentley, <i>Multidimensional binary search trees used for associative searching</i>,
 * CACM 1975. The points stand on the unit sphere in three dimensions, where the straight distance
 * orders as the great circle does. Each subtree knows the box around its points: the sphere is
 * thin, and splitting planes alone say little of how far its points are. Building costs O(n log²
 * n), a search O(log n) on average.
 */
public final class NearestLookup {

  private static final int AXES = 3;

  /** Sums of squares differ in the last digits by the order in which they are made. */
  private static final double ROUNDING = 1e-12;

  private final double[] at; // [3 * position + axis] -> coordinate on the unit sphere
  private final int[] point; // [position in the tree] -> number of the point as given
  private final double[] box; // [6 * middle of a subtree + 2 * axis] -> least, then greatest

  private NearestLookup(double[] at, int[] point) {
    this.at = at;
    this.point = point;
    this.box = new double[2 * AXES * point.length];
    surround(0, point.length);
  }

  private void surround(int from, int to) {
    if (from >= to) {
      return;
    }
    int middle = (from + to) >>> 1;
    for (int axis = 0; axis < AXES; axis++) {
      box[2 * (AXES * middle + axis)] = at[AXES * middle + axis];
      box[2 * (AXES * middle + axis) + 1] = at[AXES * middle + axis];
    }
    surround(from, middle);
    surround(middle + 1, to);
    if (from < middle) {
      widen(middle, (from + middle) >>> 1);
    }
    if (middle + 1 < to) {
      widen(middle, (middle + 1 + to) >>> 1);
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
    return new Search(target, accepted).find();
  }

  /**
   * The number of the nearest point of another group; none when there is none within reach. Parts
   * of the tree that hold no other group are not gone through, so that a search from the inside of
   * a large group costs no more than one from its edge.
   *
   * <p>Source: March, Ram and Gray, <i>Fast Euclidean minimum spanning tree</i>, KDD 2010, section
   * 4, of which the nodes that know their component are taken.
   *
   * @param groups of the points of this lookup
   * @param own the group that is passed over
   * @param withinKm how far to look at most, infinity for everywhere
   */
  public OptionalInt findNearestOutside(LonLat to, Groups groups, int own, double withinKm) {
    double[] target = new double[AXES];
    onSphere(to.lon(), to.lat(), target, 0);
    Search search = new Search(target, number -> groups.groupOf[number] != own);
    search.passOver(groups, own);
    if (withinKm < StrictMath.PI * LonLat.EARTH_RADIUS_KM) {
      double chord = 2 * StrictMath.sin(withinKm / (2 * LonLat.EARTH_RADIUS_KM));
      search.bestSquare = chord * chord * (1 + 1e-9); // what is as near may be found
    }
    return search.find();
  }

  /**
   * Notes which points belong together, for {@link #findNearestOutside}. O(n).
   *
   * @param groupOf {@code groupOf[number]} is the group of a point, 0 or more; not kept
   */
  public Groups grouped(int[] groupOf) {
    Groups groups = new Groups(groupOf.clone(), new int[point.length]);
    note(groups, 0, point.length);
    return groups;
  }

  /** Notes for a subtree, at its middle, whose it is when all of it is one group's. */
  private int note(Groups groups, int from, int to) {
    int middle = (from + to) >>> 1;
    int group = groups.groupOf[point[middle]];
    boolean one = from >= middle || note(groups, from, middle) == group;
    one = (middle + 1 >= to || note(groups, middle + 1, to) == group) && one;
    groups.groupUnder[middle] = one ? group : Groups.SEVERAL;
    return groups.groupUnder[middle];
  }

  /** Which points of a lookup belong together. Immutable. */
  public static final class Groups {
    private static final int SEVERAL = -1;

    private final int[] groupOf; // [number of the point]
    private final int[] groupUnder; // [middle of a subtree] -> group of all its points, or SEVERAL

    private Groups(int[] groupOf, int[] groupUnder) {
      this.groupOf = groupOf;
      this.groupUnder = groupUnder;
    }
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
    private int @Nullable [] groupUnder; // null when no group is passed over
    private int own;

    Search(double[] target, IntPredicate accepted) {
      this.target = target;
      this.accepted = accepted;
    }

    void passOver(Groups groups, int group) {
      groupUnder = groups.groupUnder;
      own = group;
    }

    OptionalInt find() {
      visit(0, point.length, 0);
      return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private void visit(int from, int to, int axis) {
      if (from >= to) {
        return;
      }
      int middle = (from + to) >>> 1;
      if ((groupUnder != null && groupUnder[middle] == own)
          || squareToBox(middle) > bestSquare * (1 + ROUNDING)) {
        return;
      }
      consider(middle);
      double side = target[axis] - at[AXES * middle + axis];
      int next = (axis + 1) % AXES;
      if (side < 0) {
        visit(from, middle, next);
        visit(middle + 1, to, next);
      } else {
        visit(middle + 1, to, next);
        visit(from, middle, next);
      }
    }

    /** The square of the distance to the box around a subtree, 0 from the inside. */
    private double squareToBox(int middle) {
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
