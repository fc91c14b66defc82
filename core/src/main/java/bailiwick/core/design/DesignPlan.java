package bailiwick.core.design;

import bailiwick.core.alignment.Alignment;
import java.util.List;

/** A plan with its figures, all worked out from scratch. Immutable; owns its arrays. */
public final class DesignPlan {

  private final Alignment alignment;
  private final int[] centreOf; // [territory] -> site
  private final double objective;
  private final List<GoalValue> goals;
  private final long[][] totals; // [measure][territory] -> fixed-point amount
  private final double violation;
  private final List<RuleBreach> breaches;
  private final List<Comparison> comparisons;

  /**
   * A plan with its figures.
   *
   * @param centreOf {@code centreOf[territory]} is a site number
   * @param objective sum of the first level's goals by weight
   * @param totals {@code totals[measure][territory]}, fixed-point
   * @param violation sum of the relative excesses over all broken limits, 0 when none is broken
   * @param breaches the rules broken, one entry for each territory and rule
   */
  public DesignPlan(
      Alignment alignment,
      int[] centreOf,
      double objective,
      List<GoalValue> goals,
      long[][] totals,
      double violation,
      List<RuleBreach> breaches) {
    this(alignment, centreOf, objective, goals, totals, violation, breaches, List.of());
  }

  private DesignPlan(
      Alignment alignment,
      int[] centreOf,
      double objective,
      List<GoalValue> goals,
      long[][] totals,
      double violation,
      List<RuleBreach> breaches,
      List<Comparison> comparisons) {
    this.alignment = alignment;
    this.centreOf = centreOf.clone();
    this.objective = objective;
    this.goals = List.copyOf(goals);
    this.totals = totals.clone();
    for (int m = 0; m < totals.length; m++) {
      this.totals[m] = totals[m].clone();
    }
    this.violation = violation;
    this.breaches = List.copyOf(breaches);
    this.comparisons = List.copyOf(comparisons);
  }

  /** The units' territories. */
  public Alignment alignment() {
    return alignment;
  }

  /** Site number of a territory's centre: its home, or the best of its units. */
  public int centreOf(int territory) {
    return centreOf[territory];
  }

  /** What the design made small: the sum of the first level's goals by their weight. */
  public double objective() {
    return objective;
  }

  /** What the plan is worth in each goal of all levels, in the order of the problem's. */
  public List<GoalValue> goals() {
    return goals;
  }

  /** Fixed-point total of a measure in a territory. */
  public long total(int measure, int territory) {
    return totals[measure][territory];
  }

  /** Sum of the relative excesses over all broken limits, 0 when none is broken. */
  public double violation() {
    return violation;
  }

  /** Whether this plan breaks limits by less, or as much and its objective is smaller. */
  public boolean isBetterThan(DesignPlan other) {
    return violation < other.violation
        || (violation == other.violation && objective < other.objective);
  }

  /** The rules broken, empty when the plan is feasible. */
  public List<RuleBreach> breaches() {
    return breaches;
  }

  /** The same plan, compared with today's. */
  public DesignPlan comparedBy(List<Comparison> with) {
    return new DesignPlan(alignment, centreOf, objective, goals, totals, violation, breaches, with);
  }

  /** How it compares with today's plan, goal by goal and measure by measure; empty without one. */
  public List<Comparison> comparisons() {
    return comparisons;
  }

  /** In what it is worse than today's plan. */
  public List<Comparison> sacrifices() {
    return comparisons.stream().filter(Comparison::isSacrifice).toList();
  }

  /** Whether every rule is kept. */
  public boolean isFeasible() {
    return breaches.isEmpty();
  }
}
