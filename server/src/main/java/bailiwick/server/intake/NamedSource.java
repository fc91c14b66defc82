package bailiwick.server.intake;

import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An uploaded file under the name its sender knows.
 *
 * @param name shown in problems
 * @param path where it was put
 */
public record NamedSource(String name, Path path) implements TableSource {

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(path);
  }
}
