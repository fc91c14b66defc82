package bailiwick.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Fills a folder with files that appear together at the end, or not at all when it breaks off. */
public final class OutputFolder {

  /** What makes the files. */
  @FunctionalInterface
  public interface Content {

    /** Writes all of them into a folder. */
    void writeTo(Path folder) throws IOException;
  }

  private OutputFolder() {}

  /** Fills a folder, made when missing; files of the same names are replaced, others stay. */
  public static void write(Path folder, Content content) throws IOException {
    Files.createDirectories(folder);
    // Inside the folder, so that moving the files is renaming them.
    Path fresh = folder.resolve(".unfinished." + ProcessHandle.current().pid());
    try {
      Files.createDirectory(fresh);
      content.writeTo(fresh);
      for (Path file : filesIn(fresh)) {
        Files.move(
            file,
            folder.resolve(file.getFileName()),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      for (Path file : filesIn(fresh)) {
        Files.delete(file);
      }
      Files.deleteIfExists(fresh);
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
