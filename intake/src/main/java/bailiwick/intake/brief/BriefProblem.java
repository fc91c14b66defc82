package bailiwick.intake.brief;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a design brief. */
public sealed interface BriefProblem extends Problem {

  /** JSON pointer to the place, empty for the whole brief. */
  String pointer();

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  @Override
  default Place place() {
    return pointer().isEmpty() ? Place.WHOLE : new Place.InRequest(pointer());
  }

  /** The text is neither JSON nor YAML. */
  record Unreadable(String file, int line, int column, String reason) implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_UNREADABLE";
    }

    @Override
    public String pointer() {
      return "";
    }

    @Override
    public String message() {
      return "The brief cannot be read as %s: %s.".formatted(file, reason);
    }

    @Override
    public Place place() {
      return new Place.InText(file, Math.max(1, line), Math.max(1, column), 1);
    }
  }

  /** A field that briefs do not have. */
  record UnknownField(String pointer, String known) implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_UNKNOWN_FIELD";
    }

    @Override
    public String message() {
      return "A brief has no field `%s`.".formatted(pointer);
    }

    @Override
    public String hint() {
      return "The fields here are " + known + ".";
    }
  }

  /** A field that must be there. */
  record MissingField(String pointer, String expected) implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_MISSING_FIELD";
    }

    @Override
    public String message() {
      return "The brief must say `%s`: %s.".formatted(pointer, expected);
    }
  }

  /** A value of the wrong kind or out of range. */
  record WrongValue(String pointer, String value, String expected) implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_WRONG_VALUE";
    }

    @Override
    public String message() {
      return "The value `%s` of `%s` must be %s.".formatted(value, pointer, expected);
    }
  }

  /** Two territories with one code. */
  record TerritoryTwice(String pointer, String territory) implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_TERRITORY_TWICE";
    }

    @Override
    public String message() {
      return "The territory code `%s` stands twice.".formatted(territory);
    }
  }

  /** A measure that the accounts do not have. */
  record UnknownMeasure(String pointer, String measure, String known) implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_UNKNOWN_MEASURE";
    }

    @Override
    public String message() {
      return "The accounts have no measure `%s`.".formatted(measure);
    }

    @Override
    public String hint() {
      return "The measures are " + known + ".";
    }
  }

  /** A measure of which there is nothing to balance. */
  record EmptyMeasure(String pointer, String measure) implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_EMPTY_MEASURE";
    }

    @Override
    public String message() {
      return "No unit has any `%s`, so it cannot be balanced.".formatted(measure);
    }
  }

  /** A locked unit that the plan does not have. */
  record UnknownUnit(String pointer, String unit) implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_UNKNOWN_UNIT";
    }

    @Override
    public String message() {
      return "The plan has no unit `%s`.".formatted(unit);
    }
  }

  /** A territory that the brief does not have. */
  record UnknownTerritory(String pointer, String territory) implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_UNKNOWN_TERRITORY";
    }

    @Override
    public String message() {
      return "The brief has no territory `%s`.".formatted(territory);
    }
  }

  /** A time zone that nobody knows. */
  record UnknownTimeZone(String pointer, String timeZone) implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_UNKNOWN_TIME_ZONE";
    }

    @Override
    public String message() {
      return "There is no time zone `%s`.".formatted(timeZone);
    }

    @Override
    public String hint() {
      return "Write a name of the IANA time zone database, such as America/Chicago.";
    }
  }

  /** A postcode that the atlas does not know. */
  record UnknownPostcode(String pointer, String postcode, String country) implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_UNKNOWN_POSTCODE";
    }

    @Override
    public String message() {
      return "The atlas knows no postcode `%s` in %s.".formatted(postcode, country);
    }

    @Override
    public String hint() {
      return "Write the place as [longitude, latitude] in `place` instead.";
    }
  }

  /** One unit with two lists of those who decide there. */
  record UnitTwice(String pointer, String unit) implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_UNIT_TWICE";
    }

    @Override
    public String message() {
      return "The unit `%s` stands twice.".formatted(unit);
    }

    @Override
    public String hint() {
      return "Write all its sites into one list.";
    }
  }

  /** Sites of which none counts. */
  record NoWeight(String pointer, String unit) implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_NO_WEIGHT";
    }

    @Override
    public String message() {
      return "All sites of the unit `%s` weigh 0.".formatted(unit);
    }

    @Override
    public String hint() {
      return "Give at least one of them a weight above 0, or leave the unit out.";
    }
  }

  /**
   * Hours in common are asked for, but nobody knows when a territory works.
   *
   * @param territories codes of those without a time zone, at least one
   */
  record NoTimeZone(String pointer, List<String> territories) implements BriefProblem {

    private static final int SHOWN = 5;

    public NoTimeZone {
      territories = List.copyOf(territories);
    }

    @Override
    public String code() {
      return "BRIEF_NO_TIME_ZONE";
    }

    @Override
    public String message() {
      String codes =
          territories.stream()
              .limit(SHOWN)
              .map(code -> "`" + code + "`")
              .collect(Collectors.joining(", "));
      int more = territories.size() - SHOWN;
      return "Hours in common need the time zone of every territory, and none is known of %s%s."
          .formatted(codes, more > 0 ? " and %s more".formatted(more) : "");
    }

    @Override
    public String hint() {
      return "Give each territory a `timeZone`, or a `home` from which it is found.";
    }
  }

  /**
   * A wish that names a territory which the brief's change only makes.
   *
   * @param origin the territory that is split into it; empty for one that is added
   */
  record NewTerritory(String pointer, String territory, Optional<String> origin)
      implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_NEW_TERRITORY";
    }

    @Override
    public String message() {
      return "The territory `%s` is made by the change, so the same brief can wish nothing of it by name."
          .formatted(territory);
    }

    @Override
    public String hint() {
      return origin
          .map(
              "Name `%s`, whose wishes each of its parts takes over, or make the change first and wish for more in a design of what comes of it."
                  ::formatted)
          .orElse(
              "Leave it out: a unit goes there unless it is `eligible` for some territories only. Or make the change first and wish for more in a design of what comes of it.");
    }
  }

  /** Something refers to today's plan, but there is none, or it does not tell. */
  record NoToday(String pointer, String what) implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_NO_TODAY";
    }

    @Override
    public String message() {
      return "%s needs today's plan, which does not tell.".formatted(what);
    }

    @Override
    public @Nullable String hint() {
      return "Import accounts with an owner or territory column, or leave it out.";
    }
  }

  /** A wish for other territories, or for districts, in the brief of a trade-off curve. */
  record BesideCurve(String pointer, String mode) implements BriefProblem {
    @Override
    public String code() {
      return "BRIEF_BESIDE_CURVE";
    }

    @Override
    public String message() {
      return "A trade-off curve leads from today's territories to the same ones, so its brief cannot say `%s`."
          .formatted(mode);
    }

    @Override
    public String hint() {
      return "Leave it out, or carry it out first and ask for the curve of what comes of it.";
    }
  }
}
