package bailiwick.store.deal;

import static bailiwick.store.Given.APR_1;
import static bailiwick.store.Given.JAN_1;
import static bailiwick.store.Given.MAR_1;
import static bailiwick.store.ledger.LedgerRepository.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import bailiwick.store.ledger.PublicationId;
import bailiwick.store.measure.Deal;
import bailiwick.store.measure.DealState;
import bailiwick.store.measure.MeasureLoad;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.Plan;
import bailiwick.store.publication.DataDoubt;
import bailiwick.store.publication.Decisions;
import bailiwick.store.publication.PublicationRequest;
import bailiwick.store.scenario.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DealRepositoryTest extends StoreContract {

  private static final LayerId LAYER = LayerId.NEW_BUSINESS;
  private static final TerritoryCode ONE = new TerritoryCode("T1");

  private List<AccountId> accounts;
  private PublicationId publication;

  @BeforeEach
  void two_deals_are_open() {
    accounts = Given.accounts(store, 2);
    Plan plan = Given.plan(store, "2026", 2);
    Scenario scenario = Given.scenario(store, plan, "First", "AA", Given.territory("T1", null));
    publication =
        store
            .publications()
            .publish(
                new PublicationRequest(
                    scenario.id(),
                    scenario.version(),
                    JAN_1,
                    Given.rules("T1", "North"),
                    "[1]",
                    DataDoubt.UNKNOWN,
                    "k",
                    "planner",
                    "new year"),
                Decisions.builder().add(accounts.get(0), 0).add(accounts.get(1), 0).build())
            .id();
    load(DealState.OPEN);
  }

  private void load(DealState second) {
    try (MeasureLoad<Deal> load = store.measures().startDeals("crm")) {
      load.add(deal("D1", 0, DealState.OPEN));
      load.add(deal("D2", 1, second));
      load.add(deal("D3", 1, DealState.WON));
      load.finish("deals.csv", MAR_1, "clerk");
    }
  }

  private Deal deal(String id, int account, DealState state) {
    return new Deal(
        id,
        accounts.get(account),
        null,
        "",
        "Offer",
        state,
        12_00,
        JAN_1,
        null,
        state == DealState.OPEN ? null : MAR_1);
  }

  @Test
  void open_deals_wait_to_be_decided_and_keep_their_decision_when_their_file_comes_again() {
    assertThat(store.deals().open(LAYER, MAR_1))
        .extracting(OpenDeal::externalId)
        .containsExactlyInAnyOrder("D1", "D2");
    assertThat(find("D1").decision()).isNull();

    decide("D1", ONE);
    DealDecision decided = decision("D1");
    load(DealState.LOST);

    assertThat(store.deals().open(LAYER, MAR_1)).singleElement().isEqualTo(find("D1"));
    assertThat(decision("D1")).isEqualTo(decided);
    assertThat(decided.territory()).isEqualTo(ONE);
    assertThat(decided.publication()).isEqualTo(publication);
    assertThat(store.deals().openOf(accounts.get(0), LAYER, MAR_1)).hasSize(1);
    assertThat(store.deals().openOf(accounts.get(1), LAYER, MAR_1)).isEmpty();
  }

  @Test
  void another_decision_takes_the_place_of_the_first_under_the_same_id() {
    decide("D1", ONE);
    DealId id = decision("D1").id();
    decide("D1", null);

    assertThat(decision("D1").id()).isEqualTo(id);
    assertThat(decision("D1").territory()).isNull();
  }

  @Test
  void a_hold_lasts_until_its_day_and_stands_in_the_audit_log() {
    decide("D1", ONE);
    decide("D2", ONE);
    DealId id = decision("D1").id();
    store.deals().hold(id, new NewHold(MAR_1, APR_1, "signed soon", "maria"));

    assertThat(decision("D1").isHeld()).isTrue();
    assertThat(decision("D1").outdated()).isFalse();
    DealDecision later =
        Objects.requireNonNull(store.deals().find(id, APR_1).orElseThrow().decision());
    assertThat(later.isHeld()).isFalse();
    assertThat(later.outdated()).isTrue();
    assertThat(store.deals().list(LAYER, MAR_1, true, null, 10).items())
        .extracting(OpenDeal::externalId)
        .containsExactly("D1");
    assertThat(store.deals().list(LAYER, APR_1, true, null, 10).items()).isEmpty();
    assertThat(store.deals().list(LAYER, APR_1, false, null, 10).items()).hasSize(2);

    store.deals().release(id, MAR_1, "maria");

    assertThat(decision("D1").hold()).isNull();
    assertThat(store.deals().find(id, MAR_1)).contains(find("D1"));
    assertRefused(
        "STORE_NOT_FOUND", () -> store.deals().release(new DealId(new UUID(7, 7)), MAR_1, "maria"));
  }

  @Test
  void a_closed_deal_is_held_back_then_with_whom_its_account_was() {
    decide("D2", ONE);
    DealId id = decision("D2").id();
    load(DealState.WON);
    store.deals().hold(id, new NewHold(MAR_1, APR_1, "worked on it", "maria"));

    DealDecision held =
        Objects.requireNonNull(store.deals().find(id, MAR_1).orElseThrow().decision());
    assertThat(held.territory()).isEqualTo(ONE);
    assertThat(held.isHeld()).isTrue();
    assertThat(store.deals().ownerOn(id, MAR_1, NOW).orElseThrow().held()).isTrue();
  }

  @Test
  void a_hold_keeps_it_with_the_owner_of_its_account_whatever_was_decided() {
    decide("D1", null);
    DealId id = decision("D1").id();
    store.deals().hold(id, new NewHold(MAR_1, APR_1, "signed soon", "maria"));

    assertThat(decision("D1").territory()).isEqualTo(ONE);
    assertThat(decision("D1").reason()).isEqualTo("It is held with T1.");
    assertRefused(
        "DEAL_NOBODY_TO_KEEP",
        () ->
            store
                .deals()
                .hold(id, new NewHold(JAN_1.minusDays(9), APR_1, "before anybody", "maria")));
  }

  @Test
  void another_reason_for_the_same_days_is_news_and_the_same_once_more_is_not() {
    decide("D1", ONE);
    DealId id = decision("D1").id();
    NewHold hold = new NewHold(MAR_1, APR_1, "signed soon", "maria");
    store.deals().hold(id, hold);
    store.deals().hold(id, hold);
    store.deals().hold(id, new NewHold(MAR_1, APR_1, "signed at last", "maria"));
    store.deals().release(id, MAR_1, "maria");
    store.deals().release(id, MAR_1, "maria");

    assertThat(store.deals().ownerOn(id, MAR_1, NOW).orElseThrow().held()).isFalse();
    assertThat(store.audit().list(null, 50).items())
        .filteredOn(entry -> entry.action().startsWith("deal."))
        .extracting(entry -> entry.action())
        .containsExactly("deal.released", "deal.held", "deal.held");
    assertRefused(
        "LEDGER_FAR_DAY",
        () -> store.deals().hold(id, new NewHold(LocalDate.of(30_000, 1, 1), null, "w", "maria")));
  }

  private void decide(String deal, @Nullable TerritoryCode territory) {
    store
        .deals()
        .decide(
            LAYER,
            publication,
            List.of(new DealRepository.Made(find(deal), territory, "r", "It goes there.")));
  }

  private OpenDeal find(String externalId) {
    return store.deals().open(LAYER, MAR_1).stream()
        .filter(deal -> deal.externalId().equals(externalId))
        .findFirst()
        .orElseThrow();
  }

  private DealDecision decision(String externalId) {
    return Objects.requireNonNull(find(externalId).decision());
  }
}
