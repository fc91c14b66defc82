package bailiwick.rules.lookup;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rules that join dimensions by or or not: rows say only that they may hold. Immutable. Where
 * rows are asked they tell these rules from the others, so that this is asked of few.
 */
final class Residuals implements Serializable {

  private static final long serialVersionUID = 1L;

  private final @Nullable Residual[] ofRule; // [rule], as far as there are such rules
  private final @Nullable BitSet[] columnsOf; // [rule] -> columns that its residual asks about

  private Residuals(@Nullable Residual[] ofRule) {
    this.ofRule = ofRule;
    this.columnsOf = new BitSet[ofRule.length];
    for (int rule = 0; rule < ofRule.length; rule++) {
      Residual residual = ofRule[rule];
      columnsOf[rule] = residual == null ? null : residual.columns();
    }
  }

  /**
   * What rows leave open.
   *
   * @param rules the numbers of the rules that they do not decide
   */
  static Residuals of(BitSet rules, IntFunction<Residual> ofRule) {
    var residuals = new Residual[rules.length()];
    rules.stream().forEach(rule -> residuals[rule] = ofRule.apply(rule));
    return new Residuals(residuals);
  }

  /** Whether a rule that may hold in each dimension of a subject does. */
  boolean holds(int rule, Standings of, int subject) {
    Residual residual = rule < ofRule.length ? ofRule[rule] : null;
    return residual == null || residual.holds(of, subject);
  }

  /** Whether some rule asks about a column what rows do not say. */
  boolean ask(int column) {
    return Arrays.stream(columnsOf).filter(Objects::nonNull).anyMatch(of -> of.get(column));
  }

  /** Whether a rule asks about a column what rows do not say. */
  boolean ask(int rule, int column) {
    BitSet columns = rule < columnsOf.length ? columnsOf[rule] : null;
    return columns != null && columns.get(column);
  }

  /** What rows leave open of a rule that they do not decide. */
  Residual get(int rule) {
    return Objects.requireNonNull(ofRule[rule]);
  }
}
