package bailiwick.rules.space;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The classes of a dimension as the tree of what rules name, so that a set of classes can be said
 * as a condition. A name stands for itself, for what lies below it, or for both. Immutable.
 */
final class ClassTree {

  /** No class. */
  static final int NO_CLASS = -1;

  /** Deeper names are listed one by one, so that conditions stay readable by machines. */
  private static final int DEEPEST = 50;

  private static final int ROOT = 0;

  private final List<Named> nodes; // parents before children, each subtree in a row
  private final int[] end; // [node] -> the first node behind its subtree

  /**
   * A name.
   *
   * @param itself the class of just this value, or {@link #NO_CLASS}
   * @param rest the class of what lies below it and below no other name, or {@link #NO_CLASS}
   */
  record Named(String name, int itself, int rest) {}

  private ClassTree(List<Named> nodes, int[] end) {
    this.nodes = nodes;
    this.end = end;
  }

  /**
   * A tree.
   *
   * @param others the class of what no name stands for, or {@link #NO_CLASS}
   * @param names each once
   * @param parentOf the nearest name above each, if there is any
   */
  static ClassTree of(int others, List<Named> names, Map<String, String> parentOf) {
    Map<String, List<Named>> children = new HashMap<>();
    for (Named name : names) {
      String parent = parentOf.getOrDefault(name.name(), "");
      children.computeIfAbsent(parent, of -> new ArrayList<>()).add(name);
    }
    List<Named> nodes = new ArrayList<>(names.size() + 1);
    int[] end = new int[names.size() + 1];
    Deque<Named> left = new ArrayDeque<>(List.of(new Named("", NO_CLASS, others)));
    Deque<Integer> open = new ArrayDeque<>(); // nodes whose subtrees are being listed
    while (!left.isEmpty()) {
      Named next = left.pop();
      String parent = parentOf.getOrDefault(next.name(), "");
      while (!open.isEmpty() && !nodes.get(open.peek()).name().equals(parent)) {
        end[open.pop()] = nodes.size();
      }
      open.push(nodes.size());
      nodes.add(next);
      children.getOrDefault(next.name(), List.of()).reversed().forEach(left::push);
    }
    open.forEach(node -> end[node] = nodes.size());
    return new ClassTree(nodes, end);
  }

  /**
   * A condition that holds for just the classes that are in, whatever it says of those that are
   * neither in nor out. O(names).
   */
  Condition condition(Dimension dimension, IntPredicate in, IntPredicate out) {
    return new Wording(dimension, in, out).whole();
  }

  /** Says one set of classes. */
  private final class Wording {

    private final Dimension dimension;
    private final IntPredicate in;
    private final IntPredicate out;
    private final int[] insBefore = new int[nodes.size() + 1]; // [node] -> classes in before it
    private final int[] outsBefore = new int[nodes.size() + 1];

    Wording(Dimension dimension, IntPredicate in, IntPredicate out) {
      this.dimension = dimension;
      this.in = in;
      this.out = out;
      for (int node = 0; node < nodes.size(); node++) {
        insBefore[node + 1] = insBefore[node] + count(node, in);
        outsBefore[node + 1] = outsBefore[node] + count(node, out);
      }
    }

    private int count(int node, IntPredicate classes) {
      Named named = nodes.get(node);
      return (is(named.itself(), classes) ? 1 : 0) + (is(named.rest(), classes) ? 1 : 0);
    }

    private static boolean is(int of, IntPredicate classes) {
      return of != NO_CLASS && classes.test(of);
    }

    Condition whole() {
      if (is(nodes.get(ROOT).rest(), in)) {
        return not(new Wording(dimension, out, in).whole());
      }
      var parts = new Parts(in.test(ValueClasses.UNKNOWN));
      addChildren(ROOT, 0, parts);
      return parts.condition();
    }

    private static Condition not(Condition condition) {
      return condition instanceof Condition.Any any && any.parts().isEmpty()
          ? new Condition.All(List.of(), Span.NONE)
          : new Condition.Not(condition, Span.NONE);
    }

    private void addChildren(int node, int depth, Parts parts) {
      for (int child = node + 1; child < end[node]; child = end[child]) {
        add(child, depth + 1, parts);
      }
    }

    private void add(int node, int depth, Parts parts) {
      Named named = nodes.get(node);
      if (insBefore[end[node]] == insBefore[node]) {
        return;
      }
      if (outsBefore[end[node]] == outsBefore[node]) {
        parts.addAll(named);
      } else if (depth > DEEPEST) {
        for (int each = node; each < end[node]; each++) {
          addAlone(each, parts);
        }
      } else if (is(named.rest(), in)) {
        parts.addPartial(named, new Wording(dimension, out, in).below(node, depth));
      } else {
        if (is(named.itself(), in)) {
          parts.exact.add(Value.of(named.name()));
        }
        addChildren(node, depth, parts);
      }
    }

    /** What is in of a name and those below it, whose rest is not in. */
    private Condition below(int node, int depth) {
      var parts = new Parts(false);
      if (is(nodes.get(node).itself(), in)) {
        parts.exact.add(Value.of(nodes.get(node).name()));
      }
      addChildren(node, depth, parts);
      return parts.condition();
    }

    private void addAlone(int node, Parts parts) {
      Named named = nodes.get(node);
      if (is(named.itself(), in)) {
        parts.exact.add(Value.of(named.name()));
      }
      if (is(named.rest(), in)) {
        var below = new Parts(false);
        for (int child = node + 1; child < end[node]; child = end[child]) {
          below.addAll(nodes.get(child));
        }
        if (named.itself() != NO_CLASS) {
          below.exact.add(Value.of(named.name()));
        }
        parts.addPartial(named, below.condition());
      }
    }

    /** The parts of a condition, any of which may hold. */
    private final class Parts {

      private final boolean unknown;
      private final List<Value> exact = new ArrayList<>();
      private final List<Value> whole = new ArrayList<>();
      private final List<Condition> partial = new ArrayList<>();

      Parts(boolean unknown) {
        this.unknown = unknown;
      }

      void addAll(Named named) {
        boolean alone = named.rest() == NO_CLASS;
        (alone ? exact : whole).add(Value.of(named.name()));
      }

      void addPartial(Named named, Condition without) {
        partial.add(
            new Condition.All(
                List.of(whole(List.of(Value.of(named.name())), false), not(without)), Span.NONE));
      }

      Condition condition() {
        List<Condition> parts = new ArrayList<>();
        if (!whole.isEmpty()) {
          parts.add(whole(whole, unknown));
        }
        if (!exact.isEmpty() || (unknown && parts.isEmpty())) {
          parts.add(
              new Condition.In(dimension.name(), exact, unknown && parts.isEmpty(), Span.NONE));
        }
        parts.addAll(partial);
        return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts, Span.NONE);
      }

      private Condition whole(List<Value> values, boolean orUnknown) {
        return dimension.type() instanceof DimensionType.Area
            ? new Condition.Within(dimension.name(), values, orUnknown, Span.NONE)
            : new Condition.Prefix(dimension.name(), values, orUnknown, Span.NONE);
      }
    }
  }
}
