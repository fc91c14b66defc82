package bailiwick.intake.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Which accounts are to be compared with which: those that share a key. A block with more accounts
 * than allowed is put in order by name, and each account meets its neighbours there, as in the
 * sorted-neighbourhood method of M. Hernández and S. Stolfo, <em>The merge/purge problem for large
 * databases</em>, SIGMOD 1995. Immutable after making; thread-safe.
 *
 * <p>Should two traits have one hash, of 61 bits, their accounts are compared needlessly, and
 * nothing else changes.
 *
 * <p>O(keys log keys) to make, 8 bytes a key and 4 more.
 */
final class Blocks {

  private final List<Traits> accounts;
  private final IntFunction<String> nameOf;
  private final DuplicateSettings settings;
  private final long[] keys; // [position] -> key, in order
  private final int[] members; // [position] -> account number
  private final int[] starts; // [account number] -> first of its places in positions
  private final int[] positions; // [place] -> position
  private final Map<BlockKeys.Kind, Large> large = new EnumMap<>(BlockKeys.Kind.class);

  /** The blocks of a kind that were too large. */
  private record Large(int blocks, int largest, String example) {

    Large plus(int size, String name) {
      return new Large(blocks + 1, Math.max(largest, size), size > largest ? name : example);
    }
  }

  private Blocks(
      List<Traits> accounts,
      IntFunction<String> nameOf,
      DuplicateSettings settings,
      long[][] keysOf,
      int total) {
    this.accounts = accounts;
    this.nameOf = nameOf;
    this.settings = settings;
    this.keys = new long[total];
    this.members = new int[total];
    this.starts = new int[accounts.size() + 1];
    this.positions = new int[total];
    fill(keysOf);
    orderLargeBlocks();
    fillPositions();
  }

  /**
   * The blocks of accounts.
   *
   * @param nameOf an account's name as listed, by its number
   */
  static Blocks of(
      List<Traits> accounts,
      IntFunction<String> nameOf,
      BlockKeys blockKeys,
      DuplicateSettings settings) {
    long[][] keysOf = new long[accounts.size()][];
    IntStream.range(0, keysOf.length)
        .parallel()
        .forEach(number -> keysOf[number] = blockKeys.of(accounts.get(number)));
    return new Blocks(
        accounts,
        nameOf,
        settings,
        keysOf,
        Arrays.stream(keysOf).mapToInt(each -> each.length).sum());
  }

  /** Accounts with larger numbers that an account is to be compared with, in order, each once. */
  int[] partners(int account) {
    int[] found = new int[32];
    int size = 0;
    for (int place = starts[account]; place < starts[account + 1]; place++) {
      int position = positions[place];
      int from = from(position);
      int until = until(position);
      if (found.length < size + until - from) {
        found = Arrays.copyOf(found, Math.max(found.length * 2, size + until - from));
      }
      for (int p = from; p < until; p++) {
        if (members[p] > account) {
          found[size++] = members[p];
        }
      }
    }
    return withoutDoubles(found, size);
  }

  /** What was too large to compare in full, by kind. */
  List<DuplicateProblem> problems() {
    List<DuplicateProblem> problems = new ArrayList<>();
    large.forEach((kind, each) ->
        problems.add(
            new DuplicateProblem.LargeBlocks(
                kind.words(),
                each.blocks(),
                each.largest(),
                each.example(),
                settings.mostInBlock())));
    return problems;
  }

  /** Sorts by key, then account number, through an order of positions. */
  private void fill(long[][] keysOf) {
    int at = 0;
    long[] unordered = new long[keys.length];
    int[] owner = new int[keys.length];
    for (int number = 0; number < keysOf.length; number++) {
      for (long key : keysOf[number]) {
        unordered[at] = key;
        owner[at++] = number;
      }
      keysOf[number] = new long[0]; // free at once: a million of them weigh 100 MB
    }
    KeySort.sort(unordered, owner, keys, members);
  }

  private void orderLargeBlocks() {
    for (int from = 0; from < keys.length; ) {
      int until = from + 1;
      while (until < keys.length && keys[until] == keys[from]) {
        until++;
      }
      if (until - from > settings.mostInBlock()) {
        orderByName(from, until);
      }
      from = until;
    }
  }

  private void orderByName(int from, int until) {
    int[] ordered =
        Arrays.stream(members, from, until)
            .boxed()
            .sorted(
                Comparator.comparing((Integer number) -> accounts.get(number).letters())
                    .thenComparing(Comparator.naturalOrder()))
            .mapToInt(Integer::intValue)
            .toArray();
    System.arraycopy(ordered, 0, members, from, ordered.length);
    large.merge(
        BlockKeys.kindOf(keys[from]),
        new Large(1, until - from, nameOf.apply(ordered[0])),
        (known, one) -> known.plus(one.largest(), one.example()));
  }

  private void fillPositions() {
    for (int member : members) {
      starts[member + 1]++;
    }
    for (int account = 0; account < accounts.size(); account++) {
      starts[account + 1] += starts[account];
    }
    int[] next = starts.clone();
    for (int position = 0; position < members.length; position++) {
      positions[next[members[position]]++] = position;
    }
  }

  /** First position to look at: the block's own, or that of the furthest neighbour. */
  private int from(int position) {
    int reach = reach(position);
    int from = position;
    while (from > 0 && position - from < reach && keys[from - 1] == keys[position]) {
      from--;
    }
    return from;
  }

  private int until(int position) {
    int reach = reach(position);
    int until = position + 1;
    while (until < keys.length && until - position <= reach && keys[until] == keys[position]) {
      until++;
    }
    return until;
  }

  /** The whole block when it is small enough, else the neighbours. */
  private int reach(int position) {
    int most = settings.mostInBlock();
    int from = position;
    int until = position + 1;
    while (from > 0 && until - from <= most && keys[from - 1] == keys[position]) {
      from--;
    }
    while (until < keys.length && until - from <= most && keys[until] == keys[position]) {
      until++;
    }
    return until - from > most ? settings.neighbours() : most;
  }

  private static int[] withoutDoubles(int[] found, int size) {
    Arrays.sort(found, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || found[kept - 1] != found[i]) {
        found[kept++] = found[i];
      }
    }
    return Arrays.copyOf(found, kept);
  }
}
