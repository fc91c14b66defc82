package bailiwick.bench.peer;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.common.decorator.SelectionFilter;
import ai.timefold.solver.core.impl.heuristic.selector.move.generic.SwapMove;

/** Lets two units change places only where each touches the other's territory. */
public class BorderSwap
    implements SelectionFilter<PlannedTerritories, SwapMove<PlannedTerritories>> {

  /** For the solver. */
  public BorderSwap() {}

  @Override
  public boolean accept(
      ScoreDirector<PlannedTerritories> director, SwapMove<PlannedTerritories> move) {
    PlannedTerritories plan = director.getWorkingSolution();
    PlannedUnit left = (PlannedUnit) move.getLeftEntity();
    PlannedUnit right = (PlannedUnit) move.getRightEntity();
    return left.territory() != right.territory()
        && plan.touches(left, right.territory())
        && plan.touches(right, left.territory());
  }
}
