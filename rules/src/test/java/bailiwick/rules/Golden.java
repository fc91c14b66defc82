package bailiwick.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares texts with files that people review; {@code -Dgolden=write} rewrites the files. */
public final class Golden {

  private Golden() {}

  /** Asserts that a text is what the file holds. */
  public static void assertEquals(Path file, String actual) throws IOException {
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, actual);
    }
    assertThat(file).exists();
    assertThat(actual).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
  }
}
