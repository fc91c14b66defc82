package bailiwick.rules.cover;

import bailiwick.core.area.AreaTree;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/**
 * A state for every area of a tree, drawn up from the states of the leaves: an area whose leaves
 * all have one state has it, too. Immutable.
 */
final class AreaStates {

  /** Of an area whose leaves differ. */
  static final int MIXED = Integer.MIN_VALUE;

  /** Of leaves that go along with whatever lies around them. */
  static final int FREE = Integer.MIN_VALUE + 1;

  private final AreaTree tree;
  private final int[] stateOf; // [node] -> state

  private AreaStates(AreaTree tree, int[] stateOf) {
    this.tree = tree;
    this.stateOf = stateOf;
  }

  /** Asks for the state of each leaf once, by leaf number. O(areas). */
  static AreaStates of(AreaTree tree, IntUnaryOperator stateOfLeaf) {
    int[] stateOf = new int[tree.size()];
    Arrays.fill(stateOf, FREE);
    // Depth first and backwards: every child comes before its parent.
    for (int node = tree.size() - 1; node >= 0; node--) {
      if (tree.isLeaf(node)) {
        stateOf[node] = stateOfLeaf.applyAsInt(tree.firstLeaf(node));
      }
      int parent = tree.parent(node);
      if (parent != AreaTree.NONE) {
        stateOf[parent] = joined(stateOf[parent], stateOf[node]);
      }
    }
    return new AreaStates(tree, stateOf);
  }

  private static int joined(int one, int other) {
    if (one == FREE || one == other) {
      return other;
    }
    return other == FREE ? one : MIXED;
  }

  int of(int node) {
    return stateOf[node];
  }

  /** Visits the widest areas that are not mixed, in the order of the tree. */
  void forEachWidest(IntConsumer visit) {
    int node = 0;
    while (node < tree.size()) {
      if (stateOf[node] == MIXED) {
        node++;
      } else {
        visit.accept(node);
        node = tree.end(node);
      }
    }
  }
}
