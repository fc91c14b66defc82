package bailiwick.core.account;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well an account's row is kept where it comes from, and what intake made of it. Immutable.
 *
 * @param changedOn day on which its system last changed it, null when unknown
 * @param repaired parts of the address that intake settled, such as {@code region}, to what was
 *     written there, empty when it was blank
 * @param leftOut fields whose text could not be read, such as {@code employees}, to that text
 */
public record Upkeep(
    @Nullable LocalDate changedOn, Map<String, String> repaired, Map<String, String> leftOut) {

  /** Nothing known against it. */
  public static final Upkeep UNKNOWN = new Upkeep(null, Map.of(), Map.of());

  public Upkeep {
    repaired = Collections.unmodifiableMap(new TreeMap<>(repaired));
    leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
  }
}
