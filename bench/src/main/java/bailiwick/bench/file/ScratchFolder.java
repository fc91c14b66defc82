package bailiwick.bench.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An empty folder that is gone, with all that is in it, when the work is done. */
public final class ScratchFolder implements AutoCloseable {

  private final Path path;

  private ScratchFolder(Path path) {
    this.path = path;
  }

  /** A folder of its own among the machine's temporary files. */
  public static ScratchFolder make() throws IOException {
    return new ScratchFolder(Files.createTempDirectory("bailiwick-bench"));
  }

  /** A folder of that name; what a run that was killed has left in it is deleted. */
  public static ScratchFolder at(Path path) throws IOException {
    ScratchFolder folder = new ScratchFolder(path);
    folder.close();
    Files.createDirectories(path);
    return folder;
  }

  /** The path of a file or folder in it. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(path)) {
      List<Path> all;
      try (Stream<Path> walked = Files.walk(path)) {
        all = walked.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path each : all) {
        Files.delete(each);
      }
    }
  }
}
