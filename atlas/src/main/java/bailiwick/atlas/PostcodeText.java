package bailiwick.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the postcodes of a country may be written. Learnt from the codes themselves: when all are
 * digits of one length, shorter texts get their leading zeros back and longer ones are cut.
 */
final class PostcodeText {

  /** What follows the outward part of a British or Irish code: {@code 1AA} of {@code SW1A 1AA}. */
  private static final Pattern INWARD = Pattern.compile("[0-9][A-Z]{2}");

  private final int digits; // length of every code when all are digits, else 0

  private PostcodeText(int digits) {
    this.digits = digits;
  }

  static PostcodeText learnt(String[] keys) {
    int digits = keys.length == 0 ? 0 : keys[0].length();
    for (String key : keys) {
      if (key.length() != digits || !isDigits(key)) {
        return new PostcodeText(0);
      }
    }
    return new PostcodeText(digits);
  }

  /** Upper case without spaces, hyphens and dots. */
  static String compact(String text) {
    StringBuilder compact = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        compact.append(Character.toUpperCase(c));
      }
    }
    return compact.toString();
  }

  /** Other readings of a text that is no code as it stands, most likely first. */
  List<String> candidates(String given, String compact) {
    List<String> candidates = new ArrayList<>();
    if (digits > 0) {
      addDigits(given.strip(), candidates);
    } else {
      addParts(given.strip(), compact, candidates);
    }
    return candidates;
  }

  private void addDigits(String given, List<String> candidates) {
    String first = given.split("[^0-9]+", 2)[0]; // before "-1234", ".0", " 1234"
    if (first.isEmpty()) {
      return;
    }
    if (first.length() < digits && first.length() >= digits - 2) {
      candidates.add("0".repeat(digits - first.length()) + first);
    } else if (first.length() == digits || first.length() == digits + 4) {
      candidates.add(first.substring(0, digits));
    } else if (first.length() < digits + 4 && first.length() >= digits + 2) {
      // ZIP+4 run together, zeros in front lost: 21341234
      candidates.add(("0".repeat(digits + 4 - first.length()) + first).substring(0, digits));
    }
  }

  private static void addParts(String given, String compact, List<String> candidates) {
    String first = compact(given.split("[\\s-]+", 2)[0]);
    candidates.add(first);
    addShortened(first, candidates);
    if (compact.length() > 4 && INWARD.matcher(compact.substring(compact.length() - 3)).matches()) {
      String outward = compact.substring(0, compact.length() - 3);
      candidates.add(outward);
      addShortened(outward, candidates);
    }
    if (compact.length() == 6) {
      candidates.add(compact.substring(0, 3)); // Canada's forward sortation area
    }
    candidates.removeIf(String::isEmpty);
  }

  /** {@code EC1A} is in {@code EC1} where the finer district is not listed. */
  private static void addShortened(String outward, List<String> candidates) {
    int last = outward.length() - 1;
    if (last > 1
        && Character.isLetter(outward.charAt(last))
        && Character.isDigit(outward.charAt(last - 1))) {
      candidates.add(outward.substring(0, last));
    }
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
