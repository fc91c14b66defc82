package bailiwick.atlas.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Atlas;
import bailiwick.atlas.PostcodeArea;
import bailiwick.atlas.SharedData;
import bailiwick.atlas.install.AtlasInstaller.Installed;
import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtlasInstallerTest {

  private static final String DANISH =
      """
      DK\t2100\tKøbenhavn Ø\tHovedstaden\t17\tKøbenhavn\t101\t\t\t55.709\t12.573\t4
      DK\t2200\tKøbenhavn N\tHovedstaden\t17\tKøbenhavn\t101\t\t\t55.694\t12.549\t4
      DK\t2201\tKøbenhavn N\tHovedstaden\t17\tKøbenhavn\t101\t\t\t55.694\t12.549\t4
      DK\t5000\tOdense C\tSyddanmark\t21\tOdense\t461\t\t\t55.396\t10.386\t4
      DK\t8000\tAarhus C\tMidtjylland\t18\tAarhus\t751\t\t\t56.156\t10.208\t4
      DK\t8200\tAarhus N\tMidtjylland\t18\tAarhus\t751\t\t\t56.185\t10.182\t4
      """;

  /** As wide as a hand. */
  private static final String DOT =
      """
      {"type":"Feature","id":"1010","properties":{},"geometry":{"type":"Polygon","coordinates":
      [[[16,48],[16.000001,48],[16.000001,48.000001],[16,48.000001],[16,48]]]}}
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path atlas() {
    return folder.resolve("atlas");
  }

  private List<String> codes(String country, Path... files) {
    ProblemException stopped =
        catchThrowableOfType(
            ProblemException.class,
            () -> new AtlasInstaller().add(country, List.of(files), atlas()));
    assertThat(atlas())
        .satisfiesAnyOf(
            none -> assertThat(none).doesNotExist(), empty -> assertThat(empty).isEmptyDirectory());
    return stopped.problems().stream().map(Problem::code).toList();
  }

  @Test
  void a_table_as_geonames_has_it_becomes_areas_with_neighbours() throws IOException {
    Installed installed = new AtlasInstaller().add("dk", List.of(file("DK.txt", DANISH)), atlas());

    assertThat(installed).isEqualTo(new Installed("DK", 6, 5, 0, List.of()));
    Atlas atlas = Atlas.open(atlas());
    assertThat(atlas.countries()).containsExactly("DK", "FR", "US");
    AreaLayer layer = atlas.areas(UnitKind.POSTCODE, "DK");
    assertThat(layer.numbering().ids())
        .extracting(UnitId::value)
        .containsExactly("2100", "2200", "5000", "8000", "8200");
    assertThat(layer.bridges()).isNotEmpty();
    assertThat(atlas.findPostcode("DK", "8200").orElseThrow().path())
        .isEqualTo("DK/18/Aarhus/8200");
    assertThat(atlas.findRegion("DK", "18").orElseThrow().name()).contains("Jutland");
  }

  @Test
  void codes_at_one_point_share_one_area() throws IOException {
    new AtlasInstaller().add("DK", List.of(file("DK.txt", DANISH)), atlas());

    assertThat(Atlas.open(atlas()).findPostcode("DK", "2201").map(PostcodeArea::unit))
        .contains(new UnitId("2200"));
  }

  @Test
  void counties_are_the_sums_of_their_postcodes() throws IOException {
    new AtlasInstaller().add("DK", List.of(file("DK.txt", DANISH)), atlas());

    AreaLayer counties = Atlas.open(atlas()).areas(UnitKind.COUNTY, "DK");
    assertThat(counties.names()).containsExactly("Aarhus", "København", "Odense");
    assertThat(counties.graph().unitCount()).isEqualTo(3);
  }

  @Test
  void polygons_alone_are_enough() throws IOException {
    Path squares =
        file(
            "squares.geojson",
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"plz":"1010"},"geometry":{"type":"Polygon","coordinates":[[[16,48],[16.1,48],[16.1,48.1],[16,48.1],[16,48]]]}},
            {"type":"Feature","properties":{"plz":"1020"},"geometry":{"type":"Polygon","coordinates":[[[16.1,48],[16.2,48],[16.2,48.1],[16.1,48.1],[16.1,48]]]}}]}
            """);

    Installed installed = new AtlasInstaller().add("AT", List.of(squares), atlas());

    assertThat(installed.polygons()).isEqualTo(2);
    AreaLayer layer = Atlas.open(atlas()).areas(UnitKind.POSTCODE, "AT");
    assertThat(layer.graph().edgeCount()).isEqualTo(1);
    assertThat(layer.bridges()).isEmpty();
  }

  private Path squares(String name, String... features) throws IOException {
    return file(
        name, "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
  }

  /** Ten kilometres from north to south, between two meridians. */
  private static String square(String code, double west, double east) {
    return """
    {"type":"Feature","id":"%1$s","properties":{},"geometry":{"type":"Polygon","coordinates":
    [[[%2$s,48],[%3$s,48],[%3$s,48.1],[%2$s,48.1],[%2$s,48]]]}}\
    """
        .formatted(code, west, east);
  }

  private Installed addToAustria(Path file) {
    return new AtlasInstaller().add("AT", List.of(file), atlas());
  }

  @Test
  void a_country_of_polygons_alone_is_begun_with_all_its_files_in_one_call() throws IOException {
    Path west = squares("w.geojson", square("1010", 16, 16.1), square("1020", 16.1, 16.2));
    Path east = squares("e.geojson", square("1030", 16.2, 16.3), square("1040", 16.3, 16.4));
    Path overlapping =
        squares(
            "o.geojson",
            square("1020", 16.1, 16.2),
            square("1030", 16.2, 16.3),
            square("1040", 16.3, 16.4));
    addToAustria(west);

    assertThat(refused(east).problems())
        .isEqualTo(List.of(new AtlasProblem.NothingUsable("e.geojson", "AT")));
    assertThat(refused(overlapping).problems())
        .isEqualTo(List.of(new AtlasProblem.OtherShapes("o.geojson", "AT", 1, 2)));

    assertThat(anew("together", List.of(), west, east).areas(UnitKind.POSTCODE, "AT").paths())
        .hasSize(4);
  }

  private ProblemException refused(Path file) {
    return catchThrowableOfType(ProblemException.class, () -> addToAustria(file));
  }

  @Test
  void an_area_that_several_files_show_is_their_sum_in_any_order() throws IOException {
    Path table =
        file(
            "at.csv",
            """
            postal_code,lat,lon
            1010,48.05,16.05
            1020,48.05,16.25
            """);
    Path west = squares("w.geojson", square("1010", 16, 16.1));
    Path middle = squares("m.geojson", square("1010", 16.1, 16.2), square("1020", 16.2, 16.3));
    for (List<Path> begun : List.of(List.of(table), List.<Path>of())) {
      Atlas one = anew("one" + begun.size(), begun, west, middle);
      Atlas other = anew("other" + begun.size(), begun, middle, west);

      assertThat(one.version()).isEqualTo(other.version());
      assertThat(one.findNearestArea("AT", new LonLat(16.01, 48.05)).orElseThrow().postcode())
          .isEqualTo("1010");
      assertThat(one.findNearestArea("AT", new LonLat(16.19, 48.05)).orElseThrow().postcode())
          .isEqualTo("1010");
    }
  }

  private Atlas anew(String name, List<Path> table, Path... files) {
    List<Path> all = Stream.concat(table.stream(), Stream.of(files)).toList();
    new AtlasInstaller().add("AT", all, folder.resolve(name));
    return Atlas.open(folder.resolve(name));
  }

  @Test
  void polygons_that_are_all_too_small_to_draw_are_refused() throws IOException {
    assertThat(codes("AT", squares("dots.geojson", DOT))).containsExactly("ATLAS_NO_GROUND");
  }

  @Test
  void installing_again_replaces_the_country() throws IOException {
    new AtlasInstaller().add("DK", List.of(file("DK.txt", DANISH)), atlas());
    String less = DANISH.lines().skip(3).reduce("", (a, b) -> a + b + "\n");

    new AtlasInstaller().add("DK", List.of(file("DK.txt", less)), atlas());

    assertThat(Atlas.open(atlas()).findPostcode("DK", "2100")).isEmpty();
    try (Stream<Path> left = Files.list(atlas())) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("DK");
    }
  }

  @Test
  void a_bad_row_is_left_out_and_listed() throws IOException {
    Path table =
        file("at.csv", "postal_code;lat;lon\n1010;48.2;16.37\n1020;north;16.4\n;48.2;16.4\n");

    Installed installed = new AtlasInstaller().add("AT", List.of(table), atlas());

    assertThat(installed.postcodes()).isEqualTo(1);
    assertThat(installed.problems())
        .containsExactly(
            new AtlasProblem.BadRow("at.csv", 2, "latitude", "north"),
            new AtlasProblem.BadRow("at.csv", 3, "postcode", ""));
  }

  @Test
  void wrong_files_are_told_apart_and_nothing_is_written() throws IOException {
    Path binary = Files.write(folder.resolve("photo.jpg"), new byte[] {(byte) 0xff, 0, 1, 2});
    assertThat(codes("DK", binary)).containsExactly("ATLAS_NOT_TEXT");
    assertThat(codes("DK", file("empty.csv", ""))).containsExactly("ATLAS_EMPTY_FILE");
    assertThat(codes("DK", file("blank.csv", " \n"))).containsExactly("ATLAS_EMPTY_FILE");
    assertThat(codes("DK", file("people.csv", "name,age\nAnn,3\n")))
        .containsExactly("ATLAS_MISSING_COLUMNS");
    assertThat(codes("DK", file("header.csv", "postcode,lat,lon\n")))
        .containsExactly("ATLAS_NOTHING_USABLE");
    assertThat(codes("SE", file("DK.txt", DANISH))).containsExactly("ATLAS_NOTHING_USABLE");
    assertThat(codes("DK", file("broken.json", "{\"type\":")))
        .containsExactly("ATLAS_BROKEN_SHAPES");
    assertThat(codes("DK", folder.resolve("missing.csv"))).containsExactly("ATLAS_UNREADABLE_FILE");
    assertThat(codes("DK")).containsExactly("ATLAS_NO_FILES");
    assertThat(codes("XQ", file("DK.txt", DANISH))).containsExactly("ATLAS_UNKNOWN_COUNTRY");
  }

  @Test
  void all_wrong_files_are_told_at_once() throws IOException {
    assertThat(codes("DK", file("empty.csv", ""), folder.resolve("missing.csv")))
        .containsExactly("ATLAS_EMPTY_FILE", "ATLAS_UNREADABLE_FILE");
  }

  @Test
  void british_districts_come_with_their_polygons() {
    Path uk = SharedData.require("data/geo/test-only");
    Installed installed =
        new AtlasInstaller()
            .add(
                "GB",
                List.of(
                    uk.resolve("uk_postcode_districts.csv"),
                    uk.resolve("uk_postcode_districts.topojson.gz"),
                    uk.resolve("uk_postcode_district_adjacency.csv")),
                atlas());

    assertThat(installed.postcodes()).isEqualTo(3_002);
    assertThat(installed.polygons()).isEqualTo(2_736);
    assertThat(installed.areas()).isBetween(2_780, 2_850); // and Northern Ireland, Man, Channel
    Atlas atlas = Atlas.open(atlas());
    assertThat(atlas.findPostcode("GB", "sw1a 1aa").orElseThrow().path())
        .isEqualTo("GB/ENG/Greater London/SW1A");
    assertThat(atlas.findPostcode("GB", "M11AE").orElseThrow().postcode()).isEqualTo("M1");
    assertThat(atlas.findPostcode("GB", "BT7 1NN").orElseThrow().path()).startsWith("GB/NIR/");
    assertThat(atlas.findPostcode("GB", "IM1 1AA").orElseThrow().path()).startsWith("GB/IM/");
    AreaTree tree = atlas.tree("GB");
    assertThat(tree.leafCount()).isEqualTo(3_002);
    AreaLayer counties = atlas.areas(UnitKind.COUNTY, "GB");
    for (int leaf = 0; leaf < tree.leafCount(); leaf++) {
      UnitId county = tree.findUnit(leaf, bailiwick.core.area.AreaKind.COUNTY).orElseThrow();
      assertThat(counties.numbering().findNumber(county)).isPresent();
    }
  }

  @Test
  void a_province_goes_by_its_letters_in_codes_names_and_cities() throws IOException {
    Path table =
        file("ca.csv", "postal_code,lat,lon,admin1,admin1_code\nT2P,51.05,-114.07,Alberta,AB\n");

    new AtlasInstaller().add("CA", List.of(table), atlas());

    Atlas atlas = Atlas.open(atlas());
    assertThat(atlas.findPostcode("CA", "T2P 1J9").orElseThrow().region()).isEqualTo("AB");
    assertThat(atlas.findRegion("CA", "alberta").orElseThrow().code()).isEqualTo("AB");
    assertThat(atlas.findPlace("Calgary", "AB", "CA")).isPresent();
  }

  @Test
  void a_gzipped_table_with_a_header_is_read_as_well() {
    Path table = SharedData.require("data/geo/test-only/postal/ie_postal.csv.gz");

    Installed installed = new AtlasInstaller().add("IE", List.of(table), atlas());

    assertThat(installed.postcodes()).isEqualTo(139);
    assertThat(Atlas.open(atlas()).findPostcode("IE", "A42 X2Y3").map(PostcodeArea::postcode))
        .contains("A42");
  }
}
