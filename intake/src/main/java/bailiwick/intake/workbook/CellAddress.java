package bailiwick.intake.workbook;

/** Where a cell stands, as spreadsheets write it. Stateless. */
public final class CellAddress {

  /** Columns of a sheet, as Excel has them: A to XFD. */
  static final int MAX_COLUMNS = 16_384;

  /** Rows of a sheet, as Excel has them. */
  static final int MAX_ROWS = 1_048_576;

  private CellAddress() {}

  /**
   * The address of a cell, such as {@code D14}.
   *
   * @param column 0 for the first
   * @param row 1 for the first
   */
  public static String of(int column, long row) {
    return letters(column) + row;
  }

  /** The letters of a column, 0 for the first: {@code A}, {@code Z}, {@code AA}. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder(3);
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.append((char) ('A' + (rest - 1) % 26));
    }
    return letters.reverse().toString();
  }

  /** Number of the column that an address begins with, 0 for the first; -1 when it has none. */
  static int column(String address) {
    int column = 0;
    int i = 0;
    for (; i < address.length() && column <= MAX_COLUMNS; i++) {
      int letter = Character.toUpperCase(address.charAt(i)) - 'A';
      if (letter < 0 || letter > 25) {
        break;
      }
      column = column * 26 + letter + 1;
    }
    return i == 0 || column > MAX_COLUMNS ? -1 : column - 1;
  }
}
