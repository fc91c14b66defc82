package bailiwick.core.optimize.start;

import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Today;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.UnitGraph;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * How searches begin. Every second one begins from a plan that is known: the one given, or today's
 * when leaving it costs something. All begin with today's as it is when only so much may change
 * hands. The others begin from scratch. Immutable.
 */
public final class Beginning {

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final UnitGraph near;
  private final StartPlan start;
  private final Optional<int[]> from; // [unit] -> territory
  private final Optional<Today> today; // when leaving it costs something
  private final boolean isGiven; // whether all begin from one plan

  /**
   * Beginnings for a problem.
   *
   * @param near the graph whose edges moves follow
   * @param from a plan to begin from, {@code [unit] -> territory}
   * @param cancelled asked often; once it says so, the start there is will do
   */
  public Beginning(
      DesignProblem problem,
      UnitCosts costs,
      UnitGraph near,
      Optional<int[]> from,
      BooleanSupplier cancelled) {
    this.problem = problem;
    this.costs = costs;
    this.near = near;
    this.start = new StartPlan(problem, costs, near, cancelled);
    this.from = from;
    this.today = problem.disruptionGoals().isEmpty() ? Optional.empty() : problem.today();
    this.isGiven = from.isPresent() || !problem.budgets().isEmpty();
  }

  /** Whether the search of that number begins from a plan that is known, not to be melted down. */
  public boolean isWarm(int number) {
    return (isGiven || today.isPresent()) && number % 2 == 0;
  }

  /**
   * Whether the search of that number begins from a plan drawn at random, so that another draw may
   * be better.
   */
  public boolean isDrawn(int number) {
    return !isGiven && !isWarm(number);
  }

  /** A start of the search of that number, from 0. */
  public Start start(int number, SplittableRandom random) {
    if (from.isPresent()) {
      return start.nearTo(from.get(), random);
    }
    if (isGiven) {
      return start.asToday(problem.today().orElseThrow(), random);
    }
    return isWarm(number) ? start.fromToday(today.orElseThrow(), random) : start.draw(random);
  }

  /**
   * The better one of two starts. Where centres lie at first decides which valley a search ends in,
   * and a draw costs little beside it.
   */
  public Start better(Start one, Start other) {
    return value(other) < value(one) ? other : one;
  }

  /** The objective, dearer by what limits are broken. */
  private double value(Start drawn) {
    DesignPlan plan = PlanFigures.of(problem, costs, near, drawn.toArray());
    return plan.objective() * (1 + plan.violation());
  }
}
