package bailiwick.server.plan;

import static java.util.Objects.requireNonNull;

import bailiwick.atlas.AreaLayer;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.FamilyPolicy;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitKind;
import bailiwick.intake.brief.DesignBrief;
import bailiwick.intake.today.Today;
import bailiwick.intake.today.TodayBuilder;
import bailiwick.intake.today.TodayTerritory;
import bailiwick.server.account.AccountBook;
import bailiwick.server.account.AccountBooks;
import bailiwick.server.atlas.Geography;
import bailiwick.server.atlas.PlanUnits;
import bailiwick.server.atlas.PlanUnits.Ground;
import bailiwick.server.plan.PlanWire.NewPlan;
import bailiwick.server.plan.PlanWire.NewScenario;
import bailiwick.server.plan.PlanWire.PlanUnitKind;
import bailiwick.server.plan.PlanWire.PlanView;
import bailiwick.server.plan.PlanWire.ScenarioRow;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.published.PublishedScenarios;
import bailiwick.server.roster.Roster;
import bailiwick.server.scenario.Colouring;
import bailiwick.store.Store;
import bailiwick.store.company.Company;
import bailiwick.store.plan.Plan;
import bailiwick.store.plan.PlanId;
import bailiwick.store.publication.Publication;
import bailiwick.store.review.ScenarioState;
import bailiwick.store.scenario.AlignedScenario;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioKind;
import bailiwick.store.scenario.ScenarioTerritory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes plans and the scenarios that do not come from a design. Thread-safe. */
public class Plans {

  private static final String NO_CURRENCY = "USD";

  private final Store store;
  private final Geography geography;
  private final PlanUnits planUnits;
  private final AccountBooks books;
  private final Roster roster;
  private final PublishedScenarios published;
  private final bailiwick.server.company.Today day;

  /** Plans of a store. */
  public Plans(
      Store store,
      Geography geography,
      PlanUnits planUnits,
      AccountBooks books,
      Roster roster,
      PublishedScenarios published,
      bailiwick.server.company.Today day) {
    this.store = store;
    this.geography = geography;
    this.planUnits = planUnits;
    this.books = books;
    this.roster = roster;
    this.published = published;
    this.day = day;
  }

  List<PlanView> list() {
    return store.plans().list().stream().map(this::view).toList();
  }

  PlanView get(PlanId id) {
    return view(store.plans().get(id));
  }

  /** Makes a plan over the units of its country. */
  public PlanView create(NewPlan asked, String who) {
    if (!asked.from().isBefore(asked.to())) {
      throw ProblemException.of(
          new ServerProblem.Field("/to", "must lie after the first day (" + asked.from() + ")"));
    }
    UnitKind kind = UnitKind.valueOf(asked.unitKind().name());
    AreaLayer layer = geography.layer(kind, asked.country());
    Plan plan =
        store
            .plans()
            .create(
                new bailiwick.store.plan.NewPlan(
                    asked.name(),
                    asked.from(),
                    asked.to(),
                    store.company().find().map(Company::currency).orElse(NO_CURRENCY),
                    asked.country(),
                    kind,
                    geography.atlas().version(asked.country()),
                    layer.numbering(),
                    asked.families() == null ? FamilyPolicy.EACH : asked.families(),
                    who));
    return view(plan);
  }

  PlanView setFamilies(PlanId id, FamilyPolicy families, String who) {
    return view(store.plans().setFamilies(id, families, who));
  }

  private PlanView view(Plan plan) {
    String layer =
        store.plans().layers().stream()
            .filter(one -> one.id().equals(plan.layer()))
            .map(bailiwick.store.plan.Layer::code)
            .findFirst()
            .orElse("");
    return new PlanView(
        plan.id().toString(),
        plan.name(),
        plan.from(),
        plan.until(),
        plan.currency(),
        plan.country(),
        PlanUnitKind.valueOf(plan.unitKind().name()),
        plan.atlasVersion(),
        layer,
        store.scenarios().list(plan.id()).stream()
            .filter(scenario -> scenario.kind() == ScenarioKind.TODAY)
            .map(scenario -> scenario.id().toString())
            .findFirst()
            .orElse(null),
        published
            .latest(plan.id())
            .map(Publication::scenario)
            .map(ScenarioId::toString)
            .orElse(null),
        plan.createdAt(),
        plan.families());
  }

  List<ScenarioRow> scenarios(PlanId id) {
    store.plans().get(id);
    Map<ScenarioId, ScenarioState> states = store.reviews().states(id);
    return store.scenarios().list(id).stream()
        .map(scenario -> row(scenario, requireNonNull(states.get(scenario.id()))))
        .toList();
  }

  private static ScenarioRow row(Scenario scenario, ScenarioState state) {
    return new ScenarioRow(
        scenario.id().toString(),
        scenario.name(),
        scenario.kind() == ScenarioKind.TODAY,
        state,
        scenario.territories().size(),
        scenario.version(),
        scenario.createdAt());
  }

  /** Makes a scenario of a plan. */
  public Scenario createScenario(PlanId id, NewScenario asked, String who) {
    Plan plan = store.plans().get(id);
    return switch (asked.source()) {
      case TODAY -> store.scenarios().create(today(plan, asked.name(), who));
      case COPY -> copy(plan, asked, who);
      case EMPTY -> store.scenarios().create(empty(plan, asked, who));
    };
  }

  private bailiwick.store.scenario.NewScenario today(Plan plan, String name, String who) {
    boolean there =
        store.scenarios().list(plan.id()).stream().anyMatch(s -> s.kind() == ScenarioKind.TODAY);
    if (there) {
      throw ProblemException.of(
          new ServerProblem.NotNow(
              "SCENARIO_TODAY_EXISTS", "The plan has a scenario of today already.", null));
    }
    TodayBuilder builder = TodayBuilder.of(geography.atlas(), plan.unitKind(), plan.country());
    store.accounts().forEach(stored -> builder.add(stored.account()));
    Today today = builder.build(roster.all(), day.date());
    if (today.territories().isEmpty()) {
      throw ProblemException.of(
          new ServerProblem.NotNow(
              "SCENARIO_NO_OWNERS",
              "No account names an owner or a territory, so there is no alignment of today.",
              "Import accounts with an owner or territory column."));
    }
    Ground ground = planUnits.get(plan);
    Alignment wholeMap = today.spread(ground.graph());
    int[] colours = Colouring.of(ground.graph(), wholeMap);
    List<ScenarioTerritory> territories = new ArrayList<>();
    for (int t = 0; t < today.territories().size(); t++) {
      TodayTerritory territory = today.territories().get(t);
      territories.add(
          new ScenarioTerritory(
              territory.code(),
              territory.name(),
              colours[t],
              1,
              territory.home(),
              territory.representative() == null ? null : territory.representative().id()));
    }
    return new bailiwick.store.scenario.NewScenario(
        plan.id(),
        name,
        ScenarioKind.TODAY,
        null,
        null,
        territories,
        wholeMap,
        contradicting(plan, ground, today),
        who);
  }

  /** The accounts whose territory today is not that of their unit. */
  private Map<AccountId, TerritoryCode> contradicting(Plan plan, Ground ground, Today today) {
    AccountBook book = books.get(plan.unitKind(), plan.country(), ground.numbering());
    Map<AccountId, TerritoryCode> named = new HashMap<>();
    for (int account = 0; account < book.size(); account++) {
      Integer real = today.accountTerritory().get(book.id(account));
      int unit = book.unitOf(account);
      int byUnit =
          unit == AccountBook.NO_UNIT ? Alignment.UNASSIGNED : today.alignment().territoryOf(unit);
      if (real != null && real != byUnit) {
        named.put(book.id(account), today.territories().get(real).code());
      }
    }
    return named;
  }

  private Scenario copy(Plan plan, NewScenario asked, String who) {
    if (asked.copyOf() == null) {
      throw ProblemException.of(
          new ServerProblem.Field("/copyOf", "must name the scenario to copy"));
    }
    ScenarioId from = new ScenarioId(asked.copyOf());
    AlignedScenario source = store.scenarios().getAligned(from);
    if (!source.scenario().plan().equals(plan.id())) {
      throw ProblemException.of(
          new ServerProblem.Field("/copyOf", "must be a scenario of the same plan"));
    }
    var copy =
        new bailiwick.store.scenario.NewScenario(
            plan.id(),
            asked.name(),
            ScenarioKind.PROPOSAL,
            from,
            source.scenario().brief(),
            source.scenario().territories(),
            source.alignment(),
            store.scenarios().named(from),
            who);
    return store.scenarios().create(copy, store.scenarios().rules(from));
  }

  private bailiwick.store.scenario.NewScenario empty(Plan plan, NewScenario asked, String who) {
    if (asked.territories() == null) {
      throw ProblemException.of(
          new ServerProblem.Field("/territories", "must say how many territories"));
    }
    Ground ground = planUnits.get(plan);
    List<ScenarioTerritory> territories =
        DesignBrief.equalTerritories(asked.territories()).stream()
            .map(one ->
                new ScenarioTerritory(new TerritoryCode(one.code()), one.name(), 0, 1, null, null))
            .toList();
    int[] nobody = new int[ground.numbering().size()];
    Arrays.fill(nobody, Alignment.UNASSIGNED);
    return new bailiwick.store.scenario.NewScenario(
        plan.id(),
        asked.name(),
        ScenarioKind.PROPOSAL,
        null,
        null,
        territories,
        Alignment.of(
            ground.numbering(), territories.stream().map(ScenarioTerritory::code).toList(), nobody),
        Map.of(),
        who);
  }
}
