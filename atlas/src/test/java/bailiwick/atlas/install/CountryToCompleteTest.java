package bailiwick.atlas.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Atlas;
import bailiwick.atlas.Denmark;
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
class CountryToCompleteTest {

  @TempDir Path folder;

  private Path atlas() {
    return folder.resolve("atlas");
  }

  private Installed add(String country, Path... files) {
    return new AtlasInstaller().add(country, List.of(files), atlas());
  }

  private void installDenmark() throws IOException {
    add("DK", Files.writeString(folder.resolve("DK.txt"), Denmark.TABLE));
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
  void a_file_of_other_areas_with_codes_alike_is_refused() throws IOException {
    installDenmark();
    Path counties =
        polygons(
            square("5000", 10.4, 55.4, 0.02),
            square("5111", 10.5, 55.4, 0.02),
            square("5200", -72, 41, 0.02));

    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> add("DK", counties));

    assertThat(refused.problems())
        .isEqualTo(List.of(new AtlasProblem.OtherShapes("true.geojson", "DK", 1, 2)));
  }

  @Test
  void far_is_meant_on_the_ground_and_not_in_degrees() throws IOException {
    installDenmark();
    // 1.3 degrees of longitude are some 80 km at this latitude.
    Installed installed = add("DK", polygons(square("5000", 8.7, 55.4, 0.4)));

    assertThat(installed.problems()).isEmpty();
  }

  @Test
  void a_ring_that_encloses_no_ground_is_left_out_and_told() throws IOException {
    installDenmark();

    Installed installed =
        add("DK", polygons(square("5000", 10.4, 55.4, 0.02), square("5200", 10.3, 55.4, 0)));

    assertThat(installed.polygons()).isEqualTo(1);
    assertThat(installed.problems())
        .containsExactly(new AtlasProblem.EmptyShapes("true.geojson", 1));
  }

  @Test
  void polygons_beyond_the_date_line_stand_on_the_globe() throws IOException {
    Path islands = polygons(square("1010", 179.9, -16.8, 0.02), square("1020", 180.5, -16.8, 0.02));

    assertThat(add("FJ", islands).areas()).isEqualTo(2);
    assertThat(Atlas.open(atlas()).findPostcode("FJ", "1020").orElseThrow().point().lon())
        .isBetween(-180.0, -179.0);
  }

  @Test
  void files_of_one_name_in_two_folders_are_both_read() throws IOException {
    installDenmark();
    Path first =
        Files.copy(
            polygons(square("5000", 10.4, 55.4, 0.02)),
            Files.createDirectory(folder.resolve("east")).resolve("true.geojson"));

    add("DK", first, polygons(square("5200", 10.3, 55.4, 0.02)));

    assertThat(Atlas.open(atlas()).trueShapes("DK")).containsExactly("5000", "5200");
  }

  @Test
  void neighbours_of_an_earlier_installation_stay() throws IOException {
    installDenmark();
    Path pairs = Files.writeString(folder.resolve("pairs.csv"), "a,b\n5200,5300\n");
    add(
        "DK",
        pairs,
        polygons(
            square("5000", 10.4, 55.4, 0.02),
            square("5200", 10.3, 55.4, 0.02),
            square("5300", 10.65, 55.45, 0.02)));

    add("DK", polygons(square("5200", 10.3, 55.4, 0.02)));

    AreaLayer layer = Atlas.open(atlas()).areas(UnitKind.POSTCODE, "DK");
    assertThat(layer.acrossGaps()).containsExactly(List.of(new UnitId("5200"), new UnitId("5300")));
  }

  @Test
  void areas_that_lose_their_ground_are_named() {
    assertThat(new AtlasProblem.LostAreas(List.of("5200", "5300")).message())
        .contains("2 areas")
        .endsWith("5200, 5300.");
  }

  @Test
  void later_polygons_leave_earlier_ones() throws IOException {
    installDenmark();
    add("DK", polygons(square("5000", 10.4, 55.4, 0.02)));

    add("DK", polygons(square("5200", 10.3, 55.4, 0.02)));

    assertThat(Atlas.open(atlas()).trueShapes("DK")).containsExactly("5000", "5200");
  }

  @Test
  void a_packaged_country_keeps_every_path_and_its_counties_to_the_byte() throws IOException {
    Atlas packaged = Atlas.packaged();

    add("FR", polygons(square("48000", 3.49778, 44.52757, 0.02)));
    Installed installed = add("FR", polygons(square("48100", 3.28, 44.55, 0.02)));

    assertThat(installed.problems()).isEmpty();
    assertThat(installed.areas())
        .isEqualTo(packaged.areas(UnitKind.POSTCODE, "FR").numbering().size());
    Atlas atlas = Atlas.open(atlas());
    assertThat(atlas.trueShapes("FR")).containsExactly("48000", "48100");
    assertThat(atlas.postcodes("FR")).isEqualTo(packaged.postcodes("FR"));
    assertThat(atlas.areas(UnitKind.COUNTY, "FR").topoJson())
        .isEqualTo(packaged.areas(UnitKind.COUNTY, "FR").topoJson());
    assertThat(atlas.areas(UnitKind.POSTCODE, "FR").provenance())
        .contains("INSEE")
        .contains("area shapes are approximate: the ground nearer")
        .doesNotContain("ground of a department");
  }
}
