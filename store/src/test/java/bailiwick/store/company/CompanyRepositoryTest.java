package bailiwick.store.company;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.store.StoreContract;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CompanyRepositoryTest extends StoreContract {

  private static Company acme(int month, long version) {
    return new Company("Acme", ZoneId.of("America/Chicago"), "USD", month, version);
  }

  @Test
  void there_is_one_company_and_it_is_saved_by_version() {
    assertThat(store.company().find()).isEmpty();

    assertThat(store.company().save(acme(1, 0), "admin")).isEqualTo(acme(1, 1));
    assertThat(store.company().save(acme(4, 1), "admin")).isEqualTo(acme(4, 2));
    assertThat(store.company().find()).contains(acme(4, 2));
  }

  @Test
  void a_save_on_another_version_is_refused() {
    assertRefused("STORE_STALE_VERSION", () -> store.company().save(acme(1, 3), "admin"));
    store.company().save(acme(1, 0), "admin");
    assertRefused("STORE_STALE_VERSION", () -> store.company().save(acme(4, 0), "admin"));
    assertThat(store.company().find()).contains(acme(1, 1));
  }
}
