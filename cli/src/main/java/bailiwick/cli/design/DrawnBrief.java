package bailiwick.cli.design;

import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.district.DistrictOutcome;
import bailiwick.core.optimize.district.DistrictPlan;
import bailiwick.intake.brief.DesignBrief;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of a brief's question. Immutable.
 *
 * @param brief for the territories that came of it
 * @param problem of those territories
 * @param modes what was wanted besides territories drawn from scratch
 * @param districts of the territories, where there are such
 */
record DrawnBrief(
    DesignBrief brief,
    DesignProblem problem,
    DesignOutcome outcome,
    List<ModeTold> modes,
    Optional<DistrictPlan> districts) {

  DrawnBrief {
    modes = List.copyOf(modes);
  }

  /** Without districts. */
  DrawnBrief(
      DesignBrief brief, DesignProblem problem, DesignOutcome outcome, List<ModeTold> modes) {
    this(brief, problem, outcome, modes, Optional.empty());
  }

  /** The same territories in districts. */
  DrawnBrief in(DistrictOutcome found) {
    List<ModeTold> told = new ArrayList<>(modes);
    told.add(new DistrictsTold(problem, found));
    return new DrawnBrief(brief, problem, found.territories(), told, found.districts());
  }
}
