package bailiwick.rules.syntax;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.source.Span;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject and the territory it must fall to: a test that lives in the rule file.
 *
 * @param name what it shows, empty when it has no name
 * @param given the subject's known values
 * @param expected the territory, null when nobody is to get it
 * @param span where the expectation stood
 */
public record Example(String name, List<Given> given, @Nullable TerritoryCode expected, Span span)
    implements Serializable {

  public Example {
    given = List.copyOf(given);
  }

  /** A value of the example's subject in one dimension. */
  public record Given(Value dimension, Value value) implements Serializable {}
}
