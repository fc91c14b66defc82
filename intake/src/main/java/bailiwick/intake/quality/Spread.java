package bailiwick.intake.quality;

/**
 * A figure and between what it may lie given the data.
 *
 * @param recorded as the data stands; beyond the limits where the data cannot be right
 * @param low no world that the doubts leave open has less
 * @param high none has more
 * @param low90 one world in twenty has less
 * @param high90 one in twenty has more
 */
public record Spread(double recorded, double low, double high, double low90, double high90) {

  /** The same figure in another unit. */
  public Spread times(double factor) {
    return new Spread(
        recorded * factor, low * factor, high * factor, low90 * factor, high90 * factor);
  }

  /** Whether the data leaves no other figure open. */
  public boolean isCertain() {
    return recorded == low && low == high;
  }
}
