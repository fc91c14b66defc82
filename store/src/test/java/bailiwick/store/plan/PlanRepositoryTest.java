package bailiwick.store.plan;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.unit.UnitId;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanRepositoryTest extends StoreContract {

  @Test
  void a_plan_keeps_its_period_and_the_order_of_its_units() {
    Plan plan = Given.plan(store, "2026", 12);

    assertThat(store.plans().find(plan.id())).contains(plan);
    assertThat(store.plans().list()).containsExactly(plan);
    assertThat(plan.unitCount()).isEqualTo(12);
    assertThat(plan.from()).isEqualTo(Given.JAN_1);
    assertThat(plan.until()).isEqualTo("2027-01-01");
    assertThat(store.plans().units(plan.id()).getNumber(new UnitId("U11"))).isEqualTo(11);
    assertThat(plan.layer()).isEqualTo(store.plans().layers().get(0).id());
  }

  @Test
  void a_name_is_used_once() {
    Given.plan(store, "2026", 1);

    assertRefused("STORE_ALREADY_EXISTS", () -> Given.plan(store, "2026", 1));
  }

  @Test
  void an_unknown_plan_is_a_problem() {
    PlanId unknown = new PlanId(new UUID(1, 1));

    assertRefused("STORE_NOT_FOUND", () -> store.plans().get(unknown));
    assertRefused("STORE_NOT_FOUND", () -> store.plans().units(unknown));
  }
}
