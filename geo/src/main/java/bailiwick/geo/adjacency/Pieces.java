package bailiwick.geo.adjacency;

/** Connected pieces of a growing graph: union-find with path halving. Not thread-safe. */
final class Pieces {

  private final int[] parent;
  private final int[] size;
  private int count;

  Pieces(int members) {
    parent = new int[members];
    size = new int[members];
    count = members;
    for (int m = 0; m < members; m++) {
      parent[m] = m;
      size[m] = 1;
    }
  }

  /** The member that stands for a member's piece. */
  int of(int member) {
    int at = member;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Makes one piece of two; false when they were one already. */
  boolean join(int a, int b) {
    int one = of(a);
    int other = of(b);
    if (one == other) {
      return false;
    }
    int kept = size[one] > size[other] || (size[one] == size[other] && one < other) ? one : other;
    int gone = kept == one ? other : one;
    parent[gone] = kept;
    size[kept] += size[gone];
    count--;
    return true;
  }

  /** How many pieces there are. */
  int count() {
    return count;
  }

  /** The piece with most members, the lower number of two alike. */
  int largest() {
    int largest = of(0);
    for (int m = 1; m < parent.length; m++) {
      if (parent[m] == m && size[m] > size[largest]) {
        largest = m;
      }
    }
    return largest;
  }
}
