package bailiwick.intake.account;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an import notes of a row, in a cell: a JSON object of texts. Stateless. */
public final class Notes {

  private Notes() {}

  /** Writes notes; none are an empty cell. */
  public static String print(Map<String, String> notes) {
    return notes.isEmpty() ? "" : JsonMapper.shared().writeValueAsString(new TreeMap<>(notes));
  }

  /** Reads notes; nothing when the text is none. */
  static Optional<Map<String, String>> read(String text) {
    if (text.isBlank()) {
      return Optional.of(Map.of());
    }
    try {
      JsonNode node = JsonMapper.shared().readTree(text);
      Map<String, String> notes = new TreeMap<>();
      boolean texts = node.isObject();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        texts &= entry.getValue().isString();
        notes.put(entry.getKey(), entry.getValue().asString(""));
      }
      return texts ? Optional.of(notes) : Optional.empty();
    } catch (JacksonException unreadable) {
      return Optional.empty();
    }
  }
}
