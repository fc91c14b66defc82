package bailiwick.cli.intake;

import bailiwick.atlas.Atlas;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.OutputFile;
import bailiwick.core.account.Account;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.account.ImportedAccount;
import bailiwick.intake.export.AccountExport;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.table.TableSource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads accounts: cleans and places them, and says what was wrong, by row and column. */
@Command(
    name = "accounts",
    description = {
      "Read accounts: clean them, place them on the map, report by row and column.",
      "With a rejected row nothing is kept, unless --good-rows-only says so."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  bailiwick import accounts crm.csv --check --json",
      "  bailiwick import accounts crm.csv --map potential=Spend --set country=US --out a.csv",
      "  bailiwick import accounts beds.csv --where STATUS=OPEN --map workload=BEDS \\",
      "      --impute \"workload=median-by TYPE\" --out accounts.csv"
    })
final class ImportAccounts implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "CSV, plain or gzipped.")
  private Path file;

  @Mixin private ImportTarget target;
  @Mixin private TableFlags flags;
  @Mixin private DataFolder data;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    InputFile.requireReadable(file);
    var accounts = AccountImport.with(Atlas.open(data.atlas()), flags.settings());
    Path out = target.out();
    ImportReport report = out == null ? read(accounts, account -> {}) : write(accounts, out);
    return ImportOutcome.tell(
        report, json.isWanted(), spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  private ImportReport read(AccountImport accounts, Consumer<Account> consumer) {
    Consumer<ImportedAccount> each = imported -> consumer.accept(imported.account());
    return accounts.read(TableSource.of(file), flags.mapping(), each);
  }

  private ImportReport write(AccountImport accounts, Path out) throws IOException {
    var found = new AtomicReference<ImportReport>();
    OutputFile.writeIf(
        out,
        writer -> {
          ImportReport report = copy(accounts, writer);
          found.set(report);
          return report.clean() || (report.complete() && target.keepsGoodRows());
        });
    return found.get();
  }

  private ImportReport copy(AccountImport accounts, BufferedWriter writer) throws IOException {
    try (AccountExport export = AccountExport.open(writer)) {
      return read(
          accounts,
          account -> {
            try {
              export.add(account);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
