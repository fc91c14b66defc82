package bailiwick.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.atlas.install.AtlasInstaller;
import bailiwick.core.unit.UnitKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtlasVersionTest {

  /** With one code a kilometre to the east. */
  private static final String MOVED = Denmark.TABLE.replace("10.65", "10.67");

  private static final String SWEDISH =
      """
      postal_code,lat,lon,place,admin1,admin2
      111 20,59.33,18.06,Stockholm,Stockholm,Stockholm
      411 03,57.70,11.97,Göteborg,Västra Götaland,Göteborg
      """;

  private static final String TRUE_SHAPE =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","id":"5200","properties":{},
      "geometry":{"type":"Polygon","coordinates":[[[10.28,55.38],[10.32,55.38],[10.32,55.42],[10.28,55.42],[10.28,55.38]]]}}]}
      """;

  @TempDir Path folder;

  private Atlas installed(String atlas, String table, String content) throws IOException {
    return installed(atlas, "DK", table, content);
  }

  private Atlas installed(String atlas, String country, String table, String content)
      throws IOException {
    Path file = Files.writeString(folder.resolve(table), content);
    new AtlasInstaller().add(country, List.of(file), folder.resolve(atlas));
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
    assertThat(installed("atlas", "DK.txt", Denmark.TABLE).version())
        .matches("2026\\.1\\+dk\\.[0-9a-f]{8}");
  }

  @Test
  void of_several_installed_countries_it_is_in_order_of_their_codes() throws IOException {
    String swedish = installed("atlas", "SE", "se.csv", SWEDISH).version("SE");
    Atlas both = installed("atlas", "DK.txt", Denmark.TABLE);

    assertThat(both.version())
        .isEqualTo(both.version("DK") + '.' + swedish.substring("2026.1+".length()));
  }

  @Test
  void that_of_a_country_says_nothing_of_others() throws IOException {
    Atlas atlas = installed("atlas", "DK.txt", Denmark.TABLE);

    assertThat(atlas.version("DK")).isEqualTo(atlas.version());
    assertThat(atlas.version("US")).isEqualTo("2026.1");
    assertThat(atlas.version("SE")).isEqualTo("2026.1");
  }

  @Test
  void the_same_data_has_the_same_version_wherever_it_is_from() throws IOException {
    assertThat(installed("one", "DK.txt", Denmark.TABLE).version())
        .isEqualTo(installed("other", "denmark.txt", Denmark.TABLE).version());
  }

  @Test
  void other_data_has_another_version() throws IOException {
    assertThat(installed("one", "DK.txt", Denmark.TABLE).version())
        .isNotEqualTo(installed("other", "DK.txt", MOVED).version());
  }

  @Test
  void true_shapes_change_it() throws IOException {
    String before = installed("atlas", "DK.txt", Denmark.TABLE).version();

    assertThat(installed("atlas", "true.geojson", TRUE_SHAPE).version()).isNotEqualTo(before);
  }

  @Test
  void an_open_atlas_stays_as_it_was_opened_whatever_is_added() throws IOException {
    Atlas read = installed("atlas", "DK.txt", Denmark.TABLE);
    String version = read.version();
    AreaLayer layer = read.areas(UnitKind.POSTCODE, "DK");
    byte[] shapes = layer.topoJson();
    Atlas unread = Atlas.open(folder.resolve("atlas"));

    installed("atlas", "moved.txt", MOVED);
    Atlas anew = installed("atlas", "true.geojson", TRUE_SHAPE);

    for (Atlas open : List.of(read, unread)) {
      assertThat(open.version()).isEqualTo(version);
      assertThat(open.areas(UnitKind.POSTCODE, "DK").topoJson()).isEqualTo(shapes);
      assertThat(open.areas(UnitKind.POSTCODE, "DK").points()).isEqualTo(layer.points());
      assertThat(open.areas(UnitKind.POSTCODE, "DK").provenance()).contains("DK.txt");
      assertThat(open.trueShapes("DK")).isEmpty();
    }
    assertThat(anew.version()).isNotEqualTo(version);
    assertThat(anew.areas(UnitKind.POSTCODE, "DK").topoJson()).isNotEqualTo(shapes);
    assertThat(anew.trueShapes("DK")).containsExactly("5200");
  }

  @Test
  void a_folder_that_names_no_edition_is_no_country() throws IOException {
    installed("atlas", "DK.txt", Denmark.TABLE);
    Files.writeString(folder.resolve("atlas/DK/current.txt"), "");

    Atlas atlas = Atlas.open(folder.resolve("atlas"));

    assertThat(atlas.countries()).containsExactly("FR", "US");
    assertThat(atlas.version()).isEqualTo("2026.1");
  }
}
