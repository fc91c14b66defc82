package bailiwick.core.optimize;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.optimize.part.Part;
import java.util.List;
import java.util.Optional;

/**
 * A plan in which a few territories, neighbours as a rule, have dealt their units out anew while
 * all others stayed as they were; quick enough to wait for. Immutable; made by {@link #of}.
 *
 * <p>Known limits: budgets of moves and limits of goals are not seen by the search; a deal that
 * breaks them is not taken. Later levels of goals are left out.
 *
 * @param plan the whole plan, never worse than the one given: no more violation, and with the same
 *     violation no larger objective
 * @param changed whether any unit has changed its territory
 * @param proof why these territories by themselves cannot keep all limits; empty when they can or
 *     nothing is known
 */
public record Rebalance(DesignPlan plan, boolean changed, List<Infeasibility> proof) {

  /** Evaluations for each unit: two neighbours have seldom more than a few borders to settle. */
  private static final long WORK_PER_UNIT = 300;

  /** Evaluations that take about a tenth of a second. */
  private static final long MOST_WORK = 100_000;

  public Rebalance {
    proof = List.copyOf(proof);
  }

  /**
   * Deals the units of some territories out anew.
   *
   * @param problem what the plan answers
   * @param territoryOf {@code territoryOf[unit]}, every unit with a territory
   * @param territories numbers of the territories, two different ones at least
   * @param seed of every random choice
   */
  public static Rebalance of(
      DesignProblem problem, int[] territoryOf, int[] territories, long seed) {
    Part part = new Part(problem, territoryOf, territories);
    DesignProblem asked =
        part.problem().toBuilder().beginFrom(part.plan().alignment().toArray()).build();
    long work = Math.min(MOST_WORK, WORK_PER_UNIT * asked.unitCount());
    DesignOutcome outcome =
        Optimizer.optimize(
            asked, DesignSettings.ofWork(seed, work), DesignListener.NONE, Cancellation.none());
    List<Infeasibility> proof =
        outcome instanceof DesignOutcome.Infeasible infeasible ? infeasible.proof() : List.of();
    DesignPlan before = Optimizer.figures(problem, territoryOf);
    Optional<DesignPlan> after =
        outcome.findPlan().map(found -> whole(problem, territoryOf, part, found));
    return after.filter(plan -> plan.isBetterThan(before)).isPresent()
        ? new Rebalance(after.orElseThrow(), true, proof)
        : new Rebalance(before, false, proof);
  }

  private static DesignPlan whole(
      DesignProblem problem, int[] territoryOf, Part part, DesignPlan found) {
    int[] whole = territoryOf.clone();
    part.putInto(whole, found);
    return Optimizer.figures(problem, whole);
  }
}
