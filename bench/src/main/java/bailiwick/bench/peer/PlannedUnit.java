package bailiwick.bench.peer;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import org.jspecify.annotations.Nullable;

/** A unit for Timefold Solver, which sets its territory. Changes while solving. */
@PlanningEntity
public class PlannedUnit {

  @PlanningId private final int number;
  @PlanningPin private final boolean pinned;
  @PlanningVariable private @Nullable Integer territory; // null before it has one

  /** For the solver, which makes copies and sets the fields. */
  PlannedUnit() {
    this(0, false, 0);
  }

  PlannedUnit(int number, boolean pinned, int territory) {
    this.number = number;
    this.pinned = pinned;
    this.territory = territory;
  }

  int number() {
    return number;
  }

  /** Whether it is a home, which stays with its territory. */
  boolean isPinned() {
    return pinned;
  }

  int territory() {
    Integer known = territory;
    return known == null ? -1 : known;
  }
}
