package bailiwick.rules.lookup;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.space.Runs;
import bailiwick.rules.space.ValueClasses;
import java.io.Serializable;
import java.util.BitSet;

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
  private final BitSet everywhere; // rules that may hold in all classes
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
    this.everywhere = everywhere(where, rowOf.length);
    this.isDecidedByRows = isDecidedByRows;
  }

  private static BitSet everywhere(Runs[] where, int classes) {
    var everywhere = new BitSet(where.length);
    for (int rule = 0; rule < where.length; rule++) {
      everywhere.set(rule, where[rule].isAll(classes));
    }
    return everywhere;
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
    return everywhere.get(rule);
  }

  /** Whether rows say all about it. */
  boolean isDecidedByRows() {
    return isDecidedByRows;
  }
}
