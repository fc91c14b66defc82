package bailiwick.rules.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Shows problems as a compiler does: the code and the sentence, {@code file:line:column}, the line,
 * a run of {@code ^} under the span, and the hint. Immutable.
 */
public final class ProblemPrinter {

  private static final int LONGEST_LINE = 160;

  private final Map<String, Source> sources = new HashMap<>();

  /** A printer that can show lines of these files. */
  public ProblemPrinter(Collection<Source> sources) {
    sources.forEach(source -> this.sources.put(source.name(), source));
  }

  /** The problem in several lines, each ended by a line feed. */
  public String print(RuleProblem problem) {
    var text = new StringBuilder();
    text.append(problem.code()).append(' ').append(problem.message()).append('\n');
    printPlace(problem.span(), text);
    String hint = problem.hint();
    if (hint != null && !hint.isEmpty()) {
      text.append("  Hint: ").append(hint).append('\n');
    }
    return text.toString();
  }

  private void printPlace(Span span, StringBuilder text) {
    Source source = sources.get(span.file());
    if (source == null || span.line() < 1) {
      return;
    }
    text.append("  ")
        .append(span.file())
        .append(':')
        .append(span.line())
        .append(':')
        .append(span.column())
        .append('\n');
    printLine(source.line(span.line()), span, text);
  }

  // A generated line can hold thousands of areas: show the part around the span.
  private static void printLine(String line, Span span, StringBuilder text) {
    int start = Math.max(0, Math.min(span.column() - 1, line.length()));
    int from = start <= LONGEST_LINE / 2 ? 0 : start - LONGEST_LINE / 4;
    int to = Math.min(line.length(), from + LONGEST_LINE);
    String before = line.substring(from, start);
    int length = Math.max(1, Math.min(span.length(), Math.max(1, to - start)));
    String lead = from == 0 ? "" : "… ";
    text.append("  | ").append(lead).append(line, from, to).append(to < line.length() ? " …" : "");
    // Tabs stay tabs, so that the marks stand under what they mark.
    text.append("\n  | ").append(" ".repeat(lead.length()));
    before.chars().forEach(c -> text.append(c == '\t' ? '\t' : ' '));
    text.append("^".repeat(length)).append('\n');
  }
}
