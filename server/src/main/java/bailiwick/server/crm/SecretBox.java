package bailiwick.server.crm;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts by AES-256 in Galois/Counter Mode (NIST SP 800-38D): a version byte, 12 random bytes,
 * the text with its seal of 16 bytes. What a secret belongs to is sealed with it, so that it cannot
 * be put in another's place. Thread-safe.
 */
final class SecretBox {

  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int SEAL_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random;

  /**
   * A box of a key.
   *
   * @param key 32 bytes
   */
  SecretBox(byte[] key, SecureRandom random) {
    this.key = new SecretKeySpec(key, "AES");
    this.random = random;
  }

  byte[] close(byte[] text, byte[] owner) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(text);
      return ByteBuffer.allocate(1 + NONCE + sealed.length)
          .put(VERSION)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has AES-GCM.", impossible);
    }
  }

  /** What was closed; empty when the key, the owner or the bytes are others. */
  Optional<byte[]> open(byte[] closed, byte[] owner) {
    if (closed.length < 1 + NONCE || closed[0] != VERSION) {
      return Optional.empty();
    }
    byte[] nonce = new byte[NONCE];
    System.arraycopy(closed, 1, nonce, 0, NONCE);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce, owner)
              .doFinal(closed, 1 + NONCE, closed.length - 1 - NONCE));
    } catch (GeneralSecurityException another) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] owner) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(SEAL_BITS, nonce));
    cipher.updateAAD(owner);
    return cipher;
  }
}
