package bailiwick.intake.circulation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Finds territories by what people write: code, name, or who works them. Case does not count. */
final class TerritoryNames {

  private final Map<String, Set<String>> codesOf = new HashMap<>(); // key -> codes
  private final Map<String, String> shown = new HashMap<>(); // key -> as written by us

  TerritoryNames(SentScenario scenario) {
    scenario.territories().forEach(choice -> put(choice.code(), choice.code()));
    Set<String> codes = Set.copyOf(codesOf.keySet());
    for (SentScenario.Choice choice : scenario.territories()) {
      Stream.of(choice.name(), choice.person())
          .filter(text -> !text.isBlank() && !codes.contains(key(text)))
          .forEach(text -> put(text, choice.code()));
    }
  }

  private void put(String text, String code) {
    codesOf.computeIfAbsent(key(text), none -> new TreeSet<>()).add(code);
    shown.putIfAbsent(key(text), text);
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** The codes that a text may mean, none when it means nothing. */
  Set<String> find(String text) {
    return codesOf.getOrDefault(key(text), Set.of());
  }

  /** What was most likely meant; null when nothing is near. */
  @Nullable String nearest(String text) {
    String key = key(text);
    int reach = Math.max(2, key.length() / 3);
    LevenshteinDistance distance = new LevenshteinDistance(reach);
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String known : new TreeSet<>(codesOf.keySet())) {
      int away = distance.apply(key, known);
      if (away >= 0 && away < least) {
        least = away;
        best = shown.get(known);
      }
    }
    return best;
  }
}
