package bailiwick.rules.lookup;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

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

  /** Stands for no rule; comes after all rules. */
  private static final int NOBODY = Integer.MAX_VALUE;

  /** A word's 64 rules, and nobody. */
  private static final int STRIDE = 65;

  private final int summariesOfRow;
  private final int pagesOfRow;
  private final long[] summaries; // [row × summaries of a row + word / 64] -> which are not 0
  private final int[] pageOf; // [row × pages of a row + word / 8] -> where it begins
  private final long[] words;
  private final int[]
      ruleOf; // [word of a whole row × 65 + bit] -> rule; nobody for no bit, the 65th
  private final int[] leastFrom; // [word of a whole row] -> the lowest rule from there on
  private final long[] joining; // [word of a whole row] -> rules that rows do not decide
  private final int base; // row of the rules that may hold at all

  /**
   * Rows over places.
   *
   * @param ruleOf {@code ruleOf[place]}, or none
   * @param undecided the rules that rows alone do not decide
   */
  Rows(long[] summaries, int[] pageOf, long[] words, int[] ruleOf, BitSet undecided, int base) {
    this.summariesOfRow = summariesOf(ruleOf);
    this.pagesOfRow = pagesOf(ruleOf);
    this.summaries = summaries;
    this.pageOf = pageOf;
    this.words = words;
    this.base = base;
    int count = ruleOf.length >> 6;
    this.ruleOf = new int[count * STRIDE];
    this.leastFrom = new int[count];
    this.joining = new long[count];
    Arrays.fill(this.ruleOf, NOBODY);
    int least = NOBODY;
    for (int place = ruleOf.length - 1; place >= 0; place--) {
      int rule = ruleOf[place];
      int word = place >> 6;
      if (rule != WordOrder.NONE) {
        this.ruleOf[word * STRIDE + (place & 63)] = rule;
        joining[word] |= undecided.get(rule) ? 1L << place : 0;
        least = Math.min(least, rule);
      }
      leastFrom[word] = least;
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

  /** How many summaries a row has. */
  int summariesOfRow() {
    return summariesOfRow;
  }

  /** Leaves of words only those that a row does not have empty, too. */
  void retain(int row, long[] common, int from) {
    for (int group = 0; group < summariesOfRow; group++) {
      common[from + group] &= summaries[row * summariesOfRow + group];
    }
  }

  /**
   * The first rule that may hold in all rows of a subject and does.
   *
   * @return its number, -1 when there is none
   */
  int first(Standings of, int subject, Residuals residuals) {
    int best = NOBODY;
    for (int group = 0; group < summariesOfRow; group++) {
      for (long common = of.common(subject, group); common != 0; common &= common - 1) {
        int word = (group << 6) | Long.numberOfTrailingZeros(common);
        if (leastFrom[word] > best) {
          return best;
        }
        // No branch on what the bits are: it could not be foreseen, and costs more than the
        // reading.
        long bits = bits(of, subject, word);
        long open = bits & joining[word];
        best = Math.min(best, ruleOf(word, Long.numberOfTrailingZeros(bits ^ open)));
        if (open != 0) {
          best = firstThatHolds(open, word, best, of, subject, residuals);
        }
      }
    }
    return best == NOBODY ? RuleLookup.NONE : best;
  }

  private int firstThatHolds(
      long some, int word, int best, Standings of, int subject, Residuals residuals) {
    for (long bits = some; bits != 0; bits &= bits - 1) {
      int rule = ruleOf(word, Long.numberOfTrailingZeros(bits));
      if (rule >= best) {
        break; // the others of this word come later still
      }
      if (residuals.holds(rule, of, subject)) {
        return rule;
      }
    }
    return best;
  }

  /**
   * The bits of a word that all rows of a subject have. Written out for seven of them: a loop of so
   * few rounds takes half as long again.
   */
  private long bits(Standings of, int subject, int word) {
    int[] rows = of.rows();
    int width = of.width();
    int at = subject * width;
    long bits = word(rows[at], word);
    if (width > 1) {
      bits &= word(rows[at + 1], word);
    }
    if (width > 2) {
      bits &= word(rows[at + 2], word);
    }
    if (width > 3) {
      bits &= word(rows[at + 3], word);
    }
    if (width > 4) {
      bits &= word(rows[at + 4], word);
    }
    if (width > 5) {
      bits &= word(rows[at + 5], word);
    }
    if (width > 6) {
      bits &= word(rows[at + 6], word);
    }
    for (int column = 7; column < width; column++) {
      bits &= word(rows[at + column], word);
    }
    return bits;
  }

  private int ruleOf(int word, int bit) {
    return ruleOf[word * STRIDE + bit];
  }

  /** All rules that may hold in all rows of a subject and do. */
  BitSet all(Standings of, int subject, Residuals residuals) {
    var all = new BitSet(leastFrom.length << 6);
    int[] pages = new int[of.width()];
    for (int page = 0; page < pagesOfRow; page++) {
      long common = of.common(subject, page >> 3) >>> ((page & 7) << 3) & 0xFF;
      if (common != 0) {
        pagesOf(of, subject, page, pages);
      }
      for (; common != 0; common &= common - 1) {
        int word = Long.numberOfTrailingZeros(common);
        for (long bits = bits(pages, word); bits != 0; bits &= bits - 1) {
          int rule = ruleOf((page << 3) | word, Long.numberOfTrailingZeros(bits));
          if (residuals.holds(rule, of, subject)) {
            all.set(rule);
          }
        }
      }
    }
    return all;
  }

  /** Where a page of all rows of a subject begins. */
  private void pagesOf(Standings of, int subject, int page, int[] pages) {
    for (int column = 0; column < pages.length; column++) {
      pages[column] = pageOf[of.rows()[subject * pages.length + column] * pagesOfRow + page];
    }
  }

  private long bits(int[] pages, int word) {
    long bits = -1;
    for (int page : pages) {
      bits &= words[page + word];
    }
    return bits;
  }

  /**
   * The rules that may win by another value of a column, up to the first that does so by any value.
   *
   * @param standing of a single subject, with that column left aside
   * @param number of the column
   * @return their numbers, rising
   */
  int[] open(Standings standing, Column of, int number, Residuals residuals) {
    int[] open = new int[64];
    int size = 0;
    int certain = NOBODY;
    for (int group = 0; group < summariesOfRow; group++) {
      for (long common = standing.common(0, group); common != 0; common &= common - 1) {
        int word = (group << 6) | Long.numberOfTrailingZeros(common);
        if (leastFrom[word] > certain) {
          return upTo(certain, open, size);
        }
        for (long bits = bits(standing, 0, word); bits != 0; bits &= bits - 1) {
          int bit = Long.numberOfTrailingZeros(bits);
          int rule = ruleOf(word, bit);
          if (rule > certain) {
            break; // the others of this word come later still
          }
          boolean settled = (joining[word] >>> bit & 1) == 0 || !residuals.ask(rule, number);
          if (settled && !residuals.holds(rule, standing, 0)) {
            continue; // by no value of the column
          }
          if (size == open.length) {
            open = Arrays.copyOf(open, size * 2);
          }
          open[size++] = rule;
          if (settled && of.isEverywhere(rule)) {
            certain = rule;
          }
        }
      }
    }
    return upTo(certain, open, size);
  }

  private static int[] upTo(int certain, int[] open, int size) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      open[kept] = open[i];
      kept += open[i] <= certain ? 1 : 0; // a branch here could not be foreseen
    }
    int[] left = Arrays.copyOf(open, kept);
    Arrays.sort(left);
    return left;
  }

  /**
   * The first rules without a bit in just so many rows, and with one in all rows that must have it.
   * Counts the rows without a bit for the 64 rules of a word at a time.
   *
   * @param must {@code must[i]} whether rows[i] has to have the bit
   * @param failing from 0 to 3
   * @param wanted by the rule's number
   * @param most how many rules
   * @return their numbers, rising
   */
  int[] failing(int[] rows, boolean[] must, int failing, IntPredicate wanted, int most) {
    var found = new FirstRules(most);
    int[] pages = new int[rows.length];
    for (int page = 0; page < pagesOfRow; page++) {
      for (int i = 0; i < rows.length; i++) {
        pages[i] = pageOf[rows[i] * pagesOfRow + page];
      }
      int end = Math.min(leastFrom.length, (page + 1) << 3);
      for (int word = page << 3; word < end; word++) {
        if (!found.isBefore(leastFrom[word])) {
          return found.toArray();
        }
        long fits = word(base, word) & failing(pages, word & 7, must, failing);
        for (; fits != 0; fits &= fits - 1) {
          int rule = ruleOf(word, Long.numberOfTrailingZeros(fits));
          if (found.isBefore(rule) && wanted.test(rule)) {
            found.add(rule);
          }
        }
      }
    }
    return found.toArray();
  }

  private long failing(int[] pages, int word, boolean[] must, int failing) {
    long fits = -1;
    long ones = 0;
    long twos = 0;
    long more = 0;
    for (int i = 0; i < pages.length; i++) {
      long missing = ~words[pages[i] + word];
      if (must[i]) {
        fits &= ~missing;
      } else {
        long carried = ones & missing;
        ones ^= missing;
        more |= twos & carried;
        twos ^= carried;
      }
    }
    return fits & ~more & ((failing & 1) == 0 ? ~ones : ones) & ((failing & 2) == 0 ? ~twos : twos);
  }

  private long word(int row, int word) {
    return words[pageOf[row * pagesOfRow + (word >> 3)] + (word & 7)];
  }
}
