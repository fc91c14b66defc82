package bailiwick.core.company;

import java.text.Normalizer;
import java.util.Locale;

/** Text without case and accents. Stateless. */
public final class PlainText {

  private PlainText() {}

  /**
   * Lower case without accents: {@code "Société"} to {@code "societe"}, {@code "Straße"} to {@code
   * "strasse"}. Letters of other scripts, digits and punctuation stay.
   */
  public static String of(String text) {
    if (isPlain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String lower = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(lower.length());
    lower.codePoints().forEach(each -> append(plain, each));
    return plain.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Adds a letter, written out where Unicode does not take its mark apart from it. */
  private static void append(StringBuilder plain, int letter) {
    switch (letter) {
      case 'ß' -> plain.append("ss");
      case 'æ' -> plain.append("ae");
      case 'œ' -> plain.append("oe");
      case 'ø' -> plain.append('o');
      case 'ł' -> plain.append('l');
      case 'đ', 'ð' -> plain.append('d');
      case 'þ' -> plain.append("th");
      case 'ı' -> plain.append('i');
      default -> {
        if (Character.getType(letter) != Character.NON_SPACING_MARK) {
          plain.appendCodePoint(letter);
        }
      }
    }
  }
}
