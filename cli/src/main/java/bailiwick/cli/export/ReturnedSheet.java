package bailiwick.cli.export;

import bailiwick.cli.client.Answers;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a server says of a workbook that came back. Immutable. */
final class ReturnedSheet {

  private static final int MOST_PRINTED = 20;

  private final JsonNode document;
  private final List<Problem> problems;

  /** Reads the server's answer. */
  ReturnedSheet(JsonNode document) {
    this.document = document;
    this.problems = Answers.listed(document.path("problems"));
  }

  /** The answer as it came. */
  JsonNode document() {
    return document;
  }

  /** What is left undone or worth knowing. */
  List<Problem> problems() {
    return problems;
  }

  /** Whether the workbook asks for something that is not done. */
  boolean leavesSomethingUndone() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  /**
   * Prints what moves, and what came of it.
   *
   * @param name of the scenario that was asked for; null when only looked at
   */
  void print(PrintWriter to, @Nullable String name) {
    long moved = document.path("moved").asLong();
    to.printf(
        Locale.ROOT,
        "%,d moves, %,d rows that ask for nothing, %,d left undone or worth knowing%n",
        moved,
        document.path("unchanged").asLong(),
        document.path("problemCount").asLong());
    document.path("moves").valueStream().limit(MOST_PRINTED).forEach(move -> print(to, move));
    if (moved > MOST_PRINTED) {
      to.printf(Locale.ROOT, "  … and %,d more%n", moved - MOST_PRINTED);
    }
    to.println(outcome(moved, name));
    to.flush();
  }

  private static void print(PrintWriter to, JsonNode move) {
    to.printf(
        Locale.ROOT,
        "  %s %s: %s → %s, potential %,.0f%n",
        move.path("externalId").asString(),
        move.path("name").asString(),
        move.path("from").asString("nobody"),
        move.path("to").asString(),
        move.path("potential").asDouble());
  }

  private String outcome(long moved, @Nullable String name) {
    if (document.path("scenarioId").isString()) {
      return "The scenario `%s` was made.".formatted(name);
    }
    return moved == 0
        ? "There is nothing to make a scenario of."
        : "Nothing was made; --name makes a scenario of it.";
  }
}
