package bailiwick.server.scenario;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaKind;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitKind;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.cover.AlignmentRules;
import bailiwick.rules.cover.CoverRequest;
import bailiwick.rules.cover.NamedAccount;
import bailiwick.rules.cover.ProvenRules;
import bailiwick.rules.cover.WrittenRules;
import bailiwick.rules.lookup.RuleLookup;
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

/** Turns scenarios, with the rules written into them by hand, into proven rules. Thread-safe. */
public class ScenarioProofs {

  private final Store store;
  private final Geography geography;

  /** Proofs of a store's scenarios. */
  public ScenarioProofs(Store store, Geography geography) {
    this.store = store;
    this.geography = geography;
  }

  /** The rules written into a scenario. */
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
          .forEach((name, account) ->
              known.put(name, new WrittenRules.KnownAccount(account.id(), account.name())));
    }
    return written.withAccounts(known);
  }

  /**
   * Proves that a scenario and rules written by hand decide everything once.
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
    String layer =
        store.plans().layers().stream()
            .filter(one -> one.id().equals(plan.layer()))
            .map(Layer::code)
            .findFirst()
            .orElseThrow();
    return new CoverRequest(
        layer,
        version,
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

  /**
   * The accounts that a scenario holds whatever their units say: those it names, and those that
   * rules written by hand take. Reads every account when there are such rules.
   */
  Map<AccountId, TerritoryCode> held(ScenarioId id) {
    Map<AccountId, TerritoryCode> held = new HashMap<>(store.scenarios().named(id));
    WrittenRules written = written(id);
    if (written.rules().rules().isEmpty()) {
      return held;
    }
    RuleLookup lookup = written.lookup();
    store
        .accounts()
        .forEach(stored -> {
          AccountId account = stored.account().id();
          int winner = lookup.findWinner(Subject.of(stored.account()));
          if (winner != RuleLookup.NONE
              && (!held.containsKey(account)
                  || lookup.rule(winner).priority() < AlignmentRules.NAMED_PRIORITY)) {
            held.put(account, lookup.rule(winner).territory());
          }
        });
    return held;
  }
}
