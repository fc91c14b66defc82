package bailiwick.atlas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places of one country by name; a place's own name goes before another's second name. */
final class PlaceNames {

  private final Map<String, List<Place>> byName = new HashMap<>();
  private final Map<String, List<Place>> byOtherName = new HashMap<>();

  PlaceNames(List<Place> places, List<String> otherNames) {
    for (int p = 0; p < places.size(); p++) {
      Place place = places.get(p);
      add(byName, place.name(), place);
      for (String other : otherNames.get(p).split("\\|", -1)) {
        add(byOtherName, other, place);
      }
    }
  }

  private static void add(Map<String, List<Place>> index, String name, Place place) {
    if (!name.isEmpty()) {
      index
          .computeIfAbsent(Names.joined(Names.folded(name)), none -> new ArrayList<>(1))
          .add(place);
    }
  }

  /** The largest of the name in a region, or in the country when no region is given. */
  Optional<Place> find(String foldedName, String region) {
    return find(byName, foldedName, region).or(() -> find(byOtherName, foldedName, region));
  }

  private static Optional<Place> find(Map<String, List<Place>> index, String name, String region) {
    return index.getOrDefault(Names.joined(name), List.of()).stream()
        .filter(place -> region.isEmpty() || place.region().equals(region))
        .findFirst();
  }
}
