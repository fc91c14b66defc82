package bailiwick.store.roster;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.roster.Representative;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import bailiwick.store.account.LoadReport;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepresentativeRepositoryTest extends StoreContract {

  private static Representative left(Representative person) {
    return new Representative(
        person.id(),
        person.externalId(),
        person.name(),
        person.email(),
        null,
        List.of("a", "b,c"),
        person.startedOn(),
        LocalDate.parse("2026-02-01"),
        0.5,
        9);
  }

  @Test
  void a_load_merges_by_external_id() {
    assertThat(
            store
                .representatives()
                .load("hr", List.of(Given.person("Ada"), Given.person("Bob")), "ada"))
        .isEqualTo(new LoadReport(2, 0, 0, 0));
    StoredRepresentative ada = store.representatives().findByExternalId("hr", "Ada").orElseThrow();

    assertThat(
            store
                .representatives()
                .load("hr", List.of(left(Given.person("Ada")), Given.person("Bob")), "ada"))
        .isEqualTo(new LoadReport(0, 1, 1, 0));

    StoredRepresentative after =
        store.representatives().find(ada.representative().id()).orElseThrow();
    assertThat(after.representative()).isEqualTo(left(ada.representative()));
    assertThat(after.version()).isEqualTo(2);
    assertThat(store.representatives().list()).hasSize(2);
  }

  @Test
  void an_update_on_an_older_version_is_refused() {
    Given.representative(store, "Ada");
    Representative ada =
        store.representatives().findByExternalId("hr", "Ada").orElseThrow().representative();

    assertThat(store.representatives().update(left(ada), 1, "ada").version()).isEqualTo(2);
    assertRefused("STORE_STALE_VERSION", () -> store.representatives().update(left(ada), 1, "ada"));
  }
}
