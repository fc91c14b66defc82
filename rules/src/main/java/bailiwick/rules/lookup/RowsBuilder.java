package bailiwick.rules.lookup;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Gathers rows, keeping pages and rows that are alike once. Neighbours differ in few rules, so of
 * each row only the pages are made anew in which a rule changed. Not thread-safe.
 */
final class RowsBuilder {

  private static final int NONE = -1;
  private static final int PAGE = 8; // words
  private static final int FEW = 64;

  private final int[] ruleOf; // [place] -> rule
  private final int[] placeOf; // [rule] -> place
  private final long[][] bits; // [page][word] of the row in the making
  private final long[] summary; // [word / 64] -> which words are not 0
  private final BitSet changed = new BitSet(); // pages
  private final int[] row; // [page] -> where it begins
  private long[] summaries = new long[FEW];
  private int[] pageOf = new int[FEW];
  private int rowCount;
  private long[] words = new long[FEW];
  private int wordCount;
  private int[] knownRows = empty(FEW); // hashed: row, or none
  private int[] knownPages = empty(FEW); // hashed: where a page begins, or none

  /** Rows over rules at places. */
  RowsBuilder(int[] ruleOf, int rules) {
    this.ruleOf = ruleOf;
    this.placeOf = new int[rules];
    for (int place = 0; place < ruleOf.length; place++) {
      if (ruleOf[place] != WordOrder.NONE) {
        placeOf[ruleOf[place]] = place;
      }
    }
    this.bits = new long[Rows.pagesOf(ruleOf)][PAGE];
    this.summary = new long[Rows.summariesOf(ruleOf)];
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
    int word = place >> 6;
    long[] page = bits[word / PAGE];
    page[word % PAGE] ^= 1L << place;
    long one = 1L << word;
    summary[word >> 6] =
        page[word % PAGE] == 0 ? summary[word >> 6] & ~one : summary[word >> 6] | one;
    changed.set(word / PAGE);
  }

  /** The number of the row as it stands. */
  int row() {
    changed.stream().forEach(page -> row[page] = begin(bits[page]));
    changed.clear();
    if (2 * rowCount >= knownRows.length) {
      knownRows = empty(knownRows.length * 2);
      for (int known = 0; known < rowCount; known++) {
        knownRows[placeOfRow(pageOf, known * row.length)] = known;
      }
    }
    int place = placeOfRow(row, 0);
    if (knownRows[place] == NONE) {
      knownRows[place] = append();
    }
    return knownRows[place];
  }

  /** Where a row is hashed, or would be: rows with the same pages are alike. */
  private int placeOfRow(int[] of, int from) {
    int to = from + row.length;
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + of[i];
    }
    int place = spread(hash) & (knownRows.length - 1);
    while (knownRows[place] != NONE && !isRow(knownRows[place] * row.length, of, from)) {
      place = (place + 1) & (knownRows.length - 1);
    }
    return place;
  }

  private boolean isRow(int known, int[] of, int from) {
    return Arrays.equals(pageOf, known, known + row.length, of, from, from + row.length);
  }

  private int append() {
    int pages = rowCount * row.length;
    if (pages + row.length > pageOf.length) {
      pageOf = Arrays.copyOf(pageOf, grown(pageOf.length, row.length));
    }
    System.arraycopy(row, 0, pageOf, pages, row.length);
    int sums = rowCount * summary.length;
    if (sums + summary.length > summaries.length) {
      summaries = Arrays.copyOf(summaries, grown(summaries.length, summary.length));
    }
    System.arraycopy(summary, 0, summaries, sums, summary.length);
    return rowCount++;
  }

  /** Where a page begins, that of one alike when there is one. */
  private int begin(long[] page) {
    if (2 * (wordCount / PAGE) >= knownPages.length) {
      knownPages = empty(knownPages.length * 2);
      for (int known = 0; known < wordCount; known += PAGE) {
        knownPages[placeOfPage(words, known)] = known;
      }
    }
    int place = placeOfPage(page, 0);
    if (knownPages[place] == NONE) {
      if (wordCount + PAGE > words.length) {
        words = Arrays.copyOf(words, grown(words.length, PAGE));
      }
      System.arraycopy(page, 0, words, wordCount, PAGE);
      knownPages[place] = wordCount;
      wordCount += PAGE;
    }
    return knownPages[place];
  }

  private int placeOfPage(long[] of, int from) {
    int to = from + PAGE;
    long hash = 1;
    for (int i = from; i < to; i++) {
      hash = (hash ^ of[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    int place = spread((int) hash) & (knownPages.length - 1);
    while (knownPages[place] != NONE
        && !Arrays.equals(words, knownPages[place], knownPages[place] + PAGE, of, from, to)) {
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
   * @param undecided the rules that rows alone do not decide
   * @param base that of the rules that may hold at all
   */
  Rows build(BitSet undecided, int base) {
    return new Rows(
        Arrays.copyOf(summaries, rowCount * summary.length),
        Arrays.copyOf(pageOf, rowCount * row.length),
        Arrays.copyOf(words, wordCount),
        ruleOf,
        undecided,
        base);
  }
}
