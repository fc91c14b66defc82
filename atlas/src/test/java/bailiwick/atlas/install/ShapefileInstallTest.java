package bailiwick.atlas.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.install.AtlasInstaller.Installed;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two squares side by side, with the Viennese codes 1010 and 1020. */
class ShapefileInstallTest {

  @TempDir Path folder;

  private static byte[] squares(String kind) throws IOException {
    try (InputStream in = ShapefileInstallTest.class.getResourceAsStream("squares." + kind)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path archive(String... names) throws IOException {
    Path archive = folder.resolve("squares.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(squares(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)));
      }
    }
    return archive;
  }

  private Installed install(Path file) {
    return new AtlasInstaller().add("AT", List.of(file), folder.resolve("atlas"));
  }

  private List<Problem> problems(Path file) {
    return catchThrowableOfType(ProblemException.class, () -> install(file)).problems();
  }

  private List<String> codes(Path file) {
    return problems(file).stream().map(Problem::code).toList();
  }

  @Test
  void a_zipped_shapefile_is_read_as_published() throws IOException {
    Installed installed = install(archive("at/squares.shp", "at/squares.dbf", "at/squares.prj"));

    assertThat(installed).isEqualTo(new Installed("AT", 2, 2, 2, List.of()));
    Atlas atlas = Atlas.open(folder.resolve("atlas"));
    assertThat(atlas.trueShapes("AT")).containsExactly("1010", "1020");
    assertThat(atlas.areas(UnitKind.POSTCODE, "AT").graph().edgeCount()).isEqualTo(1);
    assertThat(atlas.areas(UnitKind.POSTCODE, "AT").provenance())
        .contains("All 2 area shapes are as their publisher gives them.");
  }

  @Test
  void a_shapefile_is_read_with_its_table_beside_it() throws IOException {
    file("Squares.DBF", squares("dbf"));

    assertThat(install(file("squares.shp", squares("shp"))).polygons()).isEqualTo(2);
  }

  @Test
  void without_its_table_a_shapefile_has_no_codes() throws IOException {
    assertThat(codes(file("squares.shp", squares("shp")))).containsExactly("ATLAS_NO_SHAPE_TABLE");
    assertThat(codes(archive("squares.shp"))).containsExactly("ATLAS_NO_SHAPE_TABLE");
  }

  @Test
  void an_archive_holds_one_shapefile() throws IOException {
    assertThat(codes(archive("a.shp", "a.dbf", "b.shp", "b.dbf")))
        .containsExactly("ATLAS_SEVERAL_SHAPEFILES");
    assertThat(codes(archive("squares.dbf"))).containsExactly("ATLAS_NO_SHAPEFILE");
    assertThat(install(archive("__MACOSX/._a.shp", "a.SHP", "a.dbf")).areas()).isEqualTo(2);
  }

  @Test
  void a_projected_shapefile_is_refused() throws IOException {
    file("squares.dbf", squares("dbf"));
    file(
        "squares.prj",
        "PROJCS[\"MGI_Austria_Lambert\",GEOGCS[\"GCS_MGI\"]]".getBytes(StandardCharsets.UTF_8));

    assertThat(codes(file("squares.shp", squares("shp"))))
        .containsExactly("ATLAS_PROJECTED_SHAPES");
  }

  @Test
  void an_empty_projection_says_nothing() throws IOException {
    file("squares.dbf", squares("dbf"));
    file("squares.prj", new byte[0]);

    assertThat(install(file("squares.shp", squares("shp"))).polygons()).isEqualTo(2);
  }

  @Test
  void the_case_of_names_matters_no_more_inside_an_archive_than_beside() throws IOException {
    assertThat(install(archive("Squares.shp", "SQUARES.DBF")).polygons()).isEqualTo(2);
  }

  @Test
  void a_file_that_is_too_large_is_refused_before_it_fills_the_memory() throws IOException {
    grow(folder.resolve("huge.csv"));

    assertThat(codes(folder.resolve("huge.csv"))).containsExactly("ATLAS_FILE_TOO_LARGE");
  }

  @Test
  void a_shapefile_with_a_table_that_is_too_large_is_refused() throws IOException {
    grow(file("squares.dbf", squares("dbf")));

    assertThat(problems(file("squares.shp", squares("shp"))))
        .containsExactly(new AtlasProblem.FileTooLarge("squares.dbf"));
  }

  @Test
  void a_shapefile_that_is_too_large_is_refused() throws IOException {
    Path shp = file("squares.shp", squares("shp"));
    grow(shp);

    assertThat(problems(shp)).containsExactly(new AtlasProblem.FileTooLarge("squares.shp"));
  }

  /** Makes a file longer than may be, without filling the disk. */
  private static void grow(Path file) throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(StoredFile.MAX_BYTES + 1L);
    }
  }

  @Test
  void a_part_of_an_archive_is_too_large_when_a_file_of_its_size_would_be() throws IOException {
    assertThat(codes(bomb("squares.shp", 512))).containsExactly("ATLAS_NO_SHAPE_TABLE");
    assertThat(problems(bomb("squares.shp", 513)))
        .containsExactly(new AtlasProblem.FileTooLarge("squares.shp"));
  }

  @Test
  void an_archive_that_unpacks_to_too_much_is_refused() throws IOException {
    assertThat(problems(bomb("readme.xml", 1025)))
        .containsExactly(new AtlasProblem.FileTooLarge("bomb.zip"));
  }

  private Path bomb(String name, int megabytes) throws IOException {
    Path bomb = folder.resolve("bomb.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry(name));
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < megabytes; i++) {
        zip.write(megabyte);
      }
    }
    return bomb;
  }

  @Test
  void a_folder_that_cannot_be_listed_is_told() throws IOException {
    Path drive = Files.createDirectory(folder.resolve("drive"));
    StoredFile main = StoredFile.read(Files.write(drive.resolve("squares.shp"), squares("shp")));
    Files.delete(drive.resolve("squares.shp"));
    Files.delete(drive); // a drive that is pulled out after its first file is read

    ProblemException stopped =
        catchThrowableOfType(ProblemException.class, () -> ShapefileParts.of(main));

    assertThat(stopped.problems())
        .containsExactly(new AtlasProblem.UnreadableFile(drive.toString()));
  }

  @Test
  void what_is_cut_short_is_refused() throws IOException {
    file("squares.dbf", squares("dbf"));
    byte[] cut = Arrays.copyOf(squares("shp"), 150);
    assertThat(codes(file("squares.shp", cut))).containsExactly("ATLAS_BROKEN_SHAPES");

    byte[] whole = Files.readAllBytes(archive("squares.shp", "squares.dbf"));
    assertThat(codes(file("cut.zip", Arrays.copyOf(whole, whole.length / 3))))
        .isNotEmpty()
        .isSubsetOf("ATLAS_BROKEN_SHAPES", "ATLAS_NO_SHAPEFILE");
  }
}
