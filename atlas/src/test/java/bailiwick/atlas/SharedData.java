package bailiwick.atlas;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Larger test material that lies beside the project, where it is there at all. */
public final class SharedData {

  private SharedData() {}

  /** A file or folder of it; the test is skipped when it is missing. */
  public static Path require(String path) {
    String given = System.getProperty("bailiwick.shared");
    Path root = given == null ? Path.of("..", "..", "shared") : Path.of(given);
    Path file = root.resolve(path);
    Assumptions.assumeTrue(Files.exists(file), () -> "no " + file);
    return file;
  }
}
