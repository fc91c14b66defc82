package bailiwick.store.stability;

import static bailiwick.store.Given.APR_1;
import static bailiwick.store.Given.MAR_1;
import static bailiwick.store.ledger.BookWorld.LAYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.store.StoreContract;
import bailiwick.store.ledger.BookWorld;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StabilityTest extends StoreContract {

  private static final LocalDate SEP_1 = LocalDate.parse("2026-09-01");

  private BookWorld world;

  @BeforeEach
  void publish() {
    world = new BookWorld(store, "AAAAB.");
  }

  private void limit(
      @Nullable Integer rest, @Nullable Integer person, @Nullable Integer yearlyShare) {
    store.stability().set(LAYER, new StabilityLimits(rest, person, yearlyShare, 0), "head");
  }

  @Test
  void an_account_moves_once_in_the_months_of_rest() {
    limit(6, null, null);
    world.publish("BAAAB.", MAR_1);

    assertThatThrownBy(() -> world.publish("CAAAB.", APR_1))
        .hasMessageContaining("STABILITY_TOO_SOON")
        .hasMessageContaining("`A1` (Account 1) cannot move from B to C on 2026-04-01")
        .hasMessageContaining("it moves on 2026-03-01")
        .hasMessageContaining("6 months");
    assertThat(world.drawn(APR_1)).isEqualTo("BAAAB.");

    world.publish("CAAAB.", SEP_1);
    assertThat(world.drawn(SEP_1)).isEqualTo("CAAAB.");
  }

  @Test
  void a_correction_before_a_move_to_come_is_too_soon_as_well() {
    limit(6, null, null);
    world.publish("BAAAB.", APR_1);

    assertRefused("STABILITY_TOO_SOON", () -> world.assign(0, "C", MAR_1, MAR_1.plusDays(10)));
    world.assign(0, "C", MAR_1, null); // takes the place of the other move
    assertThat(world.drawn(APR_1)).isEqualTo("CAAAB.");
  }

  @Test
  void first_owners_last_owners_and_accounts_that_go_with_their_person_do_not_move() {
    limit(12, null, null);
    world.publish("BAAABA", MAR_1);
    world.publish("AAAAA.", APR_1, world.bob, world.ada, world.cy);

    assertThat(world.drawn(APR_1)).isEqualTo("AAAAA.");
  }

  @Test
  void an_account_stays_for_a_while_after_its_territory_got_another_person() {
    limit(null, 3, null);
    world.publish("AAAAB.", MAR_1, world.cy, world.bob, null);

    assertThatThrownBy(() -> world.assign(0, "B", APR_1, null))
        .hasMessageContaining("STABILITY_COOLING_OFF")
        .hasMessageContaining("its representative changed on 2026-03-01");
    world.assign(4, "A", APR_1, null);
    world.assign(0, "B", LocalDate.parse("2026-06-01"), null);
    assertThat(world.drawn(SEP_1)).isEqualTo("BAAAA.");
  }

  @Test
  void a_representative_loses_at_most_a_share_of_the_accounts_of_twelve_months() {
    limit(null, null, 5_000);
    world.publish("BAAAB.", MAR_1);
    world.assign(1, "B", APR_1, null);

    assertThatThrownBy(() -> world.assign(2, "C", SEP_1, null))
        .hasMessageContaining("STABILITY_TOO_MANY")
        .hasMessageContaining("Ada would have lost 3 of 4 accounts")
        .hasMessageContaining("50.00 %");
    world.assign(2, "C", LocalDate.parse("2027-04-02"), null);
    assertThat(world.drawn(SEP_1)).isEqualTo("BBAAB.");
  }

  @Test
  void limits_stand_in_the_audit_log_and_nobody_overwrites_the_others_unseen() {
    limit(6, 3, 2_500);
    StabilityLimits set = store.stability().get(LAYER);

    assertThat(set).isEqualTo(new StabilityLimits(6, 3, 2_500, 1));
    assertThat(store.audit().list(null, 1).items().getFirst().action()).isEqualTo("stability.set");
    assertRefused("STORE_STALE_VERSION", () -> limit(1, null, null));
    assertThat(
            store.stability().set(LAYER, new StabilityLimits(null, null, null, 1), "head").isNone())
        .isTrue();
    assertRefused(
        "STABILITY_WRONG_LIMIT",
        () -> store.stability().set(LAYER, new StabilityLimits(0, null, null, 2), "head"));
    assertRefused(
        "STABILITY_WRONG_LIMIT",
        () -> store.stability().set(LAYER, new StabilityLimits(null, null, 10_001, 2), "head"));
  }
}
