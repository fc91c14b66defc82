package bailiwick.bench.file;

import java.util.List;

/** Lines of tables in Markdown, whatever their cells hold. */
public final class MarkdownTable {

  private MarkdownTable() {}

  /** The names of the columns and the line below them. */
  public static String header(List<String> columns) {
    return line(columns) + "|" + "---|".repeat(columns.size()) + "\n";
  }

  /** A line with its end; bars are escaped, and line breaks become spaces. */
  public static String line(List<String> cells) {
    return "| " + String.join(" | ", cells.stream().map(MarkdownTable::cell).toList()) + " |\n";
  }

  private static String cell(String text) {
    return OneLine.of(text).replace("|", "\\|");
  }
}
