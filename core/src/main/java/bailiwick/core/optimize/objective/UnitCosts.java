package bailiwick.core.optimize.objective;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Distances;
import bailiwick.core.design.Goal;
import bailiwick.core.design.Objective.MomentOfInertia;
import bailiwick.core.design.Objective.SumOfDistances;
import java.util.Optional;

/**
 * What it costs to serve a unit from a place: weight times distance or squared distance. Immutable;
 * owns its array.
 */
public final class UnitCosts {

  private final Distances distances;
  private final double[] weight; // [unit] -> factor of its distance
  private final double goalWeight;
  private final boolean squared;

  private UnitCosts(Distances distances, double[] weight, double goalWeight, boolean squared) {
    this.distances = distances;
    this.weight = weight;
    this.goalWeight = goalWeight;
    this.squared = squared;
  }

  /**
   * The costs of the goal that measures from centres, by its weight; where none does, squared
   * distances with each unit counting once, which serve to start from and to name centres.
   */
  public static UnitCosts of(DesignProblem problem) {
    double[] weight = new double[problem.unitCount()];
    Optional<Goal> goal = problem.centred();
    for (int unit = 0; unit < weight.length; unit++) {
      double visited = goal.isEmpty() ? 1 : weight(problem, goal.get(), unit);
      weight[unit] = visited * problem.distances().inPerson(unit); // nobody travels for the others
    }
    boolean distances = goal.isPresent() && goal.get().objective() instanceof SumOfDistances;
    double goalWeight = goal.map(Goal::weight).orElse(1.0);
    return new UnitCosts(problem.distances(), weight, goalWeight, !distances);
  }

  private static double weight(DesignProblem problem, Goal goal, int unit) {
    if (!(goal.objective() instanceof MomentOfInertia moment)) {
      return goal.weight();
    }
    double amount =
        problem.measures().get(moment.measure()).toDecimal(problem.amount(moment.measure(), unit));
    return Math.max(amount, moment.floor()) * moment.factor() * goal.weight();
  }

  /** Cost of serving a unit from a site, 0 or more. */
  public double at(int unit, int site) {
    return weight[unit] * perWeight(unit, site);
  }

  /** Cost for each weight: distance, or its square. */
  public double perWeight(int unit, int site) {
    return squared ? distances.squareBetween(unit, site) : distances.between(unit, site);
  }

  /** Cost for each weight where the square of the distance is known. */
  public double ofStraightSquare(double square) {
    return squared ? square : Math.sqrt(square);
  }

  /** Whether the square of a distance counts. */
  boolean areSquared() {
    return squared;
  }

  /** The weight of the objective that is contained in all costs. */
  public double goalWeight() {
    return goalWeight;
  }

  /** Factor of a unit's distance. */
  public double weight(int unit) {
    return weight[unit];
  }

  /** How many units there are. */
  public int unitCount() {
    return weight.length;
  }

  /** Where units and sites lie. */
  public Distances distances() {
    return distances;
  }
}
