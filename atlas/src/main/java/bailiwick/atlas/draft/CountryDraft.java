package bailiwick.atlas.draft;

import bailiwick.atlas.pack.CountryPack.CountyRow;
import bailiwick.atlas.pack.CountryPack.RegionRow;
import bailiwick.core.unit.LonLat;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * What is known of a country before it is tiled. Immutable.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param regions first-level regions
 * @param counties second-level areas
 * @param postcodes all codes, each once
 * @param grounds the land, in pieces that no approximate postcode area may cross
 * @param neighbours pairs of postcodes known to touch beyond what their polygons show
 * @param provenance where it is from, one sentence a line
 */
public record CountryDraft(
    String country,
    List<RegionRow> regions,
    List<County> counties,
    List<Postcode> postcodes,
    List<Ground> grounds,
    List<Neighbours> neighbours,
    String provenance) {

  public CountryDraft {
    regions = List.copyOf(regions);
    counties = List.copyOf(counties);
    postcodes = List.copyOf(postcodes);
    grounds = List.copyOf(grounds);
    neighbours = List.copyOf(neighbours);
  }

  /**
   * A second-level area.
   *
   * @param row what is stored of it
   * @param polygon its shape; empty to take the sum of its postcode areas
   */
  public record County(CountyRow row, Geometry polygon) {}

  /**
   * A postcode.
   *
   * @param area whether it covers ground; otherwise an area near it holds it
   * @param polygon its true shape; empty when only its point is known
   */
  public record Postcode(
      String postcode,
      LonLat point,
      String city,
      String region,
      String county,
      boolean area,
      Geometry polygon) {

    boolean hasPolygon() {
      return !polygon.isEmpty();
    }
  }

  /** Two postcodes that touch. */
  public record Neighbours(String one, String other) {}

  /** A piece of land, such as a county or an island. */
  public record Ground(String id, Geometry polygon) {}
}
