package bailiwick.cli.intake;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Tells people what a file changes on a server: counts, fields, and some of the rows. */
final class ChangesTold {

  private final JsonNode report;

  ChangesTold(JsonNode report) {
    this.report = report;
  }

  void print(PrintWriter out) {
    if (report.path("changes").isObject()) {
      printChanges(report.path("changes"), out);
    }
    if (report.path("replaces").isObject()) {
      printReplaced(report.path("replaces"), out);
    }
  }

  private static void printChanges(JsonNode changes, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "changes: %,d new, %,d changed, %,d unchanged, %,d not in the file any more%n",
        changes.path("inserted").asLong(),
        changes.path("changed").asLong(),
        changes.path("unchanged").asLong(),
        changes.path("disappeared").asLong());
    for (JsonNode field : changes.path("fields")) {
      out.printf(
          Locale.ROOT, "  %s × %,d%n", field.path("field").asString(), field.path("rows").asLong());
    }
    for (JsonNode row : changes.path("sample")) {
      out.printf("  %s%n", line(row));
    }
  }

  /** {@code ~ A-000123 Lakeview Clinic: phone `` → `+1 312 555 0142`}. */
  private static String line(JsonNode row) {
    String who = row.path("externalId").asString() + " " + row.path("name").asString();
    return switch (row.path("kind").asString()) {
      case "NEW" -> "+ " + who;
      case "MISSING" -> "- " + who + lastSeen(row.path("lastSeen").asString(""));
      default -> "~ " + who + ": " + values(row);
    };
  }

  private static String lastSeen(String instant) {
    return instant.length() < 10 ? "" : " (last seen " + instant.substring(0, 10) + ")";
  }

  private static String values(JsonNode row) {
    return row.path("values")
        .valueStream()
        .map(value ->
            "%s `%s` → `%s`"
                .formatted(
                    value.path("field").asString(),
                    value.path("before").asString(),
                    value.path("after").asString()))
        .collect(Collectors.joining(", "));
  }

  private static void printReplaced(JsonNode before, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "replaces: %,d rows of %s, loaded %s by %s%n",
        before.path("rows").asLong(),
        before.path("file").asString(),
        before.path("loadedAt").asString().substring(0, 10),
        before.path("loadedBy").asString());
  }
}
