package bailiwick.atlas.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells the data of two installed countries apart, and the same data by the same eight hexadecimal
 * digits on any machine. Stateless.
 *
 * <p>It is the beginning of a SHA-256 over all that places, units, neighbours and shapes are read
 * from. Unpacked content counts, for two releases of zlib pack the same content differently; where
 * the data is from does not.
 */
public final class Fingerprint {

  private static final int DIGITS = 8;

  private static final List<String> CONTENTS =
      List.of(
          Columns.REGIONS_FILE,
          Columns.COUNTIES_FILE,
          Columns.POSTCODES_FILE,
          Columns.POSTCODE_LINKS_FILE,
          Columns.COUNTY_LINKS_FILE,
          Columns.POSTCODE_SHAPES_FILE,
          Columns.COUNTY_SHAPES_FILE);

  private Fingerprint() {}

  /** The fingerprint that is kept with a country, made anew where an older release kept none. */
  public static String of(Shelf country) {
    return country.has(Columns.FINGERPRINT_FILE)
        ? country.text(Columns.FINGERPRINT_FILE).strip()
        : make(country);
  }

  /** Keeps the fingerprint of a country beside its files, so that nobody has to read them all. */
  public static void keepIn(Path folder) {
    String made = make(new Shelf.Folder(folder));
    PackFiles.writeText(folder.resolve(Columns.FINGERPRINT_FILE), made + "\n");
  }

  private static String make(Shelf country) {
    MessageDigest digest = sha256();
    for (String file : CONTENTS) {
      digest.update(file.getBytes(StandardCharsets.UTF_8));
      digest.update(contentDigest(country, file));
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static byte[] contentDigest(Shelf country, String file) {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(country.openUnpacked(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
