package bailiwick.cli.client;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads problems out of a server's answers. */
public final class Answers {

  private Answers() {}

  /** The problems of a failed request: those listed in it, or the one that it is. */
  static List<Problem> problems(JsonNode document) {
    List<Problem> listed = listed(document.path("problems"));
    if (!listed.isEmpty() || !document.has("code")) {
      return listed;
    }
    return List.of(problem(document, document.path("detail").asString("")));
  }

  /** The problems of a report or a job. */
  public static List<Problem> listed(JsonNode items) {
    List<Problem> problems = new ArrayList<>();
    items.forEach(item -> problems.add(problem(item, item.path("message").asString(""))));
    return problems;
  }

  /** The problems of a job that failed; its message stands for them when it names none. */
  public static List<Problem> ofJob(JsonNode job) {
    List<Problem> problems = listed(job.path("problems"));
    return problems.isEmpty()
        ? List.of(
            new ClientProblem.JobEnded(
                job.path("state").asString("FAILED"), job.path("message").asString("")))
        : problems;
  }

  private static Problem problem(JsonNode item, String message) {
    return new ClientProblem.Told(
        item.path("code").asString(""),
        severity(item.path("severity").asString("error")),
        message,
        place(item),
        text(item, "hint"));
  }

  private static Severity severity(String word) {
    return Severity.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Place place(JsonNode item) {
    String file = text(item, "file");
    String pointer = text(item, "pointer");
    if (item.path("row").isNumber()) {
      String column = Objects.requireNonNullElse(text(item, "column"), "");
      String named = Objects.requireNonNullElse(file, "the file");
      String sheet = text(item, "sheet");
      long row = item.path("row").asLong();
      return sheet == null
          ? new Place.InTable(named, row, column)
          : new Place.InSheet(
              named, sheet, Objects.requireNonNullElse(text(item, "cell"), ""), row, column);
    }
    if (file != null) {
      return new Place.InFile(file);
    }
    return pointer == null ? Place.WHOLE : new Place.InRequest(pointer);
  }

  private static @Nullable String text(JsonNode item, String field) {
    JsonNode node = item.path(field);
    return node.isString() ? node.asString() : null;
  }
}
