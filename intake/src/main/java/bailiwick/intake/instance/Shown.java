package bailiwick.intake.instance;

/** What a file says, short enough for a sentence. */
final class Shown {

  private static final int MOST_CHARACTERS = 60;

  private Shown() {}

  static String text(String text) {
    return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "…" : text;
  }
}
