package bailiwick.core.problem;

/** Where a {@link Problem} sits, so that a screen or a terminal can point at it. Immutable. */
public sealed interface Place {

  /** The problem concerns the request as a whole. */
  Place WHOLE = new Whole();

  /** No narrower place than the whole request. */
  record Whole() implements Place {}

  /**
   * A whole file.
   *
   * @param file name as the user gave it
   */
  record InFile(String file) implements Place {}

  /**
   * A cell or a row of a table file.
   *
   * @param file name as the user gave it
   * @param row line of data, 1 for the first row below the header; 0 for the header itself
   * @param column header of the column, empty when the whole row is meant
   */
  record InTable(String file, long row, String column) implements Place {}

  /**
   * A cell or a row of a sheet of a workbook.
   *
   * @param file name as the user gave it
   * @param sheet name of the sheet
   * @param cell its address such as {@code D14}; the row's number in the sheet alone when the whole
   *     row is meant
   * @param row line of data, 1 for the first row below the header; 0 for the header itself
   * @param column header of the column, empty when the whole row is meant
   */
  record InSheet(String file, String sheet, String cell, long row, String column)
      implements Place {}

  /**
   * A run of characters in a text file.
   *
   * @param file name as the user gave it
   * @param line 1 for the first line
   * @param column 1 for the first character of the line
   * @param length number of characters, at least 1
   */
  record InText(String file, int line, int column, int length) implements Place {}

  /**
   * A field of a request body.
   *
   * @param pointer JSON pointer such as {@code /measures/0/tolerance}
   */
  record InRequest(String pointer) implements Place {}

  /**
   * A thing of the domain.
   *
   * @param kind the glossary's word, such as {@code unit}, {@code territory}, {@code account}
   * @param id its id or code
   */
  record OfThing(String kind, String id) implements Place {}
}
