package bailiwick.store.stability;

import static bailiwick.store.Given.APR_1;
import static bailiwick.store.Given.MAR_1;
import static bailiwick.store.ledger.BookWorld.LAYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import bailiwick.store.exception.ExceptionId;
import bailiwick.store.exception.ExceptionKind;
import bailiwick.store.exception.NewException;
import bailiwick.store.ledger.Assignment;
import bailiwick.store.ledger.BookWorld;
import bailiwick.store.plan.Plan;
import bailiwick.store.publication.DataDoubt;
import bailiwick.store.publication.Decisions;
import bailiwick.store.publication.PublicationRequest;
import bailiwick.store.scenario.Scenario;
import java.time.LocalDate;
import java.util.List;
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
      @Nullable Integer rest, @Nullable Integer person, @Nullable Integer yearlyBasisPoints) {
    store.stability().set(LAYER, new StabilityLimits(rest, person, yearlyBasisPoints, 0), "head");
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
  void moves_of_one_day_count_together_however_many_acts_bring_them() {
    limit(null, null, 5_000);
    world.assign(0, "B", MAR_1, null);
    world.assign(1, "B", MAR_1, null);

    assertThatThrownBy(() -> world.assign(2, "C", MAR_1, null))
        .hasMessageContaining("STABILITY_TOO_MANY")
        .hasMessageContaining("Ada would have lost 3 of 4 accounts");
    assertThat(world.drawn(MAR_1)).isEqualTo("BBAAB.");
  }

  @Test
  void moves_of_one_act_count_together_on_whatever_day_they_are() {
    limit(null, null, 5_000);

    assertRefused(
        "STABILITY_TOO_MANY",
        () ->
            assign(
                to(0, "B", MAR_1, null),
                to(1, "B", MAR_1.plusDays(1), null),
                to(2, "B", MAR_1.plusDays(2), null)));
    assign(to(0, "B", MAR_1, null), to(1, "B", MAR_1.plusDays(1), null));
    assertThat(world.drawn(SEP_1)).isEqualTo("BBAAB.");
  }

  @Test
  void moves_to_come_count_as_well() {
    limit(null, null, 5_000);
    world.assign(0, "B", SEP_1, null);
    world.assign(1, "B", SEP_1, null);

    assertRefused("STABILITY_TOO_MANY", () -> world.assign(2, "B", MAR_1, null));
  }

  @Test
  void one_act_does_not_move_an_account_twice() {
    limit(6, null, null);

    assertRefused(
        "STABILITY_TOO_SOON", () -> assign(to(0, "B", MAR_1, APR_1), to(0, "C", APR_1, null)));
    assign(to(0, "B", MAR_1, APR_1), to(1, "C", APR_1, null));
    assertThat(world.drawn(APR_1)).isEqualTo("ACAAB.");
  }

  @Test
  void a_publication_beneath_an_exception_changes_where_the_account_falls_not_that_it_does() {
    limit(6, null, 2_500);
    except(0, "B", MAR_1, SEP_1);
    world.publish("CAAAB.", APR_1);

    assertThat(world.drawn(APR_1)).isEqualTo("BAAAB.");
    assertThat(world.drawn(SEP_1)).isEqualTo("CAAAB.");
  }

  @Test
  void an_account_moves_on_the_day_after_a_period_that_ends_where_another_begins() {
    limit(6, null, null);
    world.publish("CAAAB.", APR_1);

    assertRefused("STABILITY_TOO_SOON", () -> world.assign(0, "B", MAR_1, APR_1));
    world.assign(1, "B", MAR_1, APR_1); // this one goes back to whose it is anyway
    assertThat(world.drawn(MAR_1)).isEqualTo("ABAAB.");
  }

  @Test
  void an_exception_ends_early_when_its_account_is_free_to_move_again_or_it_is_revoked() {
    limit(6, null, null);
    ExceptionId one = except(0, "B", MAR_1, LocalDate.parse("2027-03-01"));

    assertRefused(
        "STABILITY_TOO_SOON", () -> store.exceptions().end(one, APR_1, "maria", "She left."));
    assertThat(world.drawn(APR_1)).isEqualTo("BAAAB.");
    store.exceptions().end(one, SEP_1, "maria", "She left.");
    assertThat(world.drawn(SEP_1)).isEqualTo("AAAAB.");
    store.exceptions().end(one, MAR_1, "maria", "It was a mistake.");
    assertThat(world.drawn(MAR_1)).isEqualTo("AAAAB.");
  }

  @Test
  void no_chain_of_exceptions_moves_an_account_month_by_month() {
    limit(6, null, null);
    except(0, "B", MAR_1, APR_1);

    assertRefused("STABILITY_TOO_SOON", () -> except(0, "C", APR_1, APR_1.plusMonths(1)));
    except(0, "B", APR_1, APR_1.plusMonths(1)); // it only stays longer
    assertThat(world.drawn(APR_1)).isEqualTo("BAAAB.");
  }

  @Test
  void a_day_without_an_owner_forgets_nothing() {
    limit(6, null, 2_500);
    world.assign(0, "B", MAR_1, null);
    world.assign(0, null, APR_1, APR_1.plusDays(1));

    assertRefused("STABILITY_TOO_SOON", () -> world.assign(0, "C", APR_1.plusDays(1), null));
    world.assign(1, null, APR_1, APR_1.plusDays(1));
    assertRefused("STABILITY_TOO_MANY", () -> world.assign(1, "B", APR_1.plusDays(1), null));
    assertThat(world.drawn(SEP_1)).isEqualTo("BAAAB.");
  }

  @Test
  void a_change_of_person_counts_through_a_vacancy_and_through_corrections() {
    world.publish("AAAAB.", MAR_1, null, world.bob, null);
    world.publish("AAAAB.", MAR_1.plusDays(14), world.cy, world.bob, null);
    world.assign(1, "B", MAR_1.plusDays(16), MAR_1.plusDays(17));
    limit(null, 3, null);

    assertThatThrownBy(() -> world.assign(0, "B", APR_1, null))
        .hasMessageContaining("STABILITY_COOLING_OFF")
        .hasMessageContaining("its representative changed on 2026-03-15");
    assertRefused("STABILITY_COOLING_OFF", () -> world.assign(1, "B", APR_1, null));
  }

  @Test
  void a_change_of_person_counts_through_a_new_year_s_plan() {
    LocalDate newYear = LocalDate.parse("2027-01-01");
    Plan next = Given.plan(store, "2027", 1);
    Scenario scenario =
        Given.scenario(
            store,
            next,
            "Next",
            "A",
            Given.territory("A", world.cy),
            Given.territory("B", world.bob));
    Decisions.Builder decisions = Decisions.builder();
    for (int account = 0; account < 5; account++) {
      decisions.add(world.accounts.get(account), account == 4 ? 1 : 0);
    }
    limit(6, 3, 0);
    store
        .publications()
        .publish(
            new PublicationRequest(
                scenario.id(),
                scenario.version(),
                newYear,
                Given.rules("A", ""),
                "{}",
                DataDoubt.UNKNOWN,
                "next",
                "planner",
                "why"),
            decisions.build());
    var move =
        new Assignment(
            world.accounts.get(0), BookWorld.code("B"), LocalDate.parse("2027-02-01"), null);

    assertThatThrownBy(() -> store.ledger().assign(next.id(), List.of(move), BookWorld.CORRECTION))
        .hasMessageContaining("STABILITY_COOLING_OFF")
        .hasMessageContaining("its representative changed on 2027-01-01");
  }

  private void assign(Assignment... assignments) {
    store.ledger().assign(world.plan.id(), List.of(assignments), BookWorld.CORRECTION);
  }

  private Assignment to(int account, String to, LocalDate from, @Nullable LocalDate until) {
    return new Assignment(world.accounts.get(account), BookWorld.code(to), from, until);
  }

  private ExceptionId except(int account, String to, LocalDate from, LocalDate until) {
    return store
        .exceptions()
        .make(
            new NewException(
                world.plan.id(),
                world.accounts.get(account),
                ExceptionKind.NAMED,
                new NewException.Owner.OfTerritory(BookWorld.code(to)),
                from,
                until,
                null,
                "Knows the chief executive.",
                "maria"))
        .id();
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
