package bailiwick.store.scenario;

import java.nio.ByteBuffer;

/**
 * The stored form of an alignment: two bytes a unit, big-endian, the number of its territory or -1.
 */
public final class TerritoryNumbers {

  private TerritoryNumbers() {}

  /**
   * Packs numbers.
   *
   * @param territoryOf {@code [unit number] -> territory number}
   */
  public static byte[] pack(int[] territoryOf) {
    ByteBuffer packed = ByteBuffer.allocate(territoryOf.length * Short.BYTES);
    for (int territory : territoryOf) {
      packed.putShort((short) territory);
    }
    return packed.array();
  }

  /** Unpacks what {@link #pack} made. */
  public static int[] unpack(byte[] packed) {
    ByteBuffer buffer = ByteBuffer.wrap(packed);
    int[] territoryOf = new int[packed.length / Short.BYTES];
    for (int unit = 0; unit < territoryOf.length; unit++) {
      territoryOf[unit] = buffer.getShort();
    }
    return territoryOf;
  }
}
