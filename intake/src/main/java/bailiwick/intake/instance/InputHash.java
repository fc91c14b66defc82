package bailiwick.intake.instance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Fingerprint of an instance's files. */
final class InputHash {

  private InputHash() {}

  /** SHA-256 over the names and bytes of the files that are there, in hexadecimal digits. */
  static String of(Path folder) throws IOException {
    MessageDigest digest = sha256();
    for (String name :
        List.of(InstanceFolder.UNITS, InstanceFolder.EDGES, InstanceFolder.SETTINGS)) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        addBytes(digest, file);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void addBytes(MessageDigest digest, Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
