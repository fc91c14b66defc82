package bailiwick.cli.design;

import bailiwick.intake.brief.DesignBrief;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The fingerprint of everything that a design of a brief was made from. */
final class InputHash {

  private InputHash() {}

  /**
   * SHA-256 over the brief's text, the atlas's version, the edition of the clocks where hours are a
   * goal, and the accounts file's bytes.
   *
   * @param text of the brief
   * @param brief as it was read from that
   * @param atlasVersion of all countries added to it, not of the brief's alone: accounts are placed
   *     for the design, each in the country that its row names
   */
  static String of(String text, DesignBrief brief, Path accounts, String atlasVersion)
      throws IOException {
    MessageDigest digest = sha256();
    List<String> texts = new ArrayList<>(List.of(text, atlasVersion));
    brief.wishes().clocks().ifPresent(texts::add);
    for (String one : texts) {
      digest.update(one.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(accounts)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
