package bailiwick.atlas;

import bailiwick.atlas.pack.Columns;
import bailiwick.atlas.pack.Shelf;
import bailiwick.core.unit.LonLat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** First-level regions of one or more countries by code and by name. */
final class RegionTable {

  private final Map<String, Map<String, Region>> byCode = new HashMap<>();
  private final Map<String, Map<String, Region>> byName = new HashMap<>();

  /** The regions of the world's countries. */
  static RegionTable ofWorld(Shelf world) {
    RegionTable table = new RegionTable();
    world.rows(
        Columns.WORLD_REGIONS_FILE,
        Columns.WORLD_REGIONS,
        row ->
            table.add(
                new Region(
                    row.getField(0),
                    row.getField(1),
                    row.getField(2),
                    point(row.getField(3), row.getField(4)))));
    return table;
  }

  /** The regions of a country whose postcodes are known. */
  static RegionTable ofCountry(String country, Shelf shelf) {
    RegionTable table = new RegionTable();
    shelf.rows(
        Columns.REGIONS_FILE,
        Columns.REGIONS,
        row ->
            table.add(
                new Region(
                    country,
                    row.getField(0),
                    row.getField(1),
                    point(row.getField(2), row.getField(3)))));
    return table;
  }

  private static LonLat point(String lon, String lat) {
    return new LonLat(Double.parseDouble(lon), Double.parseDouble(lat));
  }

  private void add(Region region) {
    byCode.computeIfAbsent(region.country(), none -> new TreeMap<>()).put(region.code(), region);
    byName
        .computeIfAbsent(region.country(), none -> new HashMap<>())
        .putIfAbsent(Names.folded(region.name()), region);
  }

  /** All of a country, in order of codes. */
  List<Region> of(String country) {
    return List.copyOf(byCode.getOrDefault(country, Map.of()).values());
  }

  Optional<Region> find(String country, String text) {
    Region byTheCode =
        byCode.getOrDefault(country, Map.of()).get(text.strip().toUpperCase(Locale.ROOT));
    return byTheCode != null
        ? Optional.of(byTheCode)
        : Optional.ofNullable(byName.getOrDefault(country, Map.of()).get(Names.folded(text)));
  }
}
