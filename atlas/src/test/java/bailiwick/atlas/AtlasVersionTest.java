package bailiwick.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.atlas.install.AtlasInstaller;
import bailiwick.atlas.pack.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtlasVersionTest {

  private static final String DANISH =
      """
      postal_code,lat,lon,place,admin1,admin2
      5000,55.396,10.386,Odense C,Syddanmark,Odense
      5200,55.4,10.3,Odense V,Syddanmark,Odense
      5230,55.36,10.4,Odense M,Syddanmark,Odense
      """;

  @TempDir Path folder;

  private Atlas installed(String atlas, String table, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(table), content);
    new AtlasInstaller().add("DK", List.of(file), folder.resolve(atlas));
    return Atlas.open(folder.resolve(atlas));
  }

  @Test
  void without_installed_countries_it_is_that_of_the_product() throws IOException {
    assertThat(Atlas.packaged().version()).isEqualTo("2026.1");
    assertThat(Atlas.open(folder.resolve("none")).version()).isEqualTo("2026.1");
    assertThat(Atlas.open(Files.createDirectory(folder.resolve("empty"))).version())
        .isEqualTo("2026.1");
  }

  @Test
  void an_installed_country_stands_in_it() throws IOException {
    assertThat(installed("atlas", "dk.csv", DANISH).version()).matches("2026\\.1\\+dk\\.\\w{8}");
  }

  @Test
  void that_of_a_country_says_nothing_of_others() throws IOException {
    Atlas atlas = installed("atlas", "dk.csv", DANISH);

    assertThat(atlas.version("DK")).isEqualTo(atlas.version());
    assertThat(atlas.version("US")).isEqualTo("2026.1");
    assertThat(atlas.version("SE")).isEqualTo("2026.1");
  }

  @Test
  void the_same_data_has_the_same_version_wherever_it_is_from() throws IOException {
    assertThat(installed("one", "dk.csv", DANISH).version())
        .isEqualTo(installed("other", "denmark.csv", DANISH).version());
  }

  @Test
  void other_data_has_another_version() throws IOException {
    assertThat(installed("one", "dk.csv", DANISH).version())
        .isNotEqualTo(installed("other", "dk.csv", DANISH.replace("55.36", "55.37")).version());
  }

  @Test
  void true_shapes_change_it() throws IOException {
    String before = installed("atlas", "dk.csv", DANISH).version();

    String shape =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","id":"5200","properties":{},
        "geometry":{"type":"Polygon","coordinates":[[[10.28,55.38],[10.32,55.38],[10.32,55.42],[10.28,55.42],[10.28,55.38]]]}}]}
        """;

    assertThat(installed("atlas", "true.geojson", shape).version()).isNotEqualTo(before);
  }

  @Test
  void a_country_that_an_older_release_installed_has_the_version_it_has_today() throws IOException {
    Atlas atlas = installed("atlas", "dk.csv", DANISH);
    Path kept = folder.resolve("atlas/DK").resolve(Columns.FINGERPRINT_FILE);
    assertThat(kept).hasContent(atlas.version().substring("2026.1+dk.".length()));

    Files.delete(kept);

    assertThat(Atlas.open(folder.resolve("atlas")).version()).isEqualTo(atlas.version());
  }

  @Test
  void what_an_installation_cut_short_has_left_is_no_country() throws IOException {
    installed("atlas", "dk.csv", DANISH);
    Files.move(folder.resolve("atlas/DK"), folder.resolve("atlas/.old-DK"));

    Atlas atlas = Atlas.open(folder.resolve("atlas"));

    assertThat(atlas.countries()).containsExactly("FR", "US");
    assertThat(atlas.version()).isEqualTo("2026.1");
  }
}
