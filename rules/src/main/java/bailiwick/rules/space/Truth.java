package bailiwick.rules.space;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Evaluates formulas when one dimension is known and the others are not: -1 for certainly not, 0
 * for perhaps, 1 for certainly.
 */
public final class Truth {

  private static final int NO = -1;
  private static final int PERHAPS = 0;
  private static final int YES = 1;

  private Truth() {}

  /** Whether a formula may hold when in one column just these questions hold. */
  public static boolean mayHold(Formula formula, int column, BitSet holding) {
    return of(formula, column, holding) != NO;
  }

  /** Whether a formula may hold while nothing is known. */
  public static boolean mayHold(Formula formula) {
    return of(formula, -1, new BitSet()) != NO;
  }

  private static int of(Formula formula, int column, BitSet holding) {
    return switch (formula) {
      case Formula.All all -> {
        int least = YES;
        for (Formula part : all.parts()) {
          least = Math.min(least, of(part, column, holding));
        }
        yield least;
      }
      case Formula.Any any -> {
        int most = NO;
        for (Formula part : any.parts()) {
          most = Math.max(most, of(part, column, holding));
        }
        yield most;
      }
      case Formula.Not not -> -of(not.part(), column, holding);
      case Formula.Ask ask -> {
        if (ask.column() != column) {
          yield PERHAPS;
        }
        yield holding.get(ask.question()) ? YES : NO;
      }
    };
  }

  /**
   * Whether a formula holds just when it may hold in each dimension by itself: it is an and of
   * parts that ask about one dimension each.
   */
  public static boolean splitsByColumn(Formula formula) {
    return formula instanceof Formula.All all
        ? all.parts().stream().allMatch(Truth::splitsByColumn)
        : columnsOf(formula).size() <= 1;
  }

  /** The columns that a formula asks about. */
  public static Set<Integer> columnsOf(Formula formula) {
    Set<Integer> columns = new HashSet<>();
    switch (formula) {
      case Formula.All all -> all.parts().forEach(part -> columns.addAll(columnsOf(part)));
      case Formula.Any any -> any.parts().forEach(part -> columns.addAll(columnsOf(part)));
      case Formula.Not not -> columns.addAll(columnsOf(not.part()));
      case Formula.Ask ask -> columns.add(ask.column());
    }
    return columns;
  }
}
