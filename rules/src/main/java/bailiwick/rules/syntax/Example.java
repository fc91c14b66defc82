package bailiwick.rules.syntax;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.source.Span;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject and the territory it must fall to: a test that lives in the rule file.
 *
 * @param name what it shows, empty when it has no name
 * @param given the subject's known values
 * @param day the day it speaks of, null for every day on which some rule counts
 * @param expected the territory, null when nobody is to get it
 * @param span where the expectation stood
 */
public record Example(
    String name,
    List<Given> given,
    @Nullable LocalDate day,
    @Nullable TerritoryCode expected,
    Span span)
    implements Serializable {

  public Example {
    given = List.copyOf(given);
  }

  /** An example that speaks of every day. */
  public Example(String name, List<Given> given, @Nullable TerritoryCode expected, Span span) {
    this(name, given, null, expected, span);
  }

  /** A copy that speaks of every day. */
  Example withoutDay() {
    return day == null ? this : new Example(name, given, null, expected, span);
  }

  /** A value of the example's subject in one dimension. */
  public record Given(Value dimension, Value value) implements Serializable {}
}
