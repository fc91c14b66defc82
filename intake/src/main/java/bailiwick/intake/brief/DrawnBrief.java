package bailiwick.intake.brief;

import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.change.ChangeOutcome;
import bailiwick.core.optimize.district.DistrictOutcome;
import bailiwick.core.optimize.number.NumberOutcome;
import bailiwick.core.optimize.number.NumberRequest;
import java.util.Optional;

/**
 * What came of a brief's question. Immutable.
 *
 * @param brief for the territories that came of it
 * @param problem of those territories
 * @param outcome the territories, with all the work
 * @param change of today's territories, where one was asked for
 * @param number of territories, where the best was looked for
 * @param districts of the territories, where there are to be such
 */
public record DrawnBrief(
    DesignBrief brief,
    DesignProblem problem,
    DesignOutcome outcome,
    Optional<ChangeOutcome> change,
    Optional<Numbered> number,
    Optional<DistrictOutcome> districts) {

  /**
   * The best number of territories.
   *
   * @param asked by the brief
   * @param request the same for the optimiser
   * @param found what came of it
   */
  public record Numbered(BriefNumber asked, NumberRequest request, NumberOutcome found) {}

  /** Territories as they are named, drawn from scratch. */
  public static DrawnBrief fromScratch(
      DesignBrief brief, DesignProblem problem, DesignOutcome outcome) {
    return new DrawnBrief(
        brief, problem, outcome, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Territories that follow today's by a change. */
  static DrawnBrief changed(DesignBrief brief, ChangeOutcome change) {
    return new DrawnBrief(
        brief,
        change.problem(),
        change.outcome(),
        Optional.of(change),
        Optional.empty(),
        Optional.empty());
  }

  /** As many territories as suit. */
  static DrawnBrief numbered(DesignBrief brief, Numbered number) {
    return new DrawnBrief(
        brief,
        number.found().chosen().problem(),
        number.found().outcome(),
        Optional.empty(),
        Optional.of(number),
        Optional.empty());
  }

  /** The same territories in districts. */
  DrawnBrief in(DistrictOutcome found) {
    return new DrawnBrief(brief, problem, found.territories(), change, number, Optional.of(found));
  }
}
