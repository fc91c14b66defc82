package bailiwick.intake.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

  @TempDir Path folder;

  @Test
  void a_failed_write_leaves_the_earlier_file_and_nothing_else() throws IOException {
    Path file = Files.writeString(folder.resolve("out.csv"), "earlier");
    assertThatThrownBy(() ->
            OutputFile.write(
                file,
                out -> {
                  out.append("half");
                  throw new IOException("No space left on device");
                }))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("earlier");
    assertThat(filesThere()).containsExactly(file);
  }

  @Test
  void an_attempt_that_is_not_worth_keeping_leaves_nothing() throws IOException {
    OutputFile.writeIf(folder.resolve("out.csv"), out -> false);
    assertThat(filesThere()).isEmpty();
  }

  @Test
  void missing_folders_are_made() throws IOException {
    Path file = folder.resolve("a/b/out.csv");
    OutputFile.write(file, out -> out.append("text"));
    assertThat(file).hasContent("text");
  }

  private List<Path> filesThere() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
