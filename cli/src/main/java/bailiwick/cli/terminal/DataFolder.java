package bailiwick.cli.terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The option that says where the data is kept, and what it is when nobody says it: {@code
 * BAILIWICK_DATA}, else {@code data} beside the launcher when that place can be written, else the
 * user's folder for data.
 */
public final class DataFolder {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "The data folder: database, added countries, logs.",
        "Without it: $BAILIWICK_DATA, or `data` beside the launcher."
      })
  private @Nullable Path given;

  /** The folder. */
  public Path path() {
    return given != null ? given : standard();
  }

  /** The folder, or one of that name inside the standard one when nobody says where. */
  public Path pathOr(String name) {
    return given != null ? given : standard().resolve(name);
  }

  /** Where the atlas keeps countries added by the user. */
  public Path atlas() {
    return path().resolve("atlas");
  }

  private static Path standard() {
    String fromEnvironment = System.getenv("BAILIWICK_DATA");
    if (fromEnvironment != null && !fromEnvironment.isBlank()) {
      return Path.of(fromEnvironment);
    }
    String home = System.getProperty("bailiwick.home");
    if (home != null && Files.isWritable(Path.of(home))) {
      return Path.of(home, "data");
    }
    return Path.of(System.getProperty("user.home"), ".local", "share", "bailiwick");
  }
}
