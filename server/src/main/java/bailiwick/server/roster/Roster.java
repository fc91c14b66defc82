package bailiwick.server.roster;

import bailiwick.core.roster.Representative;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.Store;
import bailiwick.store.roster.StoredRepresentative;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The representatives, kept in memory until an import changes them. Thread-safe. */
public class Roster {

  private final Store store;
  private volatile @Nullable Map<RepresentativeId, Representative> people;

  /** Representatives of a store. */
  public Roster(Store store) {
    this.store = store;
  }

  /** All by name, those who left too. */
  public List<Representative> all() {
    return List.copyOf(byId().values());
  }

  /** The representative of an id, null when there is none. */
  public @Nullable Representative find(@Nullable RepresentativeId id) {
    return id == null ? null : byId().get(id);
  }

  /** The name of a representative, null when there is none. */
  public @Nullable String name(@Nullable RepresentativeId id) {
    Representative person = find(id);
    return person == null ? null : person.name();
  }

  /** Notes that representatives have changed. */
  public void changed() {
    people = null;
  }

  private Map<RepresentativeId, Representative> byId() {
    Map<RepresentativeId, Representative> known = people;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (StoredRepresentative stored : store.representatives().list()) {
        known.put(stored.representative().id(), stored.representative());
      }
      people = known;
    }
    return known;
  }
}
