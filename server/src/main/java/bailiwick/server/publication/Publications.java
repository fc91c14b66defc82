package bailiwick.server.publication;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaKind;
import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.core.unit.UnitKind;
import bailiwick.rules.cover.CoverRequest;
import bailiwick.rules.cover.NamedAccount;
import bailiwick.rules.cover.ProvenRules;
import bailiwick.server.account.OwnerBook;
import bailiwick.server.atlas.Geography;
import bailiwick.server.problem.ProblemItem;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.publication.PublicationWire.PublicationDryRun;
import bailiwick.server.publication.PublicationWire.PublicationView;
import bailiwick.server.published.PublishedRouters;
import bailiwick.server.published.PublishedScenarios;
import bailiwick.server.published.RuleDocument;
import bailiwick.server.scenario.Amounts;
import bailiwick.server.scenario.ScenarioWire.Flow;
import bailiwick.store.Store;
import bailiwick.store.plan.Layer;
import bailiwick.store.plan.Plan;
import bailiwick.store.plan.PlanId;
import bailiwick.store.publication.Decisions;
import bailiwick.store.publication.DryRun;
import bailiwick.store.publication.Publication;
import bailiwick.store.publication.PublicationRequest;
import bailiwick.store.scenario.AlignedScenario;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioTerritory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes scenarios: alignment → smallest cover → compiled rules → proof → every account decided
 * → store. A dry run goes the same way and writes nothing. Thread-safe.
 */
public class Publications {

  private final Store store;
  private final Geography geography;
  private final PublishedScenarios published;
  private final PublishedRouters routers;
  private final OwnerBook owners;
  private final JsonMapper json;

  /** Publications into a store. */
  public Publications(
      Store store,
      Geography geography,
      PublishedScenarios published,
      PublishedRouters routers,
      OwnerBook owners,
      JsonMapper json) {
    this.store = store;
    this.geography = geography;
    this.published = published;
    this.routers = routers;
    this.owners = owners;
    this.json = json;
  }

  /** Everything that a publication writes, and what the way there showed. */
  private record Prepared(
      Scenario scenario,
      PublicationRequest request,
      Decisions decisions,
      int rules,
      List<Problem> problems) {}

  PublicationDryRun dryRun(ScenarioId id, LocalDate from) {
    Prepared prepared = prepare(id, from, "dry-run", "");
    DryRun run = store.publications().dryRun(prepared.request, prepared.decisions);
    return new PublicationDryRun(
        id.toString(),
        from,
        prepared.rules,
        run.accounts(),
        prepared.decisions.unowned(),
        Amounts.figures(run.moved(), run.movedWorth()),
        run.flows().stream().map(Publications::flow).toList(),
        prepared.scenario.territories().stream()
            .filter(territory -> territory.representative() == null)
            .map(territory -> territory.code().value())
            .toList(),
        prepared.problems.stream().map(ProblemItem::of).toList());
  }

  private static Flow flow(DryRun.Flow flow) {
    return new Flow(
        flow.from().isEmpty() ? null : flow.from(),
        flow.to().isEmpty() ? null : flow.to(),
        Amounts.figures(flow.accounts(), flow.worth()));
  }

  /**
   * Publishes a scenario from a day on.
   *
   * @param key the same key answers the first publication again and changes nothing
   */
  public PublicationView publish(ScenarioId id, LocalDate from, String key, String who) {
    Optional<Publication> earlier = store.publications().findRepeated(key, id, from);
    if (earlier.isPresent()) {
      return view(earlier.get());
    }
    Prepared prepared = prepare(id, from, key, who);
    Publication made = store.publications().publish(prepared.request, prepared.decisions);
    published.changed();
    routers.changed();
    owners.changed();
    return view(made, prepared.rules);
  }

  List<PublicationView> list(PlanId plan) {
    store.plans().get(plan);
    return published.of(plan).stream().map(this::view).toList();
  }

  private PublicationView view(Publication publication) {
    int rules =
        routers.find(publication.id()).map(one -> one.lookup().rules().rules().size()).orElse(0);
    return view(publication, rules);
  }

  private static PublicationView view(Publication publication, int rules) {
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
        publication.moved());
  }

  private Prepared prepare(ScenarioId id, LocalDate from, String key, String who) {
    AlignedScenario aligned = store.scenarios().getAligned(id);
    Plan plan = store.plans().get(aligned.scenario().plan());
    requireInside(plan, from);
    AreaTree tree = geography.tree(plan.country());
    ProvenRules rules = ProvenRules.of(coverRequest(plan, aligned, from), tree);
    Decisions decisions =
        Decisions.by(rules.lookup(), aligned.alignment().territories(), store.accounts());
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
            key,
            who,
            "Published `%s` from %s.".formatted(aligned.scenario().name(), from));
    return new Prepared(
        aligned.scenario(), request, decisions, rules.rules().rules().size(), problems);
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

  private CoverRequest coverRequest(Plan plan, AlignedScenario aligned, LocalDate from) {
    Map<TerritoryCode, String> names =
        aligned.scenario().territories().stream()
            .collect(Collectors.toMap(ScenarioTerritory::code, ScenarioTerritory::name));
    String layer =
        store.plans().layers().stream()
            .filter(one -> one.id().equals(plan.layer()))
            .map(Layer::code)
            .findFirst()
            .orElseThrow();
    return new CoverRequest(
        layer,
        plan.name() + " / " + aligned.scenario().name() + " from " + from,
        aligned.alignment(),
        plan.unitKind() == UnitKind.COUNTY ? AreaKind.COUNTY : AreaKind.POSTCODE,
        names,
        named(aligned.scenario().id()));
  }

  private List<NamedAccount> named(ScenarioId id) {
    Map<AccountId, TerritoryCode> territoryOf = store.scenarios().named(id);
    return store.accounts().getAll(territoryOf.keySet()).values().stream()
        .map(account ->
            new NamedAccount(
                account.id(),
                account.name(),
                Objects.requireNonNull(territoryOf.get(account.id()))))
        .sorted(Comparator.comparing(NamedAccount::account))
        .toList();
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
