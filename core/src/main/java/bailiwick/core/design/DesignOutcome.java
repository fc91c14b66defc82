package bailiwick.core.design;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What came of a design. Immutable. */
public sealed interface DesignOutcome {

  /** How it came about. */
  DesignRun run();

  /** The plan designed, or the closest one found; empty when there can be none. */
  default Optional<DesignPlan> findPlan() {
    return switch (this) {
      case Designed designed -> Optional.of(designed.plan());
      case NotFound notFound -> Optional.of(notFound.closest());
      case Infeasible infeasible -> Optional.empty();
    };
  }

  /**
   * By how much the best possible may be better than an objective, as a ratio of this one, 0 to 1
   * where bounds are 0 or more.
   *
   * @param bound no plan's objective can be smaller
   */
  static double gap(double objective, double bound) {
    return objective == 0 ? 0 : Math.max(0, objective - bound) / objective;
  }

  /** The same, come about in another way. */
  default DesignOutcome withRun(DesignRun other) {
    return switch (this) {
      case Designed(var plan, var bound, var run) -> new Designed(plan, bound, other);
      case NotFound(var closest, var run) -> new NotFound(closest, other);
      case Infeasible(var proof, var run) -> new Infeasible(proof, other);
    };
  }

  /**
   * A plan that keeps every rule.
   *
   * @param bound no plan's objective can be smaller; empty when none is known
   */
  record Designed(DesignPlan plan, OptionalDouble bound, DesignRun run) implements DesignOutcome {

    /**
     * By how much the best possible may be better, as a ratio of the objective; empty unbounded.
     */
    public OptionalDouble gap() {
      return bound.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(DesignOutcome.gap(plan.objective(), bound.getAsDouble()));
    }
  }

  /**
   * No plan can keep every rule.
   *
   * @param proof conflicts, at least one, each of which suffices
   */
  record Infeasible(List<Infeasibility> proof, DesignRun run) implements DesignOutcome {
    public Infeasible {
      proof = List.copyOf(proof);
      if (proof.isEmpty()) {
        throw new IllegalArgumentException("The proof must name at least one conflict.");
      }
    }
  }

  /**
   * No plan that keeps every rule was found, and none was proved impossible.
   *
   * @param closest the plan with the least violation met
   */
  record NotFound(DesignPlan closest, DesignRun run) implements DesignOutcome {}
}
