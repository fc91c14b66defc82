package bailiwick.atlas.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

  private static final List<String> FILES =
      List.of(
          "regions.csv.gz",
          "counties.csv.gz",
          "postcodes.csv.gz",
          "postcode-links.csv.gz",
          "county-links.csv.gz",
          "postcodes.topojson.gz",
          "counties.topojson.gz");

  /** Of the files as written here, made with other tools. */
  private static final String KNOWN = "1710b333";

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    for (String file : FILES) {
      write(file, "what is in " + file + '\n', Deflater.BEST_COMPRESSION);
    }
  }

  private void write(String file, String text, int level) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve(file))) {
          {
            def.setLevel(level);
          }
        }) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private String fingerprint() {
    return Fingerprint.of(new Shelf.Folder(folder));
  }

  @Test
  void it_is_the_same_on_every_machine() {
    assertThat(fingerprint()).isEqualTo(KNOWN);
  }

  @Test
  void packing_a_file_at_another_level_leaves_it() throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("regions.csv.gz"));

    write("regions.csv.gz", "what is in regions.csv.gz\n", Deflater.NO_COMPRESSION);

    assertThat(folder.resolve("regions.csv.gz"))
        .satisfies(file -> assertThat(Files.readAllBytes(file)).isNotEqualTo(before));
    assertThat(fingerprint()).isEqualTo(KNOWN);
  }

  @Test
  void every_file_counts() throws IOException {
    for (String file : FILES) {
      writeFiles();
      write(file, "else\n", Deflater.BEST_COMPRESSION);
      assertThat(fingerprint()).as(file).isNotEqualTo(KNOWN);
    }
  }

  @Test
  void which_shapes_are_true_counts_and_where_the_data_is_from_does_not() throws IOException {
    Files.writeString(folder.resolve("provenance.txt"), "Found in the attic.");
    assertThat(fingerprint()).isEqualTo(KNOWN);

    write("true-shapes.csv.gz", "postcode\n5200\n", Deflater.BEST_COMPRESSION);
    assertThat(fingerprint()).isNotEqualTo(KNOWN);
  }
}
