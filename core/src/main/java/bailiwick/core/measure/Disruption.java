package bailiwick.core.measure;

/** How much changes hands between two alignments. */
public final class Disruption {

  private Disruption() {}

  /**
   * Returns the share of a measure whose territory differs. Units without a territory before do not
   * count: nobody loses them.
   *
   * @param amountOf {@code amountOf[unit]}, 0 or more
   * @param before {@code before[unit]} is a territory number or -1
   * @param after {@code after[unit]} is a territory number of the same territories, or -1
   * @return a ratio from 0 to 1; 0 when the units held before bring nothing
   */
  public static double share(long[] amountOf, int[] before, int[] after) {
    long held = 0;
    for (int unit = 0; unit < before.length; unit++) {
      held += before[unit] < 0 ? 0 : amountOf[unit];
    }
    return held == 0 ? 0 : (double) moved(amountOf, before, after) / held;
  }

  /**
   * Returns the amount whose territory differs, of the units that had one before.
   *
   * @param amountOf {@code amountOf[unit]}, 0 or more
   * @param before {@code before[unit]} is a territory number or -1
   * @param after {@code after[unit]} is a territory number of the same territories, or -1
   */
  public static long moved(long[] amountOf, int[] before, int[] after) {
    long moved = 0;
    for (int unit = 0; unit < before.length; unit++) {
      moved += before[unit] >= 0 && before[unit] != after[unit] ? amountOf[unit] : 0;
    }
    return moved;
  }
}
