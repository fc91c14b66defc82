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
import bailiwick.core.optimize.district.DistrictRequest;
import bailiwick.core.optimize.district.DistrictRequest.Order;
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
    DistrictRequest request =
        new DistrictRequest(
            asked.count(),
            asked.tolerance(),
            asked.first() ? Order.DISTRICTS_FIRST : Order.TERRITORIES_FIRST);
    DistrictDesign design = new DistrictDesign(request, settings, listener, cancellation, solver);
    if (asked.first()) {
      DistrictOutcome found = design.run(problem);
      return DrawnBrief.fromScratch(brief, problem, found.territories()).in(found);
    }
    design.requireEnough(mostTerritories()); // told before the work, not after it
    DrawnBrief drawn =
        territories(
            brief.modes().withAtLeast(asked.count()),
            amounts,
            design.ofTerritories(),
            design.listenerOfTerritories());
    return drawn.in(design.group(drawn.problem(), drawn.outcome()));
  }

  /** How many territories there may be to make districts of. */
  private int mostTerritories() {
    BriefModes modes = brief.modes();
    return modes
        .change()
        .map(change -> change.countAfter(problem.territoryCount()))
        .or(() -> modes.number().map(BriefNumber::most))
        .orElse(problem.territoryCount());
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
