package bailiwick.intake.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Bytes of a table file that can be read more than once: reading takes one pass to learn the
 * encoding and, where blanks are imputed, one to learn the medians. Immutable.
 */
public interface TableSource {

  /** The name shown in problems, as the user gave it. */
  String name();

  /** Opens the bytes from their beginning; the caller closes them. */
  InputStream open() throws IOException;

  /** The file that holds the bytes, empty when they are elsewhere. */
  default Optional<Path> file() {
    return Optional.empty();
  }

  /** A file on disk. */
  static TableSource of(Path file) {
    return new TableSource() {
      @Override
      public String name() {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public Optional<Path> file() {
        return Optional.of(file);
      }
    };
  }

  /** Bytes in memory; they must not be changed afterwards. */
  static TableSource of(String name, byte[] bytes) {
    return new TableSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }
}
