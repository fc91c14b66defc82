package bailiwick.store.plan;

import bailiwick.core.account.FamilyPolicy;
import bailiwick.core.unit.UnitKind;
import bailiwick.core.unit.UnitNumbering;
import java.time.LocalDate;

/**
 * A plan to be made.
 *
 * @param units all it divides, in the order of their numbers from now on
 * @param families how it owns accounts that belong together
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
    FamilyPolicy families,
    String createdBy) {

  public NewPlan {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "The plan's first day (%s) must lie before its end (%s).".formatted(from, until));
    }
  }

  /** A plan that owns each account on its own. */
  public NewPlan(
      String name,
      LocalDate from,
      LocalDate until,
      String currency,
      String country,
      UnitKind unitKind,
      String atlasVersion,
      UnitNumbering units,
      String createdBy) {
    this(
        name,
        from,
        until,
        currency,
        country,
        unitKind,
        atlasVersion,
        units,
        FamilyPolicy.EACH,
        createdBy);
  }
}
