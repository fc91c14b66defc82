package bailiwick.core.exact;

import java.util.Arrays;

/**
 * Collects the rows of a {@link BinaryProgram}: each row, then its terms. Not thread-safe.
 *
 * <p>Every call checks what it is given and throws {@link IllegalArgumentException} at once.
 */
public final class BinaryProgramBuilder {

  private static final int USUAL_ROWS = 16;
  private static final int USUAL_TERMS = 256;

  private final double[] costs;
  private final int[] lastRowOf; // [variable] -> 1 + the last row that has a term of it

  private int rowCount;
  private int termCount;
  private long rowSize; // of the last row: its coefficients added up, signs aside
  private int[] first = new int[USUAL_ROWS];
  private long[] lower = new long[USUAL_ROWS];
  private long[] upper = new long[USUAL_ROWS];
  private int[] variable = new int[USUAL_TERMS];
  private long[] coefficient = new long[USUAL_TERMS];

  BinaryProgramBuilder(double[] costs) {
    if (costs.length == 0) {
      throw new IllegalArgumentException("A program must have at least one variable.");
    }
    for (int k = 0; k < costs.length; k++) {
      if (!Double.isFinite(costs[k])) {
        throw new IllegalArgumentException(
            "The cost (%s) of variable %s must be finite.".formatted(costs[k], k));
      }
    }
    if (Double.isInfinite(Arrays.stream(costs).map(Math::abs).sum())) {
      throw new IllegalArgumentException("The costs must have a finite sum, signs aside.");
    }
    this.costs = costs.clone();
    this.lastRowOf = new int[costs.length];
  }

  /**
   * Begins a row; the terms that follow belong to it.
   *
   * @param least what its terms must add up to at least, or {@link BinaryProgram#NO_LOWER}
   * @param most what its terms may add up to, or {@link BinaryProgram#NO_UPPER}
   */
  public BinaryProgramBuilder row(long least, long most) {
    if (least > most) {
      throw new IllegalArgumentException(
          "The lower limit (%s) of row %s must be at most the upper (%s)."
              .formatted(least, rowCount, most));
    }
    if (rowCount + 1 == first.length) {
      first = Arrays.copyOf(first, 2 * first.length);
      lower = Arrays.copyOf(lower, 2 * lower.length);
      upper = Arrays.copyOf(upper, 2 * upper.length);
    }
    first[rowCount] = termCount;
    lower[rowCount] = least;
    upper[rowCount] = most;
    rowCount++;
    rowSize = 0;
    return this;
  }

  /**
   * Adds a term to the row begun last. A factor of 0 adds nothing.
   *
   * @param ofVariable at most once in a row
   * @param factor what the row gains when the variable is 1
   */
  public BinaryProgramBuilder term(int ofVariable, long factor) {
    requireTerm(ofVariable, factor);
    if (factor == 0) {
      return this;
    }
    if (termCount == variable.length) {
      variable = Arrays.copyOf(variable, 2 * termCount);
      coefficient = Arrays.copyOf(coefficient, 2 * termCount);
    }
    variable[termCount] = ofVariable;
    coefficient[termCount] = factor;
    termCount++;
    rowSize += Math.abs(factor);
    lastRowOf[ofVariable] = rowCount;
    return this;
  }

  private void requireTerm(int ofVariable, long factor) {
    if (rowCount == 0) {
      throw new IllegalArgumentException("A term needs a row that is begun before it.");
    }
    int row = rowCount - 1;
    if (ofVariable < 0 || ofVariable >= costs.length) {
      throw new IllegalArgumentException(
          "The variable (%s) in row %s must be 0 to %s."
              .formatted(ofVariable, row, costs.length - 1));
    }
    if (lastRowOf[ofVariable] == rowCount) {
      throw new IllegalArgumentException(
          "Row %s must have one term of variable %s, not two.".formatted(row, ofVariable));
    }
    long room = BinaryProgram.LARGEST_ROW - rowSize;
    if (factor > room || factor < -room) {
      throw new IllegalArgumentException(
          "The coefficients of row %s must add up to at most %s, signs aside."
              .formatted(row, BinaryProgram.LARGEST_ROW));
    }
  }

  /** The program as collected so far; the builder can go on. */
  public BinaryProgram build() {
    int[] starts = Arrays.copyOf(first, rowCount + 1);
    starts[rowCount] = termCount;
    Rows rows =
        new Rows(
            starts,
            Arrays.copyOf(variable, termCount),
            Arrays.copyOf(coefficient, termCount),
            Arrays.copyOf(lower, rowCount),
            Arrays.copyOf(upper, rowCount));
    return BinaryProgram.of(costs, rows);
  }
}
