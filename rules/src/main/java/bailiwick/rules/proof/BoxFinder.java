package bailiwick.rules.proof;

import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.space.Runs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds boxes among the points of some leaves of a diagram: from one point outwards, one axis after
 * the other takes every class that does not lead out. Immutable and thread-safe.
 */
final class BoxFinder {

  private final RuleSpace space;
  private final Diagram diagram;
  private final IntPredicate inside;
  private final BitSet some = new BitSet(); // nodes that lead to some leaf looked for
  private final BitSet all = new BitSet(); // nodes that lead to no other

  /**
   * A finder. O(edges of the diagram).
   *
   * @param inside which leaves' points are looked for
   */
  BoxFinder(RuleSpace space, Diagram diagram, IntPredicate inside) {
    this.space = space;
    this.diagram = diagram;
    this.inside = inside;
    for (int id = 0; id < diagram.size(); id++) { // children before parents
      boolean leadsToSome = false;
      boolean leadsToAll = true;
      for (int edge = 0; edge < diagram.edges(id); edge++) {
        int to = diagram.to(id, edge);
        leadsToSome |= isSome(to);
        leadsToAll &= isAll(to);
      }
      some.set(id, leadsToSome);
      all.set(id, leadsToAll);
    }
  }

  private boolean isSome(int id) {
    return id < 0 ? inside.test(id) : some.get(id);
  }

  private boolean isAll(int id) {
    return id < 0 ? inside.test(id) : all.get(id);
  }

  /** Boxes that cover all points, or as many as asked for. */
  List<Box> find(int most) {
    List<Box> boxes = new ArrayList<>();
    while (boxes.size() < most) {
      Optional<int[]> point = new Outside(boxes).find();
      if (point.isEmpty()) {
        return boxes;
      }
      boxes.add(widest(point.get()));
    }
    return boxes;
  }

  /** Which axis is widened first decides what the box becomes: the one with more points is kept. */
  private Box widest(int[] point) {
    int[] down = IntStream.range(0, diagram.levels()).toArray();
    int[] up = IntStream.range(0, down.length).map(level -> down.length - 1 - level).toArray();
    Box one = widened(point, down);
    Box other = widened(point, up);
    return one.points().compareTo(other.points()) >= 0 ? one : other;
  }

  private Box widened(int[] point, int[] levels) {
    Box box = new Box(space, IntStream.of(point).mapToObj(of -> Runs.of(of, of + 1)).toList());
    for (int level : levels) {
      box = box.with(diagram.axis(level), new Walk(box).within(level));
    }
    return box;
  }

  /** Whether all points of a box are among those looked for. */
  boolean isInside(Box box) {
    return new Walk(box).leadsInside(diagram.root());
  }

  /** Walks what a box reaches; each node once. */
  private final class Walk {

    private final Box box;
    private final BitSet seen = new BitSet();
    private final BitSet good = new BitSet(); // nodes that are seen and lead to good leaves alone

    Walk(Box box) {
      this.box = box;
    }

    boolean leadsInside(int id) {
      if (isAll(id) || !isSome(id)) {
        return isAll(id);
      }
      if (!seen.get(id)) {
        seen.set(id);
        good.set(id, allLeadInside(id));
      }
      return good.get(id);
    }

    private boolean allLeadInside(int id) {
      Runs runs = box.runs(diagram.axisOf(id));
      for (int edge = 0; edge < diagram.edges(id); edge++) {
        if (runs.meets(diagram.start(id, edge), diagram.end(id, edge))
            && !leadsInside(diagram.to(id, edge))) {
          return false;
        }
      }
      return true;
    }

    /** The classes of a level that lead inside whatever the box has on the other axes. */
    Runs within(int level) {
      BitSet reached = new BitSet();
      addNodesAt(level, diagram.root(), new BitSet(), reached);
      Runs within = Runs.of(0, diagram.sizeOf(level));
      for (int id = reached.nextSetBit(0); id >= 0; id = reached.nextSetBit(id + 1)) {
        within = within.and(leadingInside(id));
      }
      return within;
    }

    // What skips the level does not ask about it, and leads inside as the box does.
    private void addNodesAt(int level, int id, BitSet passed, BitSet reached) {
      if (id < 0 || diagram.level(id) > level || passed.get(id)) {
        return;
      }
      passed.set(id);
      if (diagram.level(id) == level) {
        reached.set(id);
        return;
      }
      Runs runs = box.runs(diagram.axisOf(id));
      for (int edge = 0; edge < diagram.edges(id); edge++) {
        if (runs.meets(diagram.start(id, edge), diagram.end(id, edge))) {
          addNodesAt(level, diagram.to(id, edge), passed, reached);
        }
      }
    }

    private Runs leadingInside(int id) {
      var leading = new Runs.Builder();
      for (int edge = 0; edge < diagram.edges(id); edge++) {
        if (leadsInside(diagram.to(id, edge))) {
          leading.add(diagram.start(id, edge), diagram.end(id, edge));
        }
      }
      return leading.build();
    }
  }

  /** Looks for a point that lies in none of some boxes. */
  private final class Outside {

    /** At so many places it gives up: what boxes overlap in can be told apart in many ways. */
    private static final int MOST_TRIED = 1_000_000;

    private final List<Box> boxes;
    private final int[] lastLevel; // [box] -> the last on which it lacks a class
    private final Set<Tried> tried = new HashSet<>();
    private final int[] point = new int[diagram.levels()];

    Outside(List<Box> boxes) {
      this.boxes = boxes;
      this.lastLevel = boxes.stream().mapToInt(this::lastLevel).toArray();
    }

    private int lastLevel(Box box) {
      int level = diagram.levels() - 1;
      while (level >= 0 && box.runs(diagram.axis(level)).isAll(diagram.sizeOf(level))) {
        level--;
      }
      return level;
    }

    /** Whether some box holds all that lies below, whatever the classes there. */
    private boolean isCaught(int level, int in) {
      for (int box = 0; box < lastLevel.length; box++) {
        if ((in >>> box & 1) != 0 && lastLevel[box] < level) {
          return true;
        }
      }
      return false;
    }

    /** Where nothing was found, so that nobody looks there again. */
    private record Tried(int id, int level, int in) {}

    Optional<int[]> find() {
      boolean found = isFound(diagram.root(), 0, (1 << boxes.size()) - 1);
      return found ? Optional.of(point) : Optional.empty();
    }

    /** Whether one is found below, where the classes above lie in just these boxes. */
    private boolean isFound(int id, int level, int in) {
      if (!isSome(id) || isCaught(level, in) || tried.size() > MOST_TRIED) {
        return false;
      }
      if (level == diagram.levels()) {
        return in == 0;
      }
      if (!tried.add(new Tried(id, level, in))) {
        return false;
      }
      if (id < 0 || diagram.level(id) > level) {
        return isFound(0, diagram.sizeOf(level), id, level, in);
      }
      for (int edge = 0; edge < diagram.edges(id); edge++) {
        if (isFound(
            diagram.start(id, edge), diagram.end(id, edge), diagram.to(id, edge), level, in)) {
          return true;
        }
      }
      return false;
    }

    private boolean isFound(int start, int end, int to, int level, int in) {
      int axis = diagram.axis(level);
      for (int of : starts(start, end, axis, in)) {
        point[axis] = of;
        if (isFound(to, level + 1, in & boxesWith(axis, of))) {
          return true;
        }
      }
      return false;
    }

    /** Classes from a start to before an end, one of each kind that the boxes tell apart. */
    private int[] starts(int start, int end, int axis, int in) {
      IntStream starts = IntStream.of(start);
      for (int box = 0; box < boxes.size(); box++) {
        if ((in >>> box & 1) != 0) {
          starts = IntStream.concat(starts, boxes.get(box).runs(axis).ends());
        }
      }
      return starts.filter(of -> start <= of && of < end).sorted().distinct().toArray();
    }

    private int boxesWith(int axis, int of) {
      int with = 0;
      for (int box = 0; box < boxes.size(); box++) {
        with |= boxes.get(box).runs(axis).has(of) ? 1 << box : 0;
      }
      return with;
    }
  }
}
