package bailiwick.rules.lookup;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Rows of bits, one bit for each rule that may hold, all in a few arrays. Immutable.
 *
 * <p>The words of a row stand in pages of 64. A summary of each page tells which of them are not 0.
 * Rows with the same page share it, and neighbours differ in few. Words that several rows have in
 * common are found by the summaries alone, so a subject for which few rules hold is decided by few
 * words.
 *
 * <p>Bits stand at places, which {@link WordOrder} dealt out; the smallest number among the rules
 * of all common bits wins.
 */
final class Rows implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int NONE = RuleLookup.NONE;

  private final int pages; // of a row
  private final long[] summaries; // [row + page] -> which of its words are not 0
  private final int[] pageOf; // [row + page] -> where it begins
  private final long[] words;
  private final int[] ruleOf; // [place] -> rule, rising within a word, or none
  private final int[] leastOf; // [word of a whole row] -> its lowest rule, rising
  private final int base; // row of the rules that may hold at all

  Rows(int pages, long[] summaries, int[] pageOf, long[] words, int[] ruleOf, int base) {
    this.pages = pages;
    this.summaries = summaries;
    this.pageOf = pageOf;
    this.words = words;
    this.ruleOf = ruleOf;
    this.base = base;
    this.leastOf = new int[ruleOf.length >> 6];
    for (int word = 0; word < leastOf.length; word++) {
      leastOf[word] = ruleOf[word << 6];
    }
  }

  /** The row of the rules that may hold at all. */
  int base() {
    return base;
  }

  /** How many words all rows keep together. */
  int size() {
    return words.length;
  }

  /**
   * The first rule that may hold in all rows and does.
   *
   * @param rows at least one
   * @param at room for as many numbers
   * @return its number, -1 when there is none
   */
  int first(int[] rows, int[] at, int[] classes, Residuals residuals) {
    int best = Integer.MAX_VALUE;
    for (int page = 0; page < pages; page++) {
      long common = common(rows, page, at);
      for (; common != 0; common &= common - 1) {
        int word = Long.numberOfTrailingZeros(common);
        int place = (page << 6) | word;
        if (leastOf[place] > best) {
          return best;
        }
        for (long bits = bits(at, word); bits != 0; bits &= bits - 1) {
          int rule = ruleOf[(place << 6) | Long.numberOfTrailingZeros(bits)];
          if (rule >= best) {
            break; // the others of this word come later still
          }
          if (residuals.holds(rule, classes)) {
            best = rule;
            break;
          }
        }
      }
    }
    return best == Integer.MAX_VALUE ? NONE : best;
  }

  /** All rules that may hold in all rows and do. */
  BitSet all(int[] rows, int[] at, int[] classes, Residuals residuals) {
    var all = new BitSet();
    for (int page = 0; page < pages; page++) {
      long common = common(rows, page, at);
      for (; common != 0; common &= common - 1) {
        int word = Long.numberOfTrailingZeros(common);
        for (long bits = bits(at, word); bits != 0; bits &= bits - 1) {
          int rule = ruleOf[(((page << 6) | word) << 6) | Long.numberOfTrailingZeros(bits)];
          all.set(rule, residuals.holds(rule, classes));
        }
      }
    }
    return all;
  }

  /**
   * The rules that may win by another value of a column: those that may hold by all other columns,
   * up to the first that does so by any value.
   *
   * @param column which of the rows is left aside
   * @return their numbers, rising
   */
  int[] openBut(int column, Column of, int[] rows, int[] at, Residuals residuals) {
    int[] open = new int[64];
    int size = 0;
    int certain = Integer.MAX_VALUE;
    for (int page = 0; page < pages; page++) {
      long common = summaries[base + page];
      for (int i = 0; i < rows.length; i++) {
        at[i] = pageOf[rows[i] + page];
        common &= i == column ? -1 : summaries[rows[i] + page];
      }
      for (; common != 0; common &= common - 1) {
        int word = Long.numberOfTrailingZeros(common);
        int place = (page << 6) | word;
        if (leastOf[place] > certain) {
          return upTo(certain, open, size);
        }
        long bits = word(base, place);
        for (int i = 0; i < rows.length; i++) {
          bits &= i == column ? -1 : words[at[i] + word];
        }
        for (; bits != 0; bits &= bits - 1) {
          int rule = ruleOf[(place << 6) | Long.numberOfTrailingZeros(bits)];
          if (rule > certain) {
            break; // the others of this word come later still
          }
          if (size == open.length) {
            open = Arrays.copyOf(open, size * 2);
          }
          open[size++] = rule;
          if (of.isEverywhere(rule) && residuals.isDecided(rule)) {
            certain = rule;
          }
        }
      }
    }
    return upTo(certain, open, size);
  }

  private static int[] upTo(int certain, int[] open, int size) {
    Arrays.sort(open, 0, size);
    int kept = size;
    while (kept > 0 && open[kept - 1] > certain) {
      kept--;
    }
    return Arrays.copyOf(open, kept);
  }

  /** The words of a page that no row has empty; notes where the page begins in each. */
  private long common(int[] rows, int page, int[] at) {
    long common = -1;
    for (int i = 0; i < rows.length; i++) {
      at[i] = pageOf[rows[i] + page];
      common &= summaries[rows[i] + page];
    }
    return common;
  }

  /** The bits of a word that all pages have. */
  private long bits(int[] at, int word) {
    long bits = -1;
    for (int begin : at) {
      bits &= words[begin + word];
    }
    return bits;
  }

  /**
   * The rules without a bit in just so many rows, and with one in all rows that must have it.
   * Counts the rows without a bit for the 64 rules of a word at a time.
   *
   * @param must {@code must[i]} whether rows[i] has to have the bit
   * @param failing from 0 to 3
   */
  BitSet failing(int[] rows, boolean[] must, int failing) {
    var found = new BitSet();
    for (int place = 0; place < leastOf.length; place++) {
      long fits = word(base, place);
      long ones = 0;
      long twos = 0;
      long more = 0;
      for (int i = 0; i < rows.length; i++) {
        long missing = ~word(rows[i], place);
        if (must[i]) {
          fits &= ~missing;
        } else {
          long carried = ones & missing;
          ones ^= missing;
          more |= twos & carried;
          twos ^= carried;
        }
      }
      fits &= ~more & ((failing & 1) == 0 ? ~ones : ones) & ((failing & 2) == 0 ? ~twos : twos);
      for (; fits != 0; fits &= fits - 1) {
        found.set(ruleOf[(place << 6) | Long.numberOfTrailingZeros(fits)]);
      }
    }
    return found;
  }

  private long word(int row, int place) {
    return words[pageOf[row + (place >> 6)] + (place & 63)];
  }
}
