package bailiwick.atlas.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
 * from, and over which shapes are true. Unpacked content counts, for two releases of zlib pack the
 * same content differently; where the data is from does not.
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

  /** The fingerprint of a country's files, all of which it reads. */
  public static String of(Shelf country) {
    MessageDigest digest = sha256();
    for (String file : CONTENTS) {
      add(country, file, digest);
    }
    if (country.has(Columns.TRUE_SHAPES_FILE)) {
      add(country, Columns.TRUE_SHAPES_FILE, digest);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static void add(Shelf country, String file, MessageDigest digest) {
    digest.update(file.getBytes(StandardCharsets.UTF_8));
    digest.update(contentDigest(country, file));
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
