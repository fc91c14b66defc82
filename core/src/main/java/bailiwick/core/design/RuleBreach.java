package bailiwick.core.design;

import bailiwick.core.alignment.TerritoryCode;

/** A rule that a plan does not keep. */
public sealed interface RuleBreach {

  /** The territory that breaks it. */
  TerritoryCode territory();

  /** One whole sentence that names the values. */
  String message();

  /** A total outside its limits, in whole units of the measure. */
  record OutOfBalance(
      TerritoryCode territory, String measure, double total, double lower, double upper)
      implements RuleBreach {
    @Override
    public String message() {
      return "Territory `%s` holds %s of `%s`, outside %s to %s."
          .formatted(territory, total, measure, lower, upper);
    }
  }

  /** A territory in several pieces. */
  record InPieces(TerritoryCode territory, int pieces) implements RuleBreach {
    @Override
    public String message() {
      return "Territory `%s` lies in %s separate pieces.".formatted(territory, pieces);
    }
  }

  /** A territory without a unit. */
  record Empty(TerritoryCode territory) implements RuleBreach {
    @Override
    public String message() {
      return "Territory `%s` has no unit.".formatted(territory);
    }
  }
}
