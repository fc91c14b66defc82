package bailiwick.store.profile;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.store.StoreContract;
import org.junit.jupiter.api.Test;

class ProfileRepositoryTest extends StoreContract {

  @Test
  void a_profile_takes_the_place_of_the_one_of_its_kind_and_name() {
    store.profiles().save("accounts", "ERP", "{\"a\":1}", "ada");
    store.profiles().save("opportunities", "erp", "{\"a\":2}", "ada");

    store.profiles().save("accounts", "erp", "{\"a\":3}", "bo");

    assertThat(store.profiles().list("accounts"))
        .containsExactly(
            new StoredProfile(
                "erp",
                "accounts",
                "{\"a\":3}",
                store.profiles().find("accounts", "ERP").orElseThrow().changedAt(),
                "bo"));
    assertThat(store.profiles().find("opportunities", "ERP")).isPresent();
  }

  @Test
  void a_deleted_profile_is_gone_and_others_stay() {
    store.profiles().save("accounts", "ERP", "{}", "ada");
    store.profiles().save("accounts", "CRM", "{}", "ada");

    assertThat(store.profiles().delete("accounts", "erp")).isTrue();
    assertThat(store.profiles().delete("accounts", "erp")).isFalse();
    assertThat(store.profiles().list("accounts"))
        .extracting(StoredProfile::name)
        .containsExactly("CRM");
  }
}
