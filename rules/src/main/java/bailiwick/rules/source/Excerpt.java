package bailiwick.rules.source;

import bailiwick.core.problem.Place;

/** Shows a place in a text as a compiler does: the line, and a run of {@code ^} under the part. */
public final class Excerpt {

  private static final int LONGEST_LINE = 160;

  private Excerpt() {}

  /**
   * Two lines of text, each ended by a line feed. Of a long line only what is around the place.
   *
   * @param line the line that the place stands in, without its end
   */
  public static String of(String line, Place.InText place) {
    int start = Math.max(0, Math.min(place.column() - 1, line.length()));
    int from = start <= LONGEST_LINE / 2 ? 0 : start - LONGEST_LINE / 4;
    int to = Math.min(line.length(), from + LONGEST_LINE);
    String lead = from == 0 ? "" : "… ";
    String rest = to < line.length() ? " …" : "";
    int marked = Math.max(1, Math.min(place.length(), Math.max(1, to - start)));
    return "  | %s%s%s\n  | %s%s%s\n"
        .formatted(
            lead,
            line.substring(from, to),
            rest,
            " ".repeat(lead.length()),
            blanksUnder(line.substring(from, start)),
            "^".repeat(marked));
  }

  /** Tabs stay tabs, so that the marks stand under what they mark. */
  private static String blanksUnder(String text) {
    return text.replaceAll("[^\\t]", " ");
  }
}
