package bailiwick.rules.lookup;

import bailiwick.rules.space.Formula;
import bailiwick.rules.space.Runs;
import bailiwick.rules.space.Truth;
import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** What rows leave open of a rule that joins dimensions by or or not. Immutable. */
sealed interface Residual extends Serializable {

  /** Holds when every part holds. */
  record All(List<Residual> parts) implements Residual {}

  /** Holds when some part holds. */
  record Any(List<Residual> parts) implements Residual {}

  /** Holds when the part does not. */
  record Not(Residual part) implements Residual {}

  /** Holds in some classes of a column. */
  record In(int column, Runs classes) implements Residual {}

  /**
   * What rows leave open of a condition: of an and the parts that ask about several dimensions.
   *
   * @param classes in which a question holds, by its number
   */
  static Residual of(Formula formula, IntFunction<Runs> classes) {
    if (formula instanceof Formula.All all) {
      return new All(
          all.parts().stream()
              .filter(part -> !Truth.splitsByColumn(part))
              .map(part -> of(part, classes))
              .toList());
    }
    return whole(formula, classes);
  }

  private static Residual whole(Formula formula, IntFunction<Runs> classes) {
    return switch (formula) {
      case Formula.All all -> new All(whole(all.parts(), classes));
      case Formula.Any any -> new Any(whole(any.parts(), classes));
      case Formula.Not not -> new Not(whole(not.part(), classes));
      case Formula.Ask ask -> new In(ask.column(), classes.apply(ask.question()));
    };
  }

  private static List<Residual> whole(List<Formula> parts, IntFunction<Runs> classes) {
    return parts.stream().map(part -> whole(part, classes)).toList();
  }

  /** Whether it holds for a subject. Allocates nothing. */
  default boolean holds(Standings of, int subject) {
    return switch (this) {
      case In(int column, Runs classes) -> classes.has(of.classOf(subject, column));
      case Not not -> !not.part().holds(of, subject);
      case All all -> {
        for (Residual part : all.parts()) {
          if (!part.holds(of, subject)) {
            yield false;
          }
        }
        yield true;
      }
      case Any any -> {
        for (Residual part : any.parts()) {
          if (part.holds(of, subject)) {
            yield true;
          }
        }
        yield false;
      }
    };
  }

  /** The columns that it asks about. */
  default BitSet columns() {
    var columns = new BitSet();
    addColumns(columns);
    return columns;
  }

  private void addColumns(BitSet columns) {
    switch (this) {
      case In in -> columns.set(in.column());
      case Not not -> not.part().addColumns(columns);
      case All all -> all.parts().forEach(part -> part.addColumns(columns));
      case Any any -> any.parts().forEach(part -> part.addColumns(columns));
    }
  }

  /** Goes through the classes of a column in which each question about it holds. */
  default void forEachIn(int about, Consumer<Runs> classesOf) {
    switch (this) {
      case In(int column, Runs classes) -> {
        if (column == about) {
          classesOf.accept(classes);
        }
      }
      case Not not -> not.part().forEachIn(about, classesOf);
      case All all -> all.parts().forEach(part -> part.forEachIn(about, classesOf));
      case Any any -> any.parts().forEach(part -> part.forEachIn(about, classesOf));
    }
  }
}
