package bailiwick.server.rule;

import bailiwick.core.problem.ProblemException;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import bailiwick.rules.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** A JSON value that knows where it stood, so that problems can point at it. Immutable. */
sealed interface LocatedJson {

  /** Where it began. */
  Span span();

  /** Fields by their names. */
  record Fields(Map<String, LocatedJson> all, Span span) implements LocatedJson {
    @Nullable LocatedJson find(String name) {
      return all.get(name);
    }
  }

  /** A list. */
  record Items(List<LocatedJson> all, Span span) implements LocatedJson {
    public Items {
      all = List.copyOf(all);
    }
  }

  /** A text. */
  record Text(String value, Span span) implements LocatedJson {}

  /** A number. */
  record Amount(BigDecimal value, Span span) implements LocatedJson {}

  /** {@code true}, {@code false} or {@code null}. */
  record Word(String value, Span span) implements LocatedJson {}

  /** More than any number of a rule has; written out, 1e999999999 would fill the memory. */
  int MOST_DIGITS = 40;

  /** Deeper than any condition may be, with what stands around them. */
  int DEEPEST = 500;

  /**
   * Reads a document. O(its length).
   *
   * @throws ProblemException pointing at where it is no JSON, or nested too deeply
   */
  static LocatedJson read(Source source) {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxDocumentLength(-1)
                    .build())
            .build();
    try (JsonParser parser = JsonMapper.builder(factory).build().createParser(source.text())) {
      var reader = new Reader(source, parser);
      parser.nextToken();
      LocatedJson read = reader.value();
      if (parser.nextToken() != null) {
        throw ProblemException.of(
            new RuleProblem.Unexpected("the end of the file", "more", reader.here()));
      }
      return read;
    } catch (JacksonException broken) {
      throw ProblemException.of(
          new RuleProblem.Unexpected(
              "JSON", "what is none, or too deep", span(source, broken.getLocation())));
    }
  }

  private static Span span(Source source, @Nullable TokenStreamLocation at) {
    return at == null
        ? new Span(source.name(), 1, 1, 1)
        : new Span(source.name(), Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), 1);
  }

  /** Reads value by value. */
  final class Reader {

    private final Source source;
    private final JsonParser parser;

    private Reader(Source source, JsonParser parser) {
      this.source = source;
      this.parser = parser;
    }

    private Span here() {
      TokenStreamLocation at = parser.currentTokenLocation();
      int length = Math.max(1, parser.currentToken() == null ? 1 : parser.getStringLength());
      Span start = span(source, at);
      return new Span(start.file(), start.line(), start.column(), length);
    }

    private LocatedJson value() {
      Span span = here();
      JsonToken token = parser.currentToken();
      if (token == null) {
        throw ProblemException.of(new RuleProblem.Unexpected("an object", "nothing", span));
      }
      return switch (token) {
        case START_OBJECT -> fields(span);
        case START_ARRAY -> items(span);
        case VALUE_STRING -> new Text(parser.getString(), span);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> amount(span);
        default -> new Word(parser.getString(), span);
      };
    }

    private Amount amount(Span span) {
      BigDecimal value = parser.getDecimalValue();
      if (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS) {
        throw ProblemException.of(
            new RuleProblem.Unexpected(
                "a number of at most %s digits".formatted(MOST_DIGITS), "a longer one", span));
      }
      return new Amount(value, span);
    }

    private Fields fields(Span span) {
      Map<String, LocatedJson> fields = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        LocatedJson value = value();
        if (fields.put(name, value) != null) {
          throw ProblemException.of(new RuleProblem.Duplicate("key", name, value.span()));
        }
      }
      return new Fields(fields, span);
    }

    private Items items(Span span) {
      List<LocatedJson> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value());
      }
      return new Items(items, span);
    }
  }
}
