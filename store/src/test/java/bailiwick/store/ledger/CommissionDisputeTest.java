package bailiwick.store.ledger;

import static bailiwick.store.ledger.BookWorld.LAYER;
import static bailiwick.store.ledger.BookWorld.code;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.AccountId;
import bailiwick.store.StoreContract;
import bailiwick.store.deal.DealId;
import bailiwick.store.deal.DealOwner;
import bailiwick.store.deal.DealRepository;
import bailiwick.store.deal.NewHold;
import bailiwick.store.deal.OpenDeal;
import bailiwick.store.measure.Deal;
import bailiwick.store.measure.DealState;
import bailiwick.store.measure.MeasureLoad;
import bailiwick.store.publication.Publication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The account goes from Ada to Bob from the 1st of March, which is recorded on the 20th. A deal of
 * it, held with Ada until the 31st, is won on the 14th. In April all of it is taken back.
 */
class CommissionDisputeTest extends StoreContract {

  private static final LocalDate MARCH_1 = LocalDate.parse("2026-03-01");
  private static final LocalDate MARCH_14 = LocalDate.parse("2026-03-14");
  private static final LocalDate MARCH_31 = LocalDate.parse("2026-03-31");
  private static final Instant ON_MARCH_15 = Instant.parse("2026-03-15T12:00:00Z");
  private static final Instant ON_MARCH_21 = Instant.parse("2026-03-21T12:00:00Z");
  private static final Instant IN_APRIL = Instant.parse("2026-04-10T12:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-04-30T12:00:00Z");

  private BookWorld world;
  private AccountId account;
  private DealId deal;

  @BeforeEach
  void whatHappened() {
    clock.set(Instant.parse("2026-01-05T08:00:00Z"));
    world = new BookWorld(store, "AC");
    account = world.accounts.get(0);
    load(DealState.OPEN, null);
    deal = decide();

    clock.set(Instant.parse("2026-03-14T08:00:00Z"));
    load(DealState.WON, MARCH_14);

    clock.set(Instant.parse("2026-03-20T08:00:00Z"));
    store.deals().hold(deal, new NewHold(MARCH_1, MARCH_31, "Ada had worked on it.", "maria"));
    Publication second = world.publish("BC", MARCH_1);

    clock.set(IN_APRIL);
    store.publications().undo(second.id(), "maria", "The numbers were wrong.");
    clock.set(AFTER);
  }

  private void load(DealState state, @Nullable LocalDate closed) {
    try (MeasureLoad<Deal> load = store.measures().startDeals("crm")) {
      load.add(
          new Deal(
              "D1",
              account,
              null,
              "",
              "Offer",
              state,
              50_000_00,
              LocalDate.parse("2026-01-02"),
              null,
              closed));
      load.finish("deals.csv", MARCH_14, "clerk");
    }
  }

  private DealId decide() {
    OpenDeal open = store.deals().open(LAYER, MARCH_1).getFirst();
    store
        .deals()
        .decide(
            LAYER,
            store.publications().rulesOn(LAYER, MARCH_1).orElseThrow().publication().id(),
            List.of(new DealRepository.Made(open, code("A"), "r", "With its account.")));
    return Objects.requireNonNull(store.deals().open(LAYER, MARCH_1).getFirst().decision()).id();
  }

  private String accountOn(LocalDate day, Instant knownAt) {
    return store.ledger().ownerOn(account, LAYER, day, knownAt).orElseThrow().representativeName();
  }

  private DealOwner dealOn(LocalDate day, Instant knownAt) {
    return store.deals().ownerOn(deal, day, knownAt).orElseThrow();
  }

  @Test
  void as_believed_on_the_15th_ada_had_both() {
    assertThat(accountOn(MARCH_14, ON_MARCH_15)).isEqualTo("Ada");
    assertThat(dealOn(MARCH_14, ON_MARCH_15).representativeName()).isEqualTo("Ada");
    assertThat(dealOn(MARCH_14, ON_MARCH_15).held()).isFalse();
  }

  @Test
  void as_believed_on_the_21st_bob_had_the_account_and_ada_the_deal() {
    assertThat(accountOn(MARCH_14, ON_MARCH_21)).isEqualTo("Bob");
    assertThat(dealOn(MARCH_14, ON_MARCH_21).representativeName()).isEqualTo("Ada");
    assertThat(dealOn(MARCH_14, ON_MARCH_21).held()).isTrue();
    assertThat(dealOn(MARCH_14, ON_MARCH_21).why()).isEqualTo("Ada had worked on it.");
    assertThat(dealOn(MARCH_31, ON_MARCH_21).representativeName()).isEqualTo("Bob");
  }

  @Test
  void after_it_was_taken_back_ada_had_both_and_what_was_believed_before_stays() {
    assertThat(accountOn(MARCH_14, AFTER)).isEqualTo("Ada");
    assertThat(dealOn(MARCH_14, AFTER).representativeName()).isEqualTo("Ada");
    assertThat(dealOn(MARCH_31, AFTER).representativeName()).isEqualTo("Ada");
    assertThat(accountOn(MARCH_14, ON_MARCH_21)).isEqualTo("Bob");
    assertThat(dealOn(MARCH_31, ON_MARCH_21).representativeName()).isEqualTo("Bob");
    assertThat(store.ledger().history(account)).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void whose_a_deal_was_stays_when_its_account_goes_into_another() {
    JdbcClient.create(store.dataSource())
        .sql("UPDATE account SET merged_into = :other WHERE id = :account")
        .param("other", world.accounts.get(1).value())
        .param("account", account.value())
        .update();

    assertThat(dealOn(MARCH_14, ON_MARCH_15).representativeName()).isEqualTo("Ada");
    assertThat(dealOn(MARCH_31, ON_MARCH_21).representativeName()).isEqualTo("Bob");
    world.assign(0, null, LocalDate.parse("2026-05-01"), null);
    assertThat(dealOn(LocalDate.parse("2026-05-02"), LedgerRepository.NOW).representativeName())
        .isEqualTo("Cy");
  }
}
