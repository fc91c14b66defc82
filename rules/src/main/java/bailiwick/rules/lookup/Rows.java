package bailiwick.rules.lookup;

import java.io.Serializable;
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

  Rows(int pages, long[] summaries, int[] pageOf, long[] words, int[] ruleOf) {
    this.pages = pages;
    this.summaries = summaries;
    this.pageOf = pageOf;
    this.words = words;
    this.ruleOf = ruleOf;
    this.leastOf = new int[ruleOf.length >> 6];
    for (int word = 0; word < leastOf.length; word++) {
      leastOf[word] = ruleOf[word << 6];
    }
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
   * @param most rules that may be found
   * @param must {@code must[i]} whether rows[i] has to have the bit
   * @param failing from 0 to 3
   */
  BitSet failing(int[] rows, boolean[] must, int most, int failing) {
    var found = new BitSet();
    for (int place = 0; place < leastOf.length; place++) {
      long fits = word(most, place);
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
