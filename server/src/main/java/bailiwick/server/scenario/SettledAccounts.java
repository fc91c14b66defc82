package bailiwick.server.scenario;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.unit.UnitKind;
import bailiwick.store.Store;
import bailiwick.store.account.StoredAccount;
import bailiwick.store.plan.Plan;
import bailiwick.store.scenario.AlignedScenario;
import bailiwick.store.scenario.ScenarioId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the accounts of a scenario that nobody should move by hand: those that its written rules
 * decide, and those in units that its design was told to leave. Thread-safe.
 */
public class SettledAccounts {

  private final Store store;
  private final ScenarioProofs proofs;
  private final JsonMapper json;

  /** Settled accounts of a store's scenarios. */
  public SettledAccounts(Store store, ScenarioProofs proofs, JsonMapper json) {
    this.store = store;
    this.proofs = proofs;
    this.json = json;
  }

  /** Whether an account is settled in a scenario as it stands now. */
  public Predicate<StoredAccount> of(ScenarioId id) {
    AlignedScenario aligned = store.scenarios().getAligned(id);
    Plan plan = store.plans().get(aligned.scenario().plan());
    Map<AccountId, TerritoryCode> named = store.scenarios().named(id);
    Map<AccountId, TerritoryCode> held = proofs.held(plan, aligned).territoryOf();
    Set<String> locked = lockedUnits(aligned);
    boolean counties = plan.unitKind() == UnitKind.COUNTY;
    return stored -> {
      AccountId account = stored.account().id();
      TerritoryCode by = held.get(account);
      boolean byRule = by != null && !by.equals(named.get(account));
      String unit = counties ? stored.units().countyUnit() : stored.units().postcodeUnit();
      return byRule || locked.contains(unit);
    };
  }

  /** Units that the scenario's brief locks, each by its id alone or with a reason. */
  private Set<String> lockedUnits(AlignedScenario aligned) {
    DesignRecord record = DesignRecord.read(aligned.scenario().brief(), json);
    Set<String> locked = new HashSet<>();
    if (record != null) {
      for (JsonNode lock : record.brief().path("locked")) {
        locked.add(lock.isString() ? lock.asString() : lock.path("unit").asString());
      }
    }
    return locked;
  }
}
