package bailiwick.rules.table;

import bailiwick.rules.source.Span;
import java.util.Arrays;

/**
 * The text of an element or attribute, of which each character knows where it stands in the file.
 * Immutable.
 */
final class LocatedText {

  private final Lines lines;
  private final String value;
  private final int[] places; // [character] -> offset in the file, and of what follows the last

  private LocatedText(Lines lines, String value, int[] places) {
    this.lines = lines;
    this.value = value;
    this.places = places;
  }

  /** Resolves references, marked sections, comments and line ends of a well-formed piece of XML. */
  static LocatedText of(Lines lines, int start, int end) {
    String text = lines.text();
    StringBuilder value = new StringBuilder(end - start);
    int[] places = new int[end - start + 1];
    int at = start;
    boolean marked = false; // inside a CDATA section
    while (at < end) {
      if (marked ? text.startsWith("]]>", at) : text.startsWith("<![CDATA[", at)) {
        at += marked ? 3 : 9;
        marked = !marked;
      } else if (!marked && text.charAt(at) == '<') {
        at = afterMarkup(text, at, end); // a comment or an instruction
      } else {
        int next = at + 1;
        int before = value.length();
        if (!marked && text.charAt(at) == '&') {
          next = text.indexOf(';', at) + 1;
          value.appendCodePoint(character(text.substring(at + 1, next - 1)));
        } else if (text.charAt(at) == '\r') {
          next = at + 1 < end && text.charAt(at + 1) == '\n' ? at + 2 : at + 1;
          value.append('\n');
        } else {
          value.append(text.charAt(at));
        }
        Arrays.fill(places, before, value.length(), at);
        at = next;
      }
    }
    places[value.length()] = at;
    return new LocatedText(lines, value.toString(), Arrays.copyOf(places, value.length() + 1));
  }

  private static int afterMarkup(String text, int at, int end) {
    String close = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? "?>" : ">";
    int found = text.indexOf(close, at);
    return found < 0 ? end : Math.min(end, found + close.length());
  }

  private static int character(String name) {
    return switch (name) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "quot" -> '"';
      case "apos" -> '\'';
      default ->
          name.startsWith("#x")
              ? Integer.parseInt(name.substring(2), 16)
              : Integer.parseInt(name.substring(1));
    };
  }

  /** What it says. */
  String value() {
    return value;
  }

  /** Where some of its characters stand; at least one column, within the line of the first. */
  Span span(int from, int to) {
    int start = places[Math.min(from, value.length())];
    int end = to > from && to <= value.length() ? places[to - 1] + 1 : start + 1;
    return lines.span(start, end);
  }

  /** All of it, without blanks around it. */
  Span span() {
    int from = 0;
    int to = value.length();
    while (from < to && value.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && value.charAt(to - 1) <= ' ') {
      to--;
    }
    return span(from, to);
  }
}
