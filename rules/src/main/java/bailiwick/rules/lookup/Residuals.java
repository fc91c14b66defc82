package bailiwick.rules.lookup;

import bailiwick.rules.space.Formula;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

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
