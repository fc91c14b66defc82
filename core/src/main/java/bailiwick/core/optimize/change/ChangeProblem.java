package bailiwick.core.optimize.change;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import org.jspecify.annotations.Nullable;

/** Why a change of today's territories cannot be tried. */
public sealed interface ChangeProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  private static Place at(String territory) {
    return new Place.OfThing("territory", territory);
  }

  /** There is no plan of today to change. */
  record NoToday() implements ChangeProblem {
    @Override
    public String code() {
      return "CHANGE_NO_TODAY";
    }

    @Override
    public String message() {
      return "Territories can only be changed where it is known whose each unit is today.";
    }

    @Override
    public String hint() {
      return "Give accounts with an owner or territory column, or design from scratch.";
    }
  }

  /** A territory that today's plan does not have. */
  record UnknownTerritory(String territory, String known) implements ChangeProblem {
    @Override
    public String code() {
      return "CHANGE_UNKNOWN_TERRITORY";
    }

    @Override
    public String message() {
      return "There is no territory `%s` to change.".formatted(territory);
    }

    @Override
    public String hint() {
      return "The territories are " + known + ".";
    }
  }

  /** A new territory with the code of one that goes on, or of another new one. */
  record CodeTaken(String territory) implements ChangeProblem {
    @Override
    public String code() {
      return "CHANGE_CODE_TAKEN";
    }

    @Override
    public String message() {
      return "The new territory's code `%s` is another territory's.".formatted(territory);
    }

    @Override
    public Place place() {
      return at(territory);
    }
  }

  /** A territory that is named twice in one change. */
  record NamedTwice(String territory) implements ChangeProblem {
    @Override
    public String code() {
      return "CHANGE_TERRITORY_TWICE";
    }

    @Override
    public String message() {
      return "The change names territory `%s` twice.".formatted(territory);
    }

    @Override
    public Place place() {
      return at(territory);
    }
  }

  /** A territory with fewer units than parts. */
  record TooManyParts(String territory, int units, int parts) implements ChangeProblem {
    @Override
    public String code() {
      return "CHANGE_TOO_MANY_PARTS";
    }

    @Override
    public String message() {
      return "Territory `%s` has %s units, too few for %s parts."
          .formatted(territory, units, parts);
    }

    @Override
    public Place place() {
      return at(territory);
    }
  }

  /** Units that are nobody's today and that lie beyond the reach of all land that is somebody's. */
  record UnitUnreached(String unit, int count) implements ChangeProblem {
    @Override
    public String code() {
      return "CHANGE_UNIT_UNREACHED";
    }

    @Override
    public String message() {
      return "Unit `%s`%s nobody's today and not linked to any unit that is somebody's, so nothing says in which territory it lies."
          .formatted(unit, others());
    }

    private String others() {
      return switch (count) {
        case 1 -> " is";
        case 2 -> " and 1 other are";
        default -> " and %s others are".formatted(count - 1);
      };
    }

    @Override
    public Place place() {
      return new Place.OfThing("unit", unit);
    }

    @Override
    public String hint() {
      return "Say whose they are today, or leave them out.";
    }
  }

  /** A territory that is split, or a part of it, whose home lies in another one. */
  record HomeElsewhere(String territory, String unit, String split) implements ChangeProblem {
    @Override
    public String code() {
      return "CHANGE_HOME_ELSEWHERE";
    }

    @Override
    public String message() {
      return "Territory `%s` has its home in unit `%s`, which is not in territory `%s` today."
          .formatted(territory, unit, split);
    }

    @Override
    public Place place() {
      return at(territory);
    }

    @Override
    public String hint() {
      return "Give it a home in the territory that is split, or none.";
    }
  }

  /** Territories of which nothing says how much each is to hold. */
  record NothingBalanced() implements ChangeProblem {
    @Override
    public String code() {
      return "CHANGE_NOTHING_BALANCED";
    }

    @Override
    public String message() {
      return "New territories need a measure to be balanced, or nothing says how much they get.";
    }
  }

  /** Lands that are to be one territory but do not touch. */
  record NotTouching(String territory, String into) implements ChangeProblem {
    @Override
    public String code() {
      return "CHANGE_NOT_TOUCHING";
    }

    @Override
    public String message() {
      return "Territories `%s` and `%s` do not touch, so they cannot be one piece of land."
          .formatted(territory, into);
    }

    @Override
    public Place place() {
      return at(territory);
    }

    @Override
    public @Nullable String hint() {
      return "Merge territories that touch, remove one instead, or give up contiguity.";
    }
  }

  /** An ending territory to which units are locked. */
  record UnitLocked(String unit, String territory) implements ChangeProblem {
    @Override
    public String code() {
      return "CHANGE_UNIT_LOCKED";
    }

    @Override
    public String message() {
      return "Unit `%s` is locked to territory `%s`, which ends.".formatted(unit, territory);
    }

    @Override
    public Place place() {
      return new Place.OfThing("unit", unit);
    }

    @Override
    public String hint() {
      return "Unlock the unit, or keep the territory.";
    }
  }

  /** No territory would be left. */
  record NoneLeft() implements ChangeProblem {
    @Override
    public String code() {
      return "CHANGE_NONE_LEFT";
    }

    @Override
    public String message() {
      return "At least one territory must stay.";
    }
  }
}
