package bailiwick.atlas.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import bailiwick.atlas.pack.CountryPack.Layer;
import bailiwick.atlas.pack.CountryPack.PostcodeRow;
import bailiwick.core.unit.LonLat;
import bailiwick.geo.shape.Grid;
import bailiwick.geo.shape.Topology;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddedCountryTest {

  @TempDir Path atlas;

  private Path folder() {
    return atlas.resolve("DK");
  }

  private AddedCountry denmark() {
    return new AddedCountry(folder());
  }

  /** A country of one code; another city is other data. */
  private static CountryPack pack(String city) {
    Layer none = new Layer(Topology.of(Grid.FINE, List.of()), List.of());
    return new CountryPack(
        "DK",
        List.of(),
        List.of(),
        List.of(new PostcodeRow("5000", "5000", new LonLat(10.4, 55.4), city, "", "")),
        none,
        none,
        new TreeSet<>(),
        "");
  }

  private String currentName() throws IOException {
    return Files.readString(folder().resolve("current.txt")).strip();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> inside = Files.list(folder())) {
      return inside.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void what_was_put_is_opened() throws IOException {
    denmark().replace(pack("Odense"));

    AddedCountry.Edition edition = denmark().open().orElseThrow();

    assertThat(edition.fingerprint()).isEqualTo(Fingerprint.of(edition.shelf()));
    assertThat(names()).containsExactlyInAnyOrder(edition.fingerprint(), "current.txt");
  }

  @Test
  void an_edition_that_nobody_has_open_goes_when_another_comes() throws IOException {
    denmark().replace(pack("Odense"));
    denmark().replace(pack("Kerteminde"));

    assertThat(names()).containsExactlyInAnyOrder(currentName(), "current.txt");
  }

  @Test
  void an_edition_that_is_open_stays_until_its_reader_ends() throws Exception {
    denmark().replace(pack("Odense"));
    String first = currentName();
    Process reader = reader();
    try (BufferedReader said = reader.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo(first);

      denmark().replace(pack("Kerteminde"));
      assertThat(names()).contains(first);
    } finally {
      reader.destroyForcibly().waitFor();
    }

    denmark().replace(pack("Aarhus"));
    assertThat(names()).doesNotContain(first).hasSize(2);
  }

  /** Another program that has the country open. */
  private Process reader() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Reader.class.getName(),
            folder().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Opens a country, says which edition it is, and waits. */
  public static final class Reader {
    private Reader() {}

    public static void main(String[] words) throws IOException {
      System.out.println(new AddedCountry(Path.of(words[0])).open().orElseThrow().fingerprint());
      System.in.read();
    }
  }

  @Test
  void the_same_data_again_is_the_edition_that_is_there() throws IOException {
    denmark().replace(pack("Odense"));
    List<String> before = names();

    denmark().replace(pack("Odense"));

    assertThat(names()).isEqualTo(before);
  }

  @Test
  void an_edition_that_was_damaged_is_mended_by_the_same_data() throws IOException {
    denmark().replace(pack("Odense"));
    Path postcodes = folder().resolve(currentName()).resolve(Columns.POSTCODES_FILE);
    Files.delete(postcodes);
    assertThat(denmark().open()).isEmpty();

    denmark().replace(pack("Odense"));

    assertThat(denmark().open()).isPresent();
  }

  @Test
  void when_the_last_step_fails_all_is_as_before() throws IOException {
    denmark().replace(pack("Odense"));
    List<String> before = names();
    String current = currentName();
    Files.createDirectory(folder().resolve("current.txt.new")); // where the last step writes

    assertThatIOException().isThrownBy(() -> denmark().replace(pack("Kerteminde")));

    assertThat(names()).isEqualTo(before);
    assertThat(currentName()).isEqualTo(current);
  }

  @Test
  void a_first_edition_that_fails_leaves_no_country() throws IOException {
    Files.createDirectories(folder().resolve("current.txt")); // in the way

    assertThatIOException().isThrownBy(() -> denmark().replace(pack("Odense")));

    assertThat(names()).containsExactly("current.txt");
    assertThat(denmark().open()).isEmpty();
  }
}
