package bailiwick.cli.store;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.intake.export.CsvTable;
import bailiwick.store.Store;
import bailiwick.store.audit.AuditEntry;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Writes the audit log to a file. */
@Command(
    name = "export",
    description = "Write the audit log to a file, oldest entry first, as CSV or as JSON lines.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"%nExample:", "  bailiwick audit export --to jsonl --out audit.jsonl"})
final class AuditExport implements Callable<Integer> {

  private static final List<String> HEADER =
      List.of("sequence", "at", "who", "action", "subject", "detail", "hash");

  /** The forms it is written in. */
  private enum Form {
    CSV,
    JSONL
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--to",
      paramLabel = "FORM",
      description = "csv, or jsonl for a JSON document a line (default: ${DEFAULT-VALUE}).")
  private Form form = Form.CSV;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file to write; replaced when complete.")
  private Path file;

  @Mixin private StoreOption where;

  @Override
  public Integer call() throws IOException {
    long entries;
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try (Store store = where.open();
        BufferedWriter out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
      entries = form == Form.CSV ? asCsv(store, out) : asJson(store, out);
    }
    Files.move(
        unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    spec.commandLine().getOut().printf(Locale.ROOT, "Wrote %,d entries to %s.%n", entries, file);
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }

  private static long asCsv(Store store, BufferedWriter out) throws IOException {
    try (CsvTable table = CsvTable.open(out, HEADER)) {
      return store
          .audit()
          .forEach(entry -> {
            try {
              table.row(
                  String.valueOf(entry.sequence()),
                  entry.at().toString(),
                  entry.who(),
                  entry.action(),
                  entry.subject(),
                  entry.detail(),
                  entry.hash());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static long asJson(Store store, BufferedWriter out) {
    JsonMapper json = JsonMapper.shared();
    return store
        .audit()
        .forEach(entry -> {
          try {
            out.write(json.writeValueAsString(document(json, entry)));
            out.write('\n');
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Map<String, Object> document(JsonMapper json, AuditEntry entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("sequence", entry.sequence());
    fields.put("at", entry.at().toString());
    fields.put("who", entry.who());
    fields.put("action", entry.action());
    fields.put("subject", entry.subject());
    fields.put("detail", json.readTree(entry.detail()));
    fields.put("hash", entry.hash());
    return fields;
  }
}
