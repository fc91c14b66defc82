package bailiwick.store.lead;

import bailiwick.store.database.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps leads with their decisions. Thread-safe. */
public final class LeadRepository {

  /** Keeps a lead. */
  public StoredLead create(NewLead lead) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The lead of an id. */
  public Optional<StoredLead> find(LeadId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** A page of leads, newest first. */
  public Page<StoredLead> list(@Nullable String cursor, int limit) {
    throw new UnsupportedOperationException("Being written.");
  }
}
