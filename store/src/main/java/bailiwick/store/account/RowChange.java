package bailiwick.store.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a load does to one row that it does not leave as it is. Immutable. */
public sealed interface RowChange {

  /** The id in the system it came from. */
  String externalId();

  /** As shown to people; the one after the load. */
  String name();

  /** It was not known before. */
  record Inserted(String externalId, String name) implements RowChange {}

  /** Some of its values become others; one or more. */
  record Changed(String externalId, String name, List<FieldChange> fields) implements RowChange {
    public Changed {
      fields = List.copyOf(fields);
    }
  }

  /**
   * It was known and is no longer in the file; it is kept.
   *
   * @param lastSeen when the last file that had it was loaded, null when nobody kept it
   */
  record Disappeared(String externalId, String name, @Nullable Instant lastSeen)
      implements RowChange {}
}
