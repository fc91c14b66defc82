package bailiwick.atlas;

import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitId;

/**
 * A postcode and where it is. Immutable; made by the {@link Atlas}.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param postcode in its country's usual writing: {@code 60614}; in the United Kingdom the
 *     district, {@code SW1A}
 * @param point the middle of the area, or the post office of a code for boxes
 * @param city the city the post gives it; may be empty
 * @param region code of its state or region; may be empty outside the United States
 * @param county code of its county, see {@link County#code}; may be empty
 * @param path its node in the geography tree, such as {@code US/IL/17031/60614}
 * @param unit the basic unit that holds it: itself when it is an area, else the nearest area
 */
public record PostcodeArea(
    String country,
    String postcode,
    LonLat point,
    String city,
    String region,
    String county,
    String path,
    UnitId unit) {

  /** Whether it covers ground of its own; a code for boxes or one large receiver does not. */
  public boolean isArea() {
    return unit.value().equals(postcode);
  }
}
