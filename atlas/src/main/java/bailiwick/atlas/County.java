package bailiwick.atlas;

import bailiwick.core.unit.LonLat;

/**
 * A county or other second-level area. Immutable; made by the {@link Atlas}.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param region code of the state or region that holds it
 * @param code its code, the FIPS code in the United States ({@code 17031}); elsewhere its name
 * @param name its name, without the word "County"
 * @param point a place inside or near its middle
 */
public record County(String country, String region, String code, String name, LonLat point) {

  /** Its node in the geography tree, such as {@code US/IL/17031}. */
  public String path() {
    return country + '/' + region + '/' + code;
  }
}
