package bailiwick.core.optimize.objective;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Goal;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Preference;
import bailiwick.core.optimize.plan.WorkingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a working plan costs: the parts of its objective and its excess over limits at its
 * prices. Moves the plan and keeps every part up to date. Not thread-safe.
 */
public final class Score {

  /** Largest relative difference between a value and its slow twin that rounding may explain. */
  private static final double ROUNDING = 1e-7;

  /** A territory's scale is at least this part of the mean. */
  private static final double LEAST_SCALE = 1e-5;

  private final WorkingPlan plan;
  private final CostPart[] parts;
  private final BalanceExcess balance;
  private final BalancePrices prices;
  private final PricedLimits limits; // besides those of balance
  private final @Nullable CentreCost centres; // null when nothing is measured from centres
  private final DisruptionCost[] disruptions; // empty when leaving today costs nothing
  private final @Nullable LandPull land; // null when the objective has no centres
  private final @Nullable DiameterExcess diameter; // null when the diameter is no goal

  private final boolean isCentred; // whether cost from centres is a goal, not only limited
  private boolean keepsShape;
  private final double[] scale; // [territory] -> what changes there, as a part of the mean

  /** Follows a plan. */
  public Score(WorkingPlan plan, UnitCosts costs) {
    this.plan = plan;
    this.balance = new BalanceExcess(plan);
    this.prices = new BalancePrices(balance, plan.problem().territoryCount());
    DesignProblem problem = plan.problem();
    this.centres = problem.centred().isPresent() ? new CentreCost(plan, costs) : null;
    this.limits = new PricedLimits(plan, centres, costs.goalWeight());
    this.land = centres == null ? null : new LandPull(plan, costs, centres);
    this.diameter = diameterOf(plan);
    this.disruptions =
        problem.disruptionGoals().stream()
            .map(goal -> new DisruptionCost(plan, goal))
            .toArray(DisruptionCost[]::new);
    List<CostPart> list = new ArrayList<>();
    this.isCentred = problem.centredGoal().isPresent();
    if (isCentred) {
      Optional.ofNullable(centres).ifPresent(list::add);
    }
    Optional.ofNullable(diameter).ifPresent(list::add);
    for (Goal goal : problem.goals()) {
      switch (goal.objective()) {
        case Objective.CutEdges cut -> list.add(new CutEdgesCost(plan, goal.weight()));
        case Preference preference -> list.add(new PreferenceCost(plan, preference, goal.weight()));
        case Objective.MomentOfInertia moment -> {}
        case Objective.SumOfDistances sum -> {}
        case Objective.MaxDiameter max -> {}
        case Objective.Disruption disruption -> {}
      }
    }
    list.addAll(List.of(disruptions));
    this.parts = list.toArray(CostPart[]::new);
    this.scale = new double[problem.territoryCount()];
    Arrays.fill(scale, 1);
  }

  private static @Nullable DiameterExcess diameterOf(WorkingPlan plan) {
    for (Goal goal : plan.problem().goals()) {
      if (goal.objective() instanceof Objective.MaxDiameter) {
        return new DiameterExcess(plan, goal.weight());
      }
    }
    return null;
  }

  /** The plan that is followed. */
  public WorkingPlan plan() {
    return plan;
  }

  /** Its excess over limits. */
  public BalanceExcess balance() {
    return balance;
  }

  /** The prices of that excess. */
  public BalancePrices prices() {
    return prices;
  }

  /** The limits besides those of balance. */
  public PricedLimits limits() {
    return limits;
  }

  /** Whether every limit is kept. */
  public boolean isWithinLimits() {
    return balance.isNone() && limits.areKept();
  }

  /** Sum of all that lies outside limits, relative. */
  public double violation() {
    return balance.value() + limits.violation();
  }

  /** Change of what lies outside limits when a unit moves, relative. */
  public double violationChange(int unit, int to) {
    return balance.change(unit, to) + limits.violationChange(unit, to);
  }

  /** Moves all prices by how far the plan is outside limits now. */
  public void adaptPrices() {
    prices.adapt(this::scale);
    limits.adapt();
  }

  /** The part that lowers the diameter, when that is the objective. */
  public Optional<DiameterExcess> diameter() {
    return Optional.ofNullable(diameter);
  }

  /** The goals' value as the search sees it: for the diameter, its excess over the limit. */
  public double objective() {
    double sum = 0;
    for (CostPart part : parts) {
      sum += part.value();
    }
    return sum;
  }

  /** The goals' value with the diameter itself; O(members²) where that is one of them. */
  public double wholeObjective() {
    if (diameter == null) {
      return objective();
    }
    double sum = 0;
    for (CostPart part : parts) {
      sum += part == diameter ? 0 : part.value();
    }
    return sum + diameter.weight() * diameter.diameter();
  }

  /** The goals' value as the search sees it, and what lies outside limits at its price. */
  public double searched() {
    return objective() + prices.value() + limits.value();
  }

  /** What it costs to serve a unit where it is; 0 when the objective has no centres. */
  public double serving(int unit) {
    return centres == null ? 0 : centres.serving(unit);
  }

  /** By how much the objective changes when a unit moves. */
  public double objectiveChange(int unit, int to) {
    double sum = 0;
    for (CostPart part : parts) {
      sum += part.change(unit, to);
    }
    return sum;
  }

  /** By how much the objective without disruption, and the pull on land, change by a move. */
  public double shapeChange(int unit, int to) {
    double all = objectiveChange(unit, to) + landChange(unit, to);
    for (DisruptionCost disruption : disruptions) {
      all -= disruption.change(unit, to);
    }
    return all;
  }

  /**
   * What draws a unit besides the objective: tolls that steer amounts towards balance, and the pull
   * of {@link LandPull}.
   */
  public double pullChange(int unit, int to) {
    return prices.tollChange(unit, to) + landChange(unit, to);
  }

  /** All that changes for the search when a unit moves. */
  public double change(int unit, int to) {
    return objectiveChange(unit, to)
        + prices.excessChange(unit, to)
        + pullChange(unit, to)
        + limits.change(unit, to);
  }

  /** What changes besides the objective when two units of different territories trade places. */
  public double pullChangeOfSwap(int one, int other) {
    return prices.excessChangeOfSwap(one, other)
        + prices.tollChange(one, plan.territoryOf(other))
        + prices.tollChange(other, plan.territoryOf(one))
        + (land == null || !keepsShape ? 0 : land.changeOfSwap(one, other))
        + limits.changeOfSwap(one, other);
  }

  /** The part of the pull that is about shape. */
  public double landChange(int unit, int to) {
    return land == null || !keepsShape ? 0 : land.change(unit, to);
  }

  /** Moves a unit and keeps every part up to date. */
  public void move(int unit, int to) {
    int from = plan.territoryOf(unit);
    plan.move(unit, to);
    balance.moved(unit, from, to);
    for (CostPart part : parts) {
      part.moved(unit, from, to);
    }
    if (centres != null && !isCentred) {
      centres.moved(unit, from, to);
    }
    limits.moved(unit, from, to);
  }

  /** Told when a move is there to stay; may look for better centres of both territories. */
  public void settled(int from, int to) {
    if (centres != null) {
      centres.settled(from);
      centres.settled(to);
    }
  }

  /** Looks for a territory's best centre now. */
  public void recentre(int territory) {
    if (centres != null) {
      centres.recentre(territory);
    }
  }

  /** Looks for better centres where units have moved. */
  public void lookForCentres() {
    if (centres != null) {
      centres.lookEverywhere();
    }
  }

  /**
   * From now on territories of different scale are told apart, and centres draw land that the
   * objective leaves open.
   */
  public void keepShape() {
    keepsShape = true;
    refresh();
  }

  /**
   * How large changes in a territory are, as a part of the mean over all: 1 where the objective has
   * no centres and until {@link #keepShape}. A dense city's territory is a thousandth of a rural
   * one, and what moves freely in the one is frozen in the other.
   */
  public double scale(int territory) {
    return scale[territory];
  }

  private void measureScales() {
    if (centres == null || !keepsShape) {
      return;
    }
    double sum = 0;
    for (int t = 0; t < scale.length; t++) {
      scale[t] = centres.meanCost(t);
      sum += scale[t];
    }
    for (int t = 0; t < scale.length; t++) {
      scale[t] = sum > 0 ? Math.max(LEAST_SCALE, scale[t] * scale.length / sum) : 1;
    }
  }

  /** Takes all values from scratch, so that rounding errors do not add up. */
  public void refresh() {
    balance.refresh();
    for (CostPart part : parts) {
      part.refresh();
    }
    if (centres != null && !isCentred) {
      centres.refresh();
    }
    limits.refresh();
    if (land != null) {
      land.refresh();
    }
    measureScales();
  }

  /**
   * Compares every value with its slow twin.
   *
   * @throws IllegalStateException when one differs by more than rounding explains
   */
  public void verify() {
    verify(balance);
    limits.parts().forEach(Score::verify);
    for (CostPart part : parts) {
      verify(part);
    }
  }

  private static void verify(CostPart part) {
    double kept = part.value();
    double scratch = part.fromScratch();
    if (Math.abs(kept - scratch) > ROUNDING * Math.max(1, Math.abs(scratch))) {
      throw new IllegalStateException(
          "The %s kept (%s) differs from the one from scratch (%s)."
              .formatted(part.getClass().getSimpleName(), kept, scratch));
    }
  }
}
