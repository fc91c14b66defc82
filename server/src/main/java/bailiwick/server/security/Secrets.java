package bailiwick.server.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes secrets that cannot be guessed, and the fingerprints we keep of them. Thread-safe. */
public class Secrets {

  /** Begins every API key, so that leaked ones can be found in files. */
  public static final String KEY_PREFIX = "bwk_";

  // Without 0, O, 1, l and I: people type the one-time secret from a terminal.
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final String KEY_LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final SecureRandom random;

  /** Secrets from a source of randomness. */
  public Secrets(SecureRandom random) {
    this.random = random;
  }

  /** Four groups of five letters, 100 bits. */
  String oneTimeSecret() {
    return text(LETTERS, 5)
        + "-"
        + text(LETTERS, 5)
        + "-"
        + text(LETTERS, 5)
        + "-"
        + text(LETTERS, 5);
  }

  /** An API key of 32 letters after its prefix, 190 bits. */
  String apiKey() {
    return KEY_PREFIX + text(KEY_LETTERS, 32);
  }

  private String text(String letters, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  /** SHA-256 of a text as hexadecimal. */
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of bytes as hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java has SHA-256.", missing);
    }
  }
}
