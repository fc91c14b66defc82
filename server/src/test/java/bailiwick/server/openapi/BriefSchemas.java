package bailiwick.server.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Puts the published schema of design briefs into the API's document: there is only one. */
final class BriefSchemas {

  private static final Path FILE = Path.of("../docs/reference/design-brief.schema.json");
  private static final String NAME = "DesignBrief";
  private static final List<String> OF_REQUESTS =
      List.of("description", "type", "additionalProperties", "properties");
  private static final String WITHIN = "#/$defs/";
  private static final String COMPONENTS = "#/components/schemas/";

  private BriefSchemas() {}

  static void publish(ObjectNode document) throws IOException {
    ObjectNode schemas = (ObjectNode) document.get("components").get("schemas");
    ObjectNode brief = (ObjectNode) JsonMapper.shared().readTree(Files.readString(FILE));
    for (Map.Entry<String, JsonNode> part : brief.remove("$defs").properties()) {
      schemas.set(component(part.getKey()), referring(part.getValue()));
    }
    JsonNode example = brief.remove("examples").get(0);
    brief.retain(OF_REQUESTS); // the scenario knows what a brief leaves out
    schemas.set(NAME, referring(brief));
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        addExample(operation.path("requestBody").path("content"), example);
      }
    }
  }

  private static void addExample(JsonNode content, JsonNode example) {
    for (JsonNode media : content) {
      if (media.path("schema").path("$ref").asString("").equals(COMPONENTS + NAME)) {
        ((ObjectNode) media).set("example", example);
      } else if (media.path("example").has("brief")) {
        ((ObjectNode) media.get("example")).set("brief", example);
      }
    }
  }

  /** The same with its references to components. */
  private static JsonNode referring(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("$ref").asString("").startsWith(WITHIN)) {
      String part = object.get("$ref").asString().substring(WITHIN.length());
      object.set("$ref", StringNode.valueOf(COMPONENTS + component(part)));
    }
    schema.forEach(BriefSchemas::referring);
    return schema;
  }

  private static String component(String part) {
    return NAME + Character.toUpperCase(part.charAt(0)) + part.substring(1);
  }
}
