package bailiwick.cli.intake;

import bailiwick.atlas.Atlas;
import bailiwick.cli.terminal.InputFile;
import bailiwick.core.account.Account;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.mapping.OwnField;
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
    each(file, atlas, country, List.of(), accounts::add);
    return accounts;
  }

  /**
   * The same one by one; a problem is thrown after the last.
   *
   * @param own fields of the company's own whose columns are looked for
   * @return what was found in the file
   */
  public static ImportReport each(
      Path file, Atlas atlas, String country, List<OwnField> own, Consumer<Account> take) {
    InputFile.requireReadable(file);
    ImportReport report =
        AccountImport.with(atlas, ImportSettings.DEFAULT.withCountry(country))
            .withOwn(own)
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
    return report;
  }
}
