package bailiwick.store.audit;

import bailiwick.store.database.Page;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The append-only log of who changed what, each entry chained to the one before. Thread-safe. */
public final class AuditLog {

  /** Appends an entry, in the caller's transaction when there is one. */
  public AuditEntry append(String who, String action, String subject, String detail) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** A page of entries, newest first. */
  public Page<AuditEntry> list(@Nullable String cursor, int limit) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The sequence of the first entry that does not fit the chain, empty when all do. */
  public OptionalLong findBreak() {
    throw new UnsupportedOperationException("Being written.");
  }
}
