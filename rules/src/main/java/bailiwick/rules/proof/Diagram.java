package bailiwick.rules.proof;

import bailiwick.rules.space.Axis;
import bailiwick.rules.space.RuleSpace;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A reduced ordered decision diagram over the classes of a space: each node asks about one axis and
 * leads runs of its classes to further nodes or to leaves. Immutable.
 *
 * <p>A leaf is the rules that hold with the best priority, and has a negative number.
 *
 * <p>Source: M. G. Gouda and A. X. Liu, <em>Structured firewall design</em>, Computer Networks 51
 * (2007), for the diagram of a list of rules; T. Kam, T. Villa, R. Brayton and A.
 * Sangiovanni-Vincentelli, <em>Multi-valued decision diagrams</em>, Multiple-Valued Logic 4 (1998).
 */
final class Diagram {

  /** The leaf that nobody owns. */
  static final int NOBODY = -1;

  /** The leaf of what was not looked into. */
  static final int UNDECIDED = -2;

  private final RuleSpace space;
  private final int[] order; // [level] -> axis
  private final List<Node> nodes; // children before parents
  private final List<int[]> leaves; // [-number - 1] -> rules
  private final int root;
  private final List<BigInteger> sizes = new ArrayList<>(); // [level] -> points from there down

  /** Leads runs of classes of a level's axis to nodes or leaves. */
  static final class Node {

    private final int level;
    private final int[] starts; // first class of each run, from 0 up
    private final int[] to; // node or leaf of each run

    Node(int level, int[] starts, int[] to) {
      this.level = level;
      this.starts = starts;
      this.to = to;
    }

    private int end(int run, int size) {
      return run + 1 < starts.length ? starts[run + 1] : size;
    }
  }

  Diagram(RuleSpace space, int[] order, List<Node> nodes, List<int[]> leaves, int root) {
    this.space = space;
    this.order = order;
    this.nodes = nodes;
    this.leaves = leaves;
    this.root = root;
    BigInteger below = BigInteger.ONE;
    sizes.add(below);
    for (int level = order.length - 1; level >= 0; level--) {
      below = below.multiply(BigInteger.valueOf(axisAt(level).values(0, sizeOf(level))));
      sizes.addFirst(below);
    }
  }

  /** Of a space that was not looked into. */
  static Diagram undecided(RuleSpace space) {
    int[] order = IntStream.range(0, space.axes().size()).toArray();
    return new Diagram(space, order, List.of(), List.of(new int[0], new int[0]), UNDECIDED);
  }

  private Axis axisAt(int level) {
    return space.axes().get(order[level]);
  }

  /** Which axis each level asks about. */
  int[] order() {
    return order.clone();
  }

  /** How many levels there are: one for each axis. */
  int levels() {
    return order.length;
  }

  /** The axis that a level asks about. */
  int axis(int level) {
    return order[level];
  }

  /** How many classes the axis of a level has. */
  int sizeOf(int level) {
    return axisAt(level).size();
  }

  /** The node where questions begin, or the only leaf. */
  int root() {
    return root;
  }

  /** The level of a node. */
  int level(int id) {
    return nodes.get(id).level;
  }

  /** The axis that a node asks about. */
  int axisOf(int id) {
    return order[nodes.get(id).level];
  }

  /** How many edges lead from a node. */
  int edges(int id) {
    return nodes.get(id).to.length;
  }

  /** The first class of an edge. */
  int start(int id, int edge) {
    return nodes.get(id).starts[edge];
  }

  /** The class behind the last of an edge. */
  int end(int id, int edge) {
    Node node = nodes.get(id);
    return node.end(edge, sizeOf(node.level));
  }

  /** The node or leaf that an edge leads to. */
  int to(int id, int edge) {
    return nodes.get(id).to[edge];
  }

  /** How many nodes there are. */
  int size() {
    return nodes.size();
  }

  /** The place of a leaf among all leaves, from 0. */
  static int placeOf(int leaf) {
    return -leaf - 1;
  }

  /** How many leaves there are, those that nothing leads to among them. */
  int leafCount() {
    return leaves.size();
  }

  /** The rules of a leaf. */
  int[] rules(int leaf) {
    return leaves.get(placeOf(leaf));
  }

  /** How many points the space has. */
  BigInteger points() {
    return sizes.getFirst();
  }

  /** What leads to each leaf that lies somewhere, by the leaves' numbers from -1 down. O(edges). */
  SortedMap<Integer, Reached> reached() {
    BigInteger[] above = new BigInteger[nodes.size()]; // points of the levels above each node
    int[] parent = new int[nodes.size()];
    int[] run = new int[nodes.size()];
    SortedMap<Integer, Reached> leaves = new TreeMap<>(Comparator.reverseOrder());
    if (root < 0) {
      leaves.put(root, new Reached(points(), new int[order.length]));
      return leaves;
    }
    above[root] = sizes.getFirst().divide(sizes.get(nodes.get(root).level));
    parent[root] = root;
    for (int id = root; id >= 0; id--) { // parents before children
      Node node = nodes.get(id);
      for (int of = 0; of < node.to.length && above[id] != null; of++) {
        BigInteger points = above[id].multiply(pointsBeside(node, of));
        int to = node.to[of];
        if (to < 0) {
          int from = id;
          int by = of;
          leaves
              .computeIfAbsent(
                  to, leaf -> new Reached(BigInteger.ZERO, path(from, by, parent, run)))
              .add(points);
        } else {
          if (above[to] == null) {
            parent[to] = id;
            run[to] = of;
          }
          above[to] = above[to] == null ? points : above[to].add(points);
        }
      }
    }
    return leaves;
  }

  /** Points of a run of a node, times those of the levels that it skips. */
  private BigInteger pointsBeside(Node node, int run) {
    int end = node.end(run, sizeOf(node.level));
    int to = node.to[run];
    int below = to < 0 ? order.length : nodes.get(to).level;
    return BigInteger.valueOf(axisAt(node.level).values(node.starts[run], end))
        .multiply(sizes.get(node.level + 1).divide(sizes.get(below)));
  }

  private int[] path(int node, int run, int[] parent, int[] runTo) {
    int[] classes = new int[order.length];
    int id = node;
    int by = run;
    while (true) {
      classes[order[nodes.get(id).level]] = nodes.get(id).starts[by];
      if (id == root) {
        return classes;
      }
      by = runTo[id];
      id = parent[id];
    }
  }

  /** What leads to a leaf. */
  static final class Reached {

    private BigInteger points;
    private final int[] witness;

    Reached(BigInteger points, int[] witness) {
      this.points = points;
      this.witness = witness;
    }

    private void add(BigInteger more) {
      points = points.add(more);
    }

    /** How many points. */
    BigInteger points() {
      return points;
    }

    /** One of them, as a class for each axis. */
    int[] witness() {
      return witness.clone();
    }
  }

  /** The leaf of a point. O(levels × log runs). */
  int leafOf(int[] classes) {
    int id = root;
    while (id >= 0) {
      Node node = nodes.get(id);
      int place = Arrays.binarySearch(node.starts, classes[order[node.level]]);
      id = node.to[place >= 0 ? place : -place - 2];
    }
    return id;
  }
}
