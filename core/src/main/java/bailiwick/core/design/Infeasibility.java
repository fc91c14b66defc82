package bailiwick.core.design;

import static bailiwick.core.unit.Measure.words;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import bailiwick.core.unit.UnitId;
import java.util.List;
import java.util.stream.Collectors;

/** Why no plan can keep every rule. Each kind is a proof by itself. */
public sealed interface Infeasibility extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  private static double oneDecimal(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /**
   * An exact search looked through everything that the rules leave.
   *
   * @param conflict what no plan keeps together; at least one
   * @param isSmallest whether there is a plan without any single one of these
   * @param closest the least violation met in any plan
   */
  record NoPlan(List<Requirement> conflict, boolean isSmallest, double closest)
      implements Infeasibility {

    public NoPlan {
      conflict = List.copyOf(conflict);
      if (conflict.isEmpty()) {
        throw new IllegalArgumentException("Nothing conflicts where nothing is asked.");
      }
    }

    @Override
    public String code() {
      return "DESIGN_NO_PLAN";
    }

    @Override
    public String message() {
      return "No plan keeps %s: all possibilities were looked through.".formatted(allOfThem());
    }

    private String allOfThem() {
      List<String> words = conflict.stream().map(Requirement::words).toList();
      int last = words.size() - 1;
      return last == 0
          ? words.getFirst()
          : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    @Override
    public String hint() {
      String closestPlan =
          "The closest plan met misses the limits by %s %% of a mean total in all; widen them, or split the largest units."
              .formatted(oneDecimal(100 * closest));
      return isSmallest && conflict.size() > 1
          ? "Without any one of these there are plans. " + closestPlan
          : closestPlan;
    }
  }

  /** More territories than units. */
  record TooManyTerritories(int territories, int units) implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_TOO_MANY_TERRITORIES";
    }

    @Override
    public String message() {
      return "%s territories cannot each have a unit of %s.".formatted(territories, units);
    }

    @Override
    public String hint() {
      return "Ask for at most %s territories, or use smaller units.".formatted(units);
    }
  }

  /**
   * One unit holds more than any territory may.
   *
   * @param percent of the largest total allowed
   * @param toleranceNeeded the smallest tolerance that could work, in percent of the target; 0 or
   *     less where it is not the tolerance that is too narrow
   */
  record UnitTooLarge(UnitId unit, String measure, double percent, double toleranceNeeded)
      implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_UNIT_TOO_LARGE";
    }

    @Override
    public String message() {
      return "Unit `%s` alone holds %s %% of the `%s` a territory may have at most."
          .formatted(unit, oneDecimal(percent), measure);
    }

    @Override
    public Place place() {
      return new Place.OfThing("unit", unit.value());
    }

    @Override
    public String hint() {
      return toleranceNeeded > 0
          ? "No tolerance under %s %% can work; or split the unit."
              .formatted(oneDecimal(toleranceNeeded))
          : "Let a territory hold more, or split the unit.";
    }
  }

  /**
   * The largest units are too many to be dealt out: some territory gets several of them, which are
   * too much together.
   *
   * @param units how many of the largest ones there are
   * @param together how many of these some territory holds at least
   * @param percent that so many of them hold at least, of the largest total allowed
   */
  record UnitsTooLargeTogether(
      int units, int territories, int together, String measure, double percent)
      implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_UNITS_TOO_LARGE_TOGETHER";
    }

    @Override
    public String message() {
      return "One of the %s territories must hold %s of the %s largest units, and any %s of these hold at least %s %% of the `%s` a territory may have at most."
          .formatted(territories, together, units, together, oneDecimal(percent), measure);
    }

    @Override
    public String hint() {
      return "Widen the tolerance, change the number of territories, or split these units.";
    }
  }

  /** The totals allowed do not add up to the measure's total. */
  record TotalOutOfLimits(String measure, double total, double lowerSum, double upperSum)
      implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_TOTAL_OUT_OF_LIMITS";
    }

    @Override
    public String message() {
      return "All units hold %s of `%s`, but the territories together may hold from %s to %s."
          .formatted(words(total), measure, words(lowerSum), words(upperSum));
    }

    @Override
    public String hint() {
      return "Change the number of territories or their limits.";
    }
  }

  /** More separate pieces of land than territories. */
  record TooManyPieces(int pieces, int territories) implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_TOO_MANY_PIECES";
    }

    @Override
    public String message() {
      return "The units form %s separate pieces, more than the %s contiguous territories."
          .formatted(pieces, territories);
    }

    @Override
    public String hint() {
      return "Bridge the islands, or give up contiguity.";
    }
  }

  /** The pieces of land cannot be shared out among whole territories. */
  record PieceOutOfLimits(UnitId unit, int units, String measure, double total)
      implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_PIECE_OUT_OF_LIMITS";
    }

    @Override
    public String message() {
      return "The separate piece around unit `%s` (%s units, %s of `%s`) cannot be made of whole territories within their limits."
          .formatted(unit, units, words(total), measure);
    }

    @Override
    public Place place() {
      return new Place.OfThing("unit", unit.value());
    }

    @Override
    public String hint() {
      return "Bridge it to its neighbours, or widen the tolerance.";
    }
  }

  /**
   * Units that can only be reached through one unit must go with it, and are too much together.
   *
   * @param percent of the largest total allowed
   */
  record PocketTooLarge(UnitId gate, int units, String measure, double percent)
      implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_POCKET_TOO_LARGE";
    }

    @Override
    public String message() {
      return "Unit `%s` and the %s units that only it connects to the rest must share a territory, but hold %s %% of the `%s` it may have at most."
          .formatted(gate, units, oneDecimal(percent), measure);
    }

    @Override
    public Place place() {
      return new Place.OfThing("unit", gate.value());
    }

    @Override
    public String hint() {
      return "Widen the tolerance, split the unit, or bridge what lies behind it.";
    }
  }

  /** Two territories claim the same unit as home, or a home is locked to another territory. */
  record HomesClash(UnitId unit, TerritoryCode one, TerritoryCode other) implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_HOMES_CLASH";
    }

    @Override
    public String message() {
      return "Unit `%s` must belong to territory `%s` and to territory `%s`."
          .formatted(unit, one, other);
    }

    @Override
    public Place place() {
      return new Place.OfThing("unit", unit.value());
    }

    @Override
    public String hint() {
      return "Give one of them another home, or unlock the unit.";
    }
  }

  /** What is locked to a territory exceeds it. */
  record LocksTooLarge(TerritoryCode territory, String measure, double percent)
      implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_LOCKS_TOO_LARGE";
    }

    @Override
    public String message() {
      return "The units locked to territory `%s` hold %s %% of the `%s` it may have at most."
          .formatted(territory, oneDecimal(percent), measure);
    }

    @Override
    public Place place() {
      return new Place.OfThing("territory", territory.value());
    }

    @Override
    public String hint() {
      return "Unlock some of them, or widen the tolerance.";
    }
  }

  /** Units locked to one territory lie on pieces of land that nothing connects. */
  record LocksApart(TerritoryCode territory, UnitId one, UnitId other) implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_LOCKS_APART";
    }

    @Override
    public String message() {
      return "Territory `%s` must hold units `%s` and `%s`, which no units outside other territories' locks connect."
          .formatted(territory, one, other);
    }

    @Override
    public Place place() {
      return new Place.OfThing("territory", territory.value());
    }

    @Override
    public String hint() {
      return "Unlock one of them, or give up contiguity.";
    }
  }

  /** Nobody may serve a unit. */
  record NoTerritory(UnitId unit) implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_NO_TERRITORY";
    }

    @Override
    public String message() {
      return "Unit `%s` may belong to no territory: its lock, its home and what it is eligible for leave none."
          .formatted(unit);
    }

    @Override
    public Place place() {
      return new Place.OfThing("unit", unit.value());
    }

    @Override
    public String hint() {
      return "Make it eligible for a territory, or unlock it.";
    }
  }

  /**
   * All units that may belong to some territories hold less than these must.
   *
   * @param territories that lack something, in the order of their numbers
   */
  record TooLittleEligible(
      List<TerritoryCode> territories, String measure, double total, double lowerSum)
      implements Infeasibility {
    public TooLittleEligible {
      territories = List.copyOf(territories);
    }

    @Override
    public String code() {
      return "DESIGN_TOO_LITTLE_ELIGIBLE";
    }

    @Override
    public String message() {
      return "The units eligible for %s hold %s of `%s`, but %s must hold at least %s."
          .formatted(
              named(territories),
              words(total),
              measure,
              itOrThey(territories.size()),
              words(lowerSum));
    }

    @Override
    public String hint() {
      return "Make more units eligible there, or lower what is asked of them.";
    }
  }

  /**
   * Units that may only belong to some territories are too much for these.
   *
   * @param unit one of them
   * @param units how many there are
   * @param territories that they may belong to, in the order of their numbers
   */
  record TooMuchEligible(
      UnitId unit,
      int units,
      List<TerritoryCode> territories,
      String measure,
      double total,
      double upperSum)
      implements Infeasibility {
    public TooMuchEligible {
      territories = List.copyOf(territories);
    }

    @Override
    public String code() {
      return "DESIGN_TOO_MUCH_ELIGIBLE";
    }

    @Override
    public String message() {
      return "%s units, such as `%s`, may only belong to %s and hold %s of `%s`, but %s may hold at most %s."
          .formatted(
              units,
              unit,
              named(territories),
              words(total),
              measure,
              itOrThey(territories.size()),
              words(upperSum));
    }

    @Override
    public Place place() {
      return new Place.OfThing("unit", unit.value());
    }

    @Override
    public String hint() {
      return "Make some of them eligible elsewhere, or raise what these territories may hold.";
    }
  }

  /**
   * Some territories have fewer units to choose from than they are.
   *
   * @param units how many units are eligible for any of them
   */
  record TooFewEligible(List<TerritoryCode> territories, int units) implements Infeasibility {
    public TooFewEligible {
      territories = List.copyOf(territories);
    }

    @Override
    public String code() {
      return "DESIGN_TOO_FEW_ELIGIBLE";
    }

    @Override
    public String message() {
      return "There are %s units eligible for %s, too few for each to have one."
          .formatted(units, named(territories));
    }

    @Override
    public String hint() {
      return "Make more units eligible there.";
    }
  }

  /**
   * More has to change hands than a budget allows, in whole units of the measure.
   *
   * @param least what has to change hands at least
   */
  record BudgetTooSmall(String measure, double least, double most) implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_BUDGET_TOO_SMALL";
    }

    @Override
    public String message() {
      return "At least %s of `%s` must change hands to keep locks, eligibility and limits, but only %s may."
          .formatted(words(least), measure, words(most));
    }

    @Override
    public String hint() {
      return "Allow more to change hands, or widen the tolerance.";
    }
  }

  /**
   * All units take more days in the field than there are, whoever serves them.
   *
   * @param least days that they take when each goes to whom it costs the fewest
   * @param available days of all territories
   * @param ofOne days of a full territory
   */
  record TooFewDays(double least, double available, double ofOne) implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_TOO_FEW_DAYS";
    }

    @Override
    public String message() {
      return "Visiting all units takes at least %s days, driving included, but there are %s."
          .formatted(oneDecimal(least), oneDecimal(available));
    }

    @Override
    public String hint() {
      double lacking = least - available;
      long people = (long) Math.ceil(lacking / ofOne);
      return "%s more days are needed, which %s more full-time %s; or make fewer or shorter visits."
          .formatted(oneDecimal(lacking), people, people == 1 ? "person has" : "people have");
    }
  }

  /**
   * One unit takes more days in the field than any territory has that it may belong to.
   *
   * @param days that it takes in the territory where it takes the smallest part of them
   * @param most that this territory has
   */
  record UnitTakesTooLong(UnitId unit, TerritoryCode territory, double days, double most)
      implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_UNIT_TAKES_TOO_LONG";
    }

    @Override
    public String message() {
      return "Unit `%s` alone takes %s days in the field in territory `%s`, which has %s, and no territory has enough for it."
          .formatted(unit, oneDecimal(days), territory, oneDecimal(most));
    }

    @Override
    public Place place() {
      return new Place.OfThing("unit", unit.value());
    }

    @Override
    public String hint() {
      return "Split the unit, make fewer visits there, or give a territory near it more days.";
    }
  }

  /** What is locked to a territory takes more days in the field than it has. */
  record LocksTakeTooLong(TerritoryCode territory, double days, double most)
      implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_LOCKS_TAKE_TOO_LONG";
    }

    @Override
    public String message() {
      return "The units locked to territory `%s` take %s days in the field, but it has %s."
          .formatted(territory, oneDecimal(days), oneDecimal(most));
    }

    @Override
    public Place place() {
      return new Place.OfThing("territory", territory.value());
    }

    @Override
    public String hint() {
      return "Unlock some of them, or give the territory more days.";
    }
  }

  /** Units that belong together are locked to different territories. */
  record FamilyTorn(UnitId one, UnitId other) implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_FAMILY_TORN";
    }

    @Override
    public String message() {
      return "Units `%s` and `%s` belong together but must be in different territories."
          .formatted(one, other);
    }

    @Override
    public Place place() {
      return new Place.OfThing("unit", one.value());
    }

    @Override
    public String hint() {
      return "Unlock one of them, or let them be apart.";
    }
  }

  /**
   * Units that belong together hold more than any territory may that they may belong to.
   *
   * @param unit one of them
   * @param units how many there are
   * @param percent of the largest total allowed
   */
  record FamilyTooLarge(UnitId unit, int units, String measure, double percent)
      implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_FAMILY_TOO_LARGE";
    }

    @Override
    public String message() {
      return "The %s units that belong together with `%s` hold %s %% of the `%s` a territory may have at most."
          .formatted(units, unit, oneDecimal(percent), measure);
    }

    @Override
    public Place place() {
      return new Place.OfThing("unit", unit.value());
    }

    @Override
    public String hint() {
      return "Let some of them be apart, or widen the tolerance.";
    }
  }

  /** Units that belong together lie on pieces of land that nothing connects. */
  record FamilyApart(UnitId one, UnitId other) implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_FAMILY_APART";
    }

    @Override
    public String message() {
      return "Units `%s` and `%s` belong together, but nothing they may share a territory with connects them."
          .formatted(one, other);
    }

    @Override
    public Place place() {
      return new Place.OfThing("unit", one.value());
    }

    @Override
    public String hint() {
      return "Let them be apart, bridge the land between them, or give up contiguity.";
    }
  }

  /** Units that must be apart must be together as well. */
  record ApartAndTogether(UnitId one, UnitId other) implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_APART_AND_TOGETHER";
    }

    @Override
    public String message() {
      return "Units `%s` and `%s` must be apart, but their family or their locks put them in one territory."
          .formatted(one, other);
    }

    @Override
    public Place place() {
      return new Place.OfThing("unit", one.value());
    }

    @Override
    public String hint() {
      return "Unlock one of them, or let them be together.";
    }
  }

  /** More units must be apart than there are territories for them. */
  record TooManyApart(UnitId unit, int units, int territories) implements Infeasibility {
    @Override
    public String code() {
      return "DESIGN_TOO_MANY_APART";
    }

    @Override
    public String message() {
      return "`%s` and others, %s units in all, must be apart, but may only belong to %s territories."
          .formatted(unit, units, territories);
    }

    @Override
    public Place place() {
      return new Place.OfThing("unit", unit.value());
    }

    @Override
    public String hint() {
      return "Let some of them be together, or ask for more territories.";
    }
  }

  private static String named(List<TerritoryCode> territories) {
    String codes =
        territories.stream()
            .limit(CODES_TOLD)
            .map("`%s`"::formatted)
            .collect(Collectors.joining(", "));
    String more = territories.size() > CODES_TOLD ? " …" : "";
    return (territories.size() == 1 ? "territory " : "territories ") + codes + more;
  }

  private static String itOrThey(int count) {
    return count == 1 ? "it" : "they";
  }

  /** Territories that a sentence names at most. */
  int CODES_TOLD = 8;
}
