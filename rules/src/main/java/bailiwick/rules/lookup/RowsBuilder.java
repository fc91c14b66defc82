package bailiwick.rules.lookup;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Gathers rows, keeping what is alike once. Neighbours differ in few rules, so of each row only the
 * groups are made anew in which a rule changed. Not thread-safe.
 */
final class RowsBuilder {

  private static final int NONE = -1;

  private final int[] ruleOf; // [place] -> rule
  private final int[] placeOf; // [rule] -> place
  private final int groups;
  private final long[] bits; // [word] of the row in the making
  private final BitSet changed = new BitSet(); // groups
  private final long[] mask; // [group] of the row in the making
  private final int[] base;
  private long[] masks = new long[64];
  private int[] bases = new int[64];
  private int entries;
  private long[] words = new long[64];
  private int wordCount;
  private int[] knownRows = empty(64); // hashed: first entry of a row, or none
  private int rowCount;
  private long[] knownWords = emptyPairs(64); // hashed: length and base of kept words, or none
  private int knownCount;

  /** Rows over rules at places. */
  RowsBuilder(int[] ruleOf, int rules) {
    this.ruleOf = ruleOf;
    this.placeOf = new int[rules];
    for (int place = 0; place < ruleOf.length; place++) {
      if (ruleOf[place] != WordOrder.NONE) {
        placeOf[ruleOf[place]] = place;
      }
    }
    this.bits = new long[ruleOf.length >> 6];
    this.groups = Math.max(1, (bits.length + 63) >> 6);
    this.mask = new long[groups];
    this.base = new int[groups];
  }

  private static int[] empty(int size) {
    int[] empty = new int[size];
    Arrays.fill(empty, NONE);
    return empty;
  }

  private static long[] emptyPairs(int size) {
    long[] empty = new long[size];
    Arrays.fill(empty, NONE);
    return empty;
  }

  /** Begins anew with a row without bits. */
  void clear() {
    Arrays.fill(bits, 0);
    changed.set(0, groups);
  }

  /** Sets the bit of a rule that has none, or takes it away. */
  void flip(int rule) {
    int place = placeOf[rule];
    bits[place >> 6] ^= 1L << place;
    changed.set(place >> 12);
  }

  /** The first entry of the row as it stands. */
  int row() {
    changed.stream().forEach(this::gather);
    changed.clear();
    if (rowCount * 2 >= knownRows.length) {
      rehashRows();
    }
    int place = hashOfRow(mask, base, 0) & (knownRows.length - 1);
    while (knownRows[place] != NONE) {
      if (isRow(knownRows[place])) {
        return knownRows[place];
      }
      place = (place + 1) & (knownRows.length - 1);
    }
    knownRows[place] = entries;
    rowCount++;
    return append();
  }

  private boolean isRow(int entry) {
    return Arrays.equals(masks, entry, entry + groups, mask, 0, groups)
        && Arrays.equals(bases, entry, entry + groups, base, 0, groups);
  }

  private int append() {
    if (entries + groups > masks.length) {
      int size = Math.addExact(masks.length, Math.max(masks.length >> 1, groups));
      masks = Arrays.copyOf(masks, size);
      bases = Arrays.copyOf(bases, size);
    }
    System.arraycopy(mask, 0, masks, entries, groups);
    System.arraycopy(base, 0, bases, entries, groups);
    entries += groups;
    return entries - groups;
  }

  private int hashOfRow(long[] masksOf, int[] basesOf, int entry) {
    int hash = 1;
    for (int group = 0; group < groups; group++) {
      hash = 31 * (31 * hash + Long.hashCode(masksOf[entry + group])) + basesOf[entry + group];
    }
    return spread(hash);
  }

  private static int spread(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    return (mixed ^ (mixed >>> 13)) & Integer.MAX_VALUE;
  }

  private void rehashRows() {
    knownRows = empty(knownRows.length * 2);
    for (int entry = 0; entry < entries; entry += groups) {
      int place = hashOfRow(masks, bases, entry) & (knownRows.length - 1);
      while (knownRows[place] != NONE) {
        place = (place + 1) & (knownRows.length - 1);
      }
      knownRows[place] = entry;
    }
  }

  /** Keeps the words of a group that are not 0. */
  private void gather(int group) {
    int first = group << 6;
    int last = Math.min(bits.length, first + 64);
    int count = 0;
    long filled = 0;
    reserve(64);
    for (int word = first; word < last; word++) {
      if (bits[word] != 0) {
        filled |= 1L << word;
        words[wordCount + count++] = bits[word]; // kept only when no others are alike
      }
    }
    mask[group] = filled;
    base[group] = count == 0 ? 0 : kept(count);
  }

  private int kept(int count) {
    if (knownCount * 2 >= knownWords.length) {
      rehashWords();
    }
    int place = hashOfWords(wordCount, count) & (knownWords.length - 1);
    while (knownWords[place] != NONE) {
      int at = (int) knownWords[place];
      if (knownWords[place] >>> 32 == count
          && Arrays.equals(words, at, at + count, words, wordCount, wordCount + count)) {
        return at;
      }
      place = (place + 1) & (knownWords.length - 1);
    }
    knownWords[place] = ((long) count << 32) | wordCount;
    knownCount++;
    wordCount += count;
    return wordCount - count;
  }

  private int hashOfWords(int at, int count) {
    int hash = 1;
    for (int i = at; i < at + count; i++) {
      hash = 31 * hash + Long.hashCode(words[i] * 0x9E3779B97F4A7C15L);
    }
    return spread(hash);
  }

  private void rehashWords() {
    long[] before = knownWords;
    knownWords = emptyPairs(before.length * 2);
    for (long known : before) {
      if (known != NONE) {
        int place = hashOfWords((int) known, (int) (known >>> 32)) & (knownWords.length - 1);
        while (knownWords[place] != NONE) {
          place = (place + 1) & (knownWords.length - 1);
        }
        knownWords[place] = known;
      }
    }
  }

  private void reserve(int more) {
    if (wordCount + more > words.length) {
      words = Arrays.copyOf(words, Math.addExact(words.length, Math.max(words.length >> 1, more)));
    }
  }

  Rows build() {
    return new Rows(
        groups,
        Arrays.copyOf(masks, entries),
        Arrays.copyOf(bases, entries),
        Arrays.copyOf(words, wordCount),
        ruleOf);
  }
}
