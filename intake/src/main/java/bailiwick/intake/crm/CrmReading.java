package bailiwick.intake.crm;

import bailiwick.core.problem.ProblemException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Reads an answer by its contract. What is missing or cannot be read is told as {@link
 * CrmProblem.Unexpected}: an answer without its rows must not pass for one with none. Immutable.
 */
final class CrmReading {

  private final String connection;
  private final CrmAnswer answer;
  private final JsonNode json;

  CrmReading(CrmSettings settings, CrmAnswer answer) {
    this.connection = settings.name();
    this.answer = answer;
    this.json = answer.json();
  }

  JsonNode json() {
    return json;
  }

  /** The rows under a name. */
  JsonNode rows(String name) {
    JsonNode rows = json.path(name);
    if (!rows.isArray()) {
      throw unexpected("it tells no " + name);
    }
    return rows;
  }

  /** A whole number under a name. */
  long count(String name) {
    JsonNode count = json.path(name);
    if (!count.isIntegralNumber()) {
      throw unexpected("it tells no " + name);
    }
    return count.asLong();
  }

  /** An instant, as ISO writes it. */
  Instant instant(String text) {
    return instant(text, Instant::parse);
  }

  Instant instant(String text, Function<String, Instant> parser) {
    try {
      return parser.apply(text);
    } catch (DateTimeException unreadable) {
      throw unexpected("a moment in it cannot be read");
    }
  }

  long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException unreadable) {
      throw unexpected("a number in it cannot be read");
    }
  }

  URI address(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException unreadable) {
      throw unexpected("an address in it cannot be read");
    }
  }

  private ProblemException unexpected(String reason) {
    return ProblemException.of(new CrmProblem.Unexpected(connection, answer.status(), reason));
  }
}
