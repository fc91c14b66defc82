package bailiwick.intake.mapping;

/**
 * A condition a row must meet to be read; rows that do not are counted apart. Immutable.
 *
 * @param column header of a column of the file
 * @param value compared with the trimmed cell, case ignored
 * @param equal whether the cell must equal the value, or must differ from it
 */
public record RowFilter(String column, String value, boolean equal) {

  /** Whether a cell meets the condition. */
  public boolean holds(String cell) {
    return cell.strip().equalsIgnoreCase(value) == equal;
  }
}
