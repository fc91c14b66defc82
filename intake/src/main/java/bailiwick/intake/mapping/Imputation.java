package bailiwick.intake.mapping;

/** How the blank cells of an amount are filled; each one filled is listed as a repair. */
public sealed interface Imputation {

  /** The field or measure whose blanks are filled. */
  String amount();

  /** By the median of the values there are. */
  record Median(String amount) implements Imputation {}

  /**
   * By the median of the rows that share a value, or the median of all where none does.
   *
   * @param column header of the column whose value rows share, such as {@code type}
   */
  record MedianBy(String amount, String column) implements Imputation {}

  /**
   * By a fixed value.
   *
   * @param value decimal amount
   */
  record Constant(String amount, double value) implements Imputation {}
}
