package bailiwick.store.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import bailiwick.store.plan.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScenarioRepositoryTest extends StoreContract {

  private Plan plan;
  private Scenario scenario;

  @BeforeEach
  void given() {
    plan = Given.plan(store, "2026", 6);
    scenario =
        Given.scenario(
            store,
            plan,
            "Proposal",
            "AABB..",
            Given.territory("T1", null),
            Given.territory("T2", null));
  }

  /** Draws the stored alignment: A for the first territory, a dot for none. */
  private String drawn() {
    return Arrays.stream(store.scenarios().getAligned(scenario.id()).alignment().toArray())
        .mapToObj(number -> number < 0 ? "." : Character.toString((char) ('A' + number)))
        .collect(Collectors.joining());
  }

  private Scenario move(Scenario on, int to, int... units) {
    return store.scenarios().move(on.id(), on.version(), units, to, "planner");
  }

  @Test
  void a_scenario_reads_back_as_it_was_made() {
    assertThat(store.scenarios().get(scenario.id())).isEqualTo(scenario);
    assertThat(scenario.version()).isEqualTo(1);
    assertThat(scenario.territories()).hasSize(2);
    assertThat(drawn()).isEqualTo("AABB..");
    assertThat(store.scenarios().list(plan.id())).containsExactly(scenario);
  }

  @Test
  void a_name_is_used_once_in_a_plan() {
    assertRefused(
        "STORE_ALREADY_EXISTS",
        () -> Given.scenario(store, plan, "Proposal", "......", Given.territory("T1", null)));
  }

  @Test
  void a_move_changes_its_units_and_the_version() {
    Scenario moved = move(scenario, 1, 0, 4);

    assertThat(drawn()).isEqualTo("BABBB.");
    assertThat(moved.version()).isEqualTo(2);
    assertThat(moved.undoable()).isOne();
  }

  @Test
  void undo_and_redo_walk_the_journal_both_ways() {
    Scenario now = move(move(scenario, 1, 0, 4), -1, 0, 1, 2);
    assertThat(drawn()).isEqualTo("...BB.");

    now = store.scenarios().undo(now.id(), now.version(), "ada");
    assertThat(drawn()).isEqualTo("BABBB.");
    now = store.scenarios().undo(now.id(), now.version(), "ada");
    assertThat(drawn()).isEqualTo("AABB..");
    assertThat(now.redoable()).isEqualTo(2);
    now = store.scenarios().undo(now.id(), now.version(), "ada");
    assertThat(drawn()).isEqualTo("AABB..");
    now = store.scenarios().redo(now.id(), now.version(), "ada");
    assertThat(drawn()).isEqualTo("BABBB.");

    now = move(now, 0, 5);
    assertThat(now.redoable()).isZero();
    assertThat(drawn()).isEqualTo("BABBBA");
  }

  @Test
  void a_unit_named_twice_in_a_move_returns_to_where_it_began() {
    Scenario now = move(scenario, 1, 0, 0);
    store.scenarios().undo(now.id(), now.version(), "ada");

    assertThat(drawn()).isEqualTo("AABB..");
  }

  @Test
  void an_edit_on_an_older_version_is_refused_and_changes_nothing() {
    move(scenario, 1, 0);

    assertRefused("STORE_STALE_VERSION", () -> move(scenario, 1, 1));
    assertThat(drawn()).isEqualTo("BABB..");
  }

  @Test
  void numbers_out_of_range_are_refused_and_change_nothing() {
    assertThatThrownBy(() -> move(scenario, 2, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> move(scenario, 0, 6)).isInstanceOf(IllegalArgumentException.class);
    assertThat(store.scenarios().get(scenario.id()).version()).isOne();
  }

  @Test
  void names_and_people_of_territories_change_but_codes_stay() {
    var ada = Given.representative(store, "Ada");
    List<ScenarioTerritory> changed =
        List.of(Given.territory("T1", ada), Given.territory("T2", null));

    Scenario now = store.scenarios().setTerritories(scenario.id(), 1, changed, "ada");

    assertThat(now.territories()).isEqualTo(changed);
    assertThatThrownBy(() ->
            store
                .scenarios()
                .setTerritories(scenario.id(), 2, List.of(Given.territory("T9", null)), "ada"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_scenario_is_renamed_and_deleted() {
    Scenario renamed = store.scenarios().rename(scenario.id(), 1, "Better", "ada");
    assertThat(renamed.name()).isEqualTo("Better");

    assertRefused("STORE_STALE_VERSION", () -> store.scenarios().delete(scenario.id(), 1, "ada"));
    store.scenarios().delete(scenario.id(), 2, "ada");
    assertThat(store.scenarios().find(scenario.id())).isEmpty();
  }
}
