package bailiwick.core.problem;

import org.jspecify.annotations.Nullable;

/**
 * Something a user can read, locate and put right. Values only: making one never throws or logs.
 *
 * <p>Each feature has a sealed family of its own, one record per kind.
 */
public interface Problem {

  /**
   * Stable, documented name such as {@code IMPORT_NO_HEADER}; wording may change, codes may not.
   */
  String code();

  /** Whether the work can go on. */
  Severity severity();

  /** One whole sentence that names the values involved. */
  String message();

  /** Where the problem is. */
  default Place place() {
    return Place.WHOLE;
  }

  /** What to try next, or null when there is nothing useful to say. */
  default @Nullable String hint() {
    return null;
  }
}
