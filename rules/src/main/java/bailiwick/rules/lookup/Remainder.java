package bailiwick.rules.lookup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/** What is left of a formula when one column after the other becomes known. */
final class Remainder {

  /** Left when a formula certainly holds. */
  static final Formula YES = new Formula.All(List.of());

  /** Left when a formula certainly does not hold. */
  static final Formula NO = new Formula.Any(List.of());

  private Remainder() {}

  /** What is left when in one column just these questions hold. O(size of the formula). */
  static Formula of(Formula formula, int column, BitSet holding) {
    return switch (formula) {
      case Formula.All all -> {
        List<Formula> parts = left(all.parts(), column, holding, YES);
        yield parts.contains(NO) ? NO : joined(parts, Formula.All::new);
      }
      case Formula.Any any -> {
        List<Formula> parts = left(any.parts(), column, holding, NO);
        yield parts.contains(YES) ? YES : joined(parts, Formula.Any::new);
      }
      case Formula.Not not -> {
        Formula part = of(not.part(), column, holding);
        yield part.equals(YES) ? NO : part.equals(NO) ? YES : new Formula.Not(part);
      }
      case Formula.Ask ask -> {
        if (ask.column() != column) {
          yield ask;
        }
        yield holding.get(ask.question()) ? YES : NO;
      }
    };
  }

  private static List<Formula> left(
      List<Formula> parts, int column, BitSet holding, Formula dropped) {
    List<Formula> left = new ArrayList<>(parts.size());
    for (Formula part : parts) {
      Formula rest = of(part, column, holding);
      if (!rest.equals(dropped)) {
        left.add(rest);
      }
    }
    return left;
  }

  private static Formula joined(List<Formula> parts, Function<List<Formula>, Formula> join) {
    return parts.size() == 1 ? parts.getFirst() : join.apply(List.copyOf(parts));
  }
}
