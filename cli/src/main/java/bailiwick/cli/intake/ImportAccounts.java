package bailiwick.cli.intake;

import bailiwick.atlas.Atlas;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.export.AccountExport;
import bailiwick.intake.export.OutputFile;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.table.TableSource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads accounts: cleans and places them, and says what was wrong, by row and column. */
@Command(
    name = "accounts",
    description = {
      "Customers and prospects: cleaned, placed on the map, reported by row and column.",
      "With a rejected row nothing is kept, unless --good-rows-only says so."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  bailiwick import accounts crm.csv --check --json",
      "  bailiwick import accounts crm.csv --map potential=Spend --set country=US --out a.csv",
      "  bailiwick import accounts beds.csv --where STATUS=OPEN --map workload=BEDS \\",
      "      --impute \"workload=median-by TYPE\" --out accounts.csv",
      "  bailiwick import accounts crm.csv --dry-run --changes changes.csv --server URL",
      "  bailiwick import accounts accounts.csv --server http://127.0.0.1:8080"
    })
final class ImportAccounts implements Callable<Integer> {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the accepted rows, cleaned and placed, to a CSV file.")
  private @Nullable Path out;

  @Mixin private FileImport file;

  @Override
  public Integer call() throws IOException {
    return file.run(
        "accounts",
        out,
        "Say --check, --out FILE or --server ADDRESS.",
        (settings, source, mapping) -> {
          var accounts = AccountImport.with(Atlas.open(file.atlas()), settings);
          Path target = out;
          return target == null
              ? accounts.read(source, mapping, account -> {})
              : write(target, writer -> copy(accounts, source, mapping, writer));
        });
  }

  /** Copies accepted rows to a file. */
  @FunctionalInterface
  private interface Copy {
    ImportReport to(BufferedWriter writer) throws IOException;
  }

  private ImportReport write(Path target, Copy copy) throws IOException {
    var found = new AtomicReference<ImportReport>();
    OutputFile.writeIf(
        target,
        writer -> {
          ImportReport report = copy.to(writer);
          found.set(report);
          return file.keeps(report);
        });
    return found.get();
  }

  private static ImportReport copy(
      AccountImport accounts, TableSource source, MappingRequest mapping, BufferedWriter writer)
      throws IOException {
    List<String> measures = mapping.measures().keySet().stream().sorted().toList();
    var export = new AtomicReference<AccountExport>();
    ImportReport report =
        accounts.read(
            source,
            mapping,
            imported -> {
              try {
                AccountExport open = export.get();
                if (open == null) { // only the rows tell which own fields the file has
                  open = AccountExport.open(writer, imported.ownFields(), measures);
                  export.set(open);
                }
                open.add(imported.account(), imported.measures());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    AccountExport open = export.get();
    if (open == null) {
      open = AccountExport.open(writer, List.of(), measures);
    }
    open.close();
    return report;
  }
}
