package bailiwick.atlas.placing;

import java.util.Locale;

/** The writing of postcodes. */
final class Postcodes {

  private Postcodes() {}

  /**
   * A postcode in its usual writing: the code found, or, where a finer code was given ({@code
   * sw1a1aa}), that one with its space.
   */
  static String written(String given, String found) {
    if (given.equals(found)) {
      return found;
    }
    String compact = compact(given);
    String prefix = compact(found);
    if (compact.length() == prefix.length() + 3
        && compact.startsWith(prefix)
        && !isDigits(compact)) {
      return found + ' ' + compact.substring(prefix.length());
    }
    return found;
  }

  /** Whether the text is the code without the zeros it begins with. */
  static boolean zerosWereLost(String given, String found) {
    if (!found.startsWith("0")) {
      return false;
    }
    String first = given.strip().split("[^0-9]", 2)[0];
    return !first.isEmpty() && !first.startsWith(found) && !first.startsWith("0");
  }

  private static String compact(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(Character::isDigit);
  }
}
