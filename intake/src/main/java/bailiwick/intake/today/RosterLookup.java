package bailiwick.intake.today;

import bailiwick.core.roster.Representative;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds people by what files call them: external id first, then mail address, then name. Letters'
 * case does not count. Immutable.
 */
public final class RosterLookup {

  private final Map<String, Representative> byKey = new HashMap<>();

  private RosterLookup() {}

  /** A lookup over a roster. */
  public static RosterLookup of(Collection<Representative> roster) {
    RosterLookup lookup = new RosterLookup();
    roster.forEach(person -> lookup.put(person.externalId(), person));
    roster.forEach(person -> lookup.put(person.email(), person));
    roster.forEach(person -> lookup.put(person.name(), person));
    return lookup;
  }

  private void put(String text, Representative person) {
    if (!text.isBlank()) {
      byKey.putIfAbsent(TodayBuilder.key(text), person);
    }
  }

  /** Whether it knows nobody. */
  public boolean isEmpty() {
    return byKey.isEmpty();
  }

  /** The person of an id, mail address or name; null when nobody is called so. */
  public @Nullable Representative find(String text) {
    return byKey.get(TodayBuilder.key(text));
  }
}
