package bailiwick.rules.lookup;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.space.Runs;
import bailiwick.rules.space.ValueClasses;
import java.io.Serializable;
import java.util.Map;

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
  private final Map<Integer, Runs> holding; // question -> classes; where rows alone do not decide

  Column(
      Dimension dimension,
      ValueClasses classes,
      int[] rowOf,
      Runs[] where,
      Map<Integer, Runs> holding) {
    this.dimension = dimension;
    this.classes = classes;
    this.rowOf = rowOf;
    this.where = where;
    this.holding = holding;
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

  /** Where a question of a rule that rows do not decide holds. */
  Runs whereHolds(int question) {
    return holding.getOrDefault(question, Runs.NONE);
  }

  /** Whether rows say all about it. */
  boolean isDecidedByRows() {
    return holding.isEmpty();
  }

  /** Whether a question of a rule that rows do not decide holds. */
  boolean holds(int question, int of) {
    return holding.getOrDefault(question, Runs.NONE).has(of);
  }
}
