package bailiwick.store;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.account.AccountRepository;
import bailiwick.store.account.Prospects;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.company.CompanyRepository;
import bailiwick.store.crm.CrmRepository;
import bailiwick.store.database.Database;
import bailiwick.store.deal.DealRepository;
import bailiwick.store.duplicate.DuplicateRepository;
import bailiwick.store.embedded.EmbeddedPostgres;
import bailiwick.store.exception.CreditRepository;
import bailiwick.store.exception.ExceptionRepository;
import bailiwick.store.job.JobRepository;
import bailiwick.store.lead.LeadRepository;
import bailiwick.store.ledger.LedgerRepository;
import bailiwick.store.ledger.ProposedMoves;
import bailiwick.store.measure.MeasureRepository;
import bailiwick.store.plan.PlanRepository;
import bailiwick.store.potential.PotentialRepository;
import bailiwick.store.profile.ProfileRepository;
import bailiwick.store.publication.PublicationRepository;
import bailiwick.store.quality.QualityRepository;
import bailiwick.store.record.RecordRepository;
import bailiwick.store.review.ReviewRepository;
import bailiwick.store.roster.RepresentativeRepository;
import bailiwick.store.scenario.ScenarioRepository;
import bailiwick.store.stability.StabilityRepository;
import bailiwick.store.user.ApiKeyRepository;
import bailiwick.store.user.UserRepository;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The open store: the database and the repositories over it. Thread-safe; close it once, at the
 * end.
 */
public final class Store implements AutoCloseable {

  private final @Nullable EmbeddedPostgres embedded;
  private final HikariDataSource pool;
  private final Database database;
  private final CompanyRepository company;
  private final UserRepository users;
  private final ApiKeyRepository apiKeys;
  private final AccountRepository accounts;
  private final DuplicateRepository duplicates;
  private final RepresentativeRepository representatives;
  private final MeasureRepository measures;
  private final Prospects prospects;
  private final RecordRepository records;
  private final ProfileRepository profiles;
  private final PlanRepository plans;
  private final ScenarioRepository scenarios;
  private final LedgerRepository ledger;
  private final PublicationRepository publications;
  private final QualityRepository quality;
  private final PotentialRepository potential;
  private final ProposedMoves moves;
  private final ExceptionRepository exceptions;
  private final CreditRepository credits;
  private final StabilityRepository stability;
  private final DealRepository deals;
  private final LeadRepository leads;
  private final JobRepository jobs;
  private final CrmRepository crm;
  private final AuditLog audit;
  private final ReviewRepository reviews;

  private Store(
      @Nullable EmbeddedPostgres embedded,
      HikariDataSource pool,
      Clock clock,
      RandomGenerator random) {
    this.embedded = embedded;
    this.pool = pool;
    this.database = new Database(pool, clock, random);
    this.audit = new AuditLog(database);
    this.company = new CompanyRepository(database, audit);
    this.users = new UserRepository(database, audit);
    this.apiKeys = new ApiKeyRepository(database, audit);
    this.accounts = new AccountRepository(database);
    this.duplicates = new DuplicateRepository(database, audit);
    this.representatives = new RepresentativeRepository(database, audit);
    this.measures = new MeasureRepository(database);
    this.prospects = new Prospects(database);
    this.records = new RecordRepository(database);
    this.profiles = new ProfileRepository(database);
    this.plans = new PlanRepository(database, audit);
    this.scenarios = new ScenarioRepository(database, plans, audit);
    this.ledger = new LedgerRepository(database);
    this.moves = new ProposedMoves(database);
    this.leads = new LeadRepository(database);
    this.jobs = new JobRepository(database);
    this.crm = new CrmRepository(database);
    this.exceptions = new ExceptionRepository(database, audit);
    this.credits = new CreditRepository(database, audit);
    this.stability = new StabilityRepository(database, audit);
    this.deals = new DealRepository(database, audit, ledger);
    this.quality = new QualityRepository(database, audit);
    this.potential = new PotentialRepository(database, audit);
    this.reviews = new ReviewRepository(database, audit, company, plans, scenarios);
    this.publications =
        new PublicationRepository(database, scenarios, plans, audit, quality, reviews);
  }

  /**
   * Opens a store: starts the embedded database when asked for, connects, brings the schema up to
   * date.
   *
   * @param clock for every recorded instant
   * @param random for ids; secure where ids must not be guessed
   * @throws ProblemException with a {@code STORE_…} problem when it cannot be opened
   */
  public static Store open(StoreConfig config, Clock clock, RandomGenerator random) {
    return switch (config) {
      case StoreConfig.External external -> connect(null, external, clock, random);
      case StoreConfig.Embedded embedded -> {
        EmbeddedPostgres server = EmbeddedPostgres.start(embedded.folder(), embedded.port());
        try {
          yield connect(
              server,
              new StoreConfig.External(server.jdbcUrl(), server.username(), server.password()),
              clock,
              random);
        } catch (RuntimeException e) {
          server.close();
          throw e;
        }
      }
    };
  }

  private static Store connect(
      @Nullable EmbeddedPostgres embedded,
      StoreConfig.External address,
      Clock clock,
      RandomGenerator random) {
    HikariDataSource pool = Connections.open(address);
    try {
      Schema.migrate(pool);
      return new Store(embedded, pool, clock, random);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /** Runs work in one transaction, joining the caller's when there is one. */
  public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
    return database.inTransaction(work);
  }

  /**
   * Runs a person's edit in one transaction, which waits for others some seconds at most. {@link
   * bailiwick.store.database.StoreFailures} tells of {@code STORE_BUSY} where it waited in vain.
   */
  public <T extends @Nullable Object> T inEdit(Supplier<T> work) {
    return database.inEdit(work);
  }

  /** The instant by the store's clock, in the database's grain of a microsecond. */
  public Instant now() {
    return database.now();
  }

  /** The pool of connections, for health checks. */
  public DataSource dataSource() {
    return pool;
  }

  /** The embedded server, when this store has one. */
  public Optional<EmbeddedPostgres> findEmbedded() {
    return Optional.ofNullable(embedded);
  }

  /** The company's profile. */
  public CompanyRepository company() {
    return company;
  }

  /** Reviews of scenarios. */
  public ReviewRepository reviews() {
    return reviews;
  }

  /** Users. */
  public UserRepository users() {
    return users;
  }

  /** API keys. */
  public ApiKeyRepository apiKeys() {
    return apiKeys;
  }

  /** Accounts. */
  public AccountRepository accounts() {
    return accounts;
  }

  /** What tells prospects from customers. */
  public Prospects prospects() {
    return prospects;
  }

  /** Accounts that may be one, and merges. */
  public DuplicateRepository duplicates() {
    return duplicates;
  }

  /** Representatives. */
  public RepresentativeRepository representatives() {
    return representatives;
  }

  /** Deals, revenue and contacts. */
  public MeasureRepository measures() {
    return measures;
  }

  /** Contacts, sites, territories, assignments, products, working time, market figures. */
  public RecordRepository records() {
    return records;
  }

  /** How the columns of files are read, under names. */
  public ProfileRepository profiles() {
    return profiles;
  }

  /** Plans and layers. */
  public PlanRepository plans() {
    return plans;
  }

  /** Scenarios. */
  public ScenarioRepository scenarios() {
    return scenarios;
  }

  /** Publications. */
  public PublicationRepository publications() {
    return publications;
  }

  /** Limits of data quality and who accepted what. */
  public QualityRepository quality() {
    return quality;
  }

  /** The model of potential and what it says of accounts. */
  public PotentialRepository potential() {
    return potential;
  }

  /** The ledger of ownership. */
  public LedgerRepository ledger() {
    return ledger;
  }

  /** Moves that the rules propose. */
  public ProposedMoves moves() {
    return moves;
  }

  /** Accounts that are owned otherwise than the rules say. */
  public ExceptionRepository exceptions() {
    return exceptions;
  }

  /** Credit that is shared. */
  public CreditRepository credits() {
    return credits;
  }

  /** How often accounts may move. */
  public StabilityRepository stability() {
    return stability;
  }

  /** Where opportunities went. */
  public DealRepository deals() {
    return deals;
  }

  /** Leads. */
  public LeadRepository leads() {
    return leads;
  }

  /** Jobs. */
  public JobRepository jobs() {
    return jobs;
  }

  /** Connections to CRMs. */
  public CrmRepository crm() {
    return crm;
  }

  /** The audit log. */
  public AuditLog audit() {
    return audit;
  }

  /** Closes the pool, then stops the embedded database; a second call does nothing. */
  @Override
  public void close() {
    pool.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
