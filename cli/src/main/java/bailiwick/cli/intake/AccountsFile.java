package bailiwick.cli.intake;

import bailiwick.atlas.Atlas;
import bailiwick.cli.terminal.InputFile;
import bailiwick.core.account.Account;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.TableSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Accounts of a file, for commands that work on all of them at once. */
public final class AccountsFile {

  private AccountsFile() {}

  /**
   * Reads every account of a file, as {@code import accounts --out} writes it or as any table whose
   * columns can be guessed.
   *
   * @param country ISO code that addresses without a country belong to
   * @throws ProblemException with what was wrong when a row was rejected or the file broke off
   */
  public static List<Account> read(Path file, Atlas atlas, String country) {
    List<Account> accounts = new ArrayList<>();
    each(file, atlas, country, accounts::add);
    return accounts;
  }

  /** The same one by one; a problem is thrown after the last. */
  public static void each(Path file, Atlas atlas, String country, Consumer<Account> take) {
    InputFile.requireReadable(file);
    ImportReport report =
        AccountImport.with(atlas, ImportSettings.DEFAULT.withCountry(country))
            .read(
                TableSource.of(file),
                MappingRequest.GUESSED,
                imported -> take.accept(imported.account()));
    if (!report.clean()) {
      List<? extends Problem> errors =
          report.problems().stream()
              .filter(problem -> problem.severity() == Severity.ERROR)
              .toList();
      throw new ProblemException(errors.isEmpty() ? report.problems() : errors);
    }
  }
}
