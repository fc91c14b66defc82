package bailiwick.server.rule;

import bailiwick.core.problem.Problem;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.syntax.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values of a JSON document and collects what is wrong with them. Not thread-safe. */
final class JsonReading {

  /** As texts write it. */
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final List<Problem> problems = new ArrayList<>();

  /** What was found so far, errors and warnings. */
  List<Problem> problems() {
    return problems;
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  /** The parts of a list that may be missing; those that cannot be read are left out. */
  <T> List<T> parts(
      LocatedJson.Fields of, String name, Function<LocatedJson.Fields, Optional<T>> read) {
    if (of.find(name) == null) {
      return List.of();
    }
    List<T> parts = new ArrayList<>();
    for (LocatedJson item : items(of, name, "a list")) {
      if (item instanceof LocatedJson.Fields fields) {
        read.apply(fields).ifPresent(parts::add);
      } else {
        unexpected("an object in `" + name + "`", item);
      }
    }
    return parts;
  }

  @Nullable LocalDate date(LocatedJson json) {
    String text = json instanceof LocatedJson.Text given ? given.value() : "";
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException notInTheCalendar) {
      // falls through to the problem
    }
    problems.add(new RuleProblem.NotADate(text.isEmpty() ? shown(json) : text, json.span()));
    return null;
  }

  int whole(LocatedJson.Fields fields, String name) {
    LocatedJson given = fields.find(name);
    if (given instanceof LocatedJson.Amount amount) {
      try {
        int whole = amount.value().intValueExact();
        if (whole >= 0) {
          return whole;
        }
      } catch (ArithmeticException notWhole) {
        // falls through to the problem
      }
    }
    unexpected(
        "a whole number from 0 to %s as `%s`".formatted(Integer.MAX_VALUE, name),
        given == null ? fields : given);
    return 0;
  }

  boolean isTrue(LocatedJson.Fields fields, String name) {
    return switch (fields.find(name)) {
      case null -> false;
      case LocatedJson.Word word when word.value().equals("true") -> true;
      case LocatedJson.Word word when word.value().equals("false") -> false;
      case LocatedJson other -> {
        unexpected("true or false as `" + name + "`", other);
        yield false;
      }
    };
  }

  @Nullable BigDecimal bound(LocatedJson.Fields fields, String name) {
    LocatedJson bound = fields.find(name);
    if (bound == null || bound instanceof LocatedJson.Amount) {
      return bound instanceof LocatedJson.Amount amount ? amount.value() : null;
    }
    unexpected("a number", bound);
    return null;
  }

  List<Value> values(LocatedJson.Fields fields) {
    List<Value> values = new ArrayList<>();
    for (LocatedJson item : items(fields, "values", "a list of values")) {
      if (item instanceof LocatedJson.Text text && !text.value().isEmpty()) {
        values.add(new Value(text.value(), text.span()));
      } else {
        unexpected("a text", item);
      }
    }
    return values;
  }

  List<LocatedJson.Amount> amounts(LocatedJson.Fields fields) {
    List<LocatedJson.Amount> amounts = new ArrayList<>();
    for (LocatedJson item : items(fields, "values", "a list of numbers")) {
      if (item instanceof LocatedJson.Amount amount) {
        amounts.add(amount);
      } else {
        unexpected("a number", item);
      }
    }
    return amounts;
  }

  List<LocatedJson> items(LocatedJson.Fields fields, String name, String expected) {
    if (fields.find(name) instanceof LocatedJson.Items items) {
      return items.all();
    }
    LocatedJson found = fields.find(name);
    unexpected(expected + " as `" + name + "`", found == null ? fields : found);
    return List.of();
  }

  /** A text that may be missing. */
  Optional<String> findText(LocatedJson.Fields fields, String name) {
    return switch (fields.find(name)) {
      case null -> Optional.empty();
      case LocatedJson.Text text -> Optional.of(text.value());
      case LocatedJson other -> {
        unexpected("a text as `" + name + "`", other);
        yield Optional.empty();
      }
    };
  }

  Optional<LocatedJson.Text> text(LocatedJson.Fields fields, String name, String expected) {
    if (fields.find(name) instanceof LocatedJson.Text text && !text.value().isBlank()) {
      return Optional.of(text);
    }
    LocatedJson found = fields.find(name);
    unexpected(expected + " as `" + name + "`", found == null ? fields : found);
    return Optional.empty();
  }

  void requireKnown(LocatedJson.Fields fields, Set<String> known, String of) {
    fields
        .all()
        .forEach((name, value) -> {
          if (!known.contains(name)) {
            problems.add(
                new RuleProblem.Unexpected(
                    "the keys of %s: %s".formatted(of, String.join(", ", new TreeSet<>(known))),
                    "`" + name + "`",
                    value.span()));
          }
        });
  }

  void unexpected(String expected, LocatedJson found) {
    problems.add(new RuleProblem.Unexpected(expected, shown(found), found.span()));
  }

  /** A value as a sentence names it. */
  static String shown(LocatedJson json) {
    return switch (json) {
      case LocatedJson.Fields fields -> "an object";
      case LocatedJson.Items items -> "a list";
      case LocatedJson.Text text -> "`" + text.value() + "`";
      case LocatedJson.Amount amount -> "the number " + amount.value();
      case LocatedJson.Word word -> word.value();
    };
  }

  static Value value(LocatedJson.Text text) {
    return new Value(text.value(), text.span());
  }
}
