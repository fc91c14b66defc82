package bailiwick.rules.proof;

import bailiwick.rules.source.Span;
import bailiwick.rules.space.Axis;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.space.Runs;
import bailiwick.rules.syntax.Condition;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Points of a space whose values in each dimension are some of them, whatever the others are.
 * Immutable.
 */
public final class Box {

  private final RuleSpace space;
  private final List<Runs> runs; // [axis] -> classes

  Box(RuleSpace space, List<Runs> runs) {
    this.space = space;
    this.runs = List.copyOf(runs);
  }

  /** How many points it has. */
  public BigInteger points() {
    BigInteger points = BigInteger.ONE;
    for (int axis = 0; axis < runs.size(); axis++) {
      points = points.multiply(BigInteger.valueOf(space.axes().get(axis).values(runs.get(axis))));
    }
    return points;
  }

  /**
   * The conditions on the dimensions that it does not leave free, in the order of the dimensions.
   */
  public List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    for (int axis = 0; axis < runs.size(); axis++) {
      Axis of = space.axes().get(axis);
      if (!runs.get(axis).isAll(of.size())) {
        conditions.add(of.condition(runs.get(axis)));
      }
    }
    return conditions;
  }

  /** A condition that holds for just its points. */
  public Condition condition() {
    List<Condition> parts = new ArrayList<>();
    for (Condition of : conditions()) {
      parts.addAll(of instanceof Condition.All all ? all.parts() : List.of(of));
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts, Span.NONE);
  }

  /** Its classes on an axis of its space. */
  public Runs runs(int axis) {
    return runs.get(axis);
  }

  /** A copy with other classes on an axis. */
  Box with(int axis, Runs classes) {
    List<Runs> changed = new ArrayList<>(runs);
    changed.set(axis, classes);
    return new Box(space, changed);
  }
}
