package bailiwick.intake.table;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What the user says about a table file, and how large it may be. Immutable.
 *
 * @param delimiter the delimiter, empty to sniff it
 * @param charset the encoding, empty to sniff it
 * @param sheet name of the sheet of a workbook, empty for the first
 * @param maxColumns most columns a header may have
 * @param maxCellChars most characters one cell may have; an unclosed quote ends here
 */
public record TableOptions(
    Optional<Character> delimiter,
    Optional<Charset> charset,
    Optional<String> sheet,
    int maxColumns,
    int maxCellChars) {

  /** Everything sniffed; at most 2,000 columns and 1 Mi characters in a cell. */
  public static final TableOptions SNIFFED =
      new TableOptions(Optional.empty(), Optional.empty(), Optional.empty(), 2_000, 1 << 20);

  /** A copy with the delimiter fixed. */
  public TableOptions withDelimiter(char fixed) {
    return new TableOptions(Optional.of(fixed), charset, sheet, maxColumns, maxCellChars);
  }

  /** A copy with the encoding fixed. */
  public TableOptions withCharset(Charset fixed) {
    return new TableOptions(delimiter, Optional.of(fixed), sheet, maxColumns, maxCellChars);
  }

  /** A copy with the sheet of a workbook chosen. */
  public TableOptions withSheet(String name) {
    return new TableOptions(delimiter, charset, Optional.of(name), maxColumns, maxCellChars);
  }
}
