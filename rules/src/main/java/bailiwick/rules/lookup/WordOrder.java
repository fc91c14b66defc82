package bailiwick.rules.lookup;

import bailiwick.rules.space.Runs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Deals rules to the places of rows, 64 to a word, so that rules that hold for like subjects share
 * a word and most words of a row are empty.
 *
 * <p>Rules are taken in their order, as many as one of which holds for a subject on average. These
 * are cut in two again and again, along the dimension and at the place that leave the fewest words
 * to look at: those of each part, times the share of subjects within the box around it.
 *
 * <p>Sources: F. Baboescu and G. Varghese, <em>Scalable packet classification</em>, SIGCOMM 2001,
 * section 4, for rows of bits with a summary and rules arranged so that the summary tells more.
 * Differs from the paper: rules keep their numbers, so the first of several words is found by
 * those; and they are arranged by all dimensions together. J. D. MacDonald and K. S. Booth,
 * <em>Heuristics for ray tracing using space subdivision</em>, The Visual Computer 6 (1990), for
 * where to cut: a ray hits a box by its surface, a subject by its volume.
 */
final class WordOrder {

  /** Stands for a place without a rule. */
  static final int NONE = -1;

  private static final int WORD = 64;

  /** How many rules hold for a subject, on average, among those that are dealt out together. */
  private static final double TIER = 1;

  /** Of rules that are cut in two, neither part is smaller than one in so many. */
  private static final int LEAST_SHARE = 16;

  private final List<Runs[]> where; // [column][rule] -> classes
  private final int[] sizes; // [column] -> classes
  private final List<int[]> words = new ArrayList<>();

  private WordOrder(List<Runs[]> where, int[] sizes) {
    this.where = where;
    this.sizes = sizes;
  }

  /** [place] -> rule, or none. O(rules × columns × (columns + log rules) × log rules). */
  static int[] of(List<Runs[]> where, int[] sizes, int rules) {
    var order = new WordOrder(where, sizes);
    for (int from = 0, to; from < rules; from = to) {
      to = order.tierFrom(from, rules);
      order.divide(IntStream.range(from, to).toArray());
    }
    int[] ruleOf = new int[order.words.size() * WORD];
    Arrays.fill(ruleOf, NONE);
    for (int word = 0; word < order.words.size(); word++) {
      int[] of = order.words.get(word);
      System.arraycopy(of, 0, ruleOf, word * WORD, of.length);
    }
    return ruleOf;
  }

  /**
   * Where the rules that are dealt out together end: when one of them holds for most subjects,
   * those behind need seldom be looked at, so they must not share words with them.
   */
  private int tierFrom(int from, int rules) {
    double holding = 0;
    int to = from;
    while (to < rules && (holding < TIER || to < from + WORD)) {
      holding += share(to++);
    }
    return rules - to < WORD ? rules : to;
  }

  /** The share of all combinations of classes for which a rule may hold. */
  private double share(int rule) {
    double share = 1;
    for (int column = 0; column < sizes.length; column++) {
      share *= (double) classes(column, rule) / sizes[column];
    }
    return share;
  }

  private void divide(int[] rules) {
    if (rules.length <= WORD) {
      if (rules.length > 0) {
        Arrays.sort(rules);
        words.add(rules);
      }
      return;
    }
    Cut cut = cheapest(rules);
    divide(Arrays.copyOf(cut.sorted, cut.at));
    divide(Arrays.copyOfRange(cut.sorted, cut.at, rules.length));
  }

  /** Rules in the order of a column, to be cut in two. */
  private static final class Cut {

    private final int[] sorted;
    private final int at; // how many stand before the cut
    private final double cost; // how many words of them are looked at for a subject, on average

    Cut(int[] sorted, int at, double cost) {
      this.sorted = sorted;
      this.at = at;
      this.cost = cost;
    }
  }

  private Cut cheapest(int[] rules) {
    Cut cheapest = new Cut(rules, WORD, Double.MAX_VALUE); // where nothing is asked about
    for (int column = 0; column < sizes.length; column++) {
      Cut cut = cheapest(rules, column);
      cheapest = cut.cost < cheapest.cost ? cut : cheapest;
    }
    return cheapest;
  }

  private Cut cheapest(int[] rules, int column) {
    int[] sorted = sorted(rules, column);
    double[] costFrom = new double[sorted.length];
    var behind = new Hull();
    for (int at = sorted.length - 1; at > 0; at--) {
      behind.add(sorted[at]);
      costFrom[at] = behind.cost(sorted.length - at);
    }
    var before = new Hull();
    int least = sorted.length / LEAST_SHARE;
    int cheapest = least;
    double cost = Double.MAX_VALUE;
    for (int at = 1; at <= sorted.length - least; at++) {
      before.add(sorted[at - 1]);
      double both = before.cost(at) + costFrom[at];
      if (at >= least && both < cost) {
        cheapest = at;
        cost = both;
      }
    }
    return new Cut(sorted, cheapest, cost);
  }

  /** The smallest box around some rules. */
  private final class Hull {

    private final int[] first = new int[sizes.length];
    private final int[] last = new int[sizes.length];
    private final long[] classes = new long[sizes.length]; // of all rules, counted for each

    Hull() {
      Arrays.fill(first, Integer.MAX_VALUE);
    }

    void add(int rule) {
      for (int column = 0; column < first.length; column++) {
        first[column] = Math.min(first[column], first(column, rule));
        last[column] = Math.max(last[column], last(column, rule));
        classes[column] += classes(column, rule);
      }
    }

    /** How many words of so many rules are looked at, on average. */
    double cost(int rules) {
      double cost = Math.ceilDiv(rules, WORD);
      for (int column = 0; column < first.length; column++) {
        cost *= (double) Math.min(classes[column], last[column] - first[column]) / sizes[column];
      }
      return cost;
    }
  }

  private int[] sorted(int[] rules, int column) {
    long[] keys = new long[rules.length];
    for (int i = 0; i < keys.length; i++) {
      long middle = (long) first(column, rules[i]) + last(column, rules[i]);
      keys[i] = (middle << 32) | rules[i];
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** How many classes a rule may hold in. */
  private long classes(int column, int rule) {
    Runs runs = where.get(column)[rule];
    long classes = 0;
    for (int place = 0; place < runs.size(); place += 2) {
      classes += runs.end(place + 1) - runs.end(place);
    }
    return classes;
  }

  private int first(int column, int rule) {
    Runs runs = where.get(column)[rule];
    return runs.isEmpty() ? 0 : runs.end(0);
  }

  private int last(int column, int rule) {
    Runs runs = where.get(column)[rule];
    return runs.isEmpty() ? 0 : runs.end(runs.size() - 1);
  }
}
