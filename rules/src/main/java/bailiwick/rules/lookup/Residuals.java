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

  private Residuals(@Nullable Residual[] ofRule) {
    this.ofRule = ofRule;
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
    Residual residual = find(rule);
    return residual == null || residual.holds(of, subject);
  }

  /** Whether some rule asks about a column what rows do not say. */
  boolean ask(int column) {
    return Arrays.stream(ofRule)
        .filter(Objects::nonNull)
        .anyMatch(residual -> residual.asks(column));
  }

  /** What rows leave open of a rule, null when nothing. */
  @Nullable Residual find(int rule) {
    return rule < ofRule.length ? ofRule[rule] : null;
  }
}
