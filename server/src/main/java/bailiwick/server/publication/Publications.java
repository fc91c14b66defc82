package bailiwick.server.publication;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaKind;
import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.core.unit.UnitKind;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.cover.AlignmentRules;
import bailiwick.rules.cover.CoverCheck;
import bailiwick.rules.cover.CoverReport;
import bailiwick.rules.cover.CoverRequest;
import bailiwick.rules.cover.NamedAccount;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.RuleSet;
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
import java.util.HashMap;
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
      long unowned,
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
        prepared.unowned,
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
    RuleSet rules = rules(plan, aligned, from, tree);
    RuleLookup lookup = compile(rules, tree);
    List<Problem> problems = proven(lookup, tree);
    Decided decided = decide(lookup, aligned.scenario());
    if (decided.unowned > 0) {
      problems.add(new Unowned(decided.unowned));
    }
    PublicationRequest request =
        new PublicationRequest(
            id,
            aligned.scenario().version(),
            from,
            RulePrinter.print(rules),
            json.writeValueAsString(RuleDocument.of(rules)),
            key,
            who,
            "Published `%s` from %s.".formatted(aligned.scenario().name(), from));
    return new Prepared(
        aligned.scenario(),
        request,
        decided.decisions,
        decided.unowned,
        rules.rules().size(),
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

  private RuleSet rules(Plan plan, AlignedScenario aligned, LocalDate from, AreaTree tree) {
    Map<TerritoryCode, String> names =
        aligned.scenario().territories().stream()
            .collect(Collectors.toMap(ScenarioTerritory::code, ScenarioTerritory::name));
    String layer =
        store.plans().layers().stream()
            .filter(one -> one.id().equals(plan.layer()))
            .map(Layer::code)
            .findFirst()
            .orElseThrow();
    CoverRequest request =
        new CoverRequest(
            layer,
            plan.name() + " / " + aligned.scenario().name() + " from " + from,
            aligned.alignment(),
            plan.unitKind() == UnitKind.COUNTY ? AreaKind.COUNTY : AreaKind.POSTCODE,
            names,
            named(aligned.scenario().id()));
    return AlignmentRules.of(request, tree).rules();
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

  private static RuleLookup compile(RuleSet rules, AreaTree tree) {
    return switch (RuleCompiler.over(Dimensions.STANDARD, tree).compile(rules)) {
      case Compilation.Compiled compiled -> compiled.lookup();
      case Compilation.Rejected rejected -> throw new ProblemException(rejected.problems());
    };
  }

  /** Walks every area: two owners forbid publishing, none is told. */
  private static List<Problem> proven(RuleLookup lookup, AreaTree tree) {
    CoverReport report = CoverCheck.check(lookup, tree);
    if (report.overlapLeaves() > 0) {
      throw new ProblemException(
          report.overlaps().stream()
              .map(overlap -> new Overlap(overlap.path(), overlap.territories()))
              .toList());
    }
    List<Problem> problems = new ArrayList<>();
    if (report.gapLeaves() > 0) {
      problems.add(new Gap(report.gapLeaves(), report.leaves(), report.gaps().getFirst().path()));
    }
    return problems;
  }

  private record Decided(Decisions decisions, long unowned) {}

  private Decided decide(RuleLookup lookup, Scenario scenario) {
    Map<TerritoryCode, Integer> numbers = new HashMap<>();
    for (int t = 0; t < scenario.territories().size(); t++) {
      numbers.put(scenario.territories().get(t).code(), t);
    }
    Decisions.Builder decisions = Decisions.builder();
    long[] unowned = new long[1];
    store
        .accounts()
        .forEach(stored -> {
          AccountId account = stored.account().id();
          int territory =
              lookup
                  .findTerritory(Subject.of(stored.account()))
                  .map(numbers::get)
                  .orElse(Decisions.NONE);
          unowned[0] += territory == Decisions.NONE ? 1 : 0;
          decisions.add(account, territory);
        });
    return new Decided(decisions.build(), unowned[0]);
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

  /** Areas that nobody would own. */
  record Gap(int areas, int of, String example) implements Problem {
    @Override
    public String code() {
      return "PUBLICATION_GAP";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "%s of %s postcodes would belong to no territory, `%s` among them."
          .formatted(areas, of, example);
    }

    @Override
    public String hint() {
      return "New accounts and leads from there would reach nobody.";
    }
  }

  /** An area that two territories claim. */
  record Overlap(String path, List<TerritoryCode> territories) implements Problem {
    @Override
    public String code() {
      return "PUBLICATION_OVERLAP";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "The area `%s` would belong to %s.".formatted(path, territories);
    }

    @Override
    public Place place() {
      return new Place.OfThing("area", path);
    }
  }
}
