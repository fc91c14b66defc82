package bailiwick.bench.instance;

import java.time.Duration;
import java.util.Locale;

/**
 * What a solver made of a row, as text; empty where there is nothing to say.
 *
 * @param outcome {@code feasible}, {@code broken} (a plan that breaks limits), {@code infeasible}
 *     (a proof), {@code failed} or {@code doesNotApply}
 * @param value of the objective by our figures, when feasible
 * @param violation sum of relative excesses over broken limits, when broken
 * @param bound lower bound of the solver's own
 * @param evaluations work done
 * @param agreed whether the independent evaluator found the same
 * @param note code of the proof, or why it failed
 * @param seconds it took
 */
record Answer(
    String outcome,
    String value,
    String violation,
    String bound,
    String evaluations,
    String agreed,
    String note,
    String seconds) {

  static final String FEASIBLE = "feasible";
  static final String BROKEN = "broken";
  static final String FAILED = "failed";
  static final String DOES_NOT_APPLY = "doesNotApply";

  /** The solver does not know what is asked. */
  static Answer notApplying() {
    return new Answer(DOES_NOT_APPLY, "", "", "", "", "", "", "");
  }

  /** The solver gave no plan. */
  static Answer failed(String why) {
    return new Answer(FAILED, "", "", "", "", "", why, "");
  }

  /** No plan is possible, by the conflict of that code. */
  static Answer infeasible(String code) {
    return new Answer("infeasible", "", "", "", "", "", code, "");
  }

  /** A plan with this value and violation. */
  static Answer planned(double value, double violation, String agreed) {
    return violation == 0
        ? new Answer(FEASIBLE, text(value, 3), "", "", "", agreed, "", "")
        : new Answer(BROKEN, "", text(violation, 5), "", "", agreed, "", "");
  }

  /** The same with a bound. */
  Answer boundedBy(double least) {
    return new Answer(
        outcome, value, violation, text(least, 3), evaluations, agreed, note, seconds);
  }

  /** The same with the work it took. */
  Answer withEvaluations(long work) {
    return new Answer(outcome, value, violation, bound, Long.toString(work), agreed, note, seconds);
  }

  /** The same with the time it took. */
  Answer after(Duration elapsed) {
    return new Answer(
        outcome,
        value,
        violation,
        bound,
        evaluations,
        agreed,
        note,
        text(elapsed.toMillis() / 1000.0, 1));
  }

  boolean isFeasible() {
    return outcome.equals(FEASIBLE);
  }

  boolean isBroken() {
    return outcome.equals(BROKEN);
  }

  boolean isFailed() {
    return outcome.equals(FAILED);
  }

  boolean applies() {
    return !outcome.equals(DOES_NOT_APPLY);
  }

  /** Percent of a base by which a value is above it; empty when they differ and the base is 0. */
  static String percentAbove(double value, double base) {
    double above = value == base ? 0 : 100 * (value - base) / Math.abs(base);
    return Double.isFinite(above) ? text(above, 3) : "";
  }

  /** A number in a table, never a negative zero. */
  static String text(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0\\.0+") ? text.substring(1) : text;
  }
}
