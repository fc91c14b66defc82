package bailiwick.cli.terminal;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints results for machines: one JSON document on standard output and nothing else. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  /** Prints a value made of maps, lists, records, texts and numbers. */
  public static void print(PrintWriter to, Object value) {
    to.println(write(value));
    to.flush();
  }

  /** The same as a text. */
  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** The same as a tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** Problems in the shape that the server's answers give them, too. */
  public static List<Map<String, Object>> problems(List<? extends Problem> problems) {
    return problems.stream().map(Json::problem).toList();
  }

  private static Map<String, Object> problem(Problem problem) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", problem.code());
    fields.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    fields.put("message", problem.message());
    fields.putAll(place(problem.place()));
    String hint = problem.hint();
    if (hint != null) {
      fields.put("hint", hint);
    }
    return fields;
  }

  private static Map<String, Object> place(Place place) {
    return switch (place) {
      case Place.Whole() -> Map.of();
      case Place.InFile(var file) -> Map.of("file", file);
      case Place.InTable(var file, var row, var column) ->
          ordered("file", file, "row", row, "column", column);
      case Place.InSheet(var file, var sheet, var cell, var row, var column) ->
          ordered("file", file, "sheet", sheet, "cell", cell, "row", row, "column", column);
      case Place.InText(var file, var line, var column, var length) ->
          ordered("file", file, "line", line, "column", column, "length", length);
      case Place.InRequest(var pointer) -> Map.of("pointer", pointer);
      case Place.OfThing(var kind, var id) -> ordered("kind", kind, "id", id);
    };
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }
}
