package bailiwick.atlas.build;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.atlas.SharedData;
import bailiwick.atlas.draft.CountryTiler;
import bailiwick.atlas.pack.Shelf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged data is what the builder makes of its sources. France alone is built: it takes
 * seconds and goes through the same steps as the United States. Skipped where the sources are not
 * beside the project.
 */
class PackagedBytesTest {

  @TempDir Path folder;

  @Test
  void the_sources_yield_the_packaged_france_to_the_byte() throws IOException {
    Sources sources = new Sources(SharedData.require("data/geo/shippable"));

    CountryTiler.tile(new France(sources, new World(sources)).draft()).writeTo(folder);

    Shelf built = new Shelf.Folder(folder);
    Shelf packaged = new Shelf.Packaged("FR");
    List<String> files;
    try (Stream<Path> written = Files.list(folder)) {
      files = written.map(file -> file.getFileName().toString()).sorted().toList();
    }
    assertThat(files).hasSize(8);
    for (String file : files) {
      assertThat(unpacked(built, file)).as(file).isEqualTo(unpacked(packaged, file));
    }
  }

  /** Two releases of zlib may pack the same bytes differently. */
  private static byte[] unpacked(Shelf shelf, String file) throws IOException {
    byte[] stored = shelf.bytes(file);
    if (!file.endsWith(".gz")) {
      return stored;
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
      return in.readAllBytes();
    }
  }
}
