package bailiwick.store.audit;

import java.util.OptionalLong;

/**
 * What a look through the audit log found.
 *
 * @param entries that fit, up to the first that does not
 * @param lastHash of the last of them; 64 zeros without entries
 * @param brokenAt sequence of the first entry that does not fit, empty when all do
 * @param notedFound whether an entry has the hash that was asked for; true when none was
 */
public record AuditChain(long entries, String lastHash, OptionalLong brokenAt, boolean notedFound) {

  /** Whether nothing was changed or dropped, as far as it can show. */
  public boolean holds() {
    return brokenAt.isEmpty() && notedFound;
  }
}
