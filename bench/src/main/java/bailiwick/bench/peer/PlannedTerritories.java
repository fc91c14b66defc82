package bailiwick.bench.peer;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.CountableValueRange;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeFactory;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.unit.UnitGraph;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A plan for Timefold Solver: units, each in one of so many territories. */
@PlanningSolution
public class PlannedTerritories {

  private @Nullable DesignProblem problem; // null only in copies the solver is about to fill
  @PlanningEntityCollectionProperty private List<PlannedUnit> units;
  @PlanningScore private @Nullable HardSoftLongScore score; // null before the first count

  /** For the solver, which makes copies and sets the fields. */
  PlannedTerritories() {
    this.units = List.of();
  }

  PlannedTerritories(DesignProblem problem, int[] territoryOf, boolean[] pinned) {
    this.problem = problem;
    this.units =
        IntStream.range(0, territoryOf.length)
            .mapToObj(unit -> new PlannedUnit(unit, pinned[unit], territoryOf[unit]))
            .toList();
  }

  /** Numbers of the territories. */
  @ValueRangeProvider
  public CountableValueRange<Integer> territories() {
    return ValueRangeFactory.createIntValueRange(0, problem().territoryCount());
  }

  DesignProblem problem() {
    DesignProblem known = problem;
    if (known == null) {
      throw new IllegalStateException("The plan has not been filled yet.");
    }
    return known;
  }

  List<PlannedUnit> units() {
    return units;
  }

  /** What the solver counted last. */
  @Nullable HardSoftLongScore score() {
    return score;
  }

  /** Whether a neighbour of the unit is in the territory. O(degree of the unit). */
  boolean touches(PlannedUnit unit, int territory) {
    UnitGraph graph = problem().graph().orElseThrow();
    for (int k = graph.first(unit.number()); k < graph.end(unit.number()); k++) {
      if (units.get(graph.neighbourAt(k)).territory() == territory) {
        return true;
      }
    }
    return false;
  }

  /** {@code [unit] -> territory}. */
  int[] toArray() {
    return units.stream().mapToInt(PlannedUnit::territory).toArray();
  }
}
