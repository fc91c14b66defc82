package bailiwick.store.roster;

import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.Representative;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.account.LoadReport;
import java.util.List;
import java.util.Optional;

/** Keeps the representatives. Thread-safe. */
public final class RepresentativeRepository {

  /** Saves many of one source, all or nothing, merged by external id; new ones get an own id. */
  public LoadReport load(String source, List<Representative> representatives) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** All by name, those who left too. */
  public List<StoredRepresentative> list() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The representative of an id. */
  public Optional<StoredRepresentative> find(RepresentativeId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The representative of an external id. */
  public Optional<StoredRepresentative> findByExternalId(String source, String externalId) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * Saves a changed representative, named by its id.
   *
   * @throws ProblemException with {@code STORE_STALE_VERSION} or {@code STORE_NOT_FOUND}
   */
  public StoredRepresentative update(Representative representative, long expectedVersion) {
    throw new UnsupportedOperationException("Being written.");
  }
}
