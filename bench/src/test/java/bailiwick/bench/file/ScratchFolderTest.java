package bailiwick.bench.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {

  @TempDir Path root;

  @Test
  void it_is_gone_with_all_that_is_in_it() throws Exception {
    Path path;
    try (ScratchFolder scratch = ScratchFolder.make()) {
      path = scratch.resolve("");
      Files.writeString(Files.createDirectories(scratch.resolve("one")).resolve("two"), "text");
      assertThat(path).isNotEmptyDirectory();
    }

    assertThat(path).doesNotExist();
  }

  @Test
  void what_an_earlier_run_left_is_not_there_any_more() throws Exception {
    Path path = root.resolve("company");
    Files.writeString(Files.createDirectories(path).resolve("left"), "text");

    try (ScratchFolder scratch = ScratchFolder.at(path)) {
      assertThat(path).isEmptyDirectory();
      Files.createFile(scratch.resolve("made"));
    }

    assertThat(path).doesNotExist();
    assertThat(root).exists();
  }
}
