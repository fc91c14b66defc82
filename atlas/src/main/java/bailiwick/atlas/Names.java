package bailiwick.atlas;

import java.text.Normalizer;
import java.util.Map;

/** Makes names comparable: case, accents, punctuation and the usual short forms fall away. */
final class Names {

  private static final int MARK = Character.NON_SPACING_MARK;
  private static final int LONGEST_SHORT_FORM = 4;

  private static final Map<String, String> WHOLE_WORDS =
      Map.ofEntries(
          Map.entry("st", "saint"),
          Map.entry("ste", "sainte"),
          Map.entry("ft", "fort"),
          Map.entry("mt", "mount"),
          Map.entry("n", "north"),
          Map.entry("s", "south"),
          Map.entry("e", "east"),
          Map.entry("w", "west"),
          Map.entry("twp", "township"),
          Map.entry("hts", "heights"),
          Map.entry("spgs", "springs"),
          Map.entry("jct", "junction"),
          Map.entry("is", "island"));

  private Names() {}

  /** {@code "St. Louis "} becomes {@code "saint louis"}, {@code "Köln"} becomes {@code "koln"}. */
  static String folded(String name) {
    String plain = isPlain(name) ? name : withoutMarks(name);
    StringBuilder folded = new StringBuilder(plain.length() + 4);
    int start = 0; // of the word being read
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        folded.append(Character.toLowerCase(c));
      } else if (!isSilent(c)) {
        start = endWord(folded, start);
      }
    }
    endWord(folded, start);
    int length = folded.length();
    return folded.substring(
        0, length > 0 && folded.charAt(length - 1) == ' ' ? length - 1 : length);
  }

  /** Writes a short form out and adds a space; returns where the next word begins. */
  private static int endWord(StringBuilder folded, int start) {
    int length = folded.length() - start;
    if (length == 0) {
      return start;
    }
    if (length <= LONGEST_SHORT_FORM) {
      String word = folded.substring(start);
      folded.replace(start, folded.length(), WHOLE_WORDS.getOrDefault(word, word));
    }
    return folded.append(' ').length();
  }

  private static boolean isSilent(char c) {
    return c == '\'' || c == '’' || c == '.' || c == '`' || Character.getType(c) == MARK;
  }

  /** A folded name without its spaces, so that {@code De Soto} is {@code DeSoto}. */
  static String joined(String folded) {
    return folded.replace(" ", "");
  }

  private static boolean isPlain(String name) {
    return name.chars().allMatch(c -> c < 0x80);
  }

  /** Letters without their accents; the accents left behind as marks are silent. */
  private static String withoutMarks(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replace("ß", "ss")
        .replace("ø", "o")
        .replace("Ø", "O")
        .replace("ł", "l")
        .replace("Ł", "L");
  }
}
