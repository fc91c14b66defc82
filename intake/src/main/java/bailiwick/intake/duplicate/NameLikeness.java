package bailiwick.intake.duplicate;

import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How alike two names are, from 0 to 1. Immutable and thread-safe.
 *
 * <p>Words are paired one to one, most alike first, and the weights of those paired are set against
 * all weights: the soft TF-IDF of W. Cohen, P. Ravikumar and S. Fienberg, <em>A comparison of
 * string distance metrics for name-matching tasks</em>, IIWeb 2003, section 2.3, with Jaro-Winkler
 * inside. Differs from the paper: the measure is symmetric (each word pairs once, and weights of
 * both sides count), words with digits are alike only when equal, names that differ by blanks alone
 * are the same, and a name is alike to its initials. O(words × words × letters).
 */
final class NameLikeness {

  /** Words less alike count as different, as in the paper's experiments. */
  private static final double LEAST_WORD = 0.9;

  /** Short words differ by a letter and are other words: {@code LXC}, {@code LAU}. */
  private static final int SHORT = 3;

  /** Share of equal letters from which whole names count by their letters. */
  private static final double LEAST_LETTERS = 0.85;

  /** A name and its initials: a little more than even, for many companies share initials. */
  private static final double INITIALS = 0.85;

  /** Jaro-Winkler's own: letters in front that count, and what each adds. */
  private static final int LONGEST_PREFIX = 4;

  private static final double PREFIX_BONUS = 0.1;

  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
  private static final LevenshteinDistance LEVENSHTEIN = LevenshteinDistance.getDefaultInstance();

  private final WordWeights weights;

  NameLikeness(WordWeights weights) {
    this.weights = weights;
  }

  /** 1 for equal words in any order, 0 without a word in common or without words. Symmetric. */
  double of(Traits one, Traits other) {
    List<String> a = one.words();
    List<String> b = other.words();
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    if (one.letters().equals(other.letters())) {
      return 1;
    }
    if (areInitials(a, b) || areInitials(b, a)) {
      return INITIALS;
    }
    return one.letters().compareTo(other.letters()) <= 0
        ? Math.max(byWords(a, b), byLetters(one.letters(), other.letters()))
        : Math.max(byWords(b, a), byLetters(other.letters(), one.letters()));
  }

  /** Whether a single word is the first letters of the others: {@code ibm}. */
  private static boolean areInitials(List<String> single, List<String> written) {
    if (single.size() != 1 || written.size() < 2 || single.getFirst().length() != written.size()) {
      return false;
    }
    for (int w = 0; w < written.size(); w++) {
      if (written.get(w).charAt(0) != single.getFirst().charAt(w)) {
        return false;
      }
    }
    return true;
  }

  private double byWords(List<String> a, List<String> b) {
    double[] weightA = weigh(a);
    double[] weightB = weigh(b);
    double[][] alike = alike(a, b);
    double paired = 0;
    for (int pairs = Math.min(a.size(), b.size()); pairs > 0; pairs--) {
      int best = mostAlike(alike, weightA, weightB);
      if (best < 0) {
        break;
      }
      int i = best / b.size();
      int j = best % b.size();
      paired += alike[i][j] * (weightA[i] + weightB[j]);
      takeOut(alike, i, j);
    }
    return paired / (sum(weightA) + sum(weightB));
  }

  private double[] weigh(List<String> words) {
    return words.stream().mapToDouble(weights::weight).toArray();
  }

  private static double[][] alike(List<String> a, List<String> b) {
    double[][] alike = new double[a.size()][b.size()];
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        alike[i][j] = alike(a.get(i), b.get(j));
      }
    }
    return alike;
  }

  /** How alike two words are: 1, or from {@link #LEAST_WORD} on, or 0. Symmetric. */
  private static double alike(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    if (Math.min(a.length(), b.length()) <= SHORT || hasDigit(a) || hasDigit(b)) {
      return 0;
    }
    if (mostAlike(a, b) < LEAST_WORD) {
      return 0;
    }
    double alike = a.compareTo(b) < 0 ? JARO_WINKLER.apply(a, b) : JARO_WINKLER.apply(b, a);
    return alike < LEAST_WORD ? 0 : alike;
  }

  /**
   * A cheap upper bound of Jaro-Winkler's similarity: a letter that the other word lacks matches
   * nothing, and nothing that matches is out of order.
   */
  private static double mostAlike(String a, String b) {
    long lettersA = letters(a);
    long lettersB = letters(b);
    int matches =
        Math.min(
            a.length() - Long.bitCount(lettersA & ~lettersB),
            b.length() - Long.bitCount(lettersB & ~lettersA));
    double jaro = (matches / (double) a.length() + matches / (double) b.length() + 1) / 3;
    int prefix = 0;
    while (prefix < Math.min(LONGEST_PREFIX, Math.min(a.length(), b.length()))
        && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    return jaro + PREFIX_BONUS * prefix * (1 - jaro);
  }

  /** The letters of a word as bits; letters 64 apart share one, which only loosens the bound. */
  private static long letters(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1L << word.charAt(i);
    }
    return letters;
  }

  /** The pair with the most weight alike, as {@code i × columns + j}; -1 when none is alike. */
  private static int mostAlike(double[][] alike, double[] weightA, double[] weightB) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < weightA.length; i++) {
      for (int j = 0; j < weightB.length; j++) {
        double here = alike[i][j] * (weightA[i] + weightB[j]);
        if (here > most) {
          most = here;
          best = i * weightB.length + j;
        }
      }
    }
    return best;
  }

  private static void takeOut(double[][] alike, int row, int column) {
    for (int i = 0; i < alike.length; i++) {
      alike[i][column] = 0;
    }
    alike[row] = new double[alike[row].length];
  }

  /** Share of letters that need no change, when it is large and the digits are the same. */
  private static double byLetters(String a, String b) {
    int longest = Math.max(a.length(), b.length());
    int most = (int) ((1 - LEAST_LETTERS) * longest);
    if (Math.abs(a.length() - b.length()) > most || !digits(a).equals(digits(b))) {
      return 0;
    }
    int lacking =
        Math.max(Long.bitCount(letters(a) & ~letters(b)), Long.bitCount(letters(b) & ~letters(a)));
    if (lacking > most) {
      return 0;
    }
    int changes = LEVENSHTEIN.apply(a, b);
    return changes > most ? 0 : 1 - changes / (double) longest;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  private static String digits(String text) {
    return hasDigit(text) ? text.replaceAll("\\D", "") : "";
  }
}
