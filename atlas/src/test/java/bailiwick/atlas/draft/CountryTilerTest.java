package bailiwick.atlas.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.atlas.draft.CountryDraft.County;
import bailiwick.atlas.draft.CountryDraft.Ground;
import bailiwick.atlas.draft.CountryDraft.Postcode;
import bailiwick.atlas.pack.CountryPack;
import bailiwick.atlas.pack.CountryPack.CountyRow;
import bailiwick.atlas.pack.CountryPack.PostcodeRow;
import bailiwick.atlas.pack.CountryPack.RegionRow;
import bailiwick.core.unit.LonLat;
import bailiwick.geo.exchange.TopoJson;
import bailiwick.geo.shape.Feature;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Two counties side by side: west from longitude 0 to 1, east from 1 to 2, latitude 0 to 1. */
class CountryTilerTest {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final Geometry NONE = GEOMETRIES.createPolygon();

  private static Geometry box(double west, double east, double south, double north) {
    return GEOMETRIES.toGeometry(new Envelope(west, east, south, north));
  }

  private static Postcode area(String code, double lon, double lat, Geometry polygon) {
    String county = lon < 1 ? "west" : "east";
    return new Postcode(code, new LonLat(lon, lat), "", "R", county, code, polygon);
  }

  private static CountryPack tile(Postcode... postcodes) {
    return tile(Map.of(), postcodes);
  }

  private static CountryPack tile(Map<String, Geometry> cells, Postcode... postcodes) {
    Geometry west = box(0, 1, 0, 1);
    Geometry east = box(1, 2, 0, 1);
    LonLat middle = new LonLat(1, 0.5);
    return CountryTiler.tile(
        new CountryDraft(
            "XX",
            List.of(new RegionRow("R", "R", middle)),
            List.of(
                new County(new CountyRow("west", "R", "west", middle), west, false),
                new County(new CountyRow("east", "R", "east", middle), east, false)),
            List.of(postcodes),
            List.of(new Ground("west", west), new Ground("east", east)),
            List.of(),
            cells,
            ""));
  }

  private static Map<String, Geometry> shapes(CountryPack pack) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    TopoJson.write(pack.postcodeLayer().shapes(), "units", json);
    return TopoJson.read(json.toByteArray()).getOrDefault("units", List.of()).stream()
        .collect(Collectors.toMap(Feature::id, Feature::geometry));
  }

  private static void assertArea(CountryPack pack, String code, double area) {
    assertThat(shapes(pack).getOrDefault(code, NONE).getArea()).isCloseTo(area, within(1e-6));
  }

  @Test
  void a_true_polygon_may_cross_a_county_border_and_cells_give_way() {
    CountryPack pack = tile(area("1", 0.5, 0.5, box(0, 1.2, 0, 1)), area("2", 1.5, 0.5, NONE));

    assertArea(pack, "1", 1.2);
    assertArea(pack, "2", 0.8);
    assertThat(pack.trueShapes()).containsExactly("1");
    assertThat(pack.postcodeLayer().links()).hasSize(1);
  }

  @Test
  void cells_share_what_true_polygons_leave_of_their_county() {
    CountryPack pack =
        tile(
            area("1", 0.2, 0.5, box(0, 0.4, 0, 1)),
            area("2", 0.7, 0.25, NONE),
            area("3", 0.7, 0.75, NONE),
            area("4", 1.5, 0.5, NONE));

    assertArea(pack, "1", 0.4);
    assertArea(pack, "2", 0.3);
    assertArea(pack, "3", 0.3);
    assertArea(pack, "4", 1);
  }

  @Test
  void a_sliver_left_at_a_county_border_goes_to_the_cell_beyond_it() {
    CountryPack pack = tile(area("1", 0.5, 0.5, box(0, 0.997, 0, 1)), area("2", 1.5, 0.5, NONE));

    assertArea(pack, "1", 0.997);
    assertArea(pack, "2", 1.003);
    assertThat(pack.postcodeLayer().links().getFirst().bridge()).isFalse();
  }

  @Test
  void wide_ground_that_true_polygons_leave_over_is_nobodys() {
    CountryPack pack = tile(area("1", 0.4, 0.5, box(0, 0.8, 0, 1)), area("2", 1.5, 0.5, NONE));

    assertArea(pack, "1", 0.8);
    assertArea(pack, "2", 1);
  }

  @Test
  void between_true_polygons_a_sliver_stays_empty() {
    CountryPack pack =
        tile(area("1", 0.5, 0.5, box(0, 0.997, 0, 1)), area("2", 1.5, 0.5, box(1, 2, 0, 1)));

    assertArea(pack, "1", 0.997);
    assertArea(pack, "2", 1);
    assertThat(pack.trueShapes()).containsExactly("1", "2");
  }

  @Test
  void an_area_whose_point_lies_in_an_older_polygon_shares_it() {
    CountryPack pack =
        tile(
            area("1", 0.25, 0.5, box(0, 1, 0, 1)),
            area("2", 0.75, 0.5, NONE),
            area("3", 1.5, 0.5, box(1, 2, 0, 1)));

    assertArea(pack, "1", 0.5);
    assertArea(pack, "2", 0.5);
    assertThat(pack.trueShapes()).containsExactly("3");
  }

  @Test
  void points_at_one_latitude_share_a_polygon_half_and_half() {
    CountryPack pack =
        tile(
            area("1", 0.3, 0.5, box(0.2, 0.8, 0.2, 0.8)),
            area("2", 0.7, 0.5, NONE),
            area("3", 1.5, 0.5, NONE));

    assertArea(pack, "1", 0.18);
    assertArea(pack, "2", 0.18);
    assertThat(pack.trueShapes()).isEmpty();
  }

  @Test
  void ground_left_over_beside_a_shared_polygon_is_nobodys() {
    CountryPack pack =
        tile(
            area("1", 0.3, 0.5, box(0.2, 0.8, 0.2, 0.8)),
            area("2", 0.7, 0.6, NONE),
            area("3", 1.5, 0.5, NONE));

    assertThat(shapes(pack)).containsOnlyKeys("1", "2", "3");
    assertThat(pack.postcodeLayer().links())
        .allSatisfy(link -> assertThat(List.of(link.from(), link.to())).isSubsetOf("1", "2", "3"));
    assertThat(pack.trueShapes()).isEmpty();
  }

  @Test
  void an_area_that_finds_no_ground_keeps_the_cell_it_had() {
    // Both stand off the north-western corner; the second has to step aside, into the sea.
    Postcode first = area("1", -0.1, 1.1, NONE);
    Postcode second = area("2", -0.1, 1.1, NONE);
    Postcode shaped = area("3", 1.5, 0.5, box(1, 2, 0, 1));

    assertThat(shapes(tile(first, second, shaped))).containsOnlyKeys("1", "3");
    CountryPack pack = tile(Map.of("2", box(0, 0.2, 0.8, 1)), first, second, shaped);

    assertArea(pack, "1", 0.96);
    assertArea(pack, "2", 0.04);
    assertThat(pack.trueShapes()).containsExactly("3");
  }

  @Test
  void an_area_too_small_for_the_grid_keeps_ground_of_its_own() {
    CountryPack pack =
        tile(
            area("1", 0.5, 0.5, box(0, 1, 0, 1)),
            area("2", 0.25, 0.25, box(0.25, 0.25001, 0.25, 0.25001)),
            area("3", 1.5, 0.5, NONE));

    assertThat(shapes(pack)).containsOnlyKeys("1", "2", "3");
    assertThat(pack.trueShapes()).isEmpty();
  }

  @Test
  void a_code_without_ground_stays_with_the_holder_it_has() {
    Postcode box = new Postcode("9", new LonLat(0.5, 0.5), "", "R", "west", "2", NONE);

    CountryPack pack = tile(area("1", 0.5, 0.5, box(0, 1, 0, 1)), area("2", 1.5, 0.5, NONE), box);

    assertThat(
            pack.postcodes().stream()
                .collect(Collectors.toMap(PostcodeRow::postcode, PostcodeRow::unit)))
        .isEqualTo(Map.of("1", "1", "2", "2", "9", "2"));
  }
}
