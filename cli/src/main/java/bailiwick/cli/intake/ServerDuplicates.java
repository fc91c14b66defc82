package bailiwick.cli.intake;

import bailiwick.cli.client.Answers;
import bailiwick.cli.client.JobFollower;
import bailiwick.cli.client.ServerClient;
import bailiwick.cli.terminal.Progress;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.export.CsvTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The pairs that a server keeps: looked for anew, and those that nobody has decided about. */
final class ServerDuplicates {

  private static final int MOST_PRINTED = 50;
  private static final int PAGE = 500;

  private final String message;
  private final List<JsonNode> pairs;

  private ServerDuplicates(String message, List<JsonNode> pairs) {
    this.message = message;
    this.pairs = pairs;
  }

  /**
   * Has the server look through its accounts.
   *
   * @param leastScore pairs below it are left out
   * @throws ProblemException when the search failed
   */
  static ServerDuplicates search(ServerClient server, Progress progress, double leastScore)
      throws IOException {
    JsonNode job =
        new JobFollower(server, progress).await(server.post("duplicates/search", Map.of()));
    if (!job.path("state").asString("").equals("SUCCEEDED")) {
      throw new ProblemException(Answers.ofJob(job));
    }
    return new ServerDuplicates(job.path("message").asString(), open(server, leastScore));
  }

  private static List<JsonNode> open(ServerClient server, double leastScore) throws IOException {
    List<JsonNode> pairs = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = server.get("duplicates?limit=" + PAGE + cursor);
      page.path("items")
          .valueStream()
          .filter(pair -> pair.path("score").asDouble() >= leastScore)
          .forEach(pairs::add);
      String next = page.path("nextCursor").asString("");
      cursor = next.isEmpty() ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    return pairs;
  }

  List<JsonNode> pairs() {
    return pairs;
  }

  /** The pairs as a table. */
  void write(Writer to) throws IOException {
    CsvTable table =
        CsvTable.open(
            to, List.of("score", "pair", "id", "name", "other_id", "other_name", "evidence"));
    for (JsonNode pair : pairs) {
      table.row(
          score(pair),
          pair.path("id").asString(),
          pair.at("/first/externalId").asString(),
          pair.at("/first/name").asString(),
          pair.at("/second/externalId").asString(),
          pair.at("/second/name").asString(),
          evidence(pair));
    }
  }

  void print(PrintWriter to) {
    to.println(message);
    pairs.stream()
        .limit(MOST_PRINTED)
        .forEach(pair ->
            to.printf(
                "%s  %s %s  |  %s %s%n       %s%n",
                score(pair),
                pair.at("/first/externalId").asString(),
                pair.at("/first/name").asString(),
                pair.at("/second/externalId").asString(),
                pair.at("/second/name").asString(),
                evidence(pair)));
    if (pairs.size() > MOST_PRINTED) {
      to.printf(
          Locale.ROOT,
          "… and %,d more; --out and --json tell them all.%n",
          pairs.size() - MOST_PRINTED);
    }
  }

  private static String score(JsonNode pair) {
    return String.format(
        Locale.ROOT, "%.3f", Math.floor(pair.path("score").asDouble() * 1_000) / 1_000);
  }

  private static String evidence(JsonNode pair) {
    return pair.path("evidence")
        .valueStream()
        .map(each -> each.path("text").asString())
        .collect(Collectors.joining("; "));
  }
}
