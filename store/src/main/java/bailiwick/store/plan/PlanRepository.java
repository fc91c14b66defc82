package bailiwick.store.plan;

import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitNumbering;
import java.util.List;
import java.util.Optional;

/** Keeps plans and layers. Thread-safe. */
public final class PlanRepository {

  /**
   * Makes a plan on the layer for new business.
   *
   * @throws ProblemException with {@code STORE_ALREADY_EXISTS} when the name is taken
   */
  public Plan create(NewPlan plan) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The plan of an id. */
  public Optional<Plan> find(PlanId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * The plan of an id that must exist.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public Plan get(PlanId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** All plans, newest period first. */
  public List<Plan> list() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The numbering of the plan's units; it never changes, so callers may keep it. */
  public UnitNumbering units(PlanId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** All layers. */
  public List<Layer> layers() {
    throw new UnsupportedOperationException("Being written.");
  }
}
