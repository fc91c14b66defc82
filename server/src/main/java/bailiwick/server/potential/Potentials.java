package bailiwick.server.potential;

import bailiwick.core.account.AccountId;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.potential.ConversionRate;
import bailiwick.intake.potential.ModelProblem;
import bailiwick.intake.potential.ModelReader;
import bailiwick.intake.potential.PotentialModel;
import bailiwick.intake.potential.RatedModel;
import bailiwick.intake.potential.Segment;
import bailiwick.server.account.AccountBooks;
import bailiwick.server.account.OwnerBook;
import bailiwick.server.account.WorthRenewal;
import bailiwick.server.company.Today;
import bailiwick.server.job.BestSoFar;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobKind;
import bailiwick.server.job.JobWork;
import bailiwick.server.job.Jobs;
import bailiwick.server.potential.PotentialWire.AccountPotentialView;
import bailiwick.server.potential.PotentialWire.ModelInForceView;
import bailiwick.server.potential.PotentialWire.ModelView;
import bailiwick.server.potential.PotentialWire.PotentialPreview;
import bailiwick.server.potential.PotentialWire.PotentialView;
import bailiwick.server.potential.PotentialWire.TermsView;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.wire.Money;
import bailiwick.store.Store;
import bailiwick.store.company.Company;
import bailiwick.store.potential.AccountEstimate;
import bailiwick.store.potential.KeptTerms;
import bailiwick.store.potential.ModelInForce;
import bailiwick.store.potential.SavedModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The company's model of potential and workload: shown, changed, tried, put in force, switched off.
 * Thread-safe; one model is put in force or renewed at a time.
 *
 * <p>While a model is in force, what it says counts and what files say is kept beside it. It is
 * worked out anew when accounts, deals or revenue are loaded; of one account when that changes.
 */
public class Potentials implements WorthRenewal {

  private static final String NO_CURRENCY = "USD";
  private static final double SHARE_READ = 0.4;

  private final Store store;
  private final AccountBooks books;
  private final OwnerBook owners;
  private final Jobs jobs;
  private final Today today;
  private final JsonMapper json;
  private final ModelText texts;
  private final ReadAccounts accounts;
  private final ModelRenewal renewal;

  /** Potentials of a store. */
  public Potentials(
      Store store, AccountBooks books, OwnerBook owners, Jobs jobs, Today today, JsonMapper json) {
    this.store = store;
    this.books = books;
    this.owners = owners;
    this.jobs = jobs;
    this.today = today;
    this.json = json;
    this.texts = new ModelText(json);
    this.accounts = new ReadAccounts(store, books, today);
    this.renewal = new ModelRenewal(store, today, json);
    jobs.handle(JobKind.POTENTIAL, this::work);
  }

  /**
   * What a job is to do.
   *
   * @param apply whether to put the company's model in force; else to switch off the one that is
   * @param version of the company's model
   */
  record Order(boolean apply, long version) {}

  PotentialView get() {
    Optional<SavedModel> saved = store.potential().findModel();
    return new PotentialView(
        version(saved),
        ModelView.of(texts.read(saved)),
        store.potential().findInForce().map(Potentials::view).orElse(null),
        currency());
  }

  private static long version(Optional<SavedModel> saved) {
    return saved.map(SavedModel::version).orElse(0L);
  }

  private static ModelInForceView view(ModelInForce inForce) {
    return new ModelInForceView(
        inForce.modelVersion(), inForce.appliedBy(), inForce.appliedAt(), inForce.renewedAt());
  }

  /**
   * Changes the company's model; what counts stays until it is put in force.
   *
   * @throws ProblemException with every {@link ModelProblem} found, or when somebody was faster
   */
  PotentialView save(JsonNode model, long expectedVersion, String who) {
    store.potential().save(texts.write(ModelReader.read(model)), expectedVersion, who);
    return get();
  }

  /** Tries a model on all accounts and writes nothing. */
  PotentialPreview preview(JsonNode model) {
    PotentialModel tried = ModelReader.read(model);
    AccountColumns all = accounts.get();
    return Trial.of(RatedModel.learn(tried, all), all, owners::findOwner).preview();
  }

  Job apply(long expectedVersion, String who) {
    store.potential().requireVersion(expectedVersion);
    return submit(new Order(true, expectedVersion), who);
  }

  Job withdraw(String who) {
    return submit(new Order(false, 0), who);
  }

  private Job submit(Order order, String who) {
    return jobs.submit(JobKind.POTENTIAL, "", json.writeValueAsString(order), 0, who);
  }

  private JobWork.Outcome work(bailiwick.store.job.Job job, JobWork.Progress progress) {
    Order order = json.readValue(job.request(), Order.class);
    return order.apply()
        ? apply(order.version(), job.createdBy(), progress)
        : withdraw(job.createdBy(), progress);
  }

  /**
   * What came of putting a model in force.
   *
   * @param changed how many accounts
   */
  private record Applied(RatedModel rated, AccountColumns accounts, long changed) {}

  private synchronized JobWork.Outcome apply(long version, String who, JobWork.Progress progress) {
    PotentialModel model = texts.read(store.potential().requireVersion(version));
    progress.tell(0, "Reading the accounts.");
    accounts.forget(); // or two would be held while they are read anew
    Optional<Applied> applied = store.inTransaction(() -> applied(model, version, who, progress));
    if (applied.isEmpty()) {
      return done("Stopped; what counts is as it was.", true, List.of());
    }
    books.changed();
    Applied all = applied.get();
    return done(
        "The model is in force; %s of %s accounts changed."
            .formatted(all.changed, all.accounts.size()),
        false,
        Trial.of(all.rated, all.accounts, owners::findOwner).warnings());
  }

  /** Empty when somebody asked to stop. */
  private Optional<Applied> applied(
      PotentialModel model, long version, String who, JobWork.Progress progress) {
    store.potential().holdAccounts();
    AccountColumns all = ReadAccounts.read(store, today.date());
    RatedModel rated = RatedModel.learn(model, all);
    if (progress.live().cancellation().isRequested()) {
      return Optional.empty();
    }
    progress.tell(SHARE_READ, "Writing what %s accounts may bring.".formatted(all.size()));
    Instant now = store.now();
    long changed =
        store
            .potential()
            .apply(
                new ModelInForce(texts.write(model), version, texts.rates(rated), now, who, now),
                taker -> ModelRenewal.terms(rated, all, taker),
                "{\"version\":%s,\"accounts\":%s}".formatted(version, all.size()));
    return Optional.of(new Applied(rated, all, changed));
  }

  private synchronized JobWork.Outcome withdraw(String who, JobWork.Progress progress) {
    progress.tell(0, "Switching the model off.");
    if (store.potential().findInForce().isEmpty()) {
      return done("No model was in force.", false, List.of());
    }
    long changed = store.potential().withdraw(who);
    books.changed();
    return done(
        "What files say counts again, for %s accounts.".formatted(changed), false, List.of());
  }

  private static JobWork.Outcome done(
      String message, boolean stopped, List<? extends ModelProblem> notes) {
    return new JobWork.Outcome.Done(
        message, stopped, null, BestSoFar.NOTHING, null, null, List.copyOf(notes));
  }

  /**
   * Works the model in force out anew, if there is one, after a load of accounts or figures. Not to
   * be called in a transaction that changed accounts.
   */
  public synchronized void renew() {
    accounts.forget(); // or two would be held while they are read anew
    if (renewal.renew() > 0) {
      books.changed();
    }
  }

  @Override
  public void renew(AccountId account) {
    renewal.renew(account);
  }

  /** What counts for an account, and why. */
  AccountPotentialView ofAccount(AccountId account) {
    AccountEstimate estimate =
        store
            .potential()
            .findEstimate(account)
            .orElseThrow(() ->
                ProblemException.of(new ServerProblem.NotFound("account", account.toString())));
    String currency = currency();
    KeptTerms terms = estimate.terms();
    return new AccountPotentialView(
        Money.ofCents(estimate.potentialCents(), currency),
        estimate.workloadCentihours() / 100.0,
        Money.ofCents(estimate.importedPotentialCents(), currency),
        estimate.importedWorkloadCentihours() / 100.0,
        terms == null ? null : view(terms, currency));
  }

  private TermsView view(KeptTerms terms, String currency) {
    return new TermsView(
        terms.segment(),
        Money.ofCents(terms.spendCents(), currency),
        rate(terms.segment()),
        Money.ofCents(terms.conversionCents(), currency),
        Money.ofCents(terms.openDealsCents(), currency),
        Money.ofCents(terms.growthCents(), currency),
        terms.visitCentihours() / 100.0,
        terms.callCentihours() / 100.0,
        terms.sizeUnknown());
  }

  private double rate(String segment) {
    return store
        .potential()
        .findInForce()
        .map(texts::rated)
        .map(rated -> {
          List<Segment> segments = rated.model().segments();
          for (int s = 0; s < segments.size(); s++) {
            if (segments.get(s).name().equals(segment)) {
              return rated.rates().get(s);
            }
          }
          return rated.overall();
        })
        .map(ConversionRate::rate)
        .orElse(0.0);
  }

  private String currency() {
    return store.company().find().map(Company::currency).orElse(NO_CURRENCY);
  }
}
