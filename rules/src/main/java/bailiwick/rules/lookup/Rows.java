package bailiwick.rules.lookup;

import java.io.Serializable;
import java.util.BitSet;

/**
 * Rows of bits, one bit for each rule that may hold, all in a few arrays. Immutable.
 *
 * <p>The words of a row stand in groups of 64. Of each group a row keeps which words are not 0, and
 * where these stand; rows with the same words share them. Rows that have words of a place in common
 * are found by the groups alone, so a subject for which few rules hold is decided by few words.
 *
 * <p>Bits stand at places, which {@link WordOrder} dealt out; the smallest number among the rules
 * of all common bits wins.
 */
final class Rows implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int NONE = RuleLookup.NONE;

  private final int groups;
  private final long[] masks; // [row × groups + group] -> which words are kept
  private final int[] bases; // [row × groups + group] -> where the first of them stands
  private final long[] words;
  private final int[] ruleOf; // [place] -> rule, rising within a word, or none
  private final int[] leastOf; // [word of a whole row] -> its lowest rule, rising

  Rows(int groups, long[] masks, int[] bases, long[] words, int[] ruleOf) {
    this.groups = groups;
    this.masks = masks;
    this.bases = bases;
    this.words = words;
    this.ruleOf = ruleOf;
    this.leastOf = new int[ruleOf.length >> 6];
    for (int word = 0; word < leastOf.length; word++) {
      leastOf[word] = ruleOf[word << 6];
    }
  }

  /** How many entries a row has: rows are named by their first. */
  int width() {
    return groups;
  }

  /** How many words all rows keep together. */
  int size() {
    return words.length;
  }

  /**
   * The first rule that may hold in all rows and does.
   *
   * @param rows at least one, by their first entries
   * @return its number, -1 when there is none
   */
  int first(int[] rows, int[] classes, Residuals residuals) {
    int best = Integer.MAX_VALUE;
    for (int group = 0; group < groups; group++) {
      long common = masks[rows[0] + group];
      for (int column = 1; column < rows.length; column++) {
        common &= masks[rows[column] + group];
      }
      for (; common != 0; common &= common - 1) {
        int word = Long.numberOfTrailingZeros(common);
        int place = (group << 6) | word;
        if (leastOf[place] > best) {
          return best;
        }
        long bits = -1;
        for (int row : rows) {
          bits &= word(row + group, word);
        }
        for (; bits != 0; bits &= bits - 1) {
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
    for (int group = 0; group < groups; group++) {
      long common = masks[rows[0] + group];
      for (int column = 1; column < rows.length; column++) {
        common &= masks[rows[column] + group];
      }
      for (; common != 0; common &= common - 1) {
        int word = Long.numberOfTrailingZeros(common);
        long bits = -1;
        for (int row : rows) {
          bits &= word(row + group, word);
        }
        for (; bits != 0; bits &= bits - 1) {
          int rule = ruleOf[(((group << 6) | word) << 6) | Long.numberOfTrailingZeros(bits)];
          all.set(rule, residuals.holds(rule, classes));
        }
      }
    }
    return all;
  }

  /** The bits of a word that a group of a row keeps. */
  private long word(int entry, int word) {
    long before = masks[entry] & ((1L << word) - 1);
    return words[bases[entry] + Long.bitCount(before)];
  }

  private long wordOrNone(int entry, int word) {
    return ((masks[entry] >>> word) & 1) == 0 ? 0 : word(entry, word);
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
      long fits = wordOrNone(most + (place >> 6), place);
      long ones = 0;
      long twos = 0;
      long more = 0;
      for (int i = 0; i < rows.length; i++) {
        long missing = ~wordOrNone(rows[i] + (place >> 6), place);
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
}
