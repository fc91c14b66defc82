package bailiwick.intake.export;

/** Makes cells that no spreadsheet takes for a formula. */
public final class SafeCells {

  private SafeCells() {}

  /**
   * The text, with an apostrophe before it when it starts with one of {@code = + - @}, a tab or a
   * carriage return and is no plain number.
   *
   * <p>Source: OWASP, <em>CSV Injection</em>. Differs from it: a plain number such as {@code -12.5}
   * stays as it is, since it runs nothing and must stay a number.
   */
  public static String neutralised(String text) {
    if (text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 || isNumber(text)) {
      return text;
    }
    return "'" + text;
  }

  private static boolean isNumber(String text) {
    int digits = 0;
    int points = 0;
    for (int i = text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.' && points == 0) {
        points++;
      } else {
        return false;
      }
    }
    return digits > 0;
  }
}
