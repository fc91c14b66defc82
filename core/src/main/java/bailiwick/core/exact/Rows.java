package bailiwick.core.exact;

import java.util.BitSet;

/** Linear limits, one after the other in flat arrays. Immutable; owns its arrays. */
final class Rows {

  private final int[] first; // [row] -> number of its first term, and the end of the last
  private final int[] variable; // [term] -> variable
  private final long[] coefficient; // [term]
  private final long[] lower; // [row]
  private final long[] upper; // [row]

  /** Takes the arrays over; the builder copies them. */
  Rows(int[] first, int[] variable, long[] coefficient, long[] lower, long[] upper) {
    this.first = first;
    this.variable = variable;
    this.coefficient = coefficient;
    this.lower = lower;
    this.upper = upper;
  }

  int count() {
    return lower.length;
  }

  int firstTerm(int row) {
    return first[row];
  }

  int variableOf(int term) {
    return variable[term];
  }

  long coefficientOf(int term) {
    return coefficient[term];
  }

  long lower(int row) {
    return lower[row];
  }

  long upper(int row) {
    return upper[row];
  }

  boolean isKept(int row, BitSet ones) {
    long sum = 0;
    for (int term = first[row]; term < first[row + 1]; term++) {
      if (ones.get(variable[term])) {
        sum += coefficient[term];
      }
    }
    return sum >= lower[row] && sum <= upper[row];
  }
}
