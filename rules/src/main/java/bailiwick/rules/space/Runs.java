package bailiwick.rules.space;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A set of classes of one axis, as half-open runs from the lowest up, none touching the next.
 * Immutable.
 */
public final class Runs implements Serializable {

  private static final long serialVersionUID = 1L;

  /** No class. */
  public static final Runs NONE = new Runs(new int[0]);

  private final int[] ends; // start, end, start, end, ...

  private Runs(int[] ends) {
    this.ends = ends;
  }

  /** Classes from a first to before a last. */
  public static Runs of(int start, int end) {
    return start < end ? new Runs(new int[] {start, end}) : NONE;
  }

  /** How many ends there are: twice the number of runs. */
  public int size() {
    return ends.length;
  }

  /** The starts (at even places) and ends (at odd places) of the runs, in order. */
  public int end(int place) {
    return ends[place];
  }

  /** Whether a class is among them. O(log runs). */
  public boolean has(int of) {
    return (endsUpTo(of) & 1) == 1;
  }

  /** How many starts and ends are not above a class. O(log runs). */
  public int endsUpTo(int of) {
    int place = Arrays.binarySearch(ends, of);
    return place >= 0 ? place + 1 : -place - 1;
  }

  /** Whether some class from a start to before an end is among them. O(log runs). */
  public boolean meets(int start, int end) {
    int endsUpToIt = endsUpTo(start);
    return (endsUpToIt & 1) == 1 || (endsUpToIt < ends.length && ends[endsUpToIt] < end);
  }

  /** The starts and ends of the runs, in order. */
  public IntStream ends() {
    return IntStream.of(ends);
  }

  /** The classes that are in one or both. O(runs of both). */
  public Runs or(Runs other) {
    Builder either = new Builder();
    int mine = 0;
    int its = 0;
    while (mine < ends.length || its < other.ends.length) {
      boolean isMine =
          its == other.ends.length || (mine < ends.length && ends[mine] <= other.ends[its]);
      Runs next = isMine ? this : other;
      int place = isMine ? mine : its;
      either.add(next.ends[place], next.ends[place + 1]);
      mine += isMine ? 2 : 0;
      its += isMine ? 0 : 2;
    }
    return either.build();
  }

  /** Whether there is no class. */
  public boolean isEmpty() {
    return ends.length == 0;
  }

  /** Whether all classes of an axis of this size are among them. */
  public boolean isAll(int size) {
    return size == 0 || (ends.length == 2 && ends[0] == 0 && ends[1] == size);
  }

  /** The classes of an axis of this size that are not among them. */
  Runs complement(int size) {
    Builder left = new Builder();
    int from = 0;
    for (int place = 0; place < ends.length; place += 2) {
      left.add(from, ends[place]);
      from = ends[place + 1];
    }
    left.add(from, size);
    return left.build();
  }

  /** The classes that are in both. O(runs of both). */
  public Runs and(Runs other) {
    Builder both = new Builder();
    int mine = 0;
    int its = 0;
    while (mine < ends.length && its < other.ends.length) {
      both.add(
          Math.max(ends[mine], other.ends[its]), Math.min(ends[mine + 1], other.ends[its + 1]));
      if (ends[mine + 1] < other.ends[its + 1]) {
        mine += 2;
      } else {
        its += 2;
      }
    }
    return both.build();
  }

  /** Makes runs of pieces that come in order. Not thread-safe. */
  public static final class Builder {

    private int[] ends = new int[4];
    private int size;

    /** Adds classes from a start to before an end; starts never go down. */
    public void add(int start, int end) {
      if (start >= end) {
        return;
      }
      if (size > 0 && start < ends[size - 2]) {
        throw new IllegalArgumentException("Runs must come in order: " + start + ".");
      }
      if (size > 0 && start <= ends[size - 1]) {
        ends[size - 1] = Math.max(ends[size - 1], end);
        return;
      }
      if (size == ends.length) {
        ends = Arrays.copyOf(ends, size * 2);
      }
      ends[size++] = start;
      ends[size++] = end;
    }

    /** The runs of what was added. */
    public Runs build() {
      return size == 0 ? NONE : new Runs(Arrays.copyOf(ends, size));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Runs that && Arrays.equals(ends, that.ends);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ends);
  }

  @Override
  public String toString() {
    return Arrays.toString(ends);
  }
}
