package bailiwick.server.scenario;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.Store;
import bailiwick.store.scenario.ScenarioId;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a scenario holds accounts whatever their units say. Immutable.
 *
 * @param named by name
 * @param rules by written rules, as text; empty when there are none
 */
record HeldAccounts(Map<AccountId, TerritoryCode> named, String rules) {

  static final HeldAccounts NOTHING = new HeldAccounts(Map.of(), "");

  HeldAccounts {
    named = Map.copyOf(named);
  }

  static HeldAccounts of(Store store, ScenarioId scenario) {
    return new HeldAccounts(store.scenarios().named(scenario), store.scenarios().rules(scenario));
  }

  boolean isEmpty() {
    return named.isEmpty() && rules.isEmpty();
  }

  /** The same text for the same content. */
  String text() {
    return new TreeMap<>(named) + rules;
  }
}
