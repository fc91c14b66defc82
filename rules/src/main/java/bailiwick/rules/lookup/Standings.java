package bailiwick.rules.lookup;

import bailiwick.rules.attribute.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Where some subjects stand: for each its class and row in every column, and the words that none of
 * its rows has empty. To be filled again and again. Not thread-safe.
 *
 * <p>All subjects are looked up before the first is decided: which memory is wanted is then known
 * early, and a processor can wait for that of several subjects at a time.
 */
final class Standings {

  private final List<Column> columns;
  private final Rows all;
  private final int width; // columns, or 1 for the base where there is none
  private final int[] classes; // [subject × width + column]
  private final int[] rows; // [subject × width + column]
  private final long[] common; // [subject × summaries + word / 64]

  /** Room for so many subjects. */
  Standings(List<Column> columns, Rows all, int capacity) {
    this.columns = columns;
    this.all = all;
    this.width = Math.max(1, columns.size());
    this.classes = new int[capacity * width];
    this.rows = new int[capacity * width];
    this.common = new long[capacity * all.summariesOfRow()];
    Arrays.fill(rows, all.base());
  }

  /** Where one subject stands. */
  static Standings of(List<Column> columns, Rows all, Subject subject) {
    var one = new Standings(columns, all, 1);
    for (int column = 0; column < columns.size(); column++) {
      one.classes[column] = columns.get(column).classOf(subject);
      one.rows[column] = columns.get(column).row(one.classes[column]);
    }
    one.retain(1);
    return one;
  }

  /**
   * Takes over the classes of subjects.
   *
   * @param of {@code of[column][subject]}
   * @param from the first of them
   * @param count how many
   */
  void put(int[][] of, int from, int count) {
    for (int column = 0; column < of.length; column++) {
      put(column, of[column], from, count);
    }
    retain(count);
  }

  private void put(int column, int[] of, int from, int count) {
    int[] rowOf = columns.get(column).rows();
    for (int subject = 0; subject < count; subject++) {
      int at = subject * width + column;
      classes[at] = of[from + subject];
      rows[at] = rowOf[classes[at]];
    }
  }

  private void retain(int count) {
    Arrays.fill(common, 0, count * all.summariesOfRow(), -1);
    for (int column = 0; column < width; column++) {
      for (int subject = 0; subject < count; subject++) {
        all.retain(rows[subject * width + column], common, subject * all.summariesOfRow());
      }
    }
  }

  /** Puts a single subject into another class of a column. */
  void move(int column, int of) {
    classes[column] = of;
    rows[column] = columns.get(column).row(of);
    retain(1);
  }

  /** Leaves a column of a single subject aside: all rules may hold in it. */
  void leaveAside(int column) {
    rows[column] = all.base();
    retain(1);
  }

  /** Asks something as if a single subject were in another class of a column, whatever its row. */
  boolean whileIn(int column, int of, BooleanSupplier question) {
    int before = classes[column];
    classes[column] = of;
    boolean answer = question.getAsBoolean();
    classes[column] = before;
    return answer;
  }

  /** How many rows each subject has. */
  int width() {
    return width;
  }

  int classOf(int subject, int column) {
    return classes[subject * width + column];
  }

  /** [subject × width + column] -> row; not to be changed. */
  int[] rows() {
    return rows;
  }

  /** Which of 64 words none of a subject's rows has empty. */
  long common(int subject, int group) {
    return common[subject * all.summariesOfRow() + group];
  }
}
