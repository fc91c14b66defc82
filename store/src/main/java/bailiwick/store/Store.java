package bailiwick.store;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.account.AccountRepository;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.company.CompanyRepository;
import bailiwick.store.idempotency.IdempotencyRepository;
import bailiwick.store.job.JobRepository;
import bailiwick.store.lead.LeadRepository;
import bailiwick.store.ledger.LedgerRepository;
import bailiwick.store.measure.MeasureRepository;
import bailiwick.store.plan.PlanRepository;
import bailiwick.store.publication.PublicationRepository;
import bailiwick.store.roster.RepresentativeRepository;
import bailiwick.store.scenario.ScenarioRepository;
import bailiwick.store.user.ApiKeyRepository;
import bailiwick.store.user.UserRepository;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The open store: the database and the repositories over it. Thread-safe; close it once, at the
 * end.
 */
public final class Store implements AutoCloseable {

  /**
   * Opens a store: starts the embedded database when asked for, connects, brings the schema up to
   * date.
   *
   * @param clock for every recorded instant
   * @param random for ids; secure where ids must not be guessed
   * @throws ProblemException with a {@code STORE_…} problem when it cannot be opened
   */
  public static Store open(StoreConfig config, Clock clock, RandomGenerator random) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Runs work in one transaction, joining the caller's when there is one. */
  public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The pool of connections, for health checks. */
  public DataSource dataSource() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The company's profile. */
  public CompanyRepository company() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Users. */
  public UserRepository users() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** API keys. */
  public ApiKeyRepository apiKeys() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Accounts. */
  public AccountRepository accounts() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Representatives. */
  public RepresentativeRepository representatives() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Deals, revenue and contacts. */
  public MeasureRepository measures() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Plans and layers. */
  public PlanRepository plans() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Scenarios. */
  public ScenarioRepository scenarios() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Publications. */
  public PublicationRepository publications() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The ledger of ownership. */
  public LedgerRepository ledger() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Leads. */
  public LeadRepository leads() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Jobs. */
  public JobRepository jobs() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Remembered answers. */
  public IdempotencyRepository idempotency() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The audit log. */
  public AuditLog audit() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Closes the pool, then stops the embedded database. */
  @Override
  public void close() {
    throw new UnsupportedOperationException("Being written.");
  }
}
