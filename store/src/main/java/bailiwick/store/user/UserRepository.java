package bailiwick.store.user;

import bailiwick.core.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** Keeps the users. Thread-safe. */
public final class UserRepository {

  /** How many users there are; 0 before the first start has made the administrator. */
  public long count() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The user of a name, whatever its case, active or not. */
  public Optional<User> findByUsername(String username) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The user of an id. */
  public Optional<User> find(UserId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** All users by name. */
  public List<User> list() {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * Makes a user.
   *
   * @throws ProblemException with {@code STORE_ALREADY_EXISTS} when the name is taken
   */
  public User create(NewUser user) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * Saves display name, role, active and representative.
   *
   * @param user carries the version the change was made on
   * @throws ProblemException with {@code STORE_STALE_VERSION} or {@code STORE_NOT_FOUND}
   */
  public User update(User user) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Sets a new password. */
  public User setPassword(UserId id, String passwordHash, boolean mustChangePassword) {
    throw new UnsupportedOperationException("Being written.");
  }
}
