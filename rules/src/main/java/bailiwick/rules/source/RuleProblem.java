package bailiwick.rules.source;

import bailiwick.core.problem.Severity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a rule set. Every kind knows where it stands. */
public sealed interface RuleProblem extends TextProblem {

  /** Something else stands where the grammar asks for one of a few things. */
  record Unexpected(String expected, String found, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_UNEXPECTED";
    }

    @Override
    public String message() {
      return "Here stands %s, but the language asks for %s.".formatted(found, expected);
    }
  }

  /** A text in quotes does not end on its line. */
  record UnterminatedText(Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_UNTERMINATED_TEXT";
    }

    @Override
    public String message() {
      return "The text that starts here has no closing quote on its line.";
    }

    @Override
    public String hint() {
      return "Close it with \", and write a quote inside it as \\\".";
    }
  }

  /** A backslash in a text is followed by something that has no meaning. */
  record UnknownEscape(String escape, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_UNKNOWN_ESCAPE";
    }

    @Override
    public String message() {
      return "The escape `%s` has no meaning.".formatted(escape);
    }

    @Override
    public String hint() {
      return "Known are \\\", \\\\, \\n, \\r and \\t.";
    }
  }

  /** Conditions are nested deeper than the limit. */
  record TooDeep(int limit, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_TOO_DEEP";
    }

    @Override
    public String message() {
      return "The conditions are nested more than %s levels deep.".formatted(limit);
    }

    @Override
    public String hint() {
      return "Split the rule in two, or name the values in a list.";
    }
  }

  /** A number cannot be read. */
  record NotANumber(String text, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_NOT_A_NUMBER";
    }

    @Override
    public String message() {
      return "The text `%s` is not a number.".formatted(text);
    }

    @Override
    public String hint() {
      return "Write digits, such as 250, 1_000_000 or 99.50; intervals are 50..249, 50.. and ..249.";
    }
  }

  /** A number is too large or has too many decimal places for its dimension. */
  record NumberOutOfScale(String text, String dimension, int scale, Span span)
      implements RuleProblem {
    @Override
    public String code() {
      return "RULE_NUMBER_OUT_OF_SCALE";
    }

    @Override
    public String message() {
      return "The number `%s` does not fit the field `%s`, which keeps %s decimal places and"
              .formatted(text, dimension, scale)
          + " 18 digits in all.";
    }
  }

  /** A condition asks about a dimension that is not registered. */
  record UnknownField(String name, List<String> known, Span span) implements RuleProblem {
    public UnknownField {
      known = List.copyOf(known);
    }

    @Override
    public String code() {
      return "RULE_UNKNOWN_FIELD";
    }

    @Override
    public String message() {
      return "The field `%s` is not known.".formatted(name);
    }

    @Override
    public String hint() {
      return "Known are %s.".formatted(String.join(", ", known));
    }
  }

  /** A condition asks a question that does not fit the dimension. */
  record WrongQuestion(String dimension, String asked, String fitting, Span span)
      implements RuleProblem {
    @Override
    public String code() {
      return "RULE_WRONG_QUESTION";
    }

    @Override
    public String message() {
      return "The field `%s` cannot be asked with `%s`.".formatted(dimension, asked);
    }

    @Override
    public String hint() {
      return "Ask it with %s.".formatted(fitting);
    }
  }

  /** An interval holds no number. */
  record EmptyRange(String low, String high, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_EMPTY_RANGE";
    }

    @Override
    public String message() {
      return "No number lies from %s to %s.".formatted(low, high);
    }

    @Override
    public String hint() {
      return "Write the lower number first.";
    }
  }

  /** A file of one layer holds another. */
  record SeveralLayers(String first, String other, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_SEVERAL_LAYERS";
    }

    @Override
    public String message() {
      return "The file holds the layer `%s` after `%s`, but one layer is wanted here."
          .formatted(other, first);
    }

    @Override
    public String hint() {
      return "Name the layer, or put each layer into a file of its own.";
    }
  }

  /** Territories stand under each other in a circle. */
  record CyclicHierarchy(List<String> circle, Span span) implements RuleProblem {
    public CyclicHierarchy {
      circle = List.copyOf(circle);
    }

    @Override
    public String code() {
      return "RULE_CYCLIC_HIERARCHY";
    }

    @Override
    public String message() {
      return "The territory `%s` stands under itself: %s."
          .formatted(circle.getFirst(), String.join(" under ", circle));
    }

    @Override
    public String hint() {
      return "Leave out one `under` of the circle.";
    }
  }

  /** A territory has more territories above it than the limit. */
  record HierarchyTooDeep(String territory, int limit, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_HIERARCHY_TOO_DEEP";
    }

    @Override
    public String message() {
      return "The territory `%s` has more than %s territories above it."
          .formatted(territory, limit);
    }

    @Override
    public String hint() {
      return "Leave out levels that ask nothing of their own.";
    }
  }

  /** Rules change on more days than are proven one by one. */
  record TooManyDates(int dates, int limit, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_TOO_MANY_DATES";
    }

    @Override
    public String message() {
      return "The rules begin or cease to count on %s days, more than %s.".formatted(dates, limit);
    }

    @Override
    public String hint() {
      return "Let rules change together, such as on the first day of a month.";
    }
  }

  /** A field cannot be declared under its name. */
  record FieldName(String name, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_FIELD_NAME";
    }

    @Override
    public String message() {
      return "No field can have the name `%s`.".formatted(name);
    }

    @Override
    public String hint() {
      return "Choose a letter, then letters, digits, `.`, `-` or `_`, and no word of the language.";
    }
  }

  /** A value does not lie in the domain that its field declares. */
  record OutsideDomain(String value, String field, String domain, Span span)
      implements RuleProblem {
    @Override
    public String code() {
      return "RULE_OUTSIDE_DOMAIN";
    }

    @Override
    public String message() {
      return "The field `%s` never has `%s`.".formatted(field, value);
    }

    @Override
    public String hint() {
      return "It has %s.".formatted(domain);
    }
  }

  /** An interval goes further than the domain that its field declares. */
  record BeyondDomain(String bound, String field, String domain, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_BEYOND_DOMAIN";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The bound %s lies beyond what the field `%s` has.".formatted(bound, field);
    }

    @Override
    public String hint() {
      return "It has %s.".formatted(domain);
    }
  }

  /** A text is no code of its field's classification. */
  record NotACode(String text, String field, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_NOT_A_CODE";
    }

    @Override
    public String message() {
      return "The text `%s` is no code of the field `%s`.".formatted(text, field);
    }

    @Override
    public String hint() {
      return "Write a NACE section, division, group or class, such as C, 10, 10.1 or C.10.11.";
    }
  }

  /** A day cannot be read. */
  record NotADate(String text, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_NOT_A_DATE";
    }

    @Override
    public String message() {
      return "The text `%s` is not a day of the calendar.".formatted(text);
    }

    @Override
    public String hint() {
      return "Write year, month and day, such as 2026-03-01.";
    }
  }

  /** A rule counts on no day. */
  record EmptyPeriod(String rule, LocalDate from, LocalDate until, Span span)
      implements RuleProblem {
    @Override
    public String code() {
      return "RULE_EMPTY_PERIOD";
    }

    @Override
    public String message() {
      return "The rule `%s` counts on no day: %s is not before %s.".formatted(rule, from, until);
    }

    @Override
    public String hint() {
      return "The last day is the one before `until`; write the earlier day first.";
    }
  }

  /** A path is not in the geography tree. */
  record UnknownArea(String path, String known, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_UNKNOWN_AREA";
    }

    @Override
    public String message() {
      return "The area `%s` is not in the geography.".formatted(path);
    }

    @Override
    public @Nullable String hint() {
      return known.isEmpty()
          ? "A path starts with the country, such as US/IL/17031/60614."
          : "The geography knows it down to `%s`.".formatted(known);
    }
  }

  /** A condition refers to a list that the rule set does not have. */
  record UnknownList(String name, List<String> known, Span span) implements RuleProblem {
    public UnknownList {
      known = List.copyOf(known);
    }

    @Override
    public String code() {
      return "RULE_UNKNOWN_LIST";
    }

    @Override
    public String message() {
      return "The list `%s` is not in the rule set.".formatted(name);
    }

    @Override
    public String hint() {
      return known.isEmpty()
          ? "The rule set has no list."
          : "Its lists are %s.".formatted(String.join(", ", known));
    }
  }

  /** A condition refers to a list of another dimension's values. */
  record ListOfOtherField(String list, String listDimension, String asked, Span span)
      implements RuleProblem {
    @Override
    public String code() {
      return "RULE_LIST_OF_OTHER_FIELD";
    }

    @Override
    public String message() {
      return "The list `%s` holds values of `%s`, but is asked about `%s`."
          .formatted(list, listDimension, asked);
    }
  }

  /** A name that must be unique stands twice. */
  record Duplicate(String kind, String name, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_DUPLICATE";
    }

    @Override
    public String message() {
      return "The %s `%s` stands twice.".formatted(kind, name);
    }
  }

  /** A rule or an example names a territory that the rule set does not have. */
  record UnknownTerritory(String territory, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_UNKNOWN_TERRITORY";
    }

    @Override
    public String message() {
      return "The territory `%s` is not in the rule set.".formatted(territory);
    }

    @Override
    public String hint() {
      return "Add `territory %s { … }`, or correct the code.".formatted(territory);
    }
  }

  /** There is no rule at all. */
  record NoRules(Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_NO_RULES";
    }

    @Override
    public String message() {
      return "The rule set has no rule, so nobody would ever get anything.";
    }
  }

  /** Files of one compilation name different layers or versions. */
  record DifferentLayers(String first, String other, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_DIFFERENT_LAYERS";
    }

    @Override
    public String message() {
      return "This file holds %s, but the first one holds %s.".formatted(other, first);
    }

    @Override
    public String hint() {
      return "Compile one layer and version at a time.";
    }
  }

  /** An example does not come out as it says. */
  record ExampleFails(String expected, String actual, String why, Span span)
      implements RuleProblem {
    @Override
    public String code() {
      return "RULE_EXAMPLE_FAILS";
    }

    @Override
    public String message() {
      return "The example expects %s, but the rules say %s.".formatted(expected, actual);
    }

    @Override
    public String hint() {
      return why;
    }
  }

  /** A rule's questions about one dimension exclude each other. */
  record NeverHolds(String rule, String dimension, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_NEVER_HOLDS";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The rule `%s` can never hold: no value of `%s` satisfies it."
          .formatted(rule, dimension);
    }
  }

  /** A rule can never win, because earlier ones hold wherever it does. */
  record Shadowed(String rule, String by, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_SHADOWED";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The rule `%s` can never win: wherever it holds, another such as `%s` comes first."
          .formatted(rule, by);
    }

    @Override
    public String hint() {
      return "Give it a lower priority number, ask for less in the other rule, or leave it out.";
    }
  }

  /** A value stands twice in one condition or list. */
  record RepeatedValue(String value, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_REPEATED_VALUE";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The value `%s` stands twice here.".formatted(value);
    }
  }

  /** No rule refers to a list. */
  record UnusedList(String name, Span span) implements RuleProblem {
    @Override
    public String code() {
      return "RULE_UNUSED_LIST";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "No rule refers to the list `%s`.".formatted(name);
    }
  }
}
