package bailiwick.cli.crm;

import bailiwick.cli.terminal.ExitCode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Pushes as people are told them. */
final class PushTold {

  private final PrintWriter out;

  PushTold(PrintWriter out) {
    this.out = out;
  }

  /** Whether something of a push did not go through. */
  static int exitCode(JsonNode push) {
    boolean all = push.path("conflicts").asLong() + push.path("refused").asLong() == 0;
    return all ? ExitCode.DONE : ExitCode.PROBLEMS;
  }

  /**
   * What would be written.
   *
   * @param withRows row by row, as far as the server tells them
   */
  void dryRun(JsonNode dry, boolean withRows) {
    out.printf(
        "On %s: %s of %s accounts differ in the CRM.%n",
        dry.path("on").asString(), dry.path("changes").asLong(), dry.path("compared").asLong());
    note(dry, "left", "rows of a push that was cut short are looked up first.");
    note(dry, "vacant", "accounts keep their owner: vacant here.");
    if (dry.path("unknown").asLong() > 0) {
      List<String> people = new ArrayList<>();
      dry.path("unknownPeople").forEach(person -> people.add(person.asString()));
      out.printf(
          "%s accounts keep their owner: the CRM does not know %s.%n",
          dry.path("unknown").asLong(), String.join(", ", people));
    }
    if (withRows) {
      dry.path("rows").forEach(row -> out.printf("  %s%n", change(row)));
      long more = dry.path("changes").asLong() - dry.path("rows").size();
      if (more > 0) {
        out.printf("  … and %s more.%n", more);
      }
    }
    out.flush();
  }

  private void note(JsonNode dry, String field, String words) {
    if (dry.path(field).asLong() > 0) {
      out.printf("%s %s%n", dry.path(field).asLong(), words);
    }
  }

  /** Conflicts and refusals, row by row. */
  void leftOver(JsonNode push) {
    rows(push, "conflicts", "conflictRows", "changed there since the last pull, left alone:");
    rows(push, "refused", "refusedRows", "refused by the CRM:");
    out.flush();
  }

  private void rows(JsonNode push, String count, String rows, String words) {
    long all = push.path(count).asLong();
    if (all == 0) {
      return;
    }
    out.printf("%s %s%n", all, words);
    push.path(rows).forEach(row -> out.printf("  %s%n", pushed(row)));
    if (all > push.path(rows).size()) {
      out.printf("  … and %s more.%n", all - push.path(rows).size());
    }
  }

  private static String pushed(JsonNode row) {
    List<String> now = new ArrayList<>();
    for (String field : List.of("ownerNow", "territoryNow", "message")) {
      String text = row.path(field).asString("");
      if (!text.isEmpty()) {
        now.add(text);
      }
    }
    return change(row.path("planned"))
        + (now.isEmpty() ? "" : "; there now: " + String.join(", ", now));
  }

  private static String change(JsonNode row) {
    List<String> parts = new ArrayList<>();
    if (row.path("owner").isString()) {
      parts.add(
          "owner %s -> %s"
              .formatted(row.path("ownerBefore").asString("nobody"), row.path("owner").asString()));
    }
    if (row.path("territory").isString()) {
      parts.add(
          "territory %s -> %s"
              .formatted(
                  row.path("territoryBefore").asString("none"), row.path("territory").asString()));
    }
    return "%s %s: %s"
        .formatted(
            row.path("externalId").asString(),
            row.path("name").asString(),
            String.join(", ", parts));
  }
}
