package bailiwick.server.intake;

import bailiwick.core.problem.Problem;
import bailiwick.core.roster.Representative;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.server.roster.Roster;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds representatives by what files call them, and remembers who was not found. */
final class OwnerKeys {

  private final Map<String, RepresentativeId> byKey = new HashMap<>();
  private long unknown;
  private String example = "";

  OwnerKeys(Roster roster) {
    List<Representative> people = roster.all();
    people.forEach(person -> put(person.externalId(), person));
    people.forEach(person -> put(person.email(), person));
    people.forEach(person -> put(person.name(), person));
  }

  private void put(String text, Representative person) {
    byKey.putIfAbsent(key(text), person.id());
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether a key is somebody's. */
  boolean has(String text) {
    return byKey.containsKey(key(text));
  }

  /**
   * The representative of a key.
   *
   * @throws IllegalArgumentException when it is nobody's
   */
  RepresentativeId required(String text) {
    RepresentativeId found = byKey.get(key(text));
    if (found == null) {
      throw new IllegalArgumentException("The key (%s) is nobody's.".formatted(text));
    }
    return found;
  }

  /** The representative of a key, null when it is blank or unknown. */
  @Nullable RepresentativeId find(String text) {
    if (text.isBlank()) {
      return null;
    }
    RepresentativeId found = byKey.get(key(text));
    if (found == null) {
      unknown++;
      example = example.isEmpty() ? text.strip() : example;
    }
    return found;
  }

  List<Problem> problems() {
    return unknown == 0 ? List.of() : List.of(new UnknownOwners(unknown, example));
  }
}
