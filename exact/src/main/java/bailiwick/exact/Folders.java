package bailiwick.exact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes folders that are ours. */
final class Folders {

  private Folders() {}

  /** Removes a folder with all it holds, as far as it is there and may be removed. */
  static void remove(Path folder) {
    try {
      for (Path path : inside(folder)) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // The worker and its parent may both be at it; what then is left, the system removes.
    }
  }

  /** A folder's files, each before the folder it lies in. */
  private static List<Path> inside(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
