package bailiwick.atlas;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Makes names comparable: case, accents, punctuation and the usual short forms fall away. */
final class Names {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SILENT = Pattern.compile("['’.`]");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

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
    StringJoiner words = new StringJoiner(" ");
    for (String word :
        BETWEEN.split(SILENT.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(""), -1)) {
      if (!word.isEmpty()) {
        words.add(WHOLE_WORDS.getOrDefault(word, word));
      }
    }
    return words.toString();
  }

  /** A folded name without its spaces, so that {@code De Soto} is {@code DeSoto}. */
  static String joined(String folded) {
    return folded.replace(" ", "");
  }

  private static boolean isPlain(String name) {
    return name.chars().allMatch(c -> c < 0x80);
  }

  private static String withoutMarks(String name) {
    String apart = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return apart.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l");
  }
}
