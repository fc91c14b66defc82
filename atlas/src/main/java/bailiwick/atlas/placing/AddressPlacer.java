package bailiwick.atlas.placing;

import bailiwick.atlas.Atlas;
import bailiwick.core.account.Address;
import bailiwick.core.unit.LonLat;
import org.jspecify.annotations.Nullable;

/** Places addresses by point, postcode, city, region or country, best first. Thread-safe. */
public final class AddressPlacer {

  private final Atlas atlas;

  /** Places by the geography of an atlas. */
  public AddressPlacer(Atlas atlas) {
    this.atlas = atlas;
  }

  /**
   * Puts an address on the map.
   *
   * @param given parts as a file has them, any of them empty
   * @param point longitude and latitude that came with it, or null when none did
   */
  public Placed place(Address given, @Nullable LonLat point) {
    throw new UnsupportedOperationException(atlas + " " + given + point);
  }
}
