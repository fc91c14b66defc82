package bailiwick.cli.rule;

import bailiwick.cli.design.DesignFolder;
import bailiwick.cli.terminal.Json;
import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Problem;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.rules.cover.ProvenRules;
import bailiwick.rules.cover.Takings;
import bailiwick.rules.cover.Waiver;
import bailiwick.rules.cover.WrittenRules;
import bailiwick.rules.cover.WrittenRules.KnownAccount;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.server.atlas.Geography;
import bailiwick.server.company.Today;
import bailiwick.server.potential.ModelRenewal;
import bailiwick.server.potential.PotentialNotRenewed;
import bailiwick.server.published.RuleDocument;
import bailiwick.server.quality.StoreBooks;
import bailiwick.store.Store;
import bailiwick.store.account.AccountLoad;
import bailiwick.store.company.Company;
import bailiwick.store.plan.NewPlan;
import bailiwick.store.plan.Plan;
import bailiwick.store.publication.DataDoubt;
import bailiwick.store.publication.Decisions;
import bailiwick.store.publication.Publication;
import bailiwick.store.publication.PublicationRequest;
import bailiwick.store.scenario.NewScenario;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioKind;
import bailiwick.store.scenario.ScenarioTerritory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes a design into a store: plan and scenario are made when missing, then rules, seats and
 * ledger are written in one transaction. The same design and day again change nothing.
 */
final class StorePublication {

  static final String WHO = "command line";
  private static final String SOURCE = "file";

  private final Store store;
  private final Geography geography;
  private final AreaPlan areas;
  private final DesignFolder design;
  private final LocalDate effectiveFrom;

  StorePublication(Store store, Geography geography, AreaPlan areas, LocalDate effectiveFrom) {
    this.store = store;
    this.geography = geography;
    this.areas = areas;
    this.design = areas.design();
    this.effectiveFrom = effectiveFrom;
  }

  /** What was published, and what each written rule decided of the whole store. */
  record Published(Publication publication, List<Takings.OfRule> written) {}

  /**
   * The accounts that will be known once a file is loaded, so that rules are proven before anything
   * is written. New ones have other ids then. An id that another source has too names nobody.
   */
  KnownAccounts foresee(List<Account> accounts, WrittenRules written) {
    Map<String, KnownAccount> ofFile = KnownAccounts.of(accounts).ofFile();
    Map<String, AccountId> loadedBefore = store.accounts().idsByExternalId(SOURCE);
    Map<String, KnownAccount> byName = new HashMap<>(ofFile);
    store
        .accounts()
        .findAllByNames(written.accounts())
        .forEach((name, stored) -> {
          List<KnownAccount> meant = new ArrayList<>();
          Optional.ofNullable(ofFile.get(name)).ifPresent(meant::add);
          stored.stream()
              .filter(account ->
                  !ofFile.containsKey(name) || !account.id().equals(loadedBefore.get(name)))
              .map(KnownAccount::of)
              .forEach(meant::add);
          if (meant.size() == 1) {
            byName.put(name, meant.getFirst());
          } else {
            byName.remove(name);
          }
        });
    return new KnownAccounts(ofFile, byName);
  }

  /**
   * Works the model of potential in force out anew over what was loaded, if there is one.
   *
   * @return what is worth telling
   */
  List<Problem> renewPotential() {
    Today today = new Today(Clock.systemUTC(), store);
    ModelRenewal renewal = new ModelRenewal(store, today, JsonMapper.shared());
    return PotentialNotRenewed.unless(renewal::renew);
  }

  /**
   * Loads accounts, all or nothing; known ones are updated.
   *
   * @return the accounts under the ids that the store gives them
   */
  KnownAccounts load(List<Account> accounts, WrittenRules written) {
    try (AccountLoad load = store.accounts().startLoad(SOURCE)) {
      for (Account account : accounts) {
        load.add(account, geography.unitsOf(account));
      }
      load.finish();
    }
    Map<String, AccountId> ids = store.accounts().survivorsByExternalId(SOURCE);
    Map<String, KnownAccount> ofFile = new HashMap<>();
    for (Account account : accounts) {
      AccountId id = Objects.requireNonNull(ids.get(account.externalId()));
      ofFile.put(account.externalId(), new KnownAccount(id, account.name()));
    }
    return new KnownAccounts(ofFile, named(written));
  }

  /** The accounts of the store that written rules name. */
  private Map<String, KnownAccount> named(WrittenRules written) {
    Map<String, KnownAccount> named = new HashMap<>();
    store
        .accounts()
        .findByNames(written.accounts())
        .forEach((name, account) -> named.put(name, KnownAccount.of(account)));
    return named;
  }

  /** Decides every account of the store by the rules and publishes. */
  Published publish(ProvenRules rules, KnownAccounts known, @Nullable Waiver waiver) {
    Plan plan = plan();
    Scenario scenario = scenario(plan, rules.written().text(), named(known));
    var takings = new Takings(rules);
    Decisions decisions =
        Decisions.by(
            new LeadRouter(rules.lookup()),
            design.alignment().territories(),
            store.accounts(),
            plan.families(),
            takings::add);
    Publication made =
        store
            .publications()
            .publish(
                new PublicationRequest(
                    scenario.id(),
                    scenario.version(),
                    effectiveFrom,
                    rules,
                    Json.write(RuleDocument.of(rules.rules())),
                    doubt(decisions, scenario),
                    waiver,
                    null,
                    "command-line/" + scenario.id() + "/" + effectiveFrom,
                    WHO,
                    "Published `%s` from %s.".formatted(scenario.name(), effectiveFrom)),
                decisions);
    return new Published(made, takings.list());
  }

  /** The company's limit of doubtful data holds here, too. */
  private DataDoubt doubt(Decisions decisions, Scenario scenario) {
    Map<AccountId, Integer> territoryOf = new HashMap<>();
    for (int i = 0; i < decisions.size(); i++) {
      territoryOf.put(new AccountId(decisions.account(i)), decisions.territory(i));
    }
    return StoreBooks.doubt(
        store,
        account -> territoryOf.getOrDefault(account, Decisions.NONE),
        scenario.territories(),
        effectiveFrom);
  }

  private Map<AccountId, TerritoryCode> named(KnownAccounts known) {
    Map<AccountId, TerritoryCode> named = new HashMap<>();
    areas
        .named()
        .forEach((externalId, territory) ->
            named.put(Objects.requireNonNull(known.ofFile().get(externalId)).id(), territory));
    return named;
  }

  private Plan plan() {
    return store.plans().list().stream()
        .filter(plan -> plan.name().equals(design.name()))
        .findFirst()
        .orElseGet(this::newPlan);
  }

  private Plan newPlan() {
    Company company =
        store
            .company()
            .find()
            .orElseGet(() ->
                store
                    .company()
                    .save(new Company("Our company", ZoneId.systemDefault(), "USD", 1, 0), WHO));
    LocalDate first = effectiveFrom.withDayOfYear(1);
    return store
        .plans()
        .create(
            new NewPlan(
                design.name(),
                first,
                first.plusYears(1),
                company.currency(),
                design.country(),
                design.unitKind(),
                geography.atlas().version(design.country()),
                geography.layer(design.unitKind(), design.country()).numbering(),
                WHO));
  }

  private Scenario scenario(Plan plan, String rules, Map<AccountId, TerritoryCode> named) {
    Alignment alignment = overUnitsOf(plan);
    List<Scenario> scenarios = store.scenarios().list(plan.id());
    Optional<Scenario> same =
        scenarios.stream()
            .filter(each -> store.scenarios().getAligned(each.id()).alignment().equals(alignment))
            .filter(each -> store.scenarios().rules(each.id()).equals(rules))
            .filter(each -> store.scenarios().named(each.id()).equals(named))
            .findFirst();
    return same.orElseGet(() ->
        store
            .scenarios()
            .create(
                new NewScenario(
                    plan.id(),
                    "Design " + (scenarios.size() + 1),
                    ScenarioKind.PROPOSAL,
                    null,
                    null,
                    territories(),
                    alignment,
                    named,
                    WHO),
                rules));
  }

  /** The design's alignment over the units of the plan, which may stand in another order. */
  private Alignment overUnitsOf(Plan plan) {
    UnitNumbering units = store.plans().units(plan.id());
    Map<TerritoryCode, Integer> numbers = design.alignment().territoryNumbers();
    int[] territoryOf = new int[units.size()];
    for (int unit = 0; unit < territoryOf.length; unit++) {
      territoryOf[unit] =
          design
              .alignment()
              .findTerritory(units.id(unit))
              .map(numbers::get)
              .orElse(Alignment.UNASSIGNED);
    }
    return Alignment.of(units, design.alignment().territories(), territoryOf);
  }

  private List<ScenarioTerritory> territories() {
    List<ScenarioTerritory> territories = new ArrayList<>();
    for (TerritoryCode code : design.alignment().territories()) {
      String name = design.names().getOrDefault(code, code.value());
      territories.add(new ScenarioTerritory(code, name, territories.size(), 1, null, null));
    }
    return territories;
  }
}
