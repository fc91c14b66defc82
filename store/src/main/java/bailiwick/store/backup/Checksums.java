package bailiwick.store.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest of a backup's parts. */
final class Checksums {

  private Checksums() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
