package bailiwick.atlas.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.PostcodeArea;
import bailiwick.atlas.install.AtlasInstaller.Installed;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Polygons alone, for a country whose postcodes the atlas knows. */
class KnownCountryTest {

  private static final String DANISH =
      """
      DK\t5000\tOdense C\tSyddanmark\t21\tOdense\t461\t\t\t55.40\t10.40\t4
      DK\t5001\tOdense C\tSyddanmark\t21\tOdense\t461\t\t\t55.40\t10.40\t4
      DK\t5200\tOdense V\tSyddanmark\t21\tOdense\t461\t\t\t55.40\t10.30\t4
      DK\t5300\tKerteminde\tSyddanmark\t21\tKerteminde\t440\t\t\t55.45\t10.65\t4
      """;

  @TempDir Path folder;

  private Path atlas() {
    return folder.resolve("atlas");
  }

  private Installed add(String country, Path... files) {
    return new AtlasInstaller().add(country, List.of(files), atlas());
  }

  private void installDenmark() throws IOException {
    add("DK", Files.writeString(folder.resolve("DK.txt"), DANISH));
  }

  /** A square of a code around a point, half a side to each hand. */
  private static String square(String code, double lon, double lat, double half) {
    return String.format(
        Locale.ROOT,
        """
        {"type":"Feature","properties":{"ZCTA5CE20":"%1$s"},"geometry":{"type":"Polygon",
        "coordinates":[[[%2$s,%4$s],[%3$s,%4$s],[%3$s,%5$s],[%2$s,%5$s],[%2$s,%4$s]]]}}
        """,
        code,
        lon - half,
        lon + half,
        lat - half,
        lat + half);
  }

  private Path polygons(String... squares) throws IOException {
    return Files.writeString(
        folder.resolve("true.geojson"),
        Arrays.stream(squares)
            .collect(
                Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}")));
  }

  @Test
  void areas_that_the_files_show_get_their_true_shape_and_the_others_stay() throws IOException {
    installDenmark();
    List<PostcodeArea> before = Atlas.open(atlas()).postcodes("DK");

    Installed installed = add("DK", polygons(square("5000", 10.4, 55.4, 0.02)));

    assertThat(installed).isEqualTo(new Installed("DK", 4, 3, 1, List.of()));
    Atlas atlas = Atlas.open(atlas());
    assertThat(atlas.postcodes("DK")).isEqualTo(before);
    assertThat(atlas.trueShapes("DK")).containsExactly("5000");
    assertThat(atlas.areas(UnitKind.POSTCODE, "DK").provenance())
        .contains("2 of 3 area shapes are approximate")
        .containsOnlyOnce("area shapes are");
  }

  @Test
  void a_point_is_given_to_the_area_whose_true_shape_it_lies_in() throws IOException {
    installDenmark();
    LonLat nearTheBorder = new LonLat(10.34, 55.4);
    assertThat(at(nearTheBorder)).isEqualTo("5200");

    add("DK", polygons(square("5000", 10.4, 55.4, 0.07)));

    assertThat(at(nearTheBorder)).isEqualTo("5000");
    assertThat(at(new LonLat(10.32, 55.4))).isEqualTo("5200");
    assertThat(at(new LonLat(9, 57.9))).isNotEmpty();
  }

  private String at(LonLat point) {
    return Atlas.open(atlas()).findNearestArea("DK", point).orElseThrow().postcode();
  }

  @Test
  void a_code_that_another_area_holds_stays_with_it_and_brings_its_ground() throws IOException {
    installDenmark();

    Installed installed =
        add("DK", polygons(square("5000", 10.4, 55.4, 0.02), square("5001", 10.46, 55.4, 0.01)));

    assertThat(installed.problems())
        .containsExactly(new AtlasProblem.HeldShapes("true.geojson", 1, "5001"));
    assertThat(Atlas.open(atlas()).findPostcode("DK", "5001").map(PostcodeArea::unit))
        .contains(new UnitId("5000"));
    assertThat(at(new LonLat(10.46, 55.4))).isEqualTo("5000");
  }

  @Test
  void a_code_that_was_not_known_becomes_an_area_of_the_county_around_it() throws IOException {
    installDenmark();

    Installed installed =
        add("DK", polygons(square("5000", 10.4, 55.4, 0.02), square("5290", 10.5, 55.4, 0.02)));

    assertThat(installed.areas()).isEqualTo(4);
    assertThat(installed.problems())
        .containsExactly(new AtlasProblem.NewAreas("true.geojson", 1, "5290"));
    assertThat(Atlas.open(atlas()).findPostcode("DK", "5290").orElseThrow().path())
        .matches("DK/21/(Odense|Kerteminde)/5290");
  }

  @Test
  void polygons_of_another_place_or_name_are_left_out_and_told() throws IOException {
    installDenmark();

    Installed installed =
        add(
            "DK",
            polygons(
                square("5000", 10.4, 55.4, 0.02),
                square("5200", -72, 41, 0.02),
                square("sea", 10.7, 55.4, 0.02)));

    assertThat(installed.polygons()).isEqualTo(1);
    assertThat(installed.problems())
        .containsExactly(
            new AtlasProblem.UnmatchedShapes("true.geojson", 1, "sea"),
            new AtlasProblem.ShapesElsewhere("true.geojson", 1, "5200"));
  }

  @Test
  void a_file_of_another_country_is_refused() throws IOException {
    installDenmark();
    Path elsewhere = polygons(square("5000", -72, 41, 0.02), square("9999", -73, 41, 0.02));

    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> add("DK", elsewhere));

    assertThat(refused.problems())
        .extracting(Problem::code)
        .containsExactly("ATLAS_NOTHING_USABLE");
    assertThat(Atlas.open(atlas()).trueShapes("DK")).isEmpty();
  }

  @Test
  void later_polygons_leave_earlier_ones_where_the_country_is_not_packaged() throws IOException {
    installDenmark();
    add("DK", polygons(square("5000", 10.4, 55.4, 0.02)));

    add("DK", polygons(square("5200", 10.3, 55.4, 0.02)));

    assertThat(Atlas.open(atlas()).trueShapes("DK")).containsExactly("5000", "5200");
  }

  @Test
  void a_packaged_country_keeps_every_path_and_its_counties_to_the_byte() throws IOException {
    Atlas packaged = Atlas.packaged();

    Installed installed = add("FR", polygons(square("48000", 3.49778, 44.52757, 0.02)));

    assertThat(installed.polygons()).isEqualTo(1);
    Atlas atlas = Atlas.open(atlas());
    assertThat(atlas.postcodes("FR").stream().map(PostcodeArea::path))
        .containsExactlyElementsOf(
            packaged.postcodes("FR").stream().map(PostcodeArea::path).toList());
    assertThat(atlas.areas(UnitKind.COUNTY, "FR").topoJson())
        .isEqualTo(packaged.areas(UnitKind.COUNTY, "FR").topoJson());
    assertThat(atlas.areas(UnitKind.POSTCODE, "FR").provenance())
        .contains("INSEE")
        .contains("area shapes are approximate: the ground nearer")
        .doesNotContain("ground of a department");
  }
}
