package bailiwick.rules.space;

import java.util.Arrays;

/** Gathers pieces of an axis in any order, which may overlap, and makes runs of them. */
final class Pieces {

  private long[] pieces = new long[2]; // start in the upper half, end in the lower
  private int size;

  /** Adds classes from a start to before an end. */
  void add(int start, int end) {
    if (size == pieces.length) {
      pieces = Arrays.copyOf(pieces, size * 2);
    }
    pieces[size++] = ((long) start << 32) | end;
  }

  Runs build() {
    Arrays.sort(pieces, 0, size);
    var runs = new Runs.Builder();
    for (int i = 0; i < size; i++) {
      runs.add((int) (pieces[i] >>> 32), (int) pieces[i]);
    }
    return runs.build();
  }
}
