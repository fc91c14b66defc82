package bailiwick.cli.design;

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
import bailiwick.intake.brief.BriefChange;
import bailiwick.intake.brief.BriefChanges;
import bailiwick.intake.brief.BriefDistricts;
import bailiwick.intake.brief.BriefModes;
import bailiwick.intake.brief.BriefNumber;
import bailiwick.intake.brief.BriefNumbers;
import bailiwick.intake.brief.DesignBrief;
import bailiwick.intake.brief.UnitAmounts;
import java.util.List;

/**
 * Asks the optimiser what a brief wants: territories from scratch, a change of today's, or as many
 * as suit.
 *
 * @param brief whose territories are named
 * @param problem made of it
 * @param settings of everything together
 */
record BriefSearch(
    DesignBrief brief,
    DesignProblem problem,
    DesignSettings settings,
    DesignListener listener,
    Cancellation cancellation,
    ExactSolver solver) {

  DrawnBrief run(UnitAmounts amounts) {
    if (brief.modes().districts().isEmpty()) {
      return territories(amounts, settings);
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
      return new DrawnBrief(brief, problem, found.territories(), List.of()).in(found);
    }
    if (brief.modes().change().isEmpty() && brief.modes().number().isEmpty()) {
      design.requireEnough(problem.territoryCount()); // told before the work, not after it
    }
    DrawnBrief drawn = territories(amounts, design.ofTerritories());
    return drawn.in(design.group(drawn.problem(), drawn.outcome()));
  }

  private DrawnBrief territories(UnitAmounts amounts, DesignSettings search) {
    BriefModes modes = brief.modes();
    if (modes.change().isPresent()) {
      return changed(modes.change().get(), search);
    }
    if (modes.number().isPresent()) {
      return numbered(modes.number().get(), amounts, search);
    }
    DesignOutcome outcome = Optimizer.optimize(problem, search, listener, cancellation, solver);
    return new DrawnBrief(brief, problem, outcome, List.of());
  }

  private DrawnBrief changed(BriefChange change, DesignSettings search) {
    ChangeOutcome changed =
        ChangeDesign.run(
            problem,
            BriefChanges.request(brief, change, problem),
            search,
            listener,
            cancellation,
            solver);
    return new DrawnBrief(
        BriefChanges.after(brief, change, changed.problem()),
        changed.problem(),
        changed.outcome(),
        List.of(new ChangeTold(changed)));
  }

  private DrawnBrief numbered(BriefNumber number, UnitAmounts amounts, DesignSettings search) {
    NumberRequest request = BriefNumbers.request(number, amounts);
    NumberOutcome found =
        BestNumber.find(
            problem, request, BriefNumbers::territories, search, listener, cancellation, solver);
    return new DrawnBrief(
        brief.withTerritories(DesignBrief.equalTerritories(found.chosen().number())),
        found.chosen().problem(),
        found.outcome(),
        List.of(new NumberTold(number, request, found)));
  }
}
