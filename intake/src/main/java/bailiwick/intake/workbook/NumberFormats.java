package bailiwick.intake.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the numbers of cells are meant, by the number of their style: as numbers, as days and times,
 * or as codes with zeros in front. Immutable once read.
 */
final class NumberFormats {

  /** No styles: every number is a number. */
  static final NumberFormats NONE = new NumberFormats(List.of());

  /** What a number stands for. */
  sealed interface Meaning {}

  /** A number as it stands. */
  record Plain() implements Meaning {}

  /** Days since the beginning of the calendar, with the time of day behind the point. */
  record Moment() implements Meaning {}

  /**
   * A code, shown with zeros in front.
   *
   * @param digits how many digits it has at least
   */
  record Code(int digits) implements Meaning {}

  private static final Meaning PLAIN = new Plain();
  private static final Meaning MOMENT = new Moment();
  private static final int MOST_STYLES = 1 << 17;

  /** Characters in the longest format that spreadsheets take. */
  private static final int LONGEST_FORMAT = 255;

  private final List<Meaning> meanings; // [style] -> what it means

  private NumberFormats(List<Meaning> meanings) {
    this.meanings = meanings;
  }

  /** Reads the part that holds the styles. */
  static NumberFormats read(XmlPull xml) throws IOException {
    Map<String, String> codes = new HashMap<>();
    List<Meaning> meanings = new ArrayList<>();
    boolean cellStyles = false;
    for (var event = xml.next(); event != XmlPull.Event.DONE; event = xml.next()) {
      boolean starts = event == XmlPull.Event.START;
      switch (xml.name()) {
        case "numFmt" -> {
          String id = starts ? xml.attribute("numFmtId") : null;
          String code = starts ? xml.attribute("formatCode") : null;
          if (id != null && code != null && id.length() + code.length() <= LONGEST_FORMAT) {
            codes.put(id, code);
          }
        }
        case "cellXfs" -> cellStyles = starts;
        case "xf" -> {
          if (starts && cellStyles) {
            String id = xml.attribute("numFmtId");
            meanings.add(meaning(id == null ? "0" : id, codes));
          }
        }
        default -> {}
      }
      if (codes.size() + meanings.size() > MOST_STYLES) {
        throw new WorkbookException.Oversized("more than %s styles".formatted(MOST_STYLES));
      }
    }
    return new NumberFormats(meanings);
  }

  /** What a number of a style stands for; a number where the style is not known. */
  Meaning of(@Nullable String style) {
    if (style == null) {
      return PLAIN;
    }
    try {
      int number = Integer.parseInt(style);
      return number >= 0 && number < meanings.size() ? meanings.get(number) : PLAIN;
    } catch (NumberFormatException noNumber) {
      return PLAIN;
    }
  }

  private static Meaning meaning(String id, Map<String, String> codes) {
    String code = codes.get(id);
    if (code != null) {
      return ofCode(code);
    }
    return isBuiltInMoment(id) ? MOMENT : PLAIN;
  }

  /**
   * The formats that need no code in the file. Source: ECMA-376, part 1, 18.8.30; 27 to 36 and 50
   * to 58 are days in East Asian languages.
   */
  private static boolean isBuiltInMoment(String id) {
    try {
      int number = Integer.parseInt(id);
      return (number >= 14 && number <= 22)
          || (number >= 27 && number <= 36)
          || (number >= 45 && number <= 47)
          || (number >= 50 && number <= 58);
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }

  /** Letters of days and times make a moment, outside quotes, brackets and escapes. */
  static Meaning ofCode(String code) {
    if (code.length() >= 2 && code.length() <= 15 && code.chars().allMatch(c -> c == '0')) {
      return new Code(code.length());
    }
    int i = 0;
    while (i < code.length()) {
      char c = code.charAt(i);
      switch (c) {
        case '"' -> i = after(code, '"', i + 1);
        case '[' -> {
          int close = after(code, ']', i + 1);
          if (isElapsed(code.substring(i + 1, Math.max(i + 1, close - 1)))) {
            return MOMENT;
          }
          i = close;
        }
        case '\\', '_', '*' -> i += 2;
        case ';' -> {
          return PLAIN; // the parts for negative numbers, zero and text say no more
        }
        default -> {
          if ("ymdhsYMDHS".indexOf(c) >= 0) {
            return MOMENT;
          }
          i += code.startsWith("General", i) ? "General".length() : 1;
        }
      }
    }
    return PLAIN;
  }

  private static boolean isElapsed(String bracket) {
    return !bracket.isEmpty() && bracket.chars().allMatch(c -> "hmsHMS".indexOf(c) >= 0);
  }

  private static int after(String code, char mark, int from) {
    int found = code.indexOf(mark, from);
    return found < 0 ? code.length() : found + 1;
  }
}
