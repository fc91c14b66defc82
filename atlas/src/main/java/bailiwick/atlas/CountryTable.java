package bailiwick.atlas;

import bailiwick.atlas.pack.Columns;
import bailiwick.atlas.pack.Shelf;
import bailiwick.core.unit.LonLat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The world's countries by code and by name. */
final class CountryTable {

  private final Map<String, Country> byCode = new HashMap<>();
  private final Map<String, Country> byName = new HashMap<>();

  CountryTable(Shelf world) {
    world.rows(
        Columns.COUNTRIES_FILE,
        Columns.COUNTRIES,
        row ->
            add(
                new Country(
                    row.getField(0),
                    row.getField(2),
                    new LonLat(
                        Double.parseDouble(row.getField(3)), Double.parseDouble(row.getField(4)))),
                row.getField(1),
                row.getField(5)));
  }

  private void add(Country country, String code3, String also) {
    byCode.put(country.code(), country);
    byCode.put(code3, country);
    byName.put(Names.folded(country.name()), country);
    for (String name : also.split("\\|", -1)) {
      byName.put(Names.folded(name), country);
    }
    byName.remove("");
    byCode.remove("");
  }

  Optional<Country> find(String text) {
    Country byTheCode = byCode.get(text.strip().toUpperCase(Locale.ROOT));
    return byTheCode != null
        ? Optional.of(byTheCode)
        : Optional.ofNullable(byName.get(Names.folded(text)));
  }
}
