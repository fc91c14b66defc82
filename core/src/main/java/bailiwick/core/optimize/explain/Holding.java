package bailiwick.core.optimize.explain;

import bailiwick.core.alignment.TerritoryCode;

/** What keeps a unit from being in another territory. Values only. */
public sealed interface Holding {

  /** The same as half a sentence for people. */
  default String words() {
    return ReasonWords.of(this);
  }

  /** The unit is locked, or a home. */
  record Locked(TerritoryCode territory, String reason) implements Holding {}

  /** The unit may not belong to the other territory. */
  record NotEligible(TerritoryCode territory) implements Holding {}

  /** The unit touches no other territory. */
  record Inside(TerritoryCode territory) implements Holding {}

  /** The unit does not touch the other territory, which must be one piece. */
  record Apart(TerritoryCode territory) implements Holding {}

  /** The territory would fall into pieces without the unit. */
  record TearsApart(TerritoryCode territory) implements Holding {}

  /** The territory would have no unit left. */
  record Empties(TerritoryCode territory) implements Holding {}

  /**
   * A total would lie further outside its limits, in whole units of the measure.
   *
   * @param total it would be
   */
  record OutOfLimits(
      TerritoryCode territory, String measure, double total, double lower, double upper)
      implements Holding {}

  /**
   * A territory would take more days in the field than it has.
   *
   * @param days it would take
   */
  record OverDays(TerritoryCode territory, double days, double most) implements Holding {}

  /** Units that must be together would be parted, or such that must be apart would meet. */
  record Companions() implements Holding {}

  /**
   * Goals would come to more than they may.
   *
   * @param goals names of their objectives
   * @param value they would come to
   */
  record OverGoalLimit(String goals, double value, double most) implements Holding {}

  /** More would change hands than a budget allows. */
  record OverBudget() implements Holding {}
}
