package bailiwick.core.roster;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Internal identity of a representative.
 *
 * @param value the UUID; version 7 when the store made it
 */
public record RepresentativeId(UUID value) {

  /** The id that work on files, without a store, gives to a representative. */
  public static RepresentativeId ofExternal(String source, String externalId) {
    return new RepresentativeId(
        UUID.nameUUIDFromBytes((source + '\n' + externalId).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
