package bailiwick.intake.mapping;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.table.TableRow;
import java.util.List;

/**
 * Which column fills which field of one file. Immutable; made by {@link #of}.
 *
 * <p>A column is used for at most one field when guessed; the user may use one for several.
 */
public final class ColumnMapping {

  private ColumnMapping() {}

  /**
   * Guesses the columns from the header and lays the user's request over the guess.
   *
   * @param file name for problems
   * @throws ProblemException when the request names an unknown field or column, or a needed field
   *     has no column
   */
  public static ColumnMapping of(
      FieldSet fields, String file, List<String> header, MappingRequest request) {
    throw new UnsupportedOperationException();
  }

  /** Where each mapped field comes from, in the order of the fields, then further measures. */
  public List<ColumnUse> uses() {
    throw new UnsupportedOperationException();
  }

  /** Whether a field is read from a column or has a constant. */
  public boolean has(String field) {
    throw new UnsupportedOperationException();
  }

  /** The text of a field in a row, empty when blank or not mapped. */
  public String text(String field, TableRow row) {
    throw new UnsupportedOperationException();
  }

  /** Header of the column a field is read from; empty when none. */
  public String column(String field) {
    throw new UnsupportedOperationException();
  }

  /** Names of the further measures, in order. */
  public List<String> measures() {
    throw new UnsupportedOperationException();
  }

  /** Whether a row meets every filter. */
  public boolean passes(TableRow row) {
    throw new UnsupportedOperationException();
  }
}
