package bailiwick.rules.space;

import java.io.Serializable;
import java.util.List;

/**
 * Numbers of texts in a table of our own, which is asked about the beginnings of a text without
 * making them. Immutable. A question is O(1).
 *
 * <p>A text is found by {@link String#hashCode}, a polynomial in 31: since 31 is odd, the sum of
 * the text without its last letter follows from that of the whole.
 */
final class TextTable implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The number that is 1 when multiplied by 31, of 32 bits. */
  private static final int BY_31 = 0xBDEF7BDF;

  private static final int NONE = -1;

  private final String[] texts; // [number]
  private final long[] entries; // [place] -> hash in the upper half, number + 1; 0 for none

  /** Numbers texts, which must differ, by their places in a list. */
  TextTable(List<String> texts) {
    this.texts = texts.toArray(String[]::new);
    int size = Math.max(4, Integer.highestOneBit(Math.max(1, texts.size())) * 4);
    entries = new long[size];
    for (int number = 0; number < this.texts.length; number++) {
      int hash = this.texts[number].hashCode();
      int place = place(hash);
      while (entries[place] != 0) {
        place = (place + 1) & (entries.length - 1);
      }
      entries[place] = ((long) hash << 32) | (number + 1);
    }
  }

  private int place(int hash) {
    return (((hash ^ (hash >>> 15)) * 0x9E3779B1) >>> 8) & (entries.length - 1);
  }

  /** How many texts there are. */
  int size() {
    return texts.length;
  }

  /** The text of a number. */
  String text(int number) {
    return texts[number];
  }

  /** The number of a text, -1 when it is not here. */
  int find(String text) {
    return find(text, text.length(), text.hashCode());
  }

  /**
   * The number of the beginning of a text, -1 when it is not here.
   *
   * @param hash that of the beginning, by {@link #withoutLast}
   */
  int find(String text, int length, int hash) {
    int place = place(hash);
    for (long entry = entries[place]; entry != 0; entry = entries[place]) {
      if ((int) (entry >>> 32) == hash) {
        int number = (int) entry - 1;
        String known = texts[number];
        if (known.length() == length
            && (length == text.length() ? known.equals(text) : text.startsWith(known))) {
          return number;
        }
      }
      place = (place + 1) & (entries.length - 1);
    }
    return NONE;
  }

  /** The hash of a text without its last letter. */
  static int withoutLast(int hash, char last) {
    return (hash - last) * BY_31;
  }
}
