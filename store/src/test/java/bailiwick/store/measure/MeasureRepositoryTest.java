package bailiwick.store.measure;

import static bailiwick.store.Given.APR_1;
import static bailiwick.store.Given.JAN_1;
import static bailiwick.store.Given.MAR_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.account.AccountId;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class MeasureRepositoryTest extends StoreContract {

  @Test
  void figures_count_what_falls_into_the_period() {
    AccountId account = Given.accounts(store, 2).get(0);
    store
        .measures()
        .replaceDeals(
            "crm",
            List.of(
                new Deal("D1", account, "open", "1", DealState.OPEN, 100, JAN_1, null),
                new Deal("D2", account, "won", "9", DealState.WON, 200, JAN_1, MAR_1),
                new Deal("D3", account, "lost", "9", DealState.LOST, 400, JAN_1, MAR_1),
                new Deal("D4", account, "won later", "9", DealState.WON, 800, JAN_1, APR_1),
                new Deal("D5", account, "new", "1", DealState.OPEN, 1600, APR_1, null)));
    store
        .measures()
        .replaceRevenue(
            "erp", List.of(new Revenue(account, JAN_1, 7), new Revenue(account, APR_1, 9)));
    store
        .measures()
        .replaceContacts(
            "crm",
            List.of(
                new Contact(account, null, "visit", JAN_1, 60),
                new Contact(account, Given.representative(store, "Ada"), "call", MAR_1, 5)));

    assertThat(store.measures().figures(JAN_1, APR_1))
        .containsExactly(new AccountFigures(account, 7, 900, 2, 200, 1, 1, 2, MAR_1));
    assertThat(store.measures().dealsOf(account)).hasSize(5);
  }

  @Test
  void a_new_delivery_replaces_the_old_one_of_its_source_only() {
    AccountId account = Given.accounts(store, 1).get(0);
    store.measures().replaceRevenue("erp", List.of(new Revenue(account, JAN_1, 7)));
    store.measures().replaceRevenue("shop", List.of(new Revenue(account, JAN_1, 1)));

    store.measures().replaceRevenue("erp", List.of(new Revenue(account, JAN_1, 20)));

    assertThat(store.measures().figures(JAN_1, APR_1).get(0).revenueCents()).isEqualTo(21);
  }

  @Test
  void figures_of_an_unknown_account_are_refused_and_the_old_ones_stay() {
    AccountId account = Given.accounts(store, 1).get(0);
    store.measures().replaceRevenue("erp", List.of(new Revenue(account, JAN_1, 7)));

    assertThatThrownBy(() ->
            store
                .measures()
                .replaceRevenue(
                    "erp", List.of(new Revenue(new AccountId(new UUID(1, 1)), JAN_1, 1))))
        .isInstanceOf(DataAccessException.class);
    assertThat(store.measures().figures(JAN_1, APR_1).get(0).revenueCents()).isEqualTo(7);
  }
}
