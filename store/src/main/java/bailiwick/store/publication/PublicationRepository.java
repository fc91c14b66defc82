package bailiwick.store.publication;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.ledger.PublicationId;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Publishes alignments: a dry run first, then one atomic step. Thread-safe. */
public final class PublicationRepository {

  /**
   * Says what {@link #publish} would do; writes nothing.
   *
   * @throws ProblemException with {@code STORE_STALE_VERSION} when the scenario has changed
   */
  public DryRun dryRun(PublicationRequest request, Decisions decisions) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * The accounts that {@link #publish} would move, largest potential first, at most {@code limit}.
   */
  public List<AccountMove> dryRunMoves(PublicationRequest request, Decisions decisions, int limit) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * Publishes in one transaction: rule set, territories and seats, placements, ledger, audit entry.
   * Killed in the middle, nothing of it has happened. A repeated idempotency key returns the first
   * publication and changes nothing.
   *
   * @throws ProblemException with {@code STORE_STALE_VERSION} when the scenario has changed
   */
  public Publication publish(PublicationRequest request, Decisions decisions) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The publication of an idempotency key. */
  public Optional<Publication> findByKey(String idempotencyKey) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The publication of an id. */
  public Optional<Publication> find(PublicationId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The publications of a plan, newest first. */
  public List<Publication> list(PlanId plan) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The rule set in force in a layer on a day. */
  public Optional<PublishedRules> rulesOn(LayerId layer, LocalDate day) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The rule set published with a publication. */
  public Optional<PublishedRules> rules(PublicationId id) {
    throw new UnsupportedOperationException("Being written.");
  }
}
