package bailiwick.intake.today;

import bailiwick.core.roster.Representative;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds people by what files call them: external id first, then mail address, then name. */
final class RosterLookup {

  private final Map<String, Representative> byKey = new HashMap<>();

  private RosterLookup() {}

  static RosterLookup of(Collection<Representative> roster) {
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

  boolean isEmpty() {
    return byKey.isEmpty();
  }

  @Nullable Representative find(String key) {
    return byKey.get(key);
  }
}
