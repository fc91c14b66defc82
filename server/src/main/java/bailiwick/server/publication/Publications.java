package bailiwick.server.publication;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.rules.cover.ProvenRules;
import bailiwick.rules.cover.Takings;
import bailiwick.rules.cover.Waiver;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.server.account.OwnerBook;
import bailiwick.server.account.Ownership;
import bailiwick.server.company.Today;
import bailiwick.server.problem.ProblemItem;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.publication.PublicationWire.DryRunMove;
import bailiwick.server.publication.PublicationWire.GapWaiver;
import bailiwick.server.publication.PublicationWire.MovedAccount;
import bailiwick.server.publication.PublicationWire.PublicationDryRun;
import bailiwick.server.publication.PublicationWire.PublicationView;
import bailiwick.server.publication.PublicationWire.StayingAccount;
import bailiwick.server.publication.PublicationWire.UndoDryRun;
import bailiwick.server.publication.PublicationWire.UndoneView;
import bailiwick.server.published.PublishedRouters;
import bailiwick.server.published.PublishedScenarios;
import bailiwick.server.published.RuleDocument;
import bailiwick.server.quality.QualityReports;
import bailiwick.server.quality.QualityWire.QualityAcceptance;
import bailiwick.server.scenario.Amounts;
import bailiwick.server.scenario.ScenarioProofs;
import bailiwick.server.scenario.ScenarioRulesWire.WrittenRule;
import bailiwick.server.scenario.ScenarioWire.Flow;
import bailiwick.server.standing.StandingCheck;
import bailiwick.store.Store;
import bailiwick.store.ledger.PublicationId;
import bailiwick.store.ledger.TakenBackAct;
import bailiwick.store.plan.Plan;
import bailiwick.store.plan.PlanId;
import bailiwick.store.publication.AccountMove;
import bailiwick.store.publication.Basis;
import bailiwick.store.publication.Decisions;
import bailiwick.store.publication.DryRun;
import bailiwick.store.publication.Publication;
import bailiwick.store.publication.PublicationRequest;
import bailiwick.store.publication.UndoPreview;
import bailiwick.store.scenario.AlignedScenario;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes scenarios: alignment → smallest cover → compiled rules → proof → every account decided
 * → store. A dry run goes the same way and writes nothing. Thread-safe.
 */
public class Publications {

  private final Store store;
  private final ScenarioProofs proofs;
  private final PublishedScenarios published;
  private final PublishedRouters routers;
  private final OwnerBook owners;
  private final Ownership ownership;
  private final Today today;
  private final QualityReports quality;
  private final StandingCheck standing;
  private final JsonMapper json;

  /** Publications into a store. */
  public Publications(
      Store store,
      ScenarioProofs proofs,
      PublishedScenarios published,
      PublishedRouters routers,
      OwnerBook owners,
      Ownership ownership,
      Today today,
      QualityReports quality,
      StandingCheck standing,
      JsonMapper json) {
    this.store = store;
    this.proofs = proofs;
    this.published = published;
    this.routers = routers;
    this.owners = owners;
    this.ownership = ownership;
    this.today = today;
    this.quality = quality;
    this.standing = standing;
    this.json = json;
  }

  /** Everything that a publication writes, and what the way there showed. */
  private record Prepared(
      Scenario scenario,
      PublicationRequest request,
      Decisions decisions,
      int rules,
      List<Takings.OfRule> takings,
      List<Problem> problems) {}

  PublicationDryRun dryRun(ScenarioId id, LocalDate from) {
    Prepared prepared = prepare(id, from, null, null, "dry-run", "");
    List<Problem> problems = new ArrayList<>(prepared.problems);
    prepared.request.rules().findGap().ifPresent(problems::addFirst);
    DryRun run = store.publications().dryRun(prepared.request, prepared.decisions);
    problems.addAll(run.hindrances());
    return new PublicationDryRun(
        id.toString(),
        from,
        prepared.rules,
        run.accounts(),
        prepared.decisions.unowned(),
        Amounts.figures(run.moved(), run.movedWorth()),
        Amounts.whole(run.movedRelations().openPipelineCents()),
        run.movedRelations().months(),
        run.flows().stream().map(Publications::flow).toList(),
        run.largest().stream().map(Publications::move).toList(),
        prepared.takings.stream().map(WrittenRule::of).toList(),
        prepared.scenario.territories().stream()
            .filter(territory -> territory.representative() == null)
            .map(territory -> territory.code().value())
            .toList(),
        problems.stream().map(ProblemItem::of).toList(),
        doubt(prepared.request.doubt().share()),
        acceptance(prepared.request),
        prepared.request.rules().cover().gapLeaves(),
        run.basis().print());
  }

  /**
   * Every account that {@link #dryRun} counts as moving, as a table; decided before the answer
   * begins, so that what stands in the way is told as a problem.
   */
  MovesTable moves(ScenarioId id, LocalDate from) {
    Prepared prepared = prepare(id, from, null, null, "dry-run", "");
    return new MovesTable(store.publications(), prepared.request, prepared.decisions);
  }

  private static @Nullable Double doubt(OptionalDouble share) {
    return share.isPresent() ? share.getAsDouble() : null;
  }

  /** Who accepted what is doubtful; null when nobody did or it has grown since. */
  private @Nullable QualityAcceptance acceptance(PublicationRequest request) {
    OptionalDouble share = request.doubt().share();
    return share.isEmpty()
        ? null
        : store
            .quality()
            .findAcceptance(request.scenario())
            .filter(one -> one.covers(share.getAsDouble()))
            .map(QualityAcceptance::of)
            .orElse(null);
  }

  private static Flow flow(DryRun.Flow flow) {
    return new Flow(
        orNull(flow.from()), orNull(flow.to()), Amounts.figures(flow.accounts(), flow.worth()));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static DryRunMove move(AccountMove move) {
    return new DryRunMove(
        move.account().toString(),
        move.externalId(),
        move.name(),
        orNull(move.from()),
        orNull(move.to()),
        orNull(move.fromPerson()),
        orNull(move.toPerson()),
        Amounts.whole(move.worth().potentialCents()),
        Amounts.whole(move.worth().salesCents()),
        Amounts.whole(move.relations().openPipelineCents()),
        move.relations().months());
  }

  /**
   * Publishes a scenario from a day on; what nobody would own needs a waiver.
   *
   * @param key the same key answers the first publication again and changes nothing
   */
  PublicationView publish(
      ScenarioId id, PublicationWire.PublicationRequest asked, String key, String who) {
    GapWaiver given = asked.waiver();
    Waiver waiver = given == null ? null : new Waiver(who, given.reason(), given.postcodes());
    return publish(id, asked.effectiveFrom(), waiver, basis(asked.basis()), key, who);
  }

  private static @Nullable Basis basis(@Nullable String given) {
    try {
      return given == null ? null : Basis.read(given);
    } catch (IllegalArgumentException unknown) {
      throw ProblemException.of(
          new ServerProblem.Field("/basis", "(%s) must be what a dry run told".formatted(given)));
    }
  }

  /** The same where everything is owned. */
  public PublicationView publish(ScenarioId id, LocalDate from, String key, String who) {
    return publish(id, from, null, null, key, who);
  }

  private PublicationView publish(
      ScenarioId id,
      LocalDate from,
      @Nullable Waiver waiver,
      @Nullable Basis basis,
      String key,
      String who) {
    Optional<Publication> earlier = store.publications().findRepeated(key, id, from);
    if (earlier.isPresent()) {
      return view(earlier.get());
    }
    Prepared prepared = prepare(id, from, waiver, basis, key, who);
    Publication made = store.publications().publish(prepared.request, prepared.decisions);
    changed();
    standing.published(made.layer());
    return view(made, prepared.rules);
  }

  UndoDryRun undoDryRun(PublicationId id) {
    UndoPreview preview = store.publications().undoDryRun(id);
    return new UndoDryRun(
        preview.accounts(),
        preview.kept(),
        preview.flows().stream().map(Publications::flow).toList(),
        preview.largest().stream().map(Publications::goingBack).toList(),
        preview.staying().stream().map(Publications::staying).toList());
  }

  private static MovedAccount goingBack(UndoPreview.GoingBack account) {
    return new MovedAccount(
        account.account().toString(),
        account.externalId(),
        account.name(),
        code(account.from()),
        code(account.to()),
        Amounts.whole(account.potentialCents()));
  }

  private static @Nullable String code(@Nullable TerritoryCode territory) {
    return territory == null ? null : territory.value();
  }

  private static StayingAccount staying(TakenBackAct.Staying account) {
    return new StayingAccount(
        account.account().toString(),
        account.externalId(),
        account.name(),
        code(account.territory()),
        account.from(),
        account.by().cause(),
        account.by().who(),
        account.by().why(),
        account.at());
  }

  /**
   * Takes back the last publication of a layer. What came in or changed since is decided again by
   * the rules that are in force then.
   */
  PublicationView undo(PublicationId id, String why, String who) {
    Publication undone;
    try {
      undone = store.inTransaction(() -> undoAndDecide(id, why, who));
    } finally { // whether it was taken back or not
      changed();
    }
    standing.published(undone.layer());
    return view(undone);
  }

  private Publication undoAndDecide(PublicationId id, String why, String who) {
    Publication undone = store.publications().undo(id, who, why.strip());
    // By the rules that are in force now; until this is done, others see those that were.
    Ownership decided = ownership.by(new PublishedRouters(store));
    if (undone.effectiveFrom().isAfter(today.date())) {
      decided.decideFrom(undone.layer(), undone.effectiveFrom(), undone.publishedAt(), who);
    }
    decided.decideChanged(undone.publishedAt(), who);
    return undone;
  }

  private void changed() {
    published.changed();
    routers.changed();
    owners.changed();
  }

  List<PublicationView> list(PlanId plan) {
    store.plans().get(plan);
    return published.of(plan).stream().map(this::view).toList();
  }

  private PublicationView view(Publication publication) {
    int rules = routers.find(publication.id()).map(one -> one.ruleSet().rules().size()).orElse(0);
    return view(publication, rules);
  }

  private static PublicationView view(Publication publication, int rules) {
    Publication.Accepted accepted = publication.accepted();
    Waiver waiver = publication.waiver();
    return new PublicationView(
        publication.id().toString(),
        publication.plan().toString(),
        publication.scenario().toString(),
        publication.scenarioName(),
        publication.effectiveFrom(),
        publication.publishedAt(),
        publication.who(),
        rules,
        publication.accounts(),
        publication.moved(),
        doubt(publication.doubtfulShare()),
        accepted == null ? null : accepted.who(),
        accepted == null ? null : accepted.why(),
        waiver == null ? null : waiver.who(),
        waiver == null ? null : waiver.why(),
        waiver == null ? null : waiver.leaves(),
        undone(publication));
  }

  private static @Nullable UndoneView undone(Publication publication) {
    Publication.Undone undone = publication.undone();
    return undone == null
        ? null
        : new UndoneView(undone.who(), undone.why(), undone.at(), undone.accounts(), undone.kept());
  }

  private Prepared prepare(
      ScenarioId id,
      LocalDate from,
      @Nullable Waiver waiver,
      @Nullable Basis basis,
      String key,
      String who) {
    AlignedScenario aligned = store.scenarios().getAligned(id);
    Plan plan = store.plans().get(aligned.scenario().plan());
    requireInside(plan, from);
    String version = plan.name() + " / " + aligned.scenario().name() + " from " + from;
    ProvenRules rules = proofs.prove(plan, aligned, proofs.written(id), version);
    var takings = new Takings(rules);
    Decisions decisions =
        Decisions.by(
            new LeadRouter(rules.lookup()),
            aligned.alignment().territories(),
            store.accounts(),
            plan.families(),
            takings::add);
    List<Problem> problems = new ArrayList<>(rules.warnings());
    if (decisions.unowned() > 0) {
      problems.add(new Unowned(decisions.unowned()));
    }
    PublicationRequest request =
        new PublicationRequest(
            id,
            aligned.scenario().version(),
            from,
            rules,
            json.writeValueAsString(RuleDocument.of(rules.rules())),
            quality.doubt(id, from),
            waiver,
            basis,
            key,
            who,
            "Published `%s` from %s.".formatted(aligned.scenario().name(), from));
    store.publications().findDoubt(id, request.doubt()).ifPresent(problems::add);
    return new Prepared(
        aligned.scenario(),
        request,
        decisions,
        rules.rules().rules().size(),
        takings.list(),
        problems);
  }

  private static void requireInside(Plan plan, LocalDate from) {
    if (from.isBefore(plan.from()) || !from.isBefore(plan.until())) {
      throw ProblemException.of(
          new ServerProblem.Field(
              "/effectiveFrom",
              "(%s) must lie in the plan's period, from %s to before %s"
                  .formatted(from, plan.from(), plan.until())));
    }
  }

  /** Accounts that would have no owner. */
  record Unowned(long accounts) implements Problem {
    @Override
    public String code() {
      return "PUBLICATION_UNOWNED";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "%s accounts would have no owner: they lie in no territory.".formatted(accounts);
    }

    @Override
    public String hint() {
      return "Assign their units, correct their addresses, or name them to a territory.";
    }
  }
}
