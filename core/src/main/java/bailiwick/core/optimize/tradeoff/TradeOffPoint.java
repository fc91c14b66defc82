package bailiwick.core.optimize.tradeoff;

import bailiwick.core.design.DesignOutcome.Designed;
import bailiwick.core.design.DesignPlan;
import java.util.OptionalDouble;

/**
 * One plan of the curve. Immutable.
 *
 * @param strictness part of the tolerances that it was asked to keep: 1 as asked, 0.5 half of them
 * @param budget the most that was allowed to change hands, fixed-point
 * @param moved what changes hands, fixed-point
 * @param movedUnits units that change hands
 * @param value of all goals but that of staying: travel, mostly
 * @param imbalance largest relative deviation of any limited measure from its target
 * @param price by how much the value falls for each whole amount that changes hands beyond the
 *     point before it of the same strictness; empty for the first
 * @param designed the plan, with the bound for its budget
 */
public record TradeOffPoint(
    double strictness,
    long budget,
    long moved,
    int movedUnits,
    double value,
    double imbalance,
    OptionalDouble price,
    Designed designed) {

  /** The plan. */
  public DesignPlan plan() {
    return designed.plan();
  }

  /** Whether it is at least as good in everything, and better in something. */
  boolean dominates(TradeOffPoint other) {
    return isNoWorse(other)
        && (moved < other.moved || value < other.value || imbalance < other.imbalance);
  }

  /** Whether it is at least as good in everything. */
  boolean isNoWorse(TradeOffPoint other) {
    return moved <= other.moved && value <= other.value && imbalance <= other.imbalance;
  }

  TradeOffPoint withPrice(OptionalDouble found) {
    return new TradeOffPoint(
        strictness, budget, moved, movedUnits, value, imbalance, found, designed);
  }
}
