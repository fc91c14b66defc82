package bailiwick.geo.lookup;

import bailiwick.core.unit.LonLat;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** One descent through a tree of points: the best so far and how far it is. One use. */
final class NearestSearch {

  /** Sums of squares differ in the last digits by the order in which they are made. */
  private static final double ROUNDING = 1e-12;

  private final SphereTree tree;
  private final double[] target; // [axis]
  private final IntPredicate accepted;
  private double bestSquare = Double.POSITIVE_INFINITY;
  private int best = -1;
  private @Nullable PointGroups groups; // null when no group is passed over
  private int own;

  NearestSearch(SphereTree tree, LonLat to, IntPredicate accepted) {
    this.tree = tree;
    this.target = SphereTree.onSphere(to);
    this.accepted = accepted;
  }

  /** Leaves out subtrees that are all of one group. */
  void passOver(PointGroups groups, int own) {
    this.groups = groups;
    this.own = own;
  }

  /** Leaves out what is farther off; what is as far may be found. */
  void lookWithin(double km) {
    if (km < StrictMath.PI * LonLat.EARTH_RADIUS_KM) {
      double chord = 2 * StrictMath.sin(km / (2 * LonLat.EARTH_RADIUS_KM));
      bestSquare = chord * chord * (1 + 1e-9);
    }
  }

  /** The number of the nearest point that is accepted, the lower of two as near. */
  OptionalInt find() {
    visit(0, tree.size(), 0);
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private void visit(int from, int to, int axis) {
    if (from >= to) {
      return;
    }
    int middle = SphereTree.middle(from, to);
    if ((groups != null && groups.isAllOf(own, middle))
        || tree.squareToBox(middle, target) > bestSquare * (1 + ROUNDING)) {
      return;
    }
    consider(middle);
    int next = (axis + 1) % SphereTree.AXES;
    if (tree.side(middle, axis, target) < 0) {
      visit(from, middle, next);
      visit(middle + 1, to, next);
    } else {
      visit(middle + 1, to, next);
      visit(from, middle, next);
    }
  }

  private void consider(int position) {
    double square = tree.square(position, target);
    int number = tree.number(position);
    if ((square < bestSquare || (square == bestSquare && number < best)) && accepted.test(number)) {
      bestSquare = square;
      best = number;
    }
  }
}
