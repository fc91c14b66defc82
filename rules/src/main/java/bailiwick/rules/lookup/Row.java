package bailiwick.rules.lookup;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A row of bits, one for each rule in winning order. Immutable. A row with few words that are not 0
 * keeps those alone: areas and named accounts concern few rules each, and there are many of them.
 */
final class Row implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A row keeps only its words that are not 0 when they are at most one in this many. */
  private static final int SPARSE = 4;

  private final int[] places; // [kept word] -> its place in the whole row; empty when all are kept
  private final long[] words; // [kept word] -> bits

  private Row(int[] places, long[] words) {
    this.places = places;
    this.words = words;
  }

  static Row of(long[] bits) {
    int filled = 0;
    for (long word : bits) {
      filled += word == 0 ? 0 : 1;
    }
    if (filled * SPARSE > bits.length) {
      return new Row(new int[0], bits.clone());
    }
    int[] places = new int[filled];
    long[] words = new long[filled];
    int kept = 0;
    for (int place = 0; place < bits.length; place++) {
      if (bits[place] != 0) {
        places[kept] = place;
        words[kept++] = bits[place];
      }
    }
    return new Row(places, words);
  }

  /** How many words are kept. */
  int size() {
    return words.length;
  }

  /** The place in the whole row of a kept word. */
  int place(int kept) {
    return places.length == 0 ? kept : places[kept];
  }

  /** The bits of a kept word. */
  long word(int kept) {
    return words[kept];
  }

  /** The bits of the word at a place of the whole row. */
  long wordAt(int place) {
    if (places.length == 0) {
      return place < words.length ? words[place] : 0;
    }
    int kept = Arrays.binarySearch(places, place);
    return kept < 0 ? 0 : words[kept];
  }

  boolean has(int rule) {
    return (wordAt(rule >> 6) >>> rule & 1) != 0;
  }

  /** The rules that have a bit here. */
  BitSet toBitSet() {
    if (places.length == 0) {
      return BitSet.valueOf(words);
    }
    long[] whole = new long[places[places.length - 1] + 1];
    for (int kept = 0; kept < places.length; kept++) {
      whole[places[kept]] = words[kept];
    }
    return BitSet.valueOf(whole);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row that
        && Arrays.equals(places, that.places)
        && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(places) + Arrays.hashCode(words);
  }
}
