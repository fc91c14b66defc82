package bailiwick.intake.mapping;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.table.FileProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes profiles as JSON, the form of their files. Stateless. */
public final class ProfileReader {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String COLUMNS = "columns";
  private static final List<String> LISTS = List.of("set", "where", "measure", "impute");
  private static final List<String> TEXTS = List.of("name", "kind", "decimal", "days");

  private ProfileReader() {}

  /**
   * Reads a profile.
   *
   * @param file the name it has in problems
   * @throws ProblemException when it is none, or says something that cannot be read
   */
  public static MappingProfile read(String text, String file) {
    JsonNode tree;
    try {
      tree = JSON.readTree(text);
    } catch (JacksonException broken) {
      throw bad(file, "it is no JSON");
    }
    if (!tree.isObject()) {
      throw bad(file, "it is no JSON object");
    }
    for (Map.Entry<String, JsonNode> entry : tree.properties()) {
      requireKnown(file, entry.getKey(), entry.getValue());
    }
    MappingProfile profile =
        new MappingProfile(
            tree.path("name").asString(file),
            tree.path("kind").asString(""),
            columns(tree.path(COLUMNS)),
            list(tree.path("set")),
            list(tree.path("where")),
            list(tree.path("measure")),
            list(tree.path("impute")),
            tree.path("decimal").asString(""),
            tree.path("days").asString(""));
    profile.request(); // what cannot be read is told now
    return profile;
  }

  private static void requireKnown(String file, String key, JsonNode value) {
    if (TEXTS.contains(key)) {
      require(value.isString(), file, "its `%s` is no text".formatted(key));
    } else if (LISTS.contains(key)) {
      require(
          value.isArray() && value.valueStream().allMatch(JsonNode::isString),
          file,
          "its `%s` is no list of texts".formatted(key));
    } else if (key.equals(COLUMNS)) {
      require(
          value.isObject() && value.valueStream().allMatch(JsonNode::isString),
          file,
          "its `columns` are no object of texts");
    } else {
      throw bad(file, "it has no place for `%s`".formatted(key));
    }
  }

  private static void require(boolean holds, String file, String what) {
    if (!holds) {
      throw bad(file, what);
    }
  }

  private static ProblemException bad(String file, String what) {
    List<String> keys = new ArrayList<>(TEXTS);
    keys.add(COLUMNS);
    keys.addAll(LISTS);
    return ProblemException.of(new FileProblem.BadProfile(file, what, keys));
  }

  private static Map<String, String> columns(JsonNode node) {
    Map<String, String> columns = new TreeMap<>();
    node.properties().forEach(entry -> columns.put(entry.getKey(), entry.getValue().asString()));
    return columns;
  }

  private static List<String> list(JsonNode node) {
    return node.valueStream().map(JsonNode::asString).toList();
  }

  /** A profile as it is read again. */
  public static String write(MappingProfile profile) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", profile.name());
    tree.put("kind", profile.kind());
    tree.put(COLUMNS, new TreeMap<>(profile.columns()));
    Map.of(
            "set", profile.set(),
            "where", profile.where(),
            "measure", profile.measure(),
            "impute", profile.impute())
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(entry -> !entry.getValue().isEmpty())
        .forEach(entry -> tree.put(entry.getKey(), entry.getValue()));
    putText(tree, "decimal", profile.decimal());
    putText(tree, "days", profile.days());
    return JSON.writeValueAsString(tree) + "\n";
  }

  private static void putText(Map<String, Object> tree, String key, String text) {
    if (!text.isEmpty()) {
      tree.put(key, text);
    }
  }
}
