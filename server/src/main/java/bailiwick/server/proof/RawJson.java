package bailiwick.server.proof;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A JSON value of a request as it was written: no number loses places, and no key that stands twice
 * is dropped. Immutable.
 */
@JsonDeserialize(using = RawJson.Reader.class)
public record RawJson(String text) {

  /** Takes over a value token by token. */
  static final class Reader extends ValueDeserializer<RawJson> {

    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public RawJson deserialize(JsonParser parser, DeserializationContext context) {
      var text = new StringWriter();
      try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
        generator.copyCurrentStructureExact(parser);
      }
      return new RawJson(text.toString());
    }
  }
}
