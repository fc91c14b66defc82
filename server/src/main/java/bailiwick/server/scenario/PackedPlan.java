package bailiwick.server.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/** A plan's territories as a short text: neighbours in number are mostly neighbours in land. */
final class PackedPlan {

  private PackedPlan() {}

  /**
   * Packs a plan.
   *
   * @param territoryOf {@code [unit] -> territory}
   */
  static String pack(int[] territoryOf) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * territoryOf.length);
    bytes.asIntBuffer().put(territoryOf);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(bytes.array());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      deflater.end();
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  /**
   * Unpacks a plan of so many units.
   *
   * @throws IllegalArgumentException when the text holds no such plan
   */
  static int[] unpack(String text, int units) {
    byte[] bytes = new byte[Integer.BYTES * units];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(Base64.getDecoder().decode(text));
      int read = inflater.inflate(bytes);
      if (read != bytes.length || inflater.getRemaining() > 0) {
        throw new IllegalArgumentException(
            "The packed plan is not one of %s units.".formatted(units));
      }
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("The packed plan is damaged.", e);
    } finally {
      inflater.end();
    }
    int[] territoryOf = new int[units];
    ByteBuffer.wrap(bytes).asIntBuffer().get(territoryOf);
    return territoryOf;
  }
}
