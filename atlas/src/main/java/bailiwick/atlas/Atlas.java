package bailiwick.atlas;

import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitKind;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Reference geography. Thread-safe; each part is read when first asked for and kept. Make one and
 * share it.
 *
 * <p>Texts are forgiving: case, accents, spaces around, {@code St.} for {@code Saint}, a ZIP+4 code
 * and a state by code or name all find what is meant.
 */
public final class Atlas {

  /** The geography that comes with the product: the world's countries and places, US postcodes. */
  public static Atlas packaged() {
    throw new UnsupportedOperationException();
  }

  /**
   * The packaged geography with the countries that {@link bailiwick.atlas.install.AtlasInstaller}
   * put into a folder; the folder may be missing or empty.
   */
  public static Atlas open(Path extraFolder) {
    throw new UnsupportedOperationException();
  }

  /** Version of the packaged data, such as {@code 2026.1}. */
  public String version() {
    throw new UnsupportedOperationException();
  }

  /** Codes of the countries whose postcodes it knows, in order. */
  public SortedSet<String> countries() {
    throw new UnsupportedOperationException();
  }

  /** The country of a code of two or three letters, or of an English name. */
  public Optional<Country> findCountry(String text) {
    throw new UnsupportedOperationException();
  }

  /** The first-level region of a code or a name in a country. */
  public Optional<Region> findRegion(String country, String text) {
    throw new UnsupportedOperationException();
  }

  /**
   * The county of a code, or of a name in a region.
   *
   * @param region the region's code; may be empty when {@code text} is a code
   */
  public Optional<County> findCounty(String country, String region, String text) {
    throw new UnsupportedOperationException();
  }

  /**
   * The postcode that a text means, or none. {@code 60614-1234} and {@code 2134} find {@code 60614}
   * and {@code 02134}; {@code SW1A 1AA} finds its district. O(1), under a microsecond.
   */
  public Optional<PostcodeArea> findPostcode(String country, String text) {
    throw new UnsupportedOperationException();
  }

  /** The postcode area (never a box code) whose point is nearest; none when it knows no area. */
  public Optional<PostcodeArea> findNearestArea(String country, LonLat point) {
    throw new UnsupportedOperationException();
  }

  /**
   * The place of a name; the largest when several fit.
   *
   * @param region code of the region, or empty to search the whole country
   */
  public Optional<Place> findPlace(String city, String region, String country) {
    throw new UnsupportedOperationException();
  }

  /** Places of a country with at least so many people, largest first. */
  public List<Place> places(String country, long minPopulation) {
    throw new UnsupportedOperationException();
  }

  /** The time zone of the place nearest to a point. */
  public ZoneId timeZoneAt(LonLat point) {
    throw new UnsupportedOperationException();
  }

  /**
   * The areas of a kind in a country.
   *
   * @throws IllegalArgumentException when it has none: ask {@link #countries} before, and never for
   *     {@link UnitKind#ACCOUNT}
   */
  public AreaLayer areas(UnitKind kind, String country) {
    throw new UnsupportedOperationException();
  }

  /** Names of the outlines for a base map, such as {@code us-states}. */
  public SortedSet<String> outlines() {
    throw new UnsupportedOperationException();
  }

  /** The outline of a name as gzipped TopoJSON. */
  public Optional<byte[]> findOutline(String name) {
    throw new UnsupportedOperationException();
  }
}
