package bailiwick.cli.intake;

import bailiwick.cli.client.Answers;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ReportView;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What reading a file found, here or on a server.
 *
 * @param document the report as JSON; the keys are the same from both
 * @param problems those kept
 * @param clean whether no row was rejected
 */
record ImportOutcome(JsonNode document, List<? extends Problem> problems, boolean clean) {

  /** What was found here. */
  static ImportOutcome of(ImportReport report) {
    return new ImportOutcome(Json.tree(ReportView.of(report)), report.problems(), report.clean());
  }

  /** What a server found. */
  static ImportOutcome ofServer(JsonNode report) {
    boolean clean = report.path("complete").asBoolean() && report.path("rejected").asLong() == 0;
    return new ImportOutcome(report, Answers.listed(report.path("problems")), clean);
  }

  /** What a job of a server found, and what it says beside; the document has that as notes. */
  static ImportOutcome ofJob(JsonNode job) {
    ImportOutcome found = ofServer(job.path("report"));
    if (!job.path("state").asString("").equals("SUCCEEDED")) {
      return found; // the problems of one that failed are those of its report
    }
    ObjectNode document = ((ObjectNode) found.document).deepCopy();
    document.set("notes", job.path("problems"));
    List<Problem> problems = new ArrayList<>(found.problems);
    problems.addAll(Answers.listed(job.path("problems")));
    return new ImportOutcome(document, problems, found.clean);
  }

  /**
   * Never returns: a job that ended before there was a report has its problems to tell.
   *
   * @throws ProblemException with them
   */
  static ImportOutcome ofFailedJob(JsonNode job) {
    throw new ProblemException(Answers.ofJob(job));
  }

  /** Prints the report for people or machines and returns the exit code it deserves. */
  int tell(boolean json, PrintWriter out, PrintWriter err) {
    if (json) {
      Json.print(out, document);
    } else {
      new ProblemPrinter(err).print(problems);
      tellCounts(out);
    }
    return clean ? ExitCode.DONE : ExitCode.PROBLEMS;
  }

  private void tellCounts(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s: %,d rows, %,d accepted (%,d of them repaired), %,d rejected%s%n",
        document.path("file").asString(),
        count("rows"),
        count("accepted"),
        count("repaired"),
        count("rejected"),
        count("filtered") == 0
            ? ""
            : String.format(Locale.ROOT, "; %,d left out by --where", count("filtered")));
    String sheet = document.path("sheet").asString("");
    sheet = sheet.isEmpty() ? document.path("preview").path("sheet").asString("") : sheet;
    if (!sheet.isEmpty()) {
      out.printf("sheet: %s%n", sheet);
    }
    String profile = document.path("profile").asString("");
    if (!profile.isEmpty()) {
      out.printf("profile: %s%n", profile);
    }
    String placed =
        document.path("placed").properties().stream()
            .filter(entry -> entry.getValue().asLong() > 0)
            .map(entry ->
                String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue().asLong()))
            .collect(Collectors.joining(", "));
    if (!placed.isEmpty()) {
      out.printf("placed: %s%n", placed);
    }
    String columns =
        document
            .path("mapping")
            .valueStream()
            .map(ImportOutcome::words)
            .collect(Collectors.joining(", "));
    if (!columns.isEmpty()) {
      out.printf("columns: %s%n", columns);
    }
    for (Map.Entry<String, JsonNode> each : document.path("problemCounts").properties()) {
      out.printf(Locale.ROOT, "  %s × %,d%n", each.getKey(), each.getValue().asLong());
    }
    new ChangesTold(document).print(out);
    if (document.has("loaded")) {
      out.println(document.path("loaded").asBoolean() ? "Loaded." : "Nothing was loaded.");
    }
    out.flush();
  }

  private long count(String field) {
    return document.path(field).asLong(0);
  }

  private static String words(JsonNode use) {
    String column = use.path("column").asString("");
    String from = column.isEmpty() ? "\"" + use.path("constant").asString("") + "\"" : column;
    String habit = use.path("habit").asString("");
    String told =
        habit.isEmpty() ? "" : " (" + habit + ", " + use.path("habitBasis").asString("") + ")";
    return use.path("field").asString("") + " ← " + from + told;
  }
}
