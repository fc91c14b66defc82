package bailiwick.cli.intake;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.intake.mapping.ColumnUse;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ReportView;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells what reading a file found. */
final class ImportOutcome {

  private ImportOutcome() {}

  /** Prints the report for people or machines and returns the exit code it deserves. */
  static int tell(ImportReport report, boolean json, PrintWriter out, PrintWriter err) {
    if (json) {
      Json.print(out, ReportView.of(report));
    } else {
      tellPeople(report, out, err);
    }
    return report.clean() ? ExitCode.DONE : ExitCode.PROBLEMS;
  }

  private static void tellPeople(ImportReport report, PrintWriter out, PrintWriter err) {
    new ProblemPrinter(err).print(report.problems());
    var counts = report.counts();
    out.printf(
        Locale.ROOT,
        "%s: %,d rows, %,d accepted (%,d of them repaired), %,d rejected%s%n",
        report.file(),
        counts.rows(),
        counts.accepted(),
        counts.repaired(),
        counts.rejected(),
        counts.filtered() == 0
            ? ""
            : String.format(Locale.ROOT, "; %,d left out by --where", counts.filtered()));
    String placed =
        report.placed().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry ->
                String.format(
                    Locale.ROOT,
                    "%s %,d",
                    entry.getKey().name().toLowerCase(Locale.ROOT),
                    entry.getValue()))
            .collect(Collectors.joining(", "));
    if (!placed.isEmpty()) {
      out.printf("placed: %s%n", placed);
    }
    String columns =
        report.mapping().stream().map(ImportOutcome::words).collect(Collectors.joining(", "));
    if (!columns.isEmpty()) {
      out.printf("columns: %s%n", columns);
    }
    report.problemCounts().forEach((code, many) -> out.printf("  %s × %s%n", code, many));
    out.flush();
  }

  private static String words(ColumnUse use) {
    String from = use.column().isEmpty() ? "\"" + use.constant() + "\"" : use.column();
    return use.field() + " ← " + from;
  }
}
