package bailiwick.atlas.install;

import bailiwick.core.problem.ProblemException;
import bailiwick.geo.exchange.Shapefile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as it lies on disk. Immutable by agreement: nobody changes the bytes. */
final class StoredFile {

  /** More than any country's postcodes take, stored or unpacked. */
  static final int MAX_BYTES = 512 << 20;

  private final Path path;
  private final byte[] bytes;

  private StoredFile(Path path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  static StoredFile read(Path path) {
    StoredFile file = new StoredFile(path, readBytes(path));
    if (file.bytes.length == 0) {
      throw ProblemException.of(new AtlasProblem.EmptyFile(file.name()));
    }
    return file;
  }

  /** The content of a file that may be empty. */
  static byte[] readBytes(Path path) {
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw ProblemException.of(new AtlasProblem.FileTooLarge(nameOf(path)));
      }
      return Files.readAllBytes(path);
    } catch (IOException unreadable) {
      throw ProblemException.of(new AtlasProblem.UnreadableFile(nameOf(path)));
    }
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  Path path() {
    return path;
  }

  /** For problems, without its folder. */
  String name() {
    return nameOf(path);
  }

  byte[] bytes() {
    return bytes;
  }

  boolean isGzip() {
    return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  boolean isZip() {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  boolean isShapefile() {
    return Shapefile.isMainFile(bytes);
  }
}
