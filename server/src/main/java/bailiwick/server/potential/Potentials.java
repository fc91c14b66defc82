package bailiwick.server.potential;

import bailiwick.core.account.AccountId;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.potential.ConversionRate;
import bailiwick.intake.potential.Deals;
import bailiwick.intake.potential.ModelProblem;
import bailiwick.intake.potential.ModelReader;
import bailiwick.intake.potential.PotentialModel;
import bailiwick.intake.potential.RatedModel;
import bailiwick.intake.potential.Segment;
import bailiwick.intake.potential.Terms;
import bailiwick.intake.potential.Traits;
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
import bailiwick.store.potential.EstimateInput;
import bailiwick.store.potential.KeptTerms;
import bailiwick.store.potential.ModelInForce;
import bailiwick.store.potential.SavedModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
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

  private synchronized JobWork.Outcome apply(long version, String who, JobWork.Progress progress) {
    store.potential().requireVersion(version);
    PotentialModel model = texts.read(store.potential().findModel());
    progress.tell(0, "Reading the accounts.");
    AccountColumns all = accounts.get();
    RatedModel rated = RatedModel.learn(model, all);
    if (progress.live().cancellation().isRequested()) {
      return done("Stopped; what counts is as it was.", true, List.of());
    }
    progress.tell(SHARE_READ, "Writing what %s accounts may bring.".formatted(all.size()));
    Instant now = store.now();
    ModelInForce inForce =
        new ModelInForce(texts.write(model), version, texts.rates(rated), now, who, now);
    long changed =
        store
            .potential()
            .apply(
                inForce,
                taker -> terms(rated, all, taker),
                "{\"version\":%s,\"accounts\":%s}".formatted(version, all.size()));
    books.changed();
    Trial trial = Trial.of(rated, all, owners::findOwner);
    return done(
        "The model is in force; %s of %s accounts changed.".formatted(changed, all.size()),
        false,
        trial.warnings());
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

  /** Works the model in force out anew, if there is one, after a load of accounts or figures. */
  public synchronized void renew() {
    Optional<ModelInForce> inForce = store.potential().findInForce();
    if (inForce.isEmpty()) {
      return;
    }
    ModelInForce before = inForce.get();
    AccountColumns all = accounts.get();
    RatedModel rated = RatedModel.learn(texts.model(before), all);
    ModelInForce renewed =
        new ModelInForce(
            before.text(),
            before.modelVersion(),
            texts.rates(rated),
            before.appliedAt(),
            before.appliedBy(),
            store.now());
    if (store.potential().renew(renewed, taker -> terms(rated, all, taker)) > 0) {
      books.changed();
    }
  }

  /** The rates stay as they were learnt last, or every account would change with one. */
  @Override
  public void renew(AccountId account) {
    Optional<ModelInForce> inForce = store.potential().findInForce();
    if (inForce.isEmpty()) {
      return;
    }
    RatedModel rated = texts.rated(inForce.get());
    LocalDate on = today.date();
    store
        .accounts()
        .find(account)
        .flatMap(stands ->
            store.potential().findInput(stands.account().id(), ReadAccounts.salesFrom(on), on))
        .ifPresent(
            input -> store.potential().renew(input.id(), kept(rated, rated.terms(traits(input)))));
  }

  private static Traits traits(EstimateInput input) {
    return new Traits(
        input.firmographics(),
        input.salesCents(),
        input.pipelineCents(),
        new Deals(input.won(), input.lost(), input.openCents()));
  }

  private static void terms(
      RatedModel rated, AccountColumns all, BiConsumer<AccountId, KeptTerms> taker) {
    for (int k = 0; k < all.size(); k++) {
      taker.accept(all.id(k), kept(rated, rated.terms(all.get(k))));
    }
  }

  private static KeptTerms kept(RatedModel rated, Terms terms) {
    return new KeptTerms(
        rated.model().segments().get(terms.segment()).name(),
        terms.spendCents(),
        terms.conversionCents(),
        terms.pipelineCents(),
        terms.growthCents(),
        terms.visitCentihours(),
        terms.callCentihours(),
        terms.restsOnUnknownSize());
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
