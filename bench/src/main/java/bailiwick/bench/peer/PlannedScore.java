package bailiwick.bench.peer;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Objective;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts a plan for Timefold Solver: broken limits and loose pieces are hard, the goals are soft.
 * The territories that a move touches are counted anew, all others are remembered. Not thread-safe.
 */
public class PlannedScore
    implements IncrementalScoreCalculator<PlannedTerritories, HardSoftLongScore> {

  /** Of one violation, which is a mean territory's amount too much or too little, or a piece. */
  private static final double HARD_PARTS = 1e6;

  /** Of one of the objective's units. */
  private static final double SOFT_PARTS = 1e4;

  private @Nullable TerritoryCount count; // null before the first plan
  private int[] territoryOf = new int[0]; // [unit] -> territory, -1 while it has none
  private double[] violation = new double[0]; // [territory]
  private double[] cost = new double[0]; // [territory]
  private boolean costIsLargest; // whether the largest cost counts, not their sum
  private final BitSet changed = new BitSet();
  private Members members = new Members(0, 0);

  /** For the solver. */
  public PlannedScore() {}

  @Override
  public void resetWorkingSolution(PlannedTerritories plan) {
    DesignProblem problem = plan.problem();
    count = new TerritoryCount(problem);
    members = new Members(problem.unitCount(), problem.territoryCount());
    territoryOf = new int[problem.unitCount()];
    Arrays.fill(territoryOf, -1);
    violation = new double[problem.territoryCount()];
    cost = new double[problem.territoryCount()];
    costIsLargest = problem.objective() instanceof Objective.MaxDiameter;
    changed.set(0, problem.territoryCount());
    plan.units().forEach(this::insert);
  }

  @Override
  public void beforeVariableChanged(Object entity, String variable) {
    retract((PlannedUnit) entity);
  }

  @Override
  public void afterVariableChanged(Object entity, String variable) {
    insert((PlannedUnit) entity);
  }

  @Override
  public void beforeEntityAdded(Object entity) {
    // Nothing is known of it yet.
  }

  @Override
  public void afterEntityAdded(Object entity) {
    insert((PlannedUnit) entity);
  }

  @Override
  public void beforeEntityRemoved(Object entity) {
    retract((PlannedUnit) entity);
  }

  @Override
  public void afterEntityRemoved(Object entity) {
    // It has been forgotten already.
  }

  private void insert(PlannedUnit unit) {
    int territory = unit.territory();
    territoryOf[unit.number()] = territory;
    if (territory >= 0) {
      members.add(unit.number(), territory);
      changed.set(territory);
    }
  }

  private void retract(PlannedUnit unit) {
    int territory = territoryOf[unit.number()];
    territoryOf[unit.number()] = -1;
    if (territory >= 0) {
      members.remove(unit.number(), territory);
      changed.set(territory);
    }
  }

  @Override
  public HardSoftLongScore calculateScore() {
    TerritoryCount counting = count;
    if (counting == null) {
      throw new IllegalStateException("There is no plan to count.");
    }
    for (int t = changed.nextSetBit(0); t >= 0; t = changed.nextSetBit(t + 1)) {
      counting.count(t, members.of(t), members.size(t), territoryOf);
      violation[t] = counting.violation();
      cost[t] = counting.cost();
    }
    changed.clear();
    double soft = costIsLargest ? largest(cost) : sum(cost);
    return HardSoftLongScore.of(
        -Math.round(sum(violation) * HARD_PARTS), -Math.round(soft * SOFT_PARTS));
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  /** The units of each territory, in any order. */
  private static final class Members {

    private final int[][] unitsOf; // [territory][position] -> unit
    private final int[] size; // [territory]
    private final int[] positionOf; // [unit]

    Members(int units, int territories) {
      this.unitsOf = new int[territories][8];
      this.size = new int[territories];
      this.positionOf = new int[units];
    }

    int[] of(int territory) {
      return unitsOf[territory];
    }

    int size(int territory) {
      return size[territory];
    }

    void add(int unit, int territory) {
      if (size[territory] == unitsOf[territory].length) {
        unitsOf[territory] = Arrays.copyOf(unitsOf[territory], 2 * size[territory]);
      }
      positionOf[unit] = size[territory];
      unitsOf[territory][size[territory]++] = unit;
    }

    void remove(int unit, int territory) {
      int last = unitsOf[territory][--size[territory]];
      unitsOf[territory][positionOf[unit]] = last;
      positionOf[last] = positionOf[unit];
    }
  }
}
