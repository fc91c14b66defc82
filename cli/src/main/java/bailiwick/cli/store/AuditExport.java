package bailiwick.cli.store;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.server.audit.AuditFile;
import bailiwick.store.Store;
import bailiwick.store.audit.AuditQuery;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the audit log to a file. */
@Command(
    name = "export",
    description = "Write the audit log to a file, oldest entry first, as CSV or as JSON lines.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"%nExample:", "  bailiwick audit export --to jsonl --out audit.jsonl"})
final class AuditExport implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--to",
      paramLabel = "FORM",
      description = "csv, or jsonl for a JSON document a line (default: ${DEFAULT-VALUE}).")
  private AuditFile form = AuditFile.CSV;

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
      entries = form.write(store.audit(), AuditQuery.ALL, out);
    }
    Files.move(
        unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    spec.commandLine().getOut().printf(Locale.ROOT, "Wrote %,d entries to %s.%n", entries, file);
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }
}
