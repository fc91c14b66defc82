package bailiwick.geo.exchange;

import static bailiwick.geo.exchange.ShapefileBytes.dbf;
import static bailiwick.geo.exchange.ShapefileBytes.shp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.geo.shape.Feature;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ShapefileTest {

  private static final byte[] ONE_ROW = dbf("ZCTA5CE20", StandardCharsets.UTF_8, "06001");

  /** A square ring clockwise, as a shell turns. */
  private static double[] shell(double x, double y, double side) {
    return new double[] {x, y, x, y + side, x + side, y + side, x + side, y, x, y};
  }

  /** A square ring counter-clockwise, as a hole turns. */
  private static double[] hole(double x, double y, double side) {
    return new double[] {x, y, x + side, y, x + side, y + side, x, y + side, x, y};
  }

  private static Geometry read(double[]... rings) {
    return Shapefile.read(shp(5, List.of(List.of(rings))), ONE_ROW).getFirst().geometry();
  }

  private static void assertGround(Geometry read, String wanted) throws ParseException {
    assertThat(read.isValid()).isTrue();
    assertThat(read.equalsTopo(new WKTReader().read(wanted))).as(read.toText()).isTrue();
  }

  @Test
  void the_attributes_of_a_shape_are_its_properties() {
    Feature feature = Shapefile.read(shp(5, List.of(List.of(shell(0, 0, 1)))), ONE_ROW).getFirst();

    assertThat(feature.property("ZCTA5CE20")).isEqualTo("06001");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 15, 25})
  void polygons_are_read_with_heights_and_measures_or_without(int type) throws ParseException {
    List<Feature> read = Shapefile.read(shp(type, List.of(List.of(shell(0, 0, 2)))), ONE_ROW);

    assertGround(read.getFirst().geometry(), "POLYGON((0 0,0 2,2 2,2 0,0 0))");
  }

  @Test
  void a_hole_is_cut_out_of_the_shell_around_it() throws ParseException {
    assertGround(
        read(hole(11, 1, 1), shell(0, 0, 5), shell(10, 0, 5)),
        """
        MULTIPOLYGON(((0 0,0 5,5 5,5 0,0 0)),
        ((10 0,10 5,15 5,15 0,10 0),(11 1,12 1,12 2,11 2,11 1)))
        """);
  }

  @Test
  void an_island_in_a_lake_is_a_shell_of_its_own() throws ParseException {
    assertGround(
        read(shell(0, 0, 9), hole(1, 1, 7), shell(2, 2, 5), hole(3, 3, 3)),
        """
        MULTIPOLYGON(((0 0,0 9,9 9,9 0,0 0),(1 1,8 1,8 8,1 8,1 1)),
        ((2 2,2 7,7 7,7 2,2 2),(3 3,6 3,6 6,3 6,3 3)))
        """);
  }

  @Test
  void a_hole_may_touch_its_shell_in_a_corner() throws ParseException {
    assertGround(
        read(shell(0, 0, 4), new double[] {0, 0, 2, 1, 1, 2, 0, 0}),
        "POLYGON((0 0,0 4,4 4,4 0,0 0),(0 0,2 1,1 2,0 0))");
  }

  @Test
  void a_shell_that_turns_the_wrong_way_is_a_shell_all_the_same() throws ParseException {
    assertGround(read(hole(0, 0, 2)), "POLYGON((0 0,0 2,2 2,2 0,0 0))");
  }

  @Test
  void a_record_without_a_shape_is_empty_and_a_deleted_row_is_left_out() {
    byte[] main = shp(5, List.of(List.of(), List.of(shell(0, 0, 1)), List.of(shell(1, 0, 1))));

    List<Feature> read = Shapefile.read(main, dbf("CODE", StandardCharsets.UTF_8, "A", "*B", "C"));

    assertThat(read).extracting(feature -> feature.property("CODE")).containsExactly("A", "C");
    assertThat(read.getFirst().geometry().isEmpty()).isTrue();
  }

  @Test
  void text_is_read_as_utf_8_or_where_it_is_not_as_latin_1() {
    byte[] main = shp(5, List.of(List.of(shell(0, 0, 1))));

    assertThat(
            List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1).stream()
                .map(charset -> Shapefile.read(main, dbf("NAME", charset, "Besançon")))
                .map(read -> read.getFirst().property("NAME")))
        .containsExactly("Besançon", "Besançon");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 11, 13, 3, 28, 31})
  void other_kinds_of_shapes_are_refused(int type) {
    assertThatThrownBy(() -> Shapefile.read(shp(type, List.of()), ONE_ROW))
        .isInstanceOf(ShapeFormatException.class)
        .hasMessageEndingWith("and should hold polygons.");
  }

  @Test
  void a_file_cut_short_anywhere_is_refused() {
    byte[] main = shp(5, List.of(List.of(shell(0, 0, 1), hole(0.2, 0.2, 0.1))));
    for (int length = 0; length < main.length; length++) {
      byte[] cut = Arrays.copyOf(main, length);
      assertThatThrownBy(() -> Shapefile.read(cut, ONE_ROW))
          .as("%s bytes", length)
          .isInstanceOf(ShapeFormatException.class);
    }
    for (int length = 0; length < ONE_ROW.length; length++) {
      byte[] cut = Arrays.copyOf(ONE_ROW, length);
      assertThatThrownBy(() -> Shapefile.read(main, cut))
          .as("%s bytes of the table", length)
          .isInstanceOf(ShapeFormatException.class);
    }
  }

  @Test
  void a_header_that_promises_too_little_or_too_much_is_refused() {
    byte[] main = shp(5, List.of(List.of(shell(0, 0, 1))));
    main[100 + 8 + 36] = 77; // rings of the record

    assertThatThrownBy(() -> Shapefile.read(main, ONE_ROW))
        .isInstanceOf(ShapeFormatException.class)
        .hasMessageContaining("Record 1");
  }

  @Test
  void any_number_changed_in_a_record_is_read_or_refused() {
    byte[] main = shp(5, List.of(List.of(shell(0, 0, 1), hole(0.2, 0.2, 0.1))));
    int numbers = 100 + 8 + 44 + 8; // up to where the points begin
    for (int at = 100; at < numbers; at += 4) {
      for (int value : new int[] {-1, 0, 1, 2, 3, 9, 1 << 28, Integer.MAX_VALUE}) {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
          byte[] changed = main.clone();
          ByteBuffer.wrap(changed).order(order).putInt(at, value);
          assertReadOrRefused(changed, "%s at %s".formatted(value, at));
        }
      }
    }
  }

  @Test
  void rings_that_start_beyond_the_points_are_refused() {
    byte[] main = shp(5, List.of(List.of(shell(0, 0, 1), hole(0.2, 0.2, 0.1))));
    ByteBuffer.wrap(main).order(ByteOrder.LITTLE_ENDIAN).putInt(100 + 8 + 48, Integer.MAX_VALUE);

    assertThatThrownBy(() -> Shapefile.read(main, ONE_ROW))
        .isInstanceOf(ShapeFormatException.class)
        .hasMessage("Record 1 of the shapefile has its rings out of order.");
  }

  private static void assertReadOrRefused(byte[] main, String change) {
    try {
      assertThat(Shapefile.read(main, ONE_ROW)).as(change).hasSize(1);
    } catch (ShapeFormatException refused) {
      assertThat(refused.getMessage()).as(change).isNotBlank();
    }
  }

  @Test
  void a_table_of_another_length_is_refused() {
    byte[] main = shp(5, List.of(List.of(shell(0, 0, 1)), List.of(shell(1, 0, 1))));

    assertThatThrownBy(() -> Shapefile.read(main, ONE_ROW))
        .hasMessageContaining("2 shapes and its table 1 rows");
  }

  @Test
  void degrees_are_told_from_metres() {
    assertThat(Shapefile.isInDegrees("GEOGCS[\"GCS_North_American_1983\",DATUM[]]")).isTrue();
    assertThat(Shapefile.isInDegrees("PROJCS[\"Web_Mercator\",GEOGCS[\"WGS 84\"]]")).isFalse();
  }
}
