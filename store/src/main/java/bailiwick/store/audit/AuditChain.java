package bailiwick.store.audit;

import java.util.Optional;

/**
 * What a look through the audit log found.
 *
 * @param entries that fit the one before, up to the first that does not
 * @param lastHash of the last of them; 64 zeros without entries
 * @param fault the first that does not fit, empty when all do
 * @param notedFound whether an entry has the hash that was asked for; true when none was
 */
public record AuditChain(
    long entries, String lastHash, Optional<AuditFault> fault, boolean notedFound) {

  /** Whether nothing was changed or dropped, as far as it can show. */
  public boolean holds() {
    return fault.isEmpty() && notedFound;
  }
}
