package bailiwick.rules.lookup;

import bailiwick.rules.space.Formula;
import bailiwick.rules.space.Runs;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The rules that join dimensions by or or not: rows say only that they may hold. Immutable.
 *
 * @param formulas by the numbers of the rules
 */
record Residuals(Map<Integer, Formula> formulas, List<Column> columns) implements Serializable {

  /** Whether a rule that may hold in each dimension does. */
  boolean holds(int rule, int[] classes) {
    if (formulas.isEmpty()) {
      return true;
    }
    Formula residual = formulas.get(rule);
    return residual == null || holds(residual, classes);
  }

  /** Whether rows alone say that a rule holds. */
  boolean isDecided(int rule) {
    return !formulas.containsKey(rule);
  }

  /** Where the questions that a rule asks about a column begin or cease to hold. */
  void addEnds(int rule, int column, IntConsumer ends) {
    Formula residual = formulas.get(rule);
    if (residual != null) {
      addEnds(residual, column, ends);
    }
  }

  private void addEnds(Formula formula, int column, IntConsumer ends) {
    switch (formula) {
      case Formula.All all -> all.parts().forEach(part -> addEnds(part, column, ends));
      case Formula.Any any -> any.parts().forEach(part -> addEnds(part, column, ends));
      case Formula.Not not -> addEnds(not.part(), column, ends);
      case Formula.Ask ask -> {
        if (ask.column() == column) {
          Runs runs = columns.get(column).whereHolds(ask.question());
          for (int place = 0; place < runs.size(); place++) {
            ends.accept(runs.end(place));
          }
        }
      }
    }
  }

  private boolean holds(Formula formula, int[] classes) {
    return switch (formula) {
      case Formula.All all -> all.parts().stream().allMatch(part -> holds(part, classes));
      case Formula.Any any -> any.parts().stream().anyMatch(part -> holds(part, classes));
      case Formula.Not not -> !holds(not.part(), classes);
      case Formula.Ask ask ->
          columns.get(ask.column()).holds(ask.question(), classes[ask.column()]);
    };
  }
}
