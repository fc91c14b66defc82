package bailiwick.rules.lookup;

import bailiwick.rules.space.Runs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deals rules to the places of rows, 64 to a word, so that rules that hold for like subjects share
 * a word and most words of a row are empty. Words stand in the order of their first rules.
 *
 * <p>Rules that ask about the same dimensions are cut in half again and again, each time along the
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
    order.alike(rules).forEach(order::divide);
    order.words.sort(Comparator.comparingInt(word -> word[0]));
    int[] ruleOf = new int[order.words.size() * WORD];
    Arrays.fill(ruleOf, NONE);
    for (int word = 0; word < order.words.size(); word++) {
      int[] of = order.words.get(word);
      System.arraycopy(of, 0, ruleOf, word * WORD, of.length);
    }
    return ruleOf;
  }

  /** Rules that ask about the same dimensions, where a word can be made of them. */
  private List<int[]> alike(int rules) {
    Map<BitSet, List<Integer>> byAsked = new LinkedHashMap<>();
    for (int rule = 0; rule < rules; rule++) {
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
    double least = 2;
    int[] apart = rules;
    for (int column = 0; column < sizes.length; column++) {
      int[] sorted = sorted(rules, column);
      int whole = extent(column, sorted, 0, sorted.length);
      int halves = extent(column, sorted, 0, half) + extent(column, sorted, half, sorted.length);
      if (halves < least * whole) {
        least = (double) halves / whole;
        apart = sorted;
      }
    }
    return apart;
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
