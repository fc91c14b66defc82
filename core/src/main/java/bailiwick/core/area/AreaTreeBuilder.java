package bailiwick.core.area;

import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the areas of an {@link AreaTree}. An area comes after the one around it; children keep
 * the order in which they were added. Not thread-safe.
 */
public final class AreaTreeBuilder {

  private record Node(
      String path, String key, AreaKind kind, String name, @Nullable UnitId unit, int parent) {}

  /** The nodes in depth-first order, as the tree takes them over. */
  static final class Layout {
    final StringBuilder keys = new StringBuilder();
    final int[] keyStart; // [node] -> position in keys, one more at the end
    final StringBuilder names = new StringBuilder();
    final int[] nameStart;
    final AreaKind[] kind;
    final int[] parent;
    final int[] unitOfNode; // [node] -> unit number or NONE
    final Map<UnitId, Integer> unitNumbers = new LinkedHashMap<>();

    private Layout(int size) {
      keyStart = new int[size + 1];
      nameStart = new int[size + 1];
      kind = new AreaKind[size];
      parent = new int[size];
      unitOfNode = new int[size];
    }

    private void put(int place, Node node, int parentPlace) {
      keys.append(node.key());
      keyStart[place + 1] = keys.length();
      names.append(node.name());
      nameStart[place + 1] = names.length();
      kind[place] = node.kind();
      parent[place] = parentPlace;
      unitOfNode[place] = node.unit() == null ? AreaTree.NONE : number(node.unit());
    }

    private int number(UnitId unit) {
      Integer number = unitNumbers.putIfAbsent(unit, unitNumbers.size());
      return number == null ? unitNumbers.size() - 1 : number;
    }

    UnitNumbering units() {
      return UnitNumbering.of(List.copyOf(unitNumbers.keySet()));
    }
  }

  private final List<Node> nodes = new ArrayList<>();
  private final List<List<Integer>> children = new ArrayList<>();
  private final Map<String, Integer> numberOf = new HashMap<>();

  AreaTreeBuilder() {}

  /**
   * Adds an area that names no unit of its own.
   *
   * @param path from the country down; the area around it must be there already
   * @param name as shown to people
   * @throws IllegalArgumentException when the path is empty, stands twice, has no parent in the
   *     tree, or is not narrower than its parent
   */
  public AreaTreeBuilder add(String path, AreaKind kind, String name) {
    return add(path, kind, name, null);
  }

  /**
   * Adds a leaf and the unit that holds it: its own, or that of the nearest area for a postcode
   * that has no area, such as a box.
   *
   * @throws IllegalArgumentException as {@link #add(String, AreaKind, String)}
   */
  public AreaTreeBuilder addLeaf(String path, AreaKind kind, String name, UnitId unit) {
    return add(path, kind, name, unit);
  }

  /** Whether a path has been added. */
  public boolean contains(String path) {
    return numberOf.containsKey(path);
  }

  /**
   * Makes the tree. The builder may go on afterwards.
   *
   * @throws IllegalArgumentException when an area with a unit has areas inside it
   */
  public AreaTree build() {
    return new AreaTree(layout(depthFirst()));
  }

  private AreaTreeBuilder add(String path, AreaKind kind, String name, @Nullable UnitId unit) {
    String key = AreaPath.key(path);
    if (key.isBlank()) {
      throw new IllegalArgumentException("The path (%s) must end with a key.".formatted(path));
    }
    int parent = AreaPath.findParent(path).map(up -> requireParent(up, path, kind)).orElse(-1);
    if (numberOf.putIfAbsent(path, nodes.size()) != null) {
      throw new IllegalArgumentException("The area (%s) stands twice.".formatted(path));
    }
    if (parent != AreaTree.NONE) {
      children.get(parent).add(nodes.size());
    }
    nodes.add(new Node(path, key, kind, name, unit, parent));
    children.add(new ArrayList<>(0));
    return this;
  }

  private int requireParent(String parentPath, String path, AreaKind kind) {
    Integer parent = numberOf.get(parentPath);
    if (parent == null) {
      throw new IllegalArgumentException(
          "The area (%s) must come after the area around it (%s).".formatted(path, parentPath));
    }
    Node around = nodes.get(parent);
    if (around.kind().compareTo(kind) >= 0) {
      throw new IllegalArgumentException(
          "The area (%s) of kind %s must be narrower than the one around it, of kind %s."
              .formatted(path, kind, around.kind()));
    }
    if (around.unit() != null) {
      throw new IllegalArgumentException(
          "The area (%s) names the unit %s and so cannot hold areas, such as %s."
              .formatted(parentPath, around.unit(), path));
    }
    return parent;
  }

  private int[] depthFirst() {
    int[] order = new int[nodes.size()];
    int filled = 0;
    for (int root = 0; root < nodes.size(); root++) {
      if (nodes.get(root).parent() == AreaTree.NONE) {
        filled = append(root, order, filled);
      }
    }
    return order;
  }

  // Recursion is as deep as the kinds, four at most.
  private int append(int node, int[] order, int filled) {
    order[filled] = node;
    int next = filled + 1;
    for (int child : children.get(node)) {
      next = append(child, order, next);
    }
    return next;
  }

  private Layout layout(int[] order) {
    var layout = new Layout(order.length);
    int[] placeOf = new int[order.length]; // [number as added] -> number in the tree
    for (int place = 0; place < order.length; place++) {
      Node node = nodes.get(order[place]);
      placeOf[order[place]] = place;
      layout.put(
          place, node, node.parent() == AreaTree.NONE ? AreaTree.NONE : placeOf[node.parent()]);
    }
    return layout;
  }
}
