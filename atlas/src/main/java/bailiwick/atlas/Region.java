package bailiwick.atlas;

import bailiwick.core.unit.LonLat;

/**
 * A state or other first-level region of a country. Immutable; made by the {@link Atlas}.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param code its code within the country, as GeoNames has it: {@code IL}, {@code ENG}, {@code 07}
 * @param name English name
 * @param point a place near the middle of its people
 */
public record Region(String country, String code, String name, LonLat point) {

  /** Its node in the geography tree, such as {@code US/IL}. */
  public String path() {
    return country + '/' + code;
  }
}
