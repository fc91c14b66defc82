package bailiwick.atlas.build;

import bailiwick.atlas.pack.Columns;
import bailiwick.atlas.pack.PackFiles;
import bailiwick.core.unit.LonLat;
import bailiwick.geo.shape.Feature;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeMap;

/** The world: countries, first-level regions and places, from GeoNames and Natural Earth. */
final class World {

  /** Names people write that neither the JDK nor Natural Earth knows. */
  private static final Map<String, List<String>> ALSO =
      Map.of(
          "US", List.of("United States of America", "U.S.", "U.S.A.", "America"),
          "GB", List.of("UK", "U.K.", "Great Britain", "England", "Scotland", "Wales"),
          "AE", List.of("UAE"),
          "CZ", List.of("Czech Republic"),
          "DE", List.of("Deutschland"),
          "ES", List.of("España"),
          "KR", List.of("Korea", "Republic of Korea"),
          "NL", List.of("Holland", "The Netherlands"),
          "RU", List.of("Russian Federation"),
          "TR", List.of("Turkey"));

  /** Where GeoNames numbers the states of a federation, the letters its post and people use. */
  private static final Map<String, Map<String, String>> STATE_LETTERS =
      Map.of(
          "AU",
          Map.of(
              "01", "ACT", "02", "NSW", "03", "NT", "04", "QLD", "05", "SA", "06", "TAS", "07",
              "VIC", "08", "WA"),
          "CA",
          Map.ofEntries(
              Map.entry("01", "AB"),
              Map.entry("02", "BC"),
              Map.entry("03", "MB"),
              Map.entry("04", "NB"),
              Map.entry("05", "NL"),
              Map.entry("07", "NS"),
              Map.entry("08", "ON"),
              Map.entry("09", "PE"),
              Map.entry("10", "QC"),
              Map.entry("11", "SK"),
              Map.entry("12", "YT"),
              Map.entry("13", "NT"),
              Map.entry("14", "NU")));

  private static String region(NamedCsvRecord city) {
    String code = city.getField("admin1");
    return STATE_LETTERS.getOrDefault(city.getField("country"), Map.of()).getOrDefault(code, code);
  }

  /** The three sectors that span several two-digit codes, which the source leaves out. */
  private static final Map<String, String> SECTORS_OF_SEVERAL_CODES =
      Map.of(
          "31-33",
          "Manufacturing",
          "44-45",
          "Retail Trade",
          "48-49",
          "Transportation and Warehousing");

  /** Other names are kept for places people far away write about. */
  private static final long KNOWN_ABROAD = 100_000;

  private final Sources sources;
  private final List<NamedCsvRecord> cities;

  World(Sources sources) {
    this.sources = sources;
    this.cities = sources.table("world_cities_pop1000.csv.gz");
  }

  void writeTo(Path folder) {
    PackFiles.writeTable(folder.resolve(Columns.COUNTRIES_FILE), Columns.COUNTRIES, countryRows());
    PackFiles.writeTable(
        folder.resolve(Columns.WORLD_REGIONS_FILE), Columns.WORLD_REGIONS, regionRows());
    PackFiles.writeTable(folder.resolve(Columns.PLACES_FILE), Columns.PLACES, placeRows());
    PackFiles.writeTable(
        folder.resolve(Columns.INDUSTRIES_FILE), Columns.INDUSTRIES, industryRows());
  }

  private List<List<String>> industryRows() {
    Map<String, String> titles = new TreeMap<>(SECTORS_OF_SEVERAL_CODES);
    for (NamedCsvRecord row : sources.table("naics_2017.csv")) {
      // The publisher's mark for codes shared with Canada and Mexico, a raised T, hangs on titles.
      titles.put(row.getField("code"), row.getField("title").replaceFirst("(?<=[a-z)])T$", ""));
    }
    return titles.entrySet().stream().map(row -> List.of(row.getKey(), row.getValue())).toList();
  }

  /** ISO code of a country's polygon: the code that most cities inside it carry. */
  Map<Feature, String> codeOf(List<Feature> countries) {
    return new CityVotes(cities, "country").codeOf(countries);
  }

  /** Name of a first-level region by country and code, as GeoNames has it. */
  Map<String, String> regionNames(String country) {
    Map<String, String> names = new TreeMap<>();
    for (NamedCsvRecord city : cities) {
      if (city.getField("country").equals(country)) {
        names.putIfAbsent(city.getField("admin1"), city.getField("admin1_name"));
      }
    }
    return names;
  }

  private List<List<String>> countryRows() {
    Map<String, Middle> middleOf = new TreeMap<>();
    for (NamedCsvRecord city : cities) {
      middleOf.computeIfAbsent(city.getField("country"), none -> new Middle()).add(city);
    }
    List<List<String>> rows = new ArrayList<>();
    middleOf.forEach((code, middle) -> {
      Locale locale = Locale.of("", code);
      rows.add(
          List.of(
              code,
              code3(locale),
              locale.getDisplayCountry(Locale.ENGLISH),
              PackFiles.degrees(middle.point().lon()),
              PackFiles.degrees(middle.point().lat()),
              String.join("|", ALSO.getOrDefault(code, List.of()))));
    });
    return rows;
  }

  private static String code3(Locale locale) {
    try {
      return locale.getISO3Country();
    } catch (MissingResourceException unofficial) {
      return ""; // Kosovo's XK is in use without being in the standard
    }
  }

  private List<List<String>> regionRows() {
    Map<String, Middle> middleOf = new TreeMap<>();
    Map<String, NamedCsvRecord> firstOf = new HashMap<>();
    for (NamedCsvRecord city : cities) {
      String key = city.getField("country") + ' ' + city.getField("admin1");
      if (!city.getField("admin1_name").isEmpty()) {
        middleOf.computeIfAbsent(key, none -> new Middle()).add(city);
        firstOf.putIfAbsent(key, city);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    middleOf.forEach((key, middle) -> {
      NamedCsvRecord first = firstOf.get(key);
      if (first != null) {
        rows.add(
            List.of(
                first.getField("country"),
                region(first),
                first.getField("admin1_name"),
                PackFiles.degrees(middle.point().lon()),
                PackFiles.degrees(middle.point().lat())));
      }
    });
    return rows;
  }

  private List<List<String>> placeRows() {
    Map<String, String> otherNames = new HashMap<>();
    for (NamedCsvRecord city : sources.table("world_cities_pop15000.csv.gz")) {
      otherNames.put(city.getField("geonameid"), city.getField("alt_latin"));
    }
    return cities.stream()
        .sorted(
            Comparator.comparing((NamedCsvRecord city) -> city.getField("country"))
                .thenComparingLong(city -> -Long.parseLong(city.getField("population")))
                .thenComparingLong(city -> Long.parseLong(city.getField("geonameid"))))
        .map(city -> placeRow(city, otherNames.getOrDefault(city.getField("geonameid"), "")))
        .toList();
  }

  private static List<String> placeRow(NamedCsvRecord city, String otherNames) {
    LonLat point = Middle.pointOf(city);
    return List.of(
        city.getField("country"),
        region(city),
        city.getField("name"),
        PackFiles.degrees(point.lon()),
        PackFiles.degrees(point.lat()),
        city.getField("population"),
        city.getField("timezone"),
        also(city, otherNames));
  }

  private static String also(NamedCsvRecord city, String otherNames) {
    Set<String> also = new LinkedHashSet<>();
    also.add(city.getField("ascii_name"));
    if (Long.parseLong(city.getField("population")) >= KNOWN_ABROAD) {
      for (String name : otherNames.split("\\|", -1)) {
        if (name.length() > 2 && Character.isUpperCase(name.charAt(0)) && isWestern(name)) {
          also.add(name);
        }
      }
    }
    also.remove("");
    also.remove(city.getField("name"));
    return String.join("|", also);
  }

  /** Latin letters of Western and Central Europe: what English, German or French texts write. */
  private static boolean isWestern(String name) {
    return name.chars().allMatch(c -> c < 0x180);
  }
}
