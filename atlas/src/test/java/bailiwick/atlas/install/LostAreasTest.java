package bailiwick.atlas.install;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.PostcodeArea;
import bailiwick.atlas.install.AtlasInstaller.Installed;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two squares in Austria, ten kilometres wide, and a third too small for the grid, such as that of
 * one building.
 */
class LostAreasTest {

  @TempDir Path folder;

  private Installed addWithBuildingAt(double lon) throws IOException {
    Path shapes =
        Files.writeString(
            folder.resolve("shapes.geojson"),
            """
            {"type":"FeatureCollection","features":[%s,%s,%s]}\
            """
                .formatted(
                    square("1010", 16, 0.05),
                    square("1020", 16.3, 0.05),
                    square("1030", lon, 0.000005)));
    return new AtlasInstaller().add("AT", List.of(shapes), folder.resolve("atlas"));
  }

  private static String square(String code, double lon, double half) {
    double south = 48 - half;
    double north = 48 + half;
    return """
    {"type":"Feature","id":"%1$s","properties":{},"geometry":{"type":"Polygon","coordinates":
    [[[%2$s,%4$s],[%3$s,%4$s],[%3$s,%5$s],[%2$s,%5$s],[%2$s,%4$s]]]}}\
    """
        .formatted(code, lon - half, lon + half, south, north);
  }

  @Test
  void an_area_far_from_all_others_that_the_grid_swallows_is_named_and_held_by_the_nearest()
      throws IOException {
    Installed installed = addWithBuildingAt(15.5);

    assertThat(installed)
        .isEqualTo(
            new Installed("AT", 3, 2, 2, List.of(new AtlasProblem.LostAreas(List.of("1030")))));
    Atlas atlas = Atlas.open(folder.resolve("atlas"));
    assertThat(atlas.areas(UnitKind.POSTCODE, "AT").numbering().ids())
        .extracting(UnitId::value)
        .containsExactly("1010", "1020");
    assertThat(atlas.findPostcode("AT", "1030").map(PostcodeArea::unit))
        .contains(new UnitId("1010"));
  }

  @Test
  void an_area_beside_another_that_the_grid_swallows_shares_its_polygon() throws IOException {
    Installed installed = addWithBuildingAt(16.02);

    assertThat(installed).isEqualTo(new Installed("AT", 3, 3, 1, List.of()));
    assertThat(Atlas.open(folder.resolve("atlas")).findPostcode("AT", "1030"))
        .map(PostcodeArea::isArea)
        .contains(true);
  }
}
