package bailiwick.intake.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An amount of every account, and between what it lies where it cannot be believed: between
 * quantiles of the believed amounts in its segment. Immutable; owns its arrays.
 */
final class JudgedAmount {

  /** An amount that cannot be believed lies between these quantiles of its segment. */
  private static final double LOW_QUANTILE = 0.05;

  private static final double HIGH_QUANTILE = 0.95;

  /** Fewer amounts say too little about a segment. */
  private static final int FEWEST = 30;

  /** Stands for all segments together. */
  private static final int EVERY = -1;

  private final long[] recorded; // [account]
  private final Map<Integer, long[]> doubtful; // account -> what it may be, ascending

  private JudgedAmount(long[] recorded, Map<Integer, long[]> doubtful) {
    this.recorded = recorded;
    this.doubtful = doubtful;
  }

  /**
   * Judges an amount.
   *
   * @param recorded {@code [account]}, not changed afterwards
   * @param segmentOf {@code [account]} number of its segment, 0 or more
   * @param odd accounts whose amount cannot be believed
   */
  static JudgedAmount of(long[] recorded, int[] segmentOf, List<Integer> odd) {
    Map<Integer, long[]> doubtful = new HashMap<>();
    if (!odd.isEmpty()) {
      Map<Integer, long[]> usual = usual(recorded, segmentOf, odd);
      for (int account : odd) {
        long[] range = usual.getOrDefault(segmentOf[account], usual.get(EVERY));
        if (range != null) {
          doubtful.put(account, range);
        }
      }
    }
    return new JudgedAmount(recorded, doubtful);
  }

  /** Believed amounts above 0 between the quantiles, ascending, by segment and in all. */
  private static Map<Integer, long[]> usual(long[] recorded, int[] segmentOf, List<Integer> odd) {
    boolean[] believed = new boolean[recorded.length];
    Arrays.fill(believed, true);
    odd.forEach(account -> believed[account] = false);
    Map<Integer, List<Long>> values = new HashMap<>();
    for (int account = 0; account < recorded.length; account++) {
      if (believed[account] && recorded[account] > 0) {
        values
            .computeIfAbsent(segmentOf[account], none -> new ArrayList<>())
            .add(recorded[account]);
        values.computeIfAbsent(EVERY, none -> new ArrayList<>()).add(recorded[account]);
      }
    }
    Map<Integer, long[]> usual = new HashMap<>();
    values.forEach((segment, all) -> {
      if (all.size() >= FEWEST || segment == EVERY) {
        usual.put(segment, middle(all));
      }
    });
    return usual;
  }

  private static long[] middle(List<Long> values) {
    long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
    return Arrays.copyOfRange(
        sorted,
        (int) (LOW_QUANTILE * (sorted.length - 1)),
        (int) Math.ceil(HIGH_QUANTILE * (sorted.length - 1)) + 1);
  }

  /** As recorded. */
  long of(int account) {
    return recorded[account];
  }

  /** Whether what is recorded cannot be believed, and something else can. */
  boolean isDoubtful(int account) {
    return doubtful.containsKey(account);
  }

  /** What it may be, ascending, at least one; not to be changed. */
  long[] range(int account) {
    long[] range = doubtful.get(account);
    return range == null ? new long[] {recorded[account]} : range;
  }

  /** The least that it may be. */
  long low(int account) {
    long[] range = doubtful.get(account);
    return range == null ? recorded[account] : range[0];
  }
}
