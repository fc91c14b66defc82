package bailiwick.intake.report;

import java.nio.charset.StandardCharsets;

/**
 * Which ids came before, in 32 bytes an id: keeps two hashes of 64 bits, not the texts. Not
 * thread-safe.
 *
 * <p>Two different ids are taken for one with a chance under 10^-24 among ten million.
 */
public final class SeenIds {

  private long[] first = new long[1 << 10]; // [slot] -> first hash, 0 when free
  private long[] second = new long[1 << 10]; // [slot] -> second hash
  private int size;

  /** Takes an id; whether it is new. */
  public boolean add(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    long a = Math.max(1, hash(bytes, 0x9E3779B97F4A7C15L) >>> 1);
    long b = hash(bytes, 0xC2B2AE3D27D4EB4FL);
    if (size > first.length / 2) {
      grow();
    }
    return put(a, b);
  }

  /** How many different ids were taken. */
  public int size() {
    return size;
  }

  private boolean put(long a, long b) {
    int slot = (int) a & (first.length - 1);
    while (first[slot] != 0) {
      if (first[slot] == a && second[slot] == b) {
        return false;
      }
      slot = (slot + 1) & (first.length - 1);
    }
    first[slot] = a;
    second[slot] = b;
    size++;
    return true;
  }

  private void grow() {
    long[] a = first;
    long[] b = second;
    first = new long[a.length * 2];
    second = new long[a.length * 2];
    size = 0;
    for (int slot = 0; slot < a.length; slot++) {
      if (a[slot] != 0) {
        put(a[slot], b[slot]);
      }
    }
  }

  /** FNV-1a from a seed, then Stafford's mix 13 so that all bits depend on all. */
  private static long hash(byte[] bytes, long seed) {
    long h = seed;
    for (byte b : bytes) {
      h = (h ^ (b & 0xFF)) * 0x100000001B3L;
    }
    h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return h ^ (h >>> 31);
  }
}
