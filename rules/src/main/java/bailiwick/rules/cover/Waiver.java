package bailiwick.rules.cover;

/**
 * A person's word that a plan may be published though nobody owns some of the market.
 *
 * @param who by name
 * @param why never blank
 * @param leaves how many leaves of the geography were shown as nobody's; it covers no more
 */
public record Waiver(String who, String why, int leaves) {

  public Waiver {
    if (why.isBlank()) {
      throw new IllegalArgumentException("The reason of a waiver must not be blank.");
    }
  }
}
