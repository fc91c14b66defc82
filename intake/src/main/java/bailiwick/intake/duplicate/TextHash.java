package bailiwick.intake.duplicate;

/** A text as 64 bits. Should two texts have the same, they count as one. Stateless. */
final class TextHash {

  private TextHash() {}

  /** FNV-1a over the letters, then Stafford's mix 13 so that all bits depend on all. */
  static long of(String text, int seed) {
    long h = 0xCBF29CE484222325L + seed;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001B3L;
    }
    h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return h ^ (h >>> 31);
  }
}
