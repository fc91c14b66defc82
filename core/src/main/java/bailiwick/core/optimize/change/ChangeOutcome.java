package bailiwick.core.optimize.change;

import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Succession;
import java.util.Optional;

/**
 * What came of a change. Immutable.
 *
 * @param problem of the territories that follow; its goals are first what changes hands
 * @param succession from today's territories to those
 * @param outcome the plan over all units, whose bound is for what changes hands
 * @param figures what changes hands by the plan; empty without one
 */
public record ChangeOutcome(
    DesignProblem problem,
    Succession succession,
    DesignOutcome outcome,
    Optional<ChangeFigures> figures) {}
