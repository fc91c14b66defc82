package bailiwick.store.measure;

import static bailiwick.store.Given.APR_1;
import static bailiwick.store.Given.JAN_1;
import static bailiwick.store.Given.MAR_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class MeasureRepositoryTest extends StoreContract {

  private static final FigureDays FIRST_QUARTER = new FigureDays(JAN_1, JAN_1, JAN_1, APR_1);

  @Test
  void figures_count_what_falls_into_the_period() {
    AccountId account = Given.accounts(store, 2).get(0);
    load(
        () -> store.measures().startDeals("crm"),
        deal("D1", account, DealState.OPEN, 100, JAN_1, null),
        deal("D2", account, DealState.WON, 200, JAN_1, MAR_1),
        deal("D3", account, DealState.LOST, 400, JAN_1, MAR_1),
        deal("D4", account, DealState.WON, 800, JAN_1, APR_1),
        deal("D5", account, DealState.OPEN, 1600, APR_1, null),
        deal("D6", account, DealState.LOST, 3200, null, null));
    load(
        () -> store.measures().startRevenue("erp"), day(account, JAN_1, 7), day(account, APR_1, 9));
    load(
        () -> store.measures().startContacts("crm"),
        new Contact(account, null, "visit", JAN_1, 3),
        new Contact(account, Given.representative(store, "Ada"), "call", MAR_1, 1),
        new Contact(account, null, "call", APR_1, 1));

    assertThat(store.measures().figures(FIRST_QUARTER))
        .isEqualTo(Map.of(account, new AccountFigures(7, 900, 1, 1, 4)));
  }

  @Test
  void revenue_of_a_year_counts_by_its_days_in_the_period() {
    AccountId account = Given.accounts(store, 1).get(0);
    load(
        () -> store.measures().startRevenue("erp"),
        new Revenue(account, JAN_1, JAN_1.plusYears(1), 36_500),
        new Revenue(account, JAN_1.minusYears(1), JAN_1, 1));

    assertThat(store.measures().figures(FIRST_QUARTER).get(account))
        .isEqualTo(new AccountFigures(9_000, 0, 0, 0, 0));
  }

  @Test
  void a_new_delivery_replaces_the_old_one_of_its_source_only() {
    AccountId account = Given.accounts(store, 1).get(0);
    load(() -> store.measures().startRevenue("erp"), day(account, JAN_1, 7));
    load(() -> store.measures().startRevenue("shop"), day(account, JAN_1, 1));

    load(() -> store.measures().startRevenue("erp"), day(account, JAN_1, 20));

    assertThat(revenueOf(account)).isEqualTo(21);
    assertThat(store.measures().deliveries())
        .extracting(Delivery::kind, Delivery::source, Delivery::rows, Delivery::asOf)
        .containsExactlyInAnyOrder(
            tuple(DeliveryKind.REVENUE, "erp", 1L, APR_1),
            tuple(DeliveryKind.REVENUE, "shop", 1L, APR_1));
  }

  @Test
  void figures_of_an_unknown_account_are_refused_and_the_old_ones_stay() {
    AccountId account = Given.accounts(store, 1).get(0);
    load(() -> store.measures().startRevenue("erp"), day(account, JAN_1, 7));

    assertThatThrownBy(() ->
            load(
                () -> store.measures().startRevenue("erp"),
                day(new AccountId(new UUID(1, 1)), JAN_1, 1)))
        .isInstanceOf(DataAccessException.class);
    assertThat(revenueOf(account)).isEqualTo(7);
  }

  @Test
  void a_load_that_is_not_finished_leaves_everything_as_it_was() {
    AccountId account = Given.accounts(store, 1).get(0);
    load(() -> store.measures().startRevenue("erp"), day(account, JAN_1, 7));

    try (MeasureLoad<Revenue> cut = store.measures().startRevenue("erp")) {
      cut.add(day(account, JAN_1, 1000));
    }

    assertThat(revenueOf(account)).isEqualTo(7);
    assertThat(store.measures().deliveries().get(0).rows()).isEqualTo(1);
  }

  @Test
  void quotas_belong_to_territories_or_people_and_are_found_by_their_days() {
    RepresentativeId ada = Given.representative(store, "Ada");
    Quota ofTerritory = quota(new TerritoryCode("T1"), null, JAN_1, APR_1);
    Quota ofPerson = quota(null, ada, APR_1, APR_1.plusMonths(3));
    load(() -> store.measures().startQuotas("plan"), ofTerritory, ofPerson);

    assertThat(store.measures().quotas("revenue", JAN_1, APR_1)).containsExactly(ofTerritory);
    assertThat(store.measures().quotas("revenue", JAN_1, APR_1.plusDays(1)))
        .containsExactly(ofTerritory, ofPerson);
    assertThat(store.measures().quotas("visits", JAN_1, APR_1)).isEmpty();
  }

  @SafeVarargs
  private static <T> void load(Supplier<MeasureLoad<T>> start, T... rows) {
    try (MeasureLoad<T> load = start.get()) {
      for (T row : rows) {
        load.add(row);
      }
      load.finish("file.csv", APR_1, "planner");
    }
  }

  private long revenueOf(AccountId account) {
    return store
        .measures()
        .figures(FIRST_QUARTER)
        .getOrDefault(account, AccountFigures.NONE)
        .revenueCents();
  }

  private static Deal deal(
      String id,
      AccountId account,
      DealState state,
      long cents,
      @Nullable LocalDate opened,
      @Nullable LocalDate closed) {
    return new Deal(id, account, null, "", "stage", state, cents, opened, null, closed);
  }

  private static Revenue day(AccountId account, LocalDate on, long cents) {
    return new Revenue(account, on, on.plusDays(1), cents);
  }

  private static Quota quota(
      @Nullable TerritoryCode territory,
      @Nullable RepresentativeId person,
      LocalDate from,
      LocalDate until) {
    return new Quota(territory, person, "revenue", from, until, 100);
  }
}
