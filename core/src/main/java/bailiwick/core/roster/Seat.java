package bailiwick.core.roster;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.unit.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * The position that serves a territory; who sits in it is a {@code Placement} with dates.
 *
 * @param territory the territory it serves
 * @param share target share of a full territory, above 0: 0.5 for a part-timer
 * @param home where the day starts, null when free
 */
public record Seat(TerritoryCode territory, double share, @Nullable LonLat home) {

  public Seat {
    if (!(share > 0 && share <= 10)) {
      throw new IllegalArgumentException(
          "The share (%s) must be above 0 and at most 10.".formatted(share));
    }
  }
}
