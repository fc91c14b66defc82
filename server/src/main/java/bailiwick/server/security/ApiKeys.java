package bailiwick.server.security;

import bailiwick.server.security.UserWire.ApiKeyList;
import bailiwick.server.security.UserWire.ApiKeyWithSecret;
import bailiwick.store.Store;
import bailiwick.store.user.ApiKey;
import bailiwick.store.user.ApiKeyId;
import bailiwick.store.user.Role;
import java.util.Optional;

/** The keys of machines. Thread-safe. */
public class ApiKeys {

  private static final int SHOWN = 8;

  private final Store store;
  private final Secrets secrets;

  /** Keys kept in a store. */
  public ApiKeys(Store store, Secrets secrets) {
    this.store = store;
    this.secrets = secrets;
  }

  /** The key of a secret while it works; notes its use. */
  Optional<ApiKey> findWorking(String secret) {
    Optional<ApiKey> key = store.apiKeys().findWorking(Secrets.sha256(secret));
    key.ifPresent(found -> store.apiKeys().touch(found.id()));
    return key;
  }

  ApiKeyList list() {
    return new ApiKeyList(
        store.apiKeys().list().stream()
            .filter(key -> key.revokedAt() == null)
            .map(ApiKeys::wire)
            .toList());
  }

  ApiKeyWithSecret create(String name, String who) {
    String secret = secrets.apiKey();
    ApiKey key =
        store
            .apiKeys()
            .create(
                name, Role.INTEGRATION, secret.substring(0, SHOWN), Secrets.sha256(secret), who);
    return new ApiKeyWithSecret(wire(key), secret);
  }

  void revoke(ApiKeyId id, String who) {
    store.apiKeys().revoke(id, who);
  }

  private static UserWire.ApiKey wire(ApiKey key) {
    return new UserWire.ApiKey(
        key.id().toString(), key.name(), key.prefix(), key.createdAt(), key.lastUsedAt());
  }
}
