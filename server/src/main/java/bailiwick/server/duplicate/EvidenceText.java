package bailiwick.server.duplicate;

import bailiwick.intake.duplicate.Evidence;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Evidence as the store keeps it. */
final class EvidenceText {

  private static final TypeReference<List<Evidence>> LIST = new TypeReference<>() {};

  private EvidenceText() {}

  static String print(List<Evidence> evidence, JsonMapper json) {
    return json.writeValueAsString(evidence);
  }

  static List<Evidence> read(String text, JsonMapper json) {
    return json.readValue(text, LIST);
  }
}
