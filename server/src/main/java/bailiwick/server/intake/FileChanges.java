package bailiwick.server.intake;

import bailiwick.store.account.LoadChanges;
import bailiwick.store.measure.Delivery;
import java.util.Optional;

/** What a file does to what is there. */
sealed interface FileChanges {

  /** Its rows are merged with those known, by external id. */
  record Merge(LoadChanges changes) implements FileChanges {}

  /**
   * Its rows take the place of all that a file delivered before.
   *
   * @param before that file; empty when it is the first
   */
  record Replacement(Optional<Delivery> before) implements FileChanges {}
}
