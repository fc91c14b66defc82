package bailiwick.core.account;

import bailiwick.core.unit.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * Where an account is on the map.
 *
 * @param point its place, null only when {@code precision} is {@link Precision#NONE}
 * @param precision how exactly
 * @param area the smallest area of the atlas that holds it, as the path of its node in the
 *     geography tree from the country down, such as {@code US/IL/17031/60614}; empty when unknown
 */
public record Location(@Nullable LonLat point, Precision precision, String area) {

  /** Not placed. */
  public static final Location NONE = new Location(null, Precision.NONE, "");

  public Location {
    if ((point == null) != (precision == Precision.NONE)) {
      throw new IllegalArgumentException(
          "The point (%s) does not fit the precision (%s).".formatted(point, precision));
    }
  }
}
