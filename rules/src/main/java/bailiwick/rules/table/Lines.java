package bailiwick.rules.table;

import bailiwick.rules.source.Source;
import bailiwick.rules.source.Span;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Where the lines of a text begin. Immutable. */
final class Lines {

  private final Source source;
  private final int[] starts; // [line] -> offset of its first character

  Lines(Source source) {
    this.source = source;
    String text = source.text();
    this.starts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.rangeClosed(1, text.length()).filter(at -> isAfterEnd(text, at)))
            .toArray();
  }

  private static boolean isAfterEnd(String text, int at) {
    char before = text.charAt(at - 1);
    return before == '\n' || (before == '\r' && (at == text.length() || text.charAt(at) != '\n'));
  }

  String text() {
    return source.text();
  }

  /** The offset of a place that a parser names: line and column from 1. */
  int offset(int line, int column) {
    int start = starts[Math.max(0, Math.min(line, starts.length) - 1)];
    return Math.min(text().length(), start + Math.max(0, column - 1));
  }

  /** A run of characters, cut at the end of its line. */
  Span span(int start, int end) {
    int found = Arrays.binarySearch(starts, start);
    int line = found >= 0 ? found : -found - 2;
    int last = line + 1 < starts.length ? starts[line + 1] - 1 : text().length();
    int length = Math.max(1, Math.min(end, last) - start);
    return new Span(source.name(), line + 1, start - starts[line] + 1, length);
  }

  /** The beginning of the file. */
  Span first() {
    return new Span(source.name(), 1, 1, 1);
  }
}
