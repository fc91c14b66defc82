package bailiwick.cli.terminal;

import bailiwick.core.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks files that the command line names before work begins. */
public final class InputFile {

  private InputFile() {}

  /**
   * Requires a file that can be read.
   *
   * @throws ProblemException when it is missing, a folder or closed to us
   */
  public static void requireReadable(Path file) {
    requireThere(file);
    if (Files.isDirectory(file)) {
      throw ProblemException.of(
          new CommandProblem.FileUnusable(file.toString(), "it is a folder, a file is wanted"));
    }
    if (!Files.isReadable(file)) {
      throw ProblemException.of(
          new CommandProblem.FileUnusable(file.toString(), "permission denied"));
    }
  }

  /**
   * Requires a folder.
   *
   * @throws ProblemException when it is missing or a file
   */
  public static void requireFolder(Path folder) {
    requireThere(folder);
    if (!Files.isDirectory(folder)) {
      throw ProblemException.of(
          new CommandProblem.FileUnusable(folder.toString(), "it is a file, a folder is wanted"));
    }
  }

  private static void requireThere(Path path) {
    if (!Files.exists(path)) {
      throw ProblemException.of(new CommandProblem.FileMissing(path.toString()));
    }
  }
}
