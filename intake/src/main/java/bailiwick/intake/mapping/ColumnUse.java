package bailiwick.intake.mapping;

/**
 * Where one field comes from. Immutable; part of the report.
 *
 * @param field key of the field, or name of a further measure
 * @param column header of the column; empty when the value is a constant
 * @param constant the value every row has; empty when read from a column
 * @param confidence from 0 to 1: 1 when the user said so or the name is exact
 * @param chosen whether the user said so
 * @param habit how its numbers or days are written where that matters, such as {@code decimal
 *     comma} or {@code day first}; empty where nothing in it could be read in two ways
 * @param habitBasis what tells: {@code said} by the user, {@code its cells}, {@code other columns},
 *     or nothing ({@code assumed}); empty without a habit
 */
public record ColumnUse(
    String field,
    String column,
    String constant,
    double confidence,
    boolean chosen,
    String habit,
    String habitBasis) {

  /** A use of which no habit is known yet. */
  public ColumnUse(
      String field, String column, String constant, double confidence, boolean chosen) {
    this(field, column, constant, confidence, chosen, "", "");
  }

  /** The same use with the habit of its column. */
  ColumnUse withHabit(String words, String basis) {
    return new ColumnUse(field, column, constant, confidence, chosen, words, basis);
  }
}
