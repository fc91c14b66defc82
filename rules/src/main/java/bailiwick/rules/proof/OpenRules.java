package bailiwick.rules.proof;

import bailiwick.rules.space.Region;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.space.Runs;
import bailiwick.rules.syntax.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is left of rules as one axis after the other becomes known. A state is a list of entries in
 * winning order; an entry is a rule with what is left to ask. Rules behind one that certainly holds
 * are dropped. Not thread-safe.
 */
final class OpenRules {

  /** Axes are the bits of a word. */
  static final int MOST_AXES = RuleSpace.MOST_AXES;

  private static final int GONE = -1;

  private final RuleSpace space;
  private final BitSet telling; // rules without which a state says nothing
  private final int[] rank; // [rule] -> its priority among all priorities
  private final List<Entry> entries = new ArrayList<>();
  private long copied;
  private final Map<Rest, Integer> numbers = new HashMap<>(); // entries that join several axes

  /** The rules of a space with at most {@link #MOST_AXES} axes. */
  OpenRules(RuleSpace space) {
    this(space, new BitSet(), all(space));
  }

  private static BitSet all(RuleSpace space) {
    var all = new BitSet();
    all.set(0, space.order().size());
    return all;
  }

  /**
   * Those of two versions, as far as these decide otherwise: a state of unchanged rules is empty.
   */
  static OpenRules ofChanges(RuleSpace space) {
    return new OpenRules(space, new BitSet(), ChangedRules.of(space));
  }

  /** The same without some rules, by their numbers. */
  OpenRules(RuleSpace space, BitSet aside) {
    this(space, aside, all(space));
  }

  private OpenRules(RuleSpace space, BitSet aside, BitSet telling) {
    if (space.axes().size() > MOST_AXES) {
      throw new IllegalArgumentException(
          "The space has %s axes, more than %s.".formatted(space.axes().size(), MOST_AXES));
    }
    this.space = space;
    this.telling = telling;
    this.rank = ranks(space.order());
    for (int rule = 0; rule < rank.length; rule++) {
      Region region = aside.get(rule) ? Region.none() : space.region(rule);
      entries.add(new Entry(rule, region, space.axes().size()));
    }
  }

  /** What identifies an entry whose rule joins several axes. */
  private record Rest(int rule, Region rest) {}

  /** A rule, and what it still asks. */
  private static final class Entry {

    private final int rule;
    private final long asked; // bits of the axes
    private final @Nullable Runs[] simple; // [axis] -> classes; empty when axes are joined
    private final Region rest;
    private final Map<Long, Integer> next = new HashMap<>(); // axis and class -> entry

    Entry(int rule, Region rest, int axes) {
      this.rule = rule;
      this.rest = rest;
      this.asked = axesOf(rest);
      this.simple = isSimple(rest) ? simple(rest, axes) : new Runs[0];
    }

    private static boolean isSimple(Region rest) {
      return switch (rest) {
        case Region.Part part -> true;
        case Region.All all -> all.parts().stream().allMatch(part -> part instanceof Region.Part);
        case Region.Any any -> false;
        case Region.Not not -> false;
      };
    }

    private static @Nullable Runs[] simple(Region rest, int axes) {
      @Nullable Runs[] simple = new Runs[axes];
      List<Region> parts = rest instanceof Region.All all ? all.parts() : List.of(rest);
      for (Region each : parts) {
        if (each instanceof Region.Part part) {
          simple[part.axis()] = part.classes();
        }
      }
      return simple;
    }

    boolean asks(int axis) {
      return (asked >>> axis & 1) != 0;
    }

    boolean isCertain(long known) {
      return (asked & ~known) == 0;
    }
  }

  private static long axesOf(Region region) {
    return switch (region) {
      case Region.Part part -> 1L << part.axis();
      case Region.Not not -> axesOf(not.part());
      case Region.All all -> axesOf(all.parts());
      case Region.Any any -> axesOf(any.parts());
    };
  }

  private static long axesOf(List<Region> parts) {
    long axes = 0;
    for (Region part : parts) {
      axes |= axesOf(part);
    }
    return axes;
  }

  private static int[] ranks(List<Rule> order) {
    int[] ranks = new int[order.size()];
    for (int rule = 1; rule < ranks.length; rule++) {
      boolean same = order.get(rule).priority() == order.get(rule - 1).priority();
      ranks[rule] = ranks[rule - 1] + (same ? 0 : 1);
    }
    return ranks;
  }

  /** The state in which nothing is known. */
  int[] start() {
    var all = new Left();
    for (int number = 0; number < rank.length; number++) {
      Entry entry = entries.get(number);
      if (!entry.rest.isNone()) {
        add(all, number, entry, 0);
      }
    }
    return all.toArray();
  }

  /** The axes that a state asks about, as bits, of those that are not known. */
  long asked(int[] open, long known) {
    long asked = 0;
    for (int entry : open) {
      asked |= entries.get(entry).asked;
    }
    return asked & ~known;
  }

  /** Where the classes of an axis begin to matter otherwise than those before, from 0 up. */
  int[] cuts(int[] open, int axis) {
    var cuts = new Cuts();
    cuts.add(0);
    for (int number : open) {
      Entry entry = entries.get(number);
      if (entry.asks(axis)) {
        if (entry.simple.length > 0) {
          cuts.addAll(runs(entry, axis));
        } else {
          addCuts(entry.rest, axis, cuts);
        }
      }
    }
    return cuts.below(space.axes().get(axis).size());
  }

  private static Runs runs(Entry entry, int axis) {
    Runs runs = entry.simple[axis];
    return runs == null ? Runs.NONE : runs;
  }

  private static void addCuts(Region region, int axis, Cuts cuts) {
    switch (region) {
      case Region.Part part -> {
        if (part.axis() == axis) {
          cuts.addAll(part.classes());
        }
      }
      case Region.Not not -> addCuts(not.part(), axis, cuts);
      case Region.All all -> all.parts().forEach(part -> addCuts(part, axis, cuts));
      case Region.Any any -> any.parts().forEach(part -> addCuts(part, axis, cuts));
    }
  }

  /** Numbers that are gathered and then put in order. */
  private static final class Cuts {

    private int[] numbers = new int[16];
    private int size;

    void addAll(Runs runs) {
      for (int place = 0; place < runs.size(); place++) {
        add(runs.end(place));
      }
    }

    void add(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      numbers[size++] = number;
    }

    int[] below(int limit) {
      Arrays.sort(numbers, 0, size);
      int kept = 0;
      for (int i = 0; i < size && numbers[i] < limit; i++) {
        if (kept == 0 || numbers[i] > numbers[kept - 1]) {
          numbers[kept++] = numbers[i];
        }
      }
      return Arrays.copyOf(numbers, kept);
    }
  }

  /**
   * What is left of a state where an axis has the class of each cut: that of all classes up to the
   * next cut. O(entries × runs + size of what is left).
   *
   * @param cuts some neighbours among those of {@link #cuts}
   * @param known the axes that are known before, as bits
   */
  int[][] split(int[] open, int axis, int[] cuts, long known) {
    Left[] left = new Left[cuts.length];
    for (int cut = 0; cut < cuts.length; cut++) {
      left[cut] = new Left();
    }
    long then = known | 1L << axis;
    for (int number : open) {
      Entry entry = entries.get(number);
      if (!entry.asks(axis)) {
        addAll(left, 0, left.length, number, entry, then);
      } else if (entry.simple.length > 0) {
        Runs runs = runs(entry, axis);
        for (int place = 0; place < runs.size(); place += 2) {
          int from = firstFrom(cuts, runs.end(place));
          addAll(left, from, firstFrom(cuts, runs.end(place + 1)), number, entry, then);
        }
      } else {
        addJoined(left, cuts, entry, axis, then);
      }
    }
    int[][] states = new int[left.length][];
    for (int cut = 0; cut < states.length; cut++) {
      states[cut] = left[cut].toArray();
      copied += states[cut].length + 1;
    }
    return states;
  }

  /** A rule that joins axes is looked at once for each run of its own. */
  private void addJoined(Left[] left, int[] cuts, Entry entry, int axis, long then) {
    var own = new Cuts();
    own.add(0);
    addCuts(entry.rest, axis, own);
    int size = space.axes().get(axis).size();
    int[] starts = own.below(size);
    for (int run = 0; run < starts.length; run++) {
      int from = firstFrom(cuts, starts[run]);
      int to = run + 1 < starts.length ? firstFrom(cuts, starts[run + 1]) : cuts.length;
      if (from < to) {
        int next = next(entry, axis, starts[run]);
        if (next != GONE) {
          addAll(left, from, to, next, entries.get(next), then);
        }
      }
    }
  }

  /** The place of the first cut that is not below a class. */
  private static int firstFrom(int[] cuts, int of) {
    int place = Arrays.binarySearch(cuts, of);
    return place >= 0 ? place : -place - 1;
  }

  /** How much was looked at so far, in entries of states. */
  long copied() {
    return copied;
  }

  private void addAll(Left[] left, int from, int to, int number, Entry entry, long known) {
    for (int cut = from; cut < to; cut++) {
      add(left[cut], number, entry, known);
    }
  }

  private void add(Left left, int number, Entry entry, long known) {
    int rule = entry.rule;
    left.add(number, rank[rule], space.isLater(rule), entry.isCertain(known), telling.get(rule));
  }

  /** A state in the making. */
  private static final class Left {

    private int[] numbers = new int[4];
    private int size;
    private int worst = Integer.MAX_VALUE;
    private boolean isLater;
    private boolean tells;

    /** Adds an entry in winning order, unless one of its version certainly wins before it. */
    void add(int number, int rank, boolean later, boolean certain, boolean telling) {
      if (later != isLater) {
        isLater = later;
        worst = Integer.MAX_VALUE;
      }
      if (rank > worst) {
        return;
      }
      worst = certain ? rank : worst;
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      numbers[size++] = number;
      tells |= telling;
    }

    int[] toArray() {
      return Arrays.copyOf(numbers, tells ? size : 0);
    }
  }

  private int next(Entry entry, int axis, int of) {
    return entry.next.computeIfAbsent(
        (long) axis << 32 | of, asked -> number(entry.rule, entry.rest.at(axis, of)));
  }

  private int number(int rule, Region rest) {
    if (rest.isNone()) {
      return GONE;
    }
    Integer known = numbers.get(new Rest(rule, rest));
    if (known == null) {
      known = entries.size();
      entries.add(new Entry(rule, rest, space.axes().size()));
      numbers.put(new Rest(rule, rest), known);
    }
    return known;
  }

  /** The rules of a state's entries. */
  int[] rulesOf(int[] open) {
    int[] rules = new int[open.length];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = entries.get(open[i]).rule;
    }
    return rules;
  }
}
