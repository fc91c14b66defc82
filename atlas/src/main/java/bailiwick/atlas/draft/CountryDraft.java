package bailiwick.atlas.draft;

import bailiwick.atlas.pack.CountryPack.CountyRow;
import bailiwick.atlas.pack.CountryPack.RegionRow;
import bailiwick.core.unit.LonLat;
import java.util.List;
import java.util.Map;
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
 * @param cells approximate polygons that areas had before, by code; an area that true polygons
 *     would leave without ground keeps its own
 * @param provenance where it is from, one sentence a line
 */
public record CountryDraft(
    String country,
    List<RegionRow> regions,
    List<County> counties,
    List<Postcode> postcodes,
    List<Ground> grounds,
    List<Neighbours> neighbours,
    Map<String, Geometry> cells,
    String provenance) {

  public CountryDraft {
    regions = List.copyOf(regions);
    counties = List.copyOf(counties);
    postcodes = List.copyOf(postcodes);
    grounds = List.copyOf(grounds);
    neighbours = List.copyOf(neighbours);
    cells = Map.copyOf(cells);
  }

  /**
   * A second-level area.
   *
   * @param row what is stored of it
   * @param polygon its shape; empty to take the sum of its postcode areas
   * @param fits whether the polygon shares its vertices with its neighbours already, as one that
   *     was tiled before does
   */
  public record County(CountyRow row, Geometry polygon, boolean fits) {}

  /**
   * A postcode.
   *
   * @param holder the area that holds it: the code itself when it covers ground, empty when the
   *     area nearest to it is to be found
   * @param polygon its true shape; empty when only its point is known
   */
  public record Postcode(
      String postcode,
      LonLat point,
      String city,
      String region,
      String county,
      String holder,
      Geometry polygon) {

    /** Whether it covers ground of its own. */
    public boolean isArea() {
      return holder.equals(postcode);
    }

    Postcode withPolygon(Geometry other) {
      return new Postcode(postcode, point, city, region, county, holder, other);
    }

    boolean hasPolygon() {
      return !polygon.isEmpty();
    }
  }

  /** Two postcodes that touch. */
  public record Neighbours(String one, String other) {}

  /** A piece of land, such as a county or an island. */
  public record Ground(String id, Geometry polygon) {}
}
