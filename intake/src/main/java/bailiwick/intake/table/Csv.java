package bailiwick.intake.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.Reader;

/** The one place that sets up the CSV parser. */
final class Csv {

  /** Most cells of a row; the header's own limit is lower. */
  private static final int MAX_CELLS = 1 << 17;

  private Csv() {}

  /**
   * Rows of any length; a cell longer than the limit or a quote without end throws.
   *
   * <p>The parser wants to drop its leniency towards text after a closing quote. Without it one
   * stray quote would stop the whole file instead of its own row, so it stays as long as it is
   * there.
   */
  @SuppressWarnings("removal")
  static CsvReader<String[]> rows(Reader text, char delimiter, int maxCellChars) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(true)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(Math.max(maxCellChars, 1 << 16))
        .build(
            StringArrayHandler.of(handler ->
                handler
                    .maxFields(MAX_CELLS)
                    .maxFieldSize(maxCellChars)
                    .maxRecordSize(8 * maxCellChars)),
            text);
  }
}
