package bailiwick.intake.mapping;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How alike a column's header and a field's names are. Stateless. */
final class HeaderName {

  /** The least confidence in a header that is a field's name and nothing else. */
  static final double LEAST_EXACT = 0.8;

  private HeaderName() {}

  /**
   * Lower case, accents dropped, words apart: {@code BillingPostalCode} to {@code billing postal
   * code}.
   */
  static String words(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** Whether a header has digits and no letter: a number, a date, an amount of money. */
  static boolean isNumber(String header) {
    return header.chars().anyMatch(Character::isDigit)
        && header.chars().noneMatch(Character::isLetter);
  }

  /**
   * From 0 to 1: 1 for the field's first name, a little less for its others, 0.7 when the header
   * holds such a name among other words at either end, 0 when it does not.
   */
  static double confidence(Field field, String header) {
    String words = words(header);
    double best = 0;
    for (int n = 0; n < field.names().size(); n++) {
      String name = field.names().get(n);
      double exact = Math.max(LEAST_EXACT, 1 - 0.01 * n);
      if (words.equals(name) || words.replace(" ", "").equals(name.replace(" ", ""))) {
        best = Math.max(best, exact);
      } else if (words.startsWith(name + " ") || words.endsWith(" " + name)) {
        best = Math.max(best, exact * 0.7);
      }
    }
    return best;
  }

  /** The header most like a text that none equals, or null when none shares most of its letters. */
  static @Nullable String nearest(String text, List<String> header) {
    String wanted = words(text).replace(" ", "");
    String best = null;
    int bestDistance = Math.max(2, wanted.length() / 3) + 1;
    for (String column : header) {
      int distance = editDistance(wanted, words(column).replace(" ", ""));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = column;
      }
    }
    return best;
  }

  /** Levenshtein's distance by one row of the table. O(length × length). */
  private static int editDistance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
