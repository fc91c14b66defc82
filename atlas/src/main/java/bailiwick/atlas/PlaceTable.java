package bailiwick.atlas;

import bailiwick.atlas.pack.Columns;
import bailiwick.atlas.pack.Shelf;
import bailiwick.core.unit.LonLat;
import bailiwick.geo.lookup.NearestLookup;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The world's places: rows of a country stand together, the largest first. */
final class PlaceTable {

  private static final List<String> OPTIONAL_ENDINGS = List.of(" city", " town", " township");

  private final List<Place> rows = new ArrayList<>();
  private final List<String> also = new ArrayList<>(); // [row] -> other names, parted by |
  private final Map<String, List<Place>> byCountry = new HashMap<>();
  private final Map<String, Integer> firstRow = new HashMap<>();
  private final Map<String, PlaceNames> names = new ConcurrentHashMap<>();
  private final Lazy<NearestLookup> nearest = new Lazy<>(this::lookup);

  PlaceTable(Shelf world) {
    Map<String, ZoneId> zones = new HashMap<>();
    Map<String, String> shared = new HashMap<>();
    world.rows(
        Columns.PLACES_FILE,
        Columns.PLACES,
        row -> {
          rows.add(
              new Place(
                  row.getField(2),
                  shared.computeIfAbsent(row.getField(0), same -> same),
                  shared.computeIfAbsent(row.getField(1), same -> same),
                  new LonLat(
                      Double.parseDouble(row.getField(3)), Double.parseDouble(row.getField(4))),
                  Long.parseLong(row.getField(5)),
                  zones.computeIfAbsent(row.getField(6), ZoneId::of)));
          also.add(row.getField(7));
        });
    for (int row = 0; row < rows.size(); row++) {
      String country = rows.get(row).country();
      firstRow.putIfAbsent(country, row);
      byCountry.computeIfAbsent(country, none -> new ArrayList<>()).add(rows.get(row));
    }
  }

  List<Place> of(String country, long minPopulation) {
    return byCountry.getOrDefault(country, List.of()).stream()
        .takeWhile(place -> place.population() >= minPopulation)
        .toList();
  }

  ZoneId zoneAt(LonLat point) {
    return rows.get(nearest.get().findNearest(point).orElseThrow()).timeZone();
  }

  Optional<Place> find(String city, String region, String country) {
    if (Territories.contains(region) && country.equals("US")) {
      return find(city, "", region)
          .map(place ->
              new Place(
                  place.name(),
                  country,
                  region,
                  place.point(),
                  place.population(),
                  place.timeZone()));
    }
    PlaceNames known = names.computeIfAbsent(country, this::namesOf);
    String name = Names.folded(city);
    return known
        .find(name, region)
        .or(() -> known.find(withoutEnding(name), region))
        .or(() -> known.find(name + " city", region));
  }

  private static String withoutEnding(String name) {
    for (String ending : OPTIONAL_ENDINGS) {
      if (name.endsWith(ending)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }

  private PlaceNames namesOf(String country) {
    List<Place> places = byCountry.getOrDefault(country, List.of());
    int first = firstRow.getOrDefault(country, 0);
    return new PlaceNames(places, also.subList(first, first + places.size()));
  }

  private NearestLookup lookup() {
    return NearestLookup.of(rows.stream().map(Place::point).toList());
  }
}
