package bailiwick.store.plan;

import bailiwick.core.unit.UnitKind;
import bailiwick.core.unit.UnitNumbering;
import java.time.LocalDate;

/**
 * A plan to be made.
 *
 * @param units all it divides, in the order of their numbers from now on
 */
public record NewPlan(
    String name,
    LocalDate from,
    LocalDate until,
    String currency,
    String country,
    UnitKind unitKind,
    String atlasVersion,
    UnitNumbering units,
    String createdBy) {

  public NewPlan {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "The plan's first day (%s) must lie before its end (%s).".formatted(from, until));
    }
  }
}
