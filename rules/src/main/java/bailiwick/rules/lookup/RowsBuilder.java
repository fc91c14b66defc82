package bailiwick.rules.lookup;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Gathers rows, keeping pages and rows that are alike once. Neighbours differ in few rules, so of
 * each row only the pages are made anew in which a rule changed. Not thread-safe.
 */
final class RowsBuilder {

  private static final int NONE = -1;
  private static final int PAGE = 64; // words

  private final int[] ruleOf; // [place] -> rule
  private final int[] placeOf; // [rule] -> place
  private final int length; // of a page
  private final long[][] bits; // [page][word] of the row in the making
  private final long[] summary; // [page] -> which of its words are not 0
  private final BitSet changed = new BitSet(); // pages
  private final int[] row; // [page] -> where it begins
  private long[] summaries = new long[PAGE];
  private int[] pageOf = new int[PAGE];
  private int rowEntries;
  private long[] words = new long[PAGE];
  private int wordCount;
  private int[] knownRows = empty(PAGE); // hashed: row, or none
  private int[] knownPages = empty(PAGE); // hashed: where a page begins, or none

  /** Rows over rules at places. */
  RowsBuilder(int[] ruleOf, int rules) {
    this.ruleOf = ruleOf;
    this.placeOf = new int[rules];
    for (int place = 0; place < ruleOf.length; place++) {
      if (ruleOf[place] != WordOrder.NONE) {
        placeOf[ruleOf[place]] = place;
      }
    }
    int wordsOfRow = Math.max(1, ruleOf.length >> 6);
    this.length = Math.min(PAGE, wordsOfRow);
    this.bits = new long[(wordsOfRow + PAGE - 1) / PAGE][length];
    this.summary = new long[bits.length];
    this.row = new int[bits.length];
  }

  private static int[] empty(int size) {
    int[] empty = new int[size];
    Arrays.fill(empty, NONE);
    return empty;
  }

  /** Begins anew with a row without bits. */
  void clear() {
    for (long[] page : bits) {
      Arrays.fill(page, 0);
    }
    Arrays.fill(summary, 0);
    changed.set(0, bits.length);
  }

  /** Sets the bit of a rule that has none, or takes it away. */
  void flip(int rule) {
    int place = placeOf[rule];
    int page = place >> 12;
    int word = (place >> 6) & (PAGE - 1);
    bits[page][word] ^= 1L << place;
    long one = 1L << word;
    summary[page] = bits[page][word] == 0 ? summary[page] & ~one : summary[page] | one;
    changed.set(page);
  }

  /** The row as it stands: where its first entry is. */
  int row() {
    changed.stream().forEach(page -> row[page] = begin(bits[page]));
    changed.clear();
    if (2 * (rowEntries / row.length) >= knownRows.length) {
      knownRows = empty(knownRows.length * 2);
      for (int known = 0; known < rowEntries; known += row.length) {
        knownRows[placeOfRow(pageOf, known)] = known;
      }
    }
    int place = placeOfRow(row, 0);
    if (knownRows[place] == NONE) {
      knownRows[place] = append();
    }
    return knownRows[place];
  }

  /** Where a row is hashed, or would be. */
  private int placeOfRow(int[] of, int from) {
    int to = from + row.length;
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + of[i];
    }
    int place = spread(hash) & (knownRows.length - 1);
    while (knownRows[place] != NONE
        && !Arrays.equals(pageOf, knownRows[place], knownRows[place] + row.length, of, from, to)) {
      place = (place + 1) & (knownRows.length - 1);
    }
    return place;
  }

  private int append() {
    if (rowEntries + row.length > pageOf.length) {
      pageOf = Arrays.copyOf(pageOf, grown(pageOf.length, row.length));
      summaries = Arrays.copyOf(summaries, pageOf.length);
    }
    System.arraycopy(summary, 0, summaries, rowEntries, row.length);
    System.arraycopy(row, 0, pageOf, rowEntries, row.length);
    rowEntries += row.length;
    return rowEntries - row.length;
  }

  /** Where a page begins, that of one alike when there is one. */
  private int begin(long[] page) {
    if (2 * (wordCount / length) >= knownPages.length) {
      knownPages = empty(knownPages.length * 2);
      for (int known = 0; known < wordCount; known += length) {
        knownPages[placeOfPage(words, known)] = known;
      }
    }
    int place = placeOfPage(page, 0);
    if (knownPages[place] == NONE) {
      if (wordCount + length > words.length) {
        words = Arrays.copyOf(words, grown(words.length, length));
      }
      System.arraycopy(page, 0, words, wordCount, length);
      knownPages[place] = wordCount;
      wordCount += length;
    }
    return knownPages[place];
  }

  private int placeOfPage(long[] of, int from) {
    int to = from + length;
    long hash = 1;
    for (int i = from; i < to; i++) {
      hash = (hash ^ of[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    int place = spread((int) hash) & (knownPages.length - 1);
    while (knownPages[place] != NONE
        && !Arrays.equals(words, knownPages[place], knownPages[place] + length, of, from, to)) {
      place = (place + 1) & (knownPages.length - 1);
    }
    return place;
  }

  private static int spread(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    return mixed ^ (mixed >>> 13);
  }

  private static int grown(int size, int more) {
    return Math.addExact(size, Math.max(size >> 1, more));
  }

  /**
   * All rows.
   *
   * @param base that of the rules that may hold at all
   */
  Rows build(int base) {
    return new Rows(
        row.length,
        Arrays.copyOf(summaries, rowEntries),
        Arrays.copyOf(pageOf, rowEntries),
        Arrays.copyOf(words, wordCount),
        ruleOf,
        base);
  }
}
