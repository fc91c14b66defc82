package bailiwick.atlas;

import bailiwick.atlas.pack.Columns;
import bailiwick.atlas.pack.Shelf;
import bailiwick.core.unit.LonLat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counties of one country by code, and by name within a region. */
final class CountyTable {

  private static final List<String> SUFFIXES =
      List.of(" county", " parish", " borough", " census area", " municipio", " municipality");

  private final Map<String, County> byCode = new TreeMap<>();
  private final Map<String, County> byName = new HashMap<>();

  CountyTable(String country, Shelf shelf) {
    shelf.rows(
        Columns.COUNTIES_FILE,
        Columns.COUNTIES,
        row ->
            add(
                new County(
                    country,
                    row.getField(1),
                    row.getField(0),
                    row.getField(2),
                    new LonLat(
                        Double.parseDouble(row.getField(3)),
                        Double.parseDouble(row.getField(4))))));
  }

  private void add(County county) {
    byCode.put(county.code(), county);
    byName.putIfAbsent(county.region() + '/' + bare(county.name()), county);
  }

  /** All, in order of codes. */
  List<County> all() {
    return List.copyOf(byCode.values());
  }

  Optional<County> find(String region, String text) {
    County byTheCode = byCode.get(text.strip());
    return byTheCode != null
        ? Optional.of(byTheCode)
        : Optional.ofNullable(byName.get(region + '/' + bare(text)));
  }

  private static String bare(String name) {
    String folded = Names.folded(name);
    for (String suffix : SUFFIXES) {
      if (folded.endsWith(suffix)) {
        return folded.substring(0, folded.length() - suffix.length());
      }
    }
    return folded;
  }
}
