package bailiwick.store.embedded;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.StoreProblem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** What we ask of a data folder before anything is written into it. */
final class Folders {

  /** Programs, an empty cluster with its write-ahead log, and some room to work. */
  static final long FIRST_START_BYTES = 400L << 20;

  /** Enough to start, to write a checkpoint and to be stopped cleanly. */
  static final long LATER_START_BYTES = 64L << 20;

  private Folders() {}

  /** Makes the folder when missing and tries whether it can be written. */
  static void requireWritable(Path folder) {
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, "probe", ".tmp");
      Files.delete(probe);
    } catch (IOException e) {
      throw ProblemException.of(new StoreProblem.FolderUnusable(folder.toString(), reason(e)));
    }
  }

  /** The shortest true sentence about a failed file operation. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file is in its place";
    }
    String reason = e instanceof FileSystemException other ? other.getReason() : null;
    String name = reason != null ? reason : String.valueOf(e.getMessage());
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** Checks the room on the folder's disk. */
  static void requireRoom(Path folder, long neededBytes) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < neededBytes) {
      throw ProblemException.of(new StoreProblem.DiskFull(folder.toString(), free, neededBytes));
    }
  }

  /** Deletes a folder with all it holds; a missing one is fine. */
  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed)
              throws IOException {
            if (failed != null) {
              throw failed;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
