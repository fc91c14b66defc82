package bailiwick.geo.lookup;

/** Which points of a lookup belong together. Immutable; made by {@link NearestLookup#grouped}. */
public final class PointGroups {

  private static final int SEVERAL = -1;

  private final int[] groupOf; // [number of the point]
  private final int[] groupUnder; // [middle of a subtree] -> group of all its points, or SEVERAL

  private PointGroups(int[] groupOf, int[] groupUnder) {
    this.groupOf = groupOf;
    this.groupUnder = groupUnder;
  }

  static PointGroups of(SphereTree tree, int[] groupOf) {
    PointGroups groups = new PointGroups(groupOf.clone(), new int[tree.size()]);
    if (tree.size() > 0) {
      groups.note(tree, 0, tree.size());
    }
    return groups;
  }

  /** Notes for a subtree, at its middle, whose it is when all of it is one group's. */
  private int note(SphereTree tree, int from, int to) {
    int middle = SphereTree.middle(from, to);
    int group = groupOf[tree.number(middle)];
    boolean one = from >= middle || note(tree, from, middle) == group;
    one = (middle + 1 >= to || note(tree, middle + 1, to) == group) && one;
    groupUnder[middle] = one ? group : SEVERAL;
    return groupUnder[middle];
  }

  int groupOf(int number) {
    return groupOf[number];
  }

  /** Whether all points of a subtree are of one group. */
  boolean isAllOf(int group, int middle) {
    return groupUnder[middle] == group;
  }
}
