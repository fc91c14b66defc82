package bailiwick.intake.today;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Atlas;
import bailiwick.atlas.PostcodeArea;
import bailiwick.core.account.Location;
import bailiwick.core.account.Precision;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.core.unit.UnitNumbering;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the unit of the map that holds a location. Immutable and thread-safe.
 *
 * <p>The smallest area of the geography tree decides; without one, a location known to the city or
 * better belongs to the nearest postcode area. A location known only by region or country is in no
 * unit.
 */
public final class UnitFinder {

  private static final int COUNTY_DEPTH = 2; // US / IL / 17031 / 60614
  private static final int POSTCODE_DEPTH = 3;

  private final Atlas atlas;
  private final UnitKind kind;
  private final String country;
  private final UnitNumbering numbering;

  private UnitFinder(Atlas atlas, UnitKind kind, String country, UnitNumbering numbering) {
    this.atlas = atlas;
    this.kind = kind;
    this.country = country;
    this.numbering = numbering;
  }

  /**
   * A finder among the areas of one kind in one country.
   *
   * @throws IllegalArgumentException for {@link UnitKind#ACCOUNT}, whose units are no areas
   */
  public static UnitFinder of(Atlas atlas, UnitKind kind, String country) {
    if (kind == UnitKind.ACCOUNT) {
      throw new IllegalArgumentException("Accounts as units stand in no area.");
    }
    AreaLayer layer = atlas.areas(kind, country);
    return new UnitFinder(atlas, kind, country, layer.numbering());
  }

  /** The units, by number. */
  public UnitNumbering numbering() {
    return numbering;
  }

  /** Number of the unit that holds a location; empty when it is in none. */
  public OptionalInt find(Location location) {
    String[] path = location.area().split("/", -1);
    if (!location.area().isEmpty() && !path[0].equals(country)) {
      return OptionalInt.empty();
    }
    Optional<String> unit =
        kind == UnitKind.COUNTY ? county(path, location) : postcode(path, location);
    return unit.isEmpty() ? OptionalInt.empty() : numbering.findNumber(new UnitId(unit.get()));
  }

  private Optional<String> postcode(String[] path, Location location) {
    if (path.length > POSTCODE_DEPTH) {
      return atlas.findPostcode(country, path[POSTCODE_DEPTH]).map(area -> area.unit().value());
    }
    return nearest(location).map(area -> area.unit().value());
  }

  private Optional<String> county(String[] path, Location location) {
    if (path.length > COUNTY_DEPTH) {
      return Optional.of(path[COUNTY_DEPTH]);
    }
    return nearest(location).map(PostcodeArea::county).filter(county -> !county.isEmpty());
  }

  private Optional<PostcodeArea> nearest(Location location) {
    LonLat point = location.point();
    boolean known = location.precision().compareTo(Precision.CITY) <= 0;
    return point == null || !known ? Optional.empty() : atlas.findNearestArea(country, point);
  }
}
