package bailiwick.store.deal;

import java.util.UUID;

/**
 * Identity of an opportunity in a layer, which stays when its file comes again.
 *
 * @param value a UUID of version 7
 */
public record DealId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
