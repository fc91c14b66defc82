package bailiwick.atlas;

import bailiwick.atlas.industry.Industries;
import bailiwick.atlas.pack.AddedCountry;
import bailiwick.atlas.pack.Shelf;
import bailiwick.core.area.AreaTree;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reference geography. Thread-safe; each part is read when first asked for and kept. Make one and
 * share it.
 *
 * <p>Texts are forgiving: case, accents, spaces around, {@code St.} for {@code Saint}, a ZIP+4 code
 * and a state by code or name all find what is meant.
 */
public final class Atlas {

  private static final String VERSION = "2026.1";
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
  private static final List<String> PACKAGED = List.of("FR", "US");
  private static final Shelf WORLD = new Shelf.Packaged("world");
  private static final Shelf OUTLINES = new Shelf.Packaged("outlines");

  private final SortedMap<String, CountryAtlas> countries;
  private final Map<String, AreaTree> trees = new ConcurrentHashMap<>();
  private final Lazy<CountryTable> countryTable = new Lazy<>(() -> new CountryTable(WORLD));
  private final Lazy<RegionTable> regionTable = new Lazy<>(() -> RegionTable.ofWorld(WORLD));
  private final Lazy<PlaceTable> places = new Lazy<>(() -> new PlaceTable(WORLD));
  private final Lazy<Industries> industries = new Lazy<>(Industries::packaged);

  private Atlas(SortedMap<String, CountryAtlas> countries) {
    this.countries = countries;
  }

  /** The geography that comes with the product: the world's countries and places, US postcodes. */
  public static Atlas packaged() {
    return new Atlas(packagedCountries());
  }

  /**
   * The packaged geography with the countries that {@link bailiwick.atlas.install.AtlasInstaller}
   * put into a folder; the folder may be missing or empty. A country that is both packaged and
   * installed is read from the folder. What is installed later is seen by atlases opened later.
   */
  public static Atlas open(Path extraFolder) {
    SortedMap<String, CountryAtlas> countries = packagedCountries();
    if (Files.isDirectory(extraFolder)) {
      try (Stream<Path> folders = Files.list(extraFolder)) {
        folders.forEach(folder -> {
          String country = folder.getFileName().toString();
          if (CODE.matcher(country).matches()) {
            new AddedCountry(folder)
                .open()
                .ifPresent(edition -> countries.put(country, CountryAtlas.added(country, edition)));
          }
        });
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return new Atlas(countries);
  }

  private static SortedMap<String, CountryAtlas> packagedCountries() {
    SortedMap<String, CountryAtlas> countries = new TreeMap<>();
    for (String country : PACKAGED) {
      countries.put(country, CountryAtlas.packaged(country));
    }
    return countries;
  }

  /**
   * Version of all that is known: {@code 2026.1} for the packaged data, {@code
   * 2026.1+gb.0c9a1e77.us.3f2a91d4} with countries that were installed. Two atlases of one version
   * place addresses alike and have the same units, neighbours and shapes.
   */
  public String version() {
    return version(countries.values());
  }

  /**
   * Version of what is known of one country: {@code 2026.1} unless it was installed, whatever else
   * was.
   *
   * @param country ISO 3166-1 alpha-2 code
   */
  public String version(String country) {
    CountryAtlas known = countries.get(country);
    return known == null ? VERSION : version(List.of(known));
  }

  private static String version(Collection<CountryAtlas> known) {
    String installed =
        known.stream()
            .map(CountryAtlas::edition)
            .filter(edition -> !edition.isEmpty())
            .collect(Collectors.joining("."));
    return installed.isEmpty() ? VERSION : VERSION + '+' + installed;
  }

  /** Codes of the countries whose postcodes it knows, in order. */
  public SortedSet<String> countries() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(countries.keySet()));
  }

  /** The country of a code of two or three letters, or of an English name. */
  public Optional<Country> findCountry(String text) {
    return countryTable.get().find(text);
  }

  /** The first-level region of a code or a name in a country. */
  public Optional<Region> findRegion(String country, String text) {
    CountryAtlas known = countries.get(country);
    Optional<Region> region =
        known == null ? Optional.empty() : known.regions().find(country, text);
    return region.or(() -> regionTable.get().find(country, text));
  }

  /** The first-level regions of a country, in order of codes. */
  public List<Region> regions(String country) {
    CountryAtlas known = countries.get(country);
    return known == null ? regionTable.get().of(country) : known.regions().of(country);
  }

  /**
   * The county of a code, or of a name in a region.
   *
   * @param region the region's code; may be empty when {@code text} is a code
   */
  public Optional<County> findCounty(String country, String region, String text) {
    CountryAtlas known = countries.get(country);
    return known == null ? Optional.empty() : known.counties().find(region, text);
  }

  /**
   * The postcode that a text means, or none. {@code 60614-1234} and {@code 2134} find {@code 60614}
   * and {@code 02134}; {@code SW1A 1AA} finds its district. About a microsecond.
   */
  public Optional<PostcodeArea> findPostcode(String country, String text) {
    CountryAtlas known = countries.get(country);
    return known == null ? Optional.empty() : known.findPostcode(text);
  }

  /**
   * All postcodes of a country, in order of codes; none when they are not known.
   *
   * @param country ISO 3166-1 alpha-2 code
   */
  public List<PostcodeArea> postcodes(String country) {
    CountryAtlas known = countries.get(country);
    return known == null ? List.of() : known.postcodes();
  }

  /**
   * Codes of the postcode areas whose polygon is their publisher's, in order; those of the other
   * areas are approximate.
   *
   * @param country ISO 3166-1 alpha-2 code
   */
  public SortedSet<String> trueShapes(String country) {
    CountryAtlas known = countries.get(country);
    return known == null ? Collections.emptySortedSet() : known.trueShapes();
  }

  /**
   * The postcode area (never a box code) on whose ground a point lies, as its polygon is drawn; off
   * all ground the one whose point is nearest. None when the country's postcodes are not known.
   */
  public Optional<PostcodeArea> findNearestArea(String country, LonLat point) {
    CountryAtlas known = countries.get(country);
    return known == null ? Optional.empty() : known.findArea(point);
  }

  /**
   * The place of a name; the largest when several fit. A name that only the post uses, such as
   * {@code Van Nuys}, stands at the middle of its postcodes, with no population.
   *
   * @param region code of the region, or empty to search the whole country
   */
  public Optional<Place> findPlace(String city, String region, String country) {
    return places.get().find(city, region, country).or(() -> findPostCity(city, region, country));
  }

  private Optional<Place> findPostCity(String city, String region, String country) {
    CountryAtlas known = countries.get(country);
    return known == null
        ? Optional.empty()
        : known
            .findCity(city, region)
            .map(point -> new Place(city, country, region, point, 0, timeZoneAt(point)));
  }

  /** Places of a country with at least so many people, largest first. */
  public List<Place> places(String country, long minPopulation) {
    return places.get().of(country, minPopulation);
  }

  /** The time zone of the place nearest to a point. */
  public ZoneId timeZoneAt(LonLat point) {
    return places.get().zoneAt(point);
  }

  /**
   * The areas of a kind in a country.
   *
   * @throws IllegalArgumentException when it has none: ask {@link #countries} before, and never for
   *     {@link UnitKind#ACCOUNT}
   */
  public AreaLayer areas(UnitKind kind, String country) {
    return requireCountry(country).layer(kind);
  }

  /**
   * The geography tree of a country: regions, counties, and every postcode as a leaf that names its
   * unit.
   *
   * @throws IllegalArgumentException when its postcodes are not known
   */
  public AreaTree tree(String country) {
    CountryAtlas known = requireCountry(country);
    return trees.computeIfAbsent(
        country, same -> known.tree(findCountry(same).map(Country::name).orElse(same)));
  }

  private CountryAtlas requireCountry(String country) {
    @Nullable CountryAtlas known = countries.get(country);
    if (known == null) {
      throw new IllegalArgumentException(
          "The atlas knows the postcodes of %s, not of (%s)."
              .formatted(countries.keySet(), country));
    }
    return known;
  }

  /** The industries of NAICS 2017. */
  public Industries industries() {
    return industries.get();
  }

  /**
   * Names of the outlines for a base map: {@code us-states}, {@code us-counties}, {@code
   * countries-110m}, {@code countries-50m}, {@code regions} of the world, {@code regions-gb} and
   * its like in finer lines.
   */
  public SortedSet<String> outlines() {
    SortedSet<String> names = new TreeSet<>(OUTLINES.text("names.txt").lines().toList());
    names.add("us-counties");
    return names;
  }

  /**
   * The outline of a name as gzipped TopoJSON: one object {@code units}, each feature with its code
   * as {@code id} where it has one.
   */
  public Optional<byte[]> findOutline(String name) {
    if (name.equals("us-counties")) {
      return Optional.of(areas(UnitKind.COUNTY, "US").topoJson());
    }
    return outlines().contains(name)
        ? Optional.of(OUTLINES.bytes(name + ".topojson.gz"))
        : Optional.empty();
  }
}
