package bailiwick.store.user;

import bailiwick.core.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** Keeps the API keys. Thread-safe. */
public final class ApiKeyRepository {

  /** Makes a key from the hash of its secret. */
  public ApiKey create(String name, Role role, String prefix, String hash, String createdBy) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The key with this hash that is not revoked. */
  public Optional<ApiKey> findWorking(String hash) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** All keys, newest first, revoked ones too. */
  public List<ApiKey> list() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Notes that the key was used now; at most once a minute, so that reading stays cheap. */
  public void touch(ApiKeyId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * Revokes a key; one revoked before stays as it is.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public ApiKey revoke(ApiKeyId id) {
    throw new UnsupportedOperationException("Being written.");
  }
}
