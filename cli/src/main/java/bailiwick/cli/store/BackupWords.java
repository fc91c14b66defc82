package bailiwick.cli.store;

import bailiwick.cli.terminal.Json;
import bailiwick.store.backup.BackupReport;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells what a backup holds. */
final class BackupWords {

  private BackupWords() {}

  static void tell(String done, BackupReport report, boolean json, PrintWriter out) {
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("file", report.file().toString());
      fields.put("madeAt", report.madeAt().toString());
      fields.put("schema", report.schema());
      fields.put("tables", report.tables());
      fields.put("rows", report.rows());
      Json.print(out, fields);
      return;
    }
    out.printf(
        Locale.ROOT,
        "%s %,d rows of %s tables (%s, made %s).%n",
        done,
        report.rows(),
        report.tables(),
        report.file(),
        report.madeAt());
    out.flush();
  }
}
