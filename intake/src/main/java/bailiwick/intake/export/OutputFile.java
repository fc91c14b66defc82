package bailiwick.intake.export;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that it appears whole or not at all, also on a full disk or a kill. */
public final class OutputFile {

  /** What fills the file. */
  @FunctionalInterface
  public interface Content {

    /** Writes all of it; the writer is closed afterwards. */
    void writeTo(BufferedWriter out) throws IOException;
  }

  /** What fills the file and then says whether it is worth keeping. */
  @FunctionalInterface
  public interface Attempt {

    /** Writes all of it and returns whether the file shall appear. */
    boolean writeTo(BufferedWriter out) throws IOException;
  }

  /** What fills a file that is no text. */
  @FunctionalInterface
  public interface Bytes {

    /** Writes all of it; the stream is closed afterwards. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** What fills a file that has a name of its own until it is complete. */
  @FunctionalInterface
  private interface Fresh {

    /** Writes all of it and returns whether the file shall appear. */
    boolean writeTo(Path fresh) throws IOException;
  }

  private OutputFile() {}

  /** Writes a file that is no text; an earlier one stays until the new one is complete. */
  public static void writeBytes(Path file, Bytes content) throws IOException {
    place(
        file,
        fresh -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
            content.writeTo(out);
          }
          return true;
        });
  }

  /** Writes a file in UTF-8; an earlier one stays until the new one is complete. */
  public static void write(Path file, Content content) throws IOException {
    writeIf(
        file,
        out -> {
          content.writeTo(out);
          return true;
        });
  }

  /** The same, but the file appears only when the attempt says so in the end. */
  public static void writeIf(Path file, Attempt attempt) throws IOException {
    place(
        file,
        fresh -> {
          try (BufferedWriter out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
            return attempt.writeTo(out);
          }
        });
  }

  private static void place(Path file, Fresh attempt) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("The path " + file + " names no file.");
    }
    Files.createDirectories(folder);
    // Not a temporary file of the JDK's: those are closed to other users, the result must not be.
    Path fresh = folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      if (attempt.writeTo(fresh)) {
        Files.move(
            fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
