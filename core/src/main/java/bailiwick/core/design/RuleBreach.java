package bailiwick.core.design;

import static bailiwick.core.unit.Measure.words;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Place;
import bailiwick.core.unit.UnitId;

/** A rule that a plan does not keep. */
public sealed interface RuleBreach {

  /** The territory that breaks it, or the plan as a whole. */
  Place place();

  private static Place at(TerritoryCode territory) {
    return new Place.OfThing("territory", territory.value());
  }

  /** One whole sentence that names the values. */
  String message();

  /** A total outside its limits, in whole units of the measure. */
  record OutOfBalance(
      TerritoryCode territory, String measure, double total, double lower, double upper)
      implements RuleBreach {
    @Override
    public Place place() {
      return at(territory);
    }

    @Override
    public String message() {
      return "Territory `%s` holds %s of `%s`, outside %s to %s."
          .formatted(territory, words(total), measure, words(lower), words(upper));
    }
  }

  /** A territory in several pieces. */
  record InPieces(TerritoryCode territory, int pieces) implements RuleBreach {
    @Override
    public Place place() {
      return at(territory);
    }

    @Override
    public String message() {
      return "Territory `%s` lies in %s separate pieces.".formatted(territory, pieces);
    }
  }

  /** A territory without a unit. */
  record Empty(TerritoryCode territory) implements RuleBreach {
    @Override
    public Place place() {
      return at(territory);
    }

    @Override
    public String message() {
      return "Territory `%s` has no unit.".formatted(territory);
    }
  }

  /** More changes hands than a budget allows, in whole units of the measure. */
  record OverBudget(String measure, double moved, double most) implements RuleBreach {
    @Override
    public Place place() {
      return Place.WHOLE;
    }

    @Override
    public String message() {
      return "%s of `%s` change hands, more than the %s allowed."
          .formatted(words(moved), measure, words(most));
    }
  }

  /**
   * More leaves or enters a territory than its budget allows, in whole units of the measure.
   *
   * @param leaves whether it is what the territory loses
   */
  record OverTerritoryBudget(
      TerritoryCode territory, boolean leaves, String measure, double moved, double most)
      implements RuleBreach {
    @Override
    public Place place() {
      return at(territory);
    }

    @Override
    public String message() {
      return "Territory `%s` %s %s of `%s`, more than the %s allowed."
          .formatted(territory, leaves ? "loses" : "gains", words(moved), measure, words(most));
    }
  }

  /** More days in the field than the territory has. */
  record OverDays(TerritoryCode territory, double days, double most) implements RuleBreach {
    @Override
    public Place place() {
      return at(territory);
    }

    @Override
    public String message() {
      return "Territory `%s` takes %s days in the field, more than the %s it has."
          .formatted(territory, words(days), words(most));
    }
  }

  /** Units that belong together lie in two territories. */
  record Torn(UnitId one, UnitId other) implements RuleBreach {
    @Override
    public Place place() {
      return new Place.OfThing("unit", one.value());
    }

    @Override
    public String message() {
      return "Units `%s` and `%s` belong together but lie in different territories."
          .formatted(one, other);
    }
  }

  /** Units that must be apart lie in one territory. */
  record NotApart(TerritoryCode territory, UnitId one, UnitId other) implements RuleBreach {
    @Override
    public Place place() {
      return at(territory);
    }

    @Override
    public String message() {
      return "Units `%s` and `%s` must be apart but both lie in territory `%s`."
          .formatted(one, other, territory);
    }
  }

  /** Goals that come to more than they may. */
  record OverGoalLimit(String goals, double value, double most) implements RuleBreach {
    @Override
    public Place place() {
      return Place.WHOLE;
    }

    @Override
    public String message() {
      return "The plan's `%s` is %s, more than the %s allowed."
          .formatted(goals, words(value), words(most));
    }
  }
}
