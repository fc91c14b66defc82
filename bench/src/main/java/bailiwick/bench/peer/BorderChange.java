package bailiwick.bench.peer;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.common.decorator.SelectionFilter;
import ai.timefold.solver.core.impl.heuristic.selector.move.generic.ChangeMove;

/** Lets a unit go only to the territory of a unit that it touches. */
public class BorderChange
    implements SelectionFilter<PlannedTerritories, ChangeMove<PlannedTerritories>> {

  /** For the solver. */
  public BorderChange() {}

  @Override
  public boolean accept(
      ScoreDirector<PlannedTerritories> director, ChangeMove<PlannedTerritories> move) {
    PlannedUnit unit = (PlannedUnit) move.getEntity();
    int territory = (Integer) move.getToPlanningValue();
    return director.getWorkingSolution().touches(unit, territory);
  }
}
