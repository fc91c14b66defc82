package bailiwick.server.audit;

import bailiwick.intake.export.CsvTable;
import bailiwick.store.audit.AuditEntry;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.audit.AuditQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes entries of the audit log as files, the oldest first, without holding them in memory. */
public enum AuditFile {
  /** A table. */
  CSV {
    @Override
    public long write(AuditLog log, AuditQuery wanted, Writer out) throws IOException {
      try (CsvTable table = CsvTable.open(out, HEADER)) {
        return log.forEach(wanted, entry -> row(table, entry));
      }
    }
  },
  /** A JSON document a line. */
  JSONL {
    @Override
    public long write(AuditLog log, AuditQuery wanted, Writer out) throws IOException {
      try (out) {
        return log.forEach(wanted, entry -> line(out, entry));
      }
    }
  };

  private static final List<String> HEADER =
      List.of("sequence", "at", "who", "action", "subject", "detail", "hash");

  /**
   * Writes the entries that are wanted and closes the writer.
   *
   * @return how many there were
   */
  public abstract long write(AuditLog log, AuditQuery wanted, Writer out) throws IOException;

  private static void row(CsvTable table, AuditEntry entry) {
    try {
      table.row(
          String.valueOf(entry.sequence()),
          entry.at().toString(),
          entry.who(),
          entry.action(),
          entry.subject(),
          entry.detail(),
          entry.hash());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void line(Writer out, AuditEntry entry) {
    JsonMapper json = JsonMapper.shared();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("sequence", entry.sequence());
    fields.put("at", entry.at().toString());
    fields.put("who", entry.who());
    fields.put("action", entry.action());
    fields.put("subject", entry.subject());
    fields.put("detail", json.readTree(entry.detail()));
    fields.put("hash", entry.hash());
    try {
      out.write(json.writeValueAsString(fields));
      out.write('\n');
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
