package bailiwick.rules.lookup;

import bailiwick.rules.space.Runs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deals rules to the places of rows, 64 to a word, so that rules that hold for like subjects share
 * a word and most words of a row are empty. Words stand in the order of their first rules.
 *
 * <p>Rules are taken in their order, as many as hold for a subject or two on average. Of these,
 * rules that ask about the same dimensions are cut in half again and again, each time along the
 * dimension in which the halves lie furthest apart.
 *
 * <p>Source: F. Baboescu and G. Varghese, <em>Scalable packet classification</em>, SIGCOMM 2001,
 * section 4, for rows of bits with a summary and rules arranged so that the summary tells more.
 * Differs from the paper: rules keep their numbers, so the first of several words is found by
 * those; and they are arranged by all dimensions together.
 */
final class WordOrder {

  /** Stands for a place without a rule. */
  static final int NONE = -1;

  private static final int WORD = 64;

  /** How many rules hold for a subject, on average, among those that are dealt out together. */
  private static final double TIER = 2;

  private final List<Runs[]> where; // [column][rule] -> classes
  private final int[] sizes; // [column] -> classes
  private final List<int[]> words = new ArrayList<>();

  private WordOrder(List<Runs[]> where, int[] sizes) {
    this.where = where;
    this.sizes = sizes;
  }

  /** [place] -> rule, or none. O(rules × columns × log² rules). */
  static int[] of(List<Runs[]> where, int[] sizes, int rules) {
    var order = new WordOrder(where, sizes);
    for (int from = 0, to; from < rules; from = to) {
      to = order.tierFrom(from, rules);
      order.alike(from, to).forEach(order::divide);
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
      Runs runs = where.get(column)[rule];
      long classes = 0;
      for (int place = 0; place < runs.size(); place += 2) {
        classes += runs.end(place + 1) - runs.end(place);
      }
      share *= (double) classes / sizes[column];
    }
    return share;
  }

  /** Rules that ask about the same dimensions, where a word can be made of them. */
  private List<int[]> alike(int from, int to) {
    Map<BitSet, List<Integer>> byAsked = new LinkedHashMap<>();
    for (int rule = from; rule < to; rule++) {
      byAsked.computeIfAbsent(asked(rule), asked -> new ArrayList<>()).add(rule);
    }
    List<int[]> alike = new ArrayList<>();
    List<Integer> few = new ArrayList<>();
    for (List<Integer> some : byAsked.values()) {
      if (some.size() < WORD) {
        few.addAll(some);
      } else {
        alike.add(some.stream().mapToInt(Integer::intValue).toArray());
      }
    }
    alike.add(few.stream().mapToInt(Integer::intValue).sorted().toArray());
    return alike;
  }

  private BitSet asked(int rule) {
    var asked = new BitSet(sizes.length);
    for (int column = 0; column < sizes.length; column++) {
      asked.set(column, extent(column, rule) < sizes[column]);
    }
    return asked;
  }

  private void divide(int[] rules) {
    if (rules.length <= WORD) {
      if (rules.length > 0) {
        Arrays.sort(rules);
        words.add(rules);
      }
      return;
    }
    int half = Math.max(WORD, (rules.length / 2 + WORD / 2) / WORD * WORD);
    int[] sorted = sortedApart(rules, half);
    divide(Arrays.copyOf(sorted, half));
    divide(Arrays.copyOfRange(sorted, half, sorted.length));
  }

  /** The rules along the column in which the halves overlap least. */
  private int[] sortedApart(int[] rules, int half) {
    double least = Double.MAX_VALUE;
    int[] apart = rules;
    for (int column = 0; column < sizes.length; column++) {
      int[] sorted = sorted(rules, column);
      double halves = volume(sorted, 0, half) + volume(sorted, half, sorted.length);
      if (halves < least) {
        least = halves;
        apart = sorted;
      }
    }
    return apart;
  }

  /** The share of all combinations of classes that the smallest box around rules holds. */
  private double volume(int[] rules, int from, int to) {
    double volume = 1;
    for (int column = 0; column < sizes.length; column++) {
      volume *= (double) extent(column, rules, from, to) / sizes[column];
    }
    return volume;
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

  private int extent(int column, int[] rules, int from, int to) {
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (int i = from; i < to; i++) {
      first = Math.min(first, first(column, rules[i]));
      last = Math.max(last, last(column, rules[i]));
    }
    return last - first;
  }

  private int extent(int column, int rule) {
    return last(column, rule) - first(column, rule);
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
