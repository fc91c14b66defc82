package bailiwick.intake.brief;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
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
}
