package bailiwick.store.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.Account;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import bailiwick.store.plan.Plan;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScenarioRulesTest extends StoreContract {

  private Scenario scenario;

  @BeforeEach
  void given() {
    Plan plan = Given.plan(store, "2026", 2);
    scenario = Given.scenario(store, plan, "First", "AA", Given.territory("T1", null));
  }

  @Test
  void written_rules_are_kept_replaced_and_taken_out_on_the_version_they_were_made_for() {
    assertThat(store.scenarios().rules(scenario.id())).isEmpty();

    Scenario ruled =
        store.scenarios().setRules(scenario.id(), scenario.version(), "rules l\n", "ada");
    assertThat(store.scenarios().rules(scenario.id())).isEqualTo("rules l\n", "ada");
    assertRefused(
        "STORE_STALE_VERSION",
        () -> store.scenarios().setRules(scenario.id(), scenario.version(), "rules m\n", "ada"));

    Scenario empty = store.scenarios().setRules(scenario.id(), ruled.version(), "", "ada");
    assertThat(empty.version()).isEqualTo(scenario.version() + 2);
    assertThat(store.scenarios().rules(scenario.id())).isEmpty();
  }

  @Test
  void rules_go_with_their_scenario() {
    Scenario ruled =
        store.scenarios().setRules(scenario.id(), scenario.version(), "rules l\n", "ada");

    store.scenarios().delete(scenario.id(), ruled.version(), "ada");

    assertThat(store.scenarios().rules(scenario.id())).isEmpty();
  }

  @Test
  void accounts_are_found_by_either_id_unless_several_systems_have_it() {
    var ids = Given.accounts(store, 2);
    try (var load = store.accounts().startLoad("other")) {
      load.add(Given.account("A2", "Another", "60614", 5), Given.units("60614"));
      load.finish();
    }
    String own = ids.get(1).toString();

    var found = store.accounts().findByNames(Set.of("A1", "A2", "A9", own));

    assertThat(found).containsOnlyKeys("A1", own);
    assertThat(found.values()).extracting(Account::name).contains("Account 1", "Account 2");
  }
}
