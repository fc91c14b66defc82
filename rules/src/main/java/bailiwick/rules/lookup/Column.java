package bailiwick.rules.lookup;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.space.Runs;
import bailiwick.rules.space.ValueClasses;
import java.io.Serializable;

/**
 * One dimension that rules ask about: the classes of its values, and for each class the row of the
 * rules that may hold. Immutable.
 */
final class Column implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Dimension dimension;
  private final ValueClasses classes;
  private final int[] rowOf; // [class] -> number of its row; classes alike share a row
  private final Runs[] where; // [rule] -> classes in which it may hold
  private final boolean isDecidedByRows;

  Column(
      Dimension dimension,
      ValueClasses classes,
      int[] rowOf,
      Runs[] where,
      boolean isDecidedByRows) {
    this.dimension = dimension;
    this.classes = classes;
    this.rowOf = rowOf;
    this.where = where;
    this.isDecidedByRows = isDecidedByRows;
  }

  Dimension dimension() {
    return dimension;
  }

  /** Whether it names the subject itself. */
  boolean isIdentity() {
    return dimension.type() instanceof DimensionType.Identity;
  }

  ValueClasses classes() {
    return classes;
  }

  int classOf(Subject subject) {
    return classes.find(subject.values().get(dimension.name()));
  }

  /** The number of a class's row. */
  int row(int of) {
    return rowOf[of];
  }

  /** [class] -> number of its row; not to be changed. */
  int[] rows() {
    return rowOf;
  }

  /** Whether a rule may hold in a class. */
  boolean mayHold(int rule, int of) {
    return where[rule].has(of);
  }

  /** Where a rule may hold. */
  Runs where(int rule) {
    return where[rule];
  }

  /** Whether a rule may hold in all classes. */
  boolean isEverywhere(int rule) {
    return where[rule].size() == 2 && where[rule].end(0) == 0 && where[rule].end(1) == rowOf.length;
  }

  /** Whether rows say all about it. */
  boolean isDecidedByRows() {
    return isDecidedByRows;
  }
}
