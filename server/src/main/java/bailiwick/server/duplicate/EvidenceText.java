package bailiwick.server.duplicate;

import bailiwick.intake.duplicate.Evidence;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Evidence as the store keeps it. */
public final class EvidenceText {

  private static final TypeReference<List<Evidence>> LIST = new TypeReference<>() {};

  private EvidenceText() {}

  static String print(List<Evidence> evidence, JsonMapper json) {
    return json.writeValueAsString(evidence);
  }

  static List<Evidence> read(String text, JsonMapper json) {
    return json.readValue(text, LIST);
  }

  /** Evidence as the store keeps it, in words for people. */
  public static String words(String text, JsonMapper json) {
    return read(text, json).stream().map(Evidence::text).collect(Collectors.joining("; "));
  }
}
