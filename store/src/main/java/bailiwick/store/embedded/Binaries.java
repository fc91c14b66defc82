package bailiwick.store.embedded;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.StoreProblem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked into the data folder once.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path home) {

  /** Version of the packaged server; the major version is that of the cluster's files. */
  static final String VERSION = "18.6";

  /** Path of a program. */
  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /** Unpacks the programs unless a complete set is there. */
  static Binaries unpackedIn(Path folder) throws IOException {
    Path home = folder.resolve("postgres-" + VERSION);
    if (!Files.isDirectory(home)) {
      Path partial = folder.resolve("postgres-" + VERSION + ".partial");
      Folders.deleteTree(partial);
      unpack(resourceName(), partial);
      // The rename makes the set complete or absent, whenever we are killed.
      Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return new Binaries(home);
  }

  private static String resourceName() {
    String os = System.getProperty("os.name", "");
    String architecture = System.getProperty("os.arch", "");
    return findResourceName(os, architecture)
        .filter(name -> Binaries.class.getResource(name) != null)
        .orElseThrow(
            () -> ProblemException.of(new StoreProblem.PlatformUnsupported(os, architecture)));
  }

  /**
   * Name under which a platform's programs are packaged, whether this build holds them or not.
   *
   * @param os as in the property {@code os.name}
   * @param architecture as in the property {@code os.arch}
   */
  static Optional<String> findResourceName(String os, String architecture) {
    return findSystem(os.toLowerCase(Locale.ROOT))
        .flatMap(system ->
            findProcessor(architecture.toLowerCase(Locale.ROOT))
                .map(processor -> "/postgres-%s-%s.txz".formatted(system, processor)));
  }

  private static Optional<String> findSystem(String os) {
    if (os.startsWith("linux")) {
      return Optional.of("linux");
    }
    return os.startsWith("mac") ? Optional.of("darwin") : Optional.empty();
  }

  private static Optional<String> findProcessor(String architecture) {
    return switch (architecture) {
      case "amd64", "x86_64" -> Optional.of("x86_64");
      case "aarch64", "arm64" -> Optional.of("arm_64");
      default -> Optional.empty();
    };
  }

  private static void unpack(String resource, Path target) throws IOException {
    try (InputStream packed = Binaries.class.getResourceAsStream(resource);
        var tar =
            new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("The packaged server names a path outside: " + entry.getName());
        }
        if (isNeeded(entry)) {
          write(tar, entry, path);
        }
      }
    }
  }

  /** Static libraries are for building against PostgreSQL. */
  private static boolean isNeeded(TarArchiveEntry entry) {
    return !entry.isDirectory() && !entry.getName().endsWith(".a");
  }

  private static void write(InputStream content, TarArchiveEntry entry, Path path)
      throws IOException {
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
