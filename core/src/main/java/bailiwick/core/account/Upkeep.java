package bailiwick.core.account;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well an account's row is kept where it comes from, and what intake made of it. Immutable.
 *
 * @param changedOn day on which its system last changed it, null when unknown
 * @param repaired parts of the address that intake settled, such as {@code region}, to what was
 *     written there, empty when it was blank
 * @param leftOut fields whose text could not be read, such as {@code employees}, to that text
 * @param imputed amounts that were blank and filled, such as {@code potential}, to what with, as in
 *     {@code the median of all rows}
 */
public record Upkeep(
    @Nullable LocalDate changedOn,
    Map<String, String> repaired,
    Map<String, String> leftOut,
    Map<String, String> imputed) {

  /** Nothing known against it. */
  public static final Upkeep UNKNOWN = new Upkeep(null, Map.of(), Map.of(), Map.of());

  public Upkeep {
    repaired = Collections.unmodifiableMap(new TreeMap<>(repaired));
    leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    imputed = Collections.unmodifiableMap(new TreeMap<>(imputed));
  }

  /**
   * The same where some amounts come from elsewhere, given by hand or worked out by a model:
   * nothing is known against them any more.
   */
  public Upkeep given(Set<String> amounts) {
    return new Upkeep(changedOn, repaired, without(amounts, leftOut), without(amounts, imputed));
  }

  private static Map<String, String> without(Set<String> amounts, Map<String, String> notes) {
    Map<String, String> left = new TreeMap<>(notes);
    left.keySet().removeAll(amounts);
    return left;
  }
}
