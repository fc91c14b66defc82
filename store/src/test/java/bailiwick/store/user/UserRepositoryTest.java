package bailiwick.store.user;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserRepositoryTest extends StoreContract {

  private User create(String name) {
    return store
        .users()
        .create(new NewUser(name, "Ada B", Role.PLANNER, "$2a$hash", true, null), "admin");
  }

  @Test
  void a_user_is_found_whatever_the_case_of_the_name() {
    User ada = create("Ada");

    assertThat(store.users().findByUsername(" aDA")).contains(ada);
    assertThat(store.users().find(ada.id())).contains(ada);
    assertThat(store.users().count()).isOne();
    assertThat(store.users().list()).containsExactly(ada);
  }

  @Test
  void a_name_is_used_once() {
    create("ada");

    assertRefused("STORE_ALREADY_EXISTS", () -> create("ADA"));
  }

  @Test
  void an_update_keeps_the_password_and_checks_the_version() {
    User ada = create("ada");
    var person = Given.representative(store, "Ada");
    User changed =
        new User(
            ada.id(),
            "ignored",
            "Ada King",
            Role.MANAGER,
            "ignored",
            false,
            false,
            person,
            ada.createdAt(),
            ada.version());

    User updated = store.users().update(changed, "admin");

    assertThat(updated.displayName()).isEqualTo("Ada King");
    assertThat(updated.username()).isEqualTo("ada");
    assertThat(updated.passwordHash()).isEqualTo("$2a$hash");
    assertThat(updated.representative()).isEqualTo(person);
    assertThat(updated.active()).isFalse();
    assertRefused("STORE_STALE_VERSION", () -> store.users().update(changed, "admin"));
  }

  @Test
  void a_password_can_be_set() {
    User ada = store.users().setPassword(create("ada").id(), "$2a$new", false, "admin");

    assertThat(ada.passwordHash()).isEqualTo("$2a$new");
    assertThat(ada.mustChangePassword()).isFalse();
    assertRefused(
        "STORE_NOT_FOUND",
        () -> store.users().setPassword(new UserId(new UUID(1, 1)), "x", false, "admin"));
  }

  @Test
  void an_api_key_works_until_it_is_revoked() {
    ApiKey key = store.apiKeys().create("crm sync", Role.INTEGRATION, "bwk_ab", "hash", "ada");

    assertThat(store.apiKeys().findWorking("hash")).contains(key);
    store.apiKeys().touch(key.id());
    assertThat(store.apiKeys().list().get(0).lastUsedAt()).isNotNull();

    ApiKey revoked = store.apiKeys().revoke(key.id(), "admin");
    assertThat(store.apiKeys().findWorking("hash")).isEmpty();
    assertThat(store.apiKeys().revoke(key.id(), "admin")).isEqualTo(revoked);
  }
}
