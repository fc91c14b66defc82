package bailiwick.server.crm;

import bailiwick.core.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The key of this installation: 32 bytes in Base64, from the environment variable {@value
 * #VARIABLE} or else from a file in the data folder that only its owner may read. Made when first
 * needed. A backup does not hold it.
 */
final class SecretKeyFile {

  static final String VARIABLE = "BAILIWICK_SECRET_KEY";

  private static final int LENGTH = 32;

  private SecretKeyFile() {}

  /**
   * Reads the key, or makes one.
   *
   * @param given what the environment says, null or blank for nothing
   * @throws ProblemException when what is there is no key
   */
  static byte[] read(Path file, @Nullable String given, SecureRandom random) {
    if (given != null && !given.isBlank()) {
      return decoded(given, VARIABLE);
    }
    try {
      if (!Files.exists(file)) {
        make(file, random);
      }
      return decoded(Files.readString(file), file.toString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void make(Path file, SecureRandom random) throws IOException {
    byte[] key = new byte[LENGTH];
    random.nextBytes(key);
    Files.createDirectories(file.toAbsolutePath().getParent());
    // Closed to others from its first moment on, not afterwards.
    Set<OpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var out = Files.newByteChannel(file, fresh, ownersOnly(file))) {
      out.write(StandardCharsets.US_ASCII.encode(Base64.getEncoder().encodeToString(key)));
    } catch (FileAlreadyExistsException faster) {
      // somebody else made it in this moment: theirs counts
    }
  }

  private static FileAttribute<?>[] ownersOnly(Path file) {
    boolean posix =
        Files.getFileAttributeView(file.toAbsolutePath().getParent(), PosixFileAttributeView.class)
            != null;
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static byte[] decoded(String text, String where) {
    try {
      byte[] key = Base64.getDecoder().decode(text.strip());
      if (key.length == LENGTH) {
        return key;
      }
    } catch (IllegalArgumentException noBase64) {
      // told below
    }
    throw ProblemException.of(new ConnectionProblem.BadSecretKey(where));
  }
}
