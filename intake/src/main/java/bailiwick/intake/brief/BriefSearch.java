package bailiwick.intake.brief;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.optimize.change.ChangeDesign;
import bailiwick.core.optimize.change.ChangeOutcome;
import bailiwick.core.optimize.district.DistrictDesign;
import bailiwick.core.optimize.district.DistrictOutcome;
import bailiwick.core.optimize.number.BestNumber;
import bailiwick.core.optimize.number.NumberOutcome;
import bailiwick.core.optimize.number.NumberRequest;
import bailiwick.core.problem.ProblemException;

/**
 * Asks the optimiser what a brief wants: territories from scratch, a change of today's, or as many
 * as suit; then districts of them, where there are to be such. Immutable.
 *
 * @param brief whose territories are named
 * @param problem made of it by {@link DesignProblems}
 * @param settings of everything together
 */
public record BriefSearch(
    DesignBrief brief,
    DesignProblem problem,
    DesignSettings settings,
    DesignListener listener,
    Cancellation cancellation,
    ExactSolver solver) {

  /**
   * Checks all that can be told of a brief's change, number and districts without a search, for
   * whoever has it searched later; a search checks for itself.
   *
   * @param problem made of the brief by {@link DesignProblems}
   * @param amounts of the units, of which the problem was made
   * @throws ProblemException when a change, a number or districts make no sense of these units
   */
  public static void requirePossible(
      DesignBrief brief, DesignProblem problem, UnitAmounts amounts) {
    BriefModes modes = brief.modes();
    if (modes.districts().isPresent()) {
      BriefDistricts asked = modes.districts().get();
      if (asked.first()) {
        DistrictDesign.requirePossible(problem, asked.request());
      } else {
        requireEnough(brief, problem, asked);
        modes = modes.withAtLeast(asked.count());
      }
    }
    modes
        .change()
        .ifPresent(change ->
            ChangeDesign.requirePossible(problem, BriefChanges.request(brief, change, problem)));
    modes
        .number()
        .ifPresent(number -> BestNumber.range(problem, BriefNumbers.request(number, amounts)));
  }

  /**
   * Searches.
   *
   * @param amounts of the units, of which the problem was made
   * @throws ProblemException when a change, a number or districts make no sense of these units
   */
  public DrawnBrief run(UnitAmounts amounts) {
    if (brief.modes().districts().isEmpty()) {
      return territories(brief.modes(), amounts, settings, listener);
    }
    BriefDistricts asked = brief.modes().districts().get();
    DistrictDesign design =
        new DistrictDesign(asked.request(), settings, listener, cancellation, solver);
    if (asked.first()) {
      DistrictOutcome found = design.run(problem);
      return DrawnBrief.fromScratch(brief, problem, found.territories()).in(found);
    }
    requireEnough(brief, problem, asked); // told before the work, not after it
    DrawnBrief drawn =
        territories(
            brief.modes().withAtLeast(asked.count()),
            amounts,
            design.ofTerritories(),
            design.listenerOfTerritories());
    return drawn.in(design.group(drawn.problem(), drawn.outcome()));
  }

  /** Requires as many territories as districts where these are made of those. */
  private static void requireEnough(
      DesignBrief brief, DesignProblem problem, BriefDistricts asked) {
    BriefModes modes = brief.modes();
    int most =
        modes
            .change()
            .map(change -> change.countAfter(problem.territoryCount()))
            .or(() -> modes.number().map(BriefNumber::most))
            .orElse(problem.territoryCount());
    DistrictDesign.requireEnough(most, asked.request());
  }

  private DrawnBrief territories(
      BriefModes modes, UnitAmounts amounts, DesignSettings search, DesignListener hears) {
    if (modes.change().isPresent()) {
      return changed(modes.change().get(), search, hears);
    }
    if (modes.number().isPresent()) {
      return numbered(modes.number().get(), amounts, search, hears);
    }
    DesignOutcome outcome = Optimizer.optimize(problem, search, hears, cancellation, solver);
    return DrawnBrief.fromScratch(brief, problem, outcome);
  }

  private DrawnBrief changed(BriefChange change, DesignSettings search, DesignListener hears) {
    ChangeOutcome changed =
        ChangeDesign.run(
            problem,
            BriefChanges.request(brief, change, problem),
            search,
            hears,
            cancellation,
            solver);
    return DrawnBrief.changed(BriefChanges.after(brief, change, changed.problem()), changed);
  }

  private DrawnBrief numbered(
      BriefNumber number, UnitAmounts amounts, DesignSettings search, DesignListener hears) {
    NumberRequest request = BriefNumbers.request(number, amounts);
    NumberOutcome found =
        BestNumber.find(
            problem, request, BriefNumbers::territories, search, hears, cancellation, solver);
    return DrawnBrief.numbered(
        brief.withTerritories(DesignBrief.equalTerritories(found.chosen().number())),
        new DrawnBrief.Numbered(number, request, found));
  }
}
