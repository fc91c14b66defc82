package bailiwick.rules.lookup;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Rows of bits, one bit for each rule that may hold, all in a few arrays. Immutable.
 *
 * <p>Summaries of a row tell which of its words are not 0. The words stand in pages of 8. Rows with
 * the same page share it: a page's rules lie close together, so that few classes tell them apart.
 * Words that several rows have in common are found by the summaries alone, so a subject for which
 * few rules hold is decided by few words.
 *
 * <p>Bits stand at places, which {@link WordOrder} dealt out; the smallest number among the rules
 * of all common bits wins.
 */
final class Rows implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int NONE = RuleLookup.NONE;

  /** No row is left aside. */
  private static final int NO_ROW = -1;

  private final int summariesOfRow;
  private final int pagesOfRow;
  private final long[] summaries; // [row × summaries of a row + word / 64] -> which are not 0
  private final int[] pageOf; // [row × pages of a row + word / 8] -> where it begins
  private final long[] words;
  private final int[] ruleOf; // [place] -> rule, rising within a word, or none
  private final int[] leastOf; // [word of a whole row] -> its lowest rule
  private final int[] leastFrom; // [word of a whole row] -> the lowest rule from there on
  private final int base; // row of the rules that may hold at all

  Rows(long[] summaries, int[] pageOf, long[] words, int[] ruleOf, int base) {
    this.summariesOfRow = summariesOf(ruleOf);
    this.pagesOfRow = pagesOf(ruleOf);
    this.summaries = summaries;
    this.pageOf = pageOf;
    this.words = words;
    this.ruleOf = ruleOf;
    this.base = base;
    this.leastOf = new int[ruleOf.length >> 6];
    this.leastFrom = new int[leastOf.length];
    for (int word = leastOf.length - 1; word >= 0; word--) {
      leastOf[word] = ruleOf[word << 6];
      leastFrom[word] =
          word + 1 < leastOf.length ? Math.min(leastOf[word], leastFrom[word + 1]) : leastOf[word];
    }
  }

  /** How many summaries a row over these places has. */
  static int summariesOf(int[] ruleOf) {
    return Math.max(1, (ruleOf.length + 4_095) >> 12);
  }

  /** How many pages a row over these places has. */
  static int pagesOf(int[] ruleOf) {
    return Math.max(1, (ruleOf.length + 511) >> 9);
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
   * @return its number, -1 when there is none
   */
  int first(int[] rows, int[] classes, Residuals residuals) {
    int best = Integer.MAX_VALUE;
    for (int group = 0; group < summariesOfRow; group++) {
      for (long common = common(rows, group, NO_ROW); common != 0; common &= common - 1) {
        int place = (group << 6) | Long.numberOfTrailingZeros(common);
        if (leastOf[place] > best) {
          if (leastFrom[place] > best) {
            return best;
          }
          continue;
        }
        for (long bits = bits(rows, place, NO_ROW); bits != 0; bits &= bits - 1) {
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
  BitSet all(int[] rows, int[] classes, Residuals residuals) {
    var all = new BitSet();
    for (int group = 0; group < summariesOfRow; group++) {
      for (long common = common(rows, group, NO_ROW); common != 0; common &= common - 1) {
        int place = (group << 6) | Long.numberOfTrailingZeros(common);
        for (long bits = bits(rows, place, NO_ROW); bits != 0; bits &= bits - 1) {
          int rule = ruleOf[(place << 6) | Long.numberOfTrailingZeros(bits)];
          if (residuals.holds(rule, classes)) {
            all.set(rule);
          }
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
  int[] openBut(int column, Column of, int[] rows, Residuals residuals) {
    int[] open = new int[64];
    int size = 0;
    int certain = Integer.MAX_VALUE;
    for (int group = 0; group < summariesOfRow; group++) {
      for (long common = common(rows, group, column); common != 0; common &= common - 1) {
        int place = (group << 6) | Long.numberOfTrailingZeros(common);
        if (leastFrom[place] > certain) {
          return upTo(certain, open, size);
        }
        for (long bits = bits(rows, place, column); bits != 0; bits &= bits - 1) {
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

  /** Which of 64 words no row has empty; one row may be left aside. */
  private long common(int[] rows, int group, int but) {
    long common = but == NO_ROW ? -1 : summaries[base * summariesOfRow + group];
    for (int i = 0; i < rows.length; i++) {
      if (i != but) {
        common &= summaries[rows[i] * summariesOfRow + group];
      }
    }
    return common;
  }

  /** The bits of a word that all rows have; one row may be left aside. */
  private long bits(int[] rows, int place, int but) {
    long bits = but == NO_ROW ? -1 : word(base, place);
    for (int i = 0; i < rows.length; i++) {
      if (i != but) {
        bits &= word(rows[i], place);
      }
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
    return words[pageOf[row * pagesOfRow + (place >> 3)] + (place & 7)];
  }
}
