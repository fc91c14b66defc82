package bailiwick.intake.potential;

import java.util.Map;

/**
 * What there is of opportunities with one account. Immutable.
 *
 * @param won deals won
 * @param lost deals lost
 * @param openCents what is open, by stage, in hundredths of the plan's currency
 */
public record Deals(long won, long lost, Map<String, Long> openCents) {

  /** No deal at all. */
  public static final Deals NONE = new Deals(0, 0, Map.of());

  public Deals {
    openCents = Map.copyOf(openCents);
  }

  long closed() {
    return won + lost;
  }

  boolean hasOpen() {
    return !openCents.isEmpty();
  }
}
