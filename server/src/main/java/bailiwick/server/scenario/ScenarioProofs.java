package bailiwick.server.scenario;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaKind;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitKind;
import bailiwick.rules.attribute.Attributes;
import bailiwick.rules.cover.AlignmentRules;
import bailiwick.rules.cover.CoverRequest;
import bailiwick.rules.cover.NamedAccount;
import bailiwick.rules.cover.ProvenRules;
import bailiwick.rules.cover.WrittenRules;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.source.Source;
import bailiwick.server.atlas.Geography;
import bailiwick.store.Store;
import bailiwick.store.plan.Layer;
import bailiwick.store.plan.Plan;
import bailiwick.store.scenario.AlignedScenario;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioTerritory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Turns scenarios, with their written rules, into proven rules. Thread-safe. */
public class ScenarioProofs {

  private final Store store;
  private final Geography geography;

  /** Proofs of a store's scenarios. */
  public ScenarioProofs(Store store, Geography geography) {
    this.store = store;
    this.geography = geography;
  }

  /** The written rules of a scenario. */
  public WrittenRules written(ScenarioId id) {
    return read(store.scenarios().rules(id));
  }

  /**
   * Reads rules, and finds the accounts that they name.
   *
   * @throws ProblemException when they cannot be read
   */
  WrittenRules read(String text) {
    WrittenRules written = WrittenRules.read(new Source("rules", text));
    Map<String, WrittenRules.KnownAccount> known = new HashMap<>();
    if (!written.accounts().isEmpty()) {
      store
          .accounts()
          .findByNames(written.accounts())
          .forEach((name, account) -> known.put(name, WrittenRules.KnownAccount.of(account)));
    }
    return written.withAccounts(known);
  }

  /**
   * Proves that a scenario and written rules decide everything once.
   *
   * @param version name of the version to be made
   * @throws ProblemException with everything that forbids a publication
   */
  public ProvenRules prove(
      Plan plan, AlignedScenario aligned, WrittenRules written, String version) {
    return ProvenRules.of(
        coverRequest(plan, aligned, version).withWritten(written), geography.tree(plan.country()));
  }

  private CoverRequest coverRequest(Plan plan, AlignedScenario aligned, String version) {
    Map<TerritoryCode, String> names =
        aligned.scenario().territories().stream()
            .collect(Collectors.toMap(ScenarioTerritory::code, ScenarioTerritory::name));
    return new CoverRequest(
        layer(plan),
        version,
        aligned.alignment(),
        plan.unitKind() == UnitKind.COUNTY ? AreaKind.COUNTY : AreaKind.POSTCODE,
        names,
        named(aligned.scenario().id()));
  }

  private String layer(Plan plan) {
    return store.plans().layers().stream()
        .filter(one -> one.id().equals(plan.layer()))
        .map(Layer::code)
        .findFirst()
        .orElseThrow();
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

  /**
   * The accounts that a scenario holds whatever their units say.
   *
   * @param territoryOf those that it names, and those that its written rules take
   * @param undecided why its written rules cannot be decided as the books are now; none of them
   *     takes anything then
   */
  record Held(Map<AccountId, TerritoryCode> territoryOf, List<Problem> undecided) {
    Held {
      territoryOf = Map.copyOf(territoryOf);
      undecided = List.copyOf(undecided);
    }
  }

  /** What a scenario holds by name and by written rules, for which every account is read. */
  Held held(Plan plan, AlignedScenario aligned) {
    Map<AccountId, TerritoryCode> named = store.scenarios().named(aligned.scenario().id());
    try {
      WrittenRules written = written(aligned.scenario().id());
      List<? extends Problem> unfitting =
          written.unfitting(layer(plan), aligned.alignment().territories());
      return unfitting.isEmpty()
          ? new Held(withTaken(named, written), List.of())
          : new Held(named, List.copyOf(unfitting));
    } catch (ProblemException undecidable) {
      return new Held(named, undecidable.problems());
    }
  }

  private Map<AccountId, TerritoryCode> withTaken(
      Map<AccountId, TerritoryCode> named, WrittenRules written) {
    if (written.rules().rules().isEmpty()) {
      return named;
    }
    Map<AccountId, TerritoryCode> held = new HashMap<>(named);
    var router = new LeadRouter(written.lookup());
    store
        .accounts()
        .forEach(stored -> {
          AccountId account = stored.account().id();
          router
              .findRule(Attributes.of(stored.account()))
              .filter(rule ->
                  !held.containsKey(account) || rule.priority() < AlignmentRules.NAMED_PRIORITY)
              .ifPresent(rule -> held.put(account, rule.territory()));
        });
    return held;
  }
}
