package bailiwick.atlas.placing;

import bailiwick.core.account.Address;
import bailiwick.core.account.Location;
import java.util.List;

/**
 * An address put on the map. Immutable; made by {@link AddressPlacer}.
 *
 * @param repaired the address in its usual writing, gaps filled and contradictions settled
 * @param location where it is
 * @param repairs what was changed beyond its writing, empty when nothing
 */
public record Placed(Address repaired, Location location, List<Repair> repairs) {

  public Placed {
    repairs = List.copyOf(repairs);
  }
}
