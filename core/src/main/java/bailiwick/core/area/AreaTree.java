package bailiwick.core.area;

import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The areas of one or more countries as one tree. Immutable and thread-safe; made by {@link
 * #builder()}, as a rule by the atlas.
 *
 * <p>A node is a number from 0 to {@link #size()}-1, given depth first: the descendants of a node
 * are the numbers after it up to, not including, {@link #end}. Leaves, the nodes without children,
 * have numbers of their own in the same order, so that the leaves of a node are a run as well.
 *
 * {@snippet :
 * int county = tree.getNode("US/IL/17031");
 * for (int child = tree.firstChild(county); child != NONE; child = tree.nextSibling(child)) {
 *   use(tree.path(child), tree.name(child));
 * }
 * for (int leaf = tree.firstLeaf(county); leaf < tree.endLeaf(county); leaf++) {
 *   use(tree.leafNode(leaf), tree.findUnit(leaf));
 * }
 * }
 */
public final class AreaTree {

  // Implementation note: a country of 45,000 areas takes about 5 MB, most of it the numbering of
  // its units. Keys and names lie end to end in two strings; a hash table of node numbers finds a
  // path without cutting it into pieces.

  /** Stands for no node, such as the parent of a country. */
  public static final int NONE = -1;

  private final String keys; // keys of all nodes, end to end
  private final int[] keyStart; // [node] -> position in keys, one more at the end
  private final String names;
  private final int[] nameStart;
  private final AreaKind[] kind;
  private final int[] parent; // [node] -> node or NONE
  private final int[] end; // [node] -> number after its last descendant
  private final int[] firstLeaf; // [node] -> leaf number, one more at the end
  private final int[] leafNode; // [leaf] -> node
  private final int[] unitOfLeaf; // [leaf] -> unit number or NONE
  private final UnitNumbering units;
  private final int[] slots; // [hash of a path, then onwards] -> node or NONE

  AreaTree(AreaTreeBuilder.Layout layout) {
    this.keys = layout.keys.toString();
    this.keyStart = layout.keyStart;
    this.names = layout.names.toString();
    this.nameStart = layout.nameStart;
    this.kind = layout.kind;
    this.parent = layout.parent;
    this.end = ends(parent);
    this.firstLeaf = firstLeaves(end);
    this.leafNode = leafNodes(end, firstLeaf[size()]);
    this.units = layout.units();
    this.unitOfLeaf = Arrays.stream(leafNode).map(node -> layout.unitOfNode[node]).toArray();
    this.slots = slots();
  }

  /** Starts an empty tree. */
  public static AreaTreeBuilder builder() {
    return new AreaTreeBuilder();
  }

  /** How many areas there are. */
  public int size() {
    return parent.length;
  }

  /** How many areas have no area inside them. */
  public int leafCount() {
    return leafNode.length;
  }

  /** The units that hold the leaves, in the order in which the leaves first name them. */
  public UnitNumbering units() {
    return units;
  }

  /** The node of a path that may exist. O(length of the path). */
  public OptionalInt findNode(String path) {
    int mask = slots.length - 1;
    for (int slot = spread(path.hashCode()) & mask; slots[slot] != NONE; slot = (slot + 1) & mask) {
      if (hasPath(slots[slot], path)) {
        return OptionalInt.of(slots[slot]);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The node of a path that must exist.
   *
   * @throws NoSuchElementException when there is none
   */
  public int getNode(String path) {
    return findNode(path)
        .orElseThrow(
            () -> new NoSuchElementException("The area (%s) is not in the tree.".formatted(path)));
  }

  /** The path of a node from its country down, such as {@code US/IL/17031/60614}. */
  public String path(int node) {
    return parent[node] == NONE ? key(node) : path(parent[node]) + AreaPath.SEPARATOR + key(node);
  }

  /** The last key of the path of a node, such as {@code 60614}. */
  public String key(int node) {
    return keys.substring(keyStart[node], keyStart[node + 1]);
  }

  /** The name of a node as shown to people, such as {@code Cook County}. */
  public String name(int node) {
    return names.substring(nameStart[node], nameStart[node + 1]);
  }

  /** What kind of area a node is. */
  public AreaKind kind(int node) {
    return kind[node];
  }

  /** The node one level up, {@link #NONE} above a country. */
  public int parent(int node) {
    return parent[node];
  }

  /** The first child in the order in which children were added, {@link #NONE} for a leaf. */
  public int firstChild(int node) {
    return isLeaf(node) ? NONE : node + 1;
  }

  /** The next child of the same parent, or the next country; {@link #NONE} after the last. */
  public int nextSibling(int node) {
    int limit = parent[node] == NONE ? size() : end[parent[node]];
    return end[node] < limit ? end[node] : NONE;
  }

  /** The number after the last descendant of a node. */
  public int end(int node) {
    return end[node];
  }

  /** Whether a node has no children. */
  public boolean isLeaf(int node) {
    return end[node] == node + 1;
  }

  /** Whether a node is the same as another or lies inside it. O(1). */
  public boolean isWithin(int node, int ancestor) {
    return ancestor <= node && node < end[ancestor];
  }

  /** Number of the first leaf of a node; a leaf is its own first leaf. */
  public int firstLeaf(int node) {
    return firstLeaf[node];
  }

  /** Number after the last leaf of a node. */
  public int endLeaf(int node) {
    return firstLeaf[end[node]];
  }

  /** The node of a leaf, given by its leaf number. */
  public int leafNode(int leaf) {
    return leafNode[leaf];
  }

  /** The unit that holds a leaf, given by its leaf number; empty when no unit does. */
  public Optional<UnitId> findUnit(int leaf) {
    return unitOfLeaf[leaf] == NONE ? Optional.empty() : Optional.of(units.id(unitOfLeaf[leaf]));
  }

  /**
   * The unit that holds a leaf in a plan over units of one kind: for postcodes the unit the leaf
   * names, for wider kinds the key of the area of that kind around the leaf, such as a county's
   * code. Empty when no unit does.
   */
  public Optional<UnitId> findUnit(int leaf, AreaKind unitKind) {
    if (unitKind == AreaKind.POSTCODE) {
      return findUnit(leaf);
    }
    for (int node = leafNode[leaf]; node != NONE; node = parent[node]) {
      if (kind[node] == unitKind) {
        return Optional.of(new UnitId(key(node)));
      }
    }
    return Optional.empty();
  }

  private boolean hasPath(int node, String path) {
    int tail = path.length();
    for (int at = node; at != NONE; at = parent[at]) {
      int length = keyStart[at + 1] - keyStart[at];
      tail -= length;
      if (tail < 0 || !path.regionMatches(tail, keys, keyStart[at], length)) {
        return false;
      }
      if (parent[at] != NONE && (--tail < 0 || path.charAt(tail) != AreaPath.SEPARATOR)) {
        return false;
      }
    }
    return tail == 0;
  }

  private int[] slots() {
    int[] table = new int[Integer.highestOneBit(Math.max(1, size())) * 4];
    Arrays.fill(table, NONE);
    for (int node = 0; node < size(); node++) {
      int slot = spread(path(node).hashCode()) & (table.length - 1);
      while (table[slot] != NONE) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = node;
    }
    return table;
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 16);
  }

  private static int[] ends(int[] parent) {
    int[] end = new int[parent.length];
    for (int node = parent.length - 1; node >= 0; node--) {
      end[node] = Math.max(end[node], node + 1);
      if (parent[node] != NONE) {
        end[parent[node]] = Math.max(end[parent[node]], end[node]);
      }
    }
    return end;
  }

  private static int[] firstLeaves(int[] end) {
    int[] firstLeaf = new int[end.length + 1];
    for (int node = 0; node < end.length; node++) {
      boolean leaf = end[node] == node + 1;
      firstLeaf[node + 1] = firstLeaf[node] + (leaf ? 1 : 0);
    }
    return firstLeaf;
  }

  private static int[] leafNodes(int[] end, int leafCount) {
    int[] leafNode = new int[leafCount];
    int leaf = 0;
    for (int node = 0; node < end.length; node++) {
      if (end[node] == node + 1) {
        leafNode[leaf++] = node;
      }
    }
    return leafNode;
  }
}
