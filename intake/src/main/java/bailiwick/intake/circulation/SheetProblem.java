package bailiwick.intake.circulation;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is wrong with a workbook that came back. Values only. */
public sealed interface SheetProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** The file is no workbook that went out from here, or its hidden sheet is gone. */
  record NotSent(String file) implements SheetProblem {
    @Override
    public String code() {
      return "SHEET_NOT_SENT";
    }

    @Override
    public String message() {
      return "The file `%s` is no workbook of a scenario, or its hidden sheet is gone."
          .formatted(file);
    }

    @Override
    public String hint() {
      return "Edit the workbook as it was saved from the scenario's menu, and keep it as XLSX.";
    }
  }

  /**
   * The company has more accounts than a workbook takes.
   *
   * @param accounts how many it has
   * @param most how many a workbook takes
   */
  record TooManyAccounts(long accounts, int most) implements SheetProblem {
    @Override
    public String code() {
      return "SHEET_TOO_MANY_ACCOUNTS";
    }

    @Override
    public String message() {
      return String.format(
          Locale.ROOT, "A workbook takes %,d accounts, and there are %,d.", most, accounts);
    }

    @Override
    public String hint() {
      return "Export the scenario's accounts as CSV, or move areas on the map.";
    }
  }

  /**
   * The file has more rows than a workbook that goes out.
   *
   * @param most how many that has
   */
  record TooManyRows(String file, int most) implements SheetProblem {
    @Override
    public String code() {
      return "SHEET_TOO_MANY_ROWS";
    }

    @Override
    public String message() {
      return String.format(
          Locale.ROOT, "The file `%s` has more than the %,d rows of a workbook.", file, most);
    }

    @Override
    public String hint() {
      return "Delete the rows that were added below the accounts.";
    }
  }

  /** The workbook is of another scenario. */
  record OtherScenario(String file, String id) implements SheetProblem {
    @Override
    public String code() {
      return "SHEET_OTHER_SCENARIO";
    }

    @Override
    public String message() {
      return "The file `%s` is of another scenario (%s).".formatted(file, id);
    }

    @Override
    public String hint() {
      return "Open that scenario and bring the file there.";
    }
  }

  /** The scenario has changed since the workbook went out. */
  record OlderVersion(long sent, long now) implements SheetProblem {
    @Override
    public String code() {
      return "SHEET_OLDER_VERSION";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The file is of version %s of the scenario, which is at %s by now."
          .formatted(sent, now);
    }

    @Override
    public String hint() {
      return "Accounts that moved meanwhile are left where they are and named.";
    }
  }

  /** An account that must stay was given another territory. */
  record Locked(String account, String name, int row, String wanted) implements SheetProblem {
    @Override
    public String code() {
      return "SHEET_LOCKED_ACCOUNT";
    }

    @Override
    public String message() {
      return "The account `%s` (%s) in row %s is locked and does not move to `%s`."
          .formatted(account, name, row, wanted);
    }
  }

  /** What stands for a territory names none, or several. */
  record UnknownTerritory(String account, int row, String text, @Nullable String nearest)
      implements SheetProblem {
    @Override
    public String code() {
      return "SHEET_UNKNOWN_TERRITORY";
    }

    @Override
    public String message() {
      return "The text `%s` for account `%s` in row %s names no territory and nobody who works one."
          .formatted(text, account, row);
    }

    @Override
    public @Nullable String hint() {
      return nearest == null ? null : "Did you mean `%s`?".formatted(nearest);
    }
  }

  /** A person works several territories. */
  record SeveralTerritories(String account, int row, String text) implements SheetProblem {
    @Override
    public String code() {
      return "SHEET_SEVERAL_TERRITORIES";
    }

    @Override
    public String message() {
      return "The text `%s` for account `%s` in row %s may mean several territories."
          .formatted(text, account, row);
    }

    @Override
    public String hint() {
      return "Write the territory's code.";
    }
  }

  /** A row that was sent did not come back. */
  record DeletedRow(String account, String name) implements SheetProblem {
    @Override
    public String code() {
      return "SHEET_DELETED_ROW";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The row of account `%s` (%s) is gone; the account stays where it is."
          .formatted(account, name);
    }
  }

  /** A row came that was not sent. */
  record AddedRow(String account, int row) implements SheetProblem {
    @Override
    public String code() {
      return "SHEET_ADDED_ROW";
    }

    @Override
    public String message() {
      return "Row %s (`%s`) was not in the workbook that went out.".formatted(row, account);
    }

    @Override
    public String hint() {
      return "New accounts come in by an import of accounts.";
    }
  }

  /** A row stands twice. */
  record DuplicatedRow(String account, int row, int first) implements SheetProblem {
    @Override
    public String code() {
      return "SHEET_DUPLICATED_ROW";
    }

    @Override
    public String message() {
      return "The account `%s` in row %s stands in row %s already.".formatted(account, row, first);
    }
  }

  /** A cell that nobody may change was changed. */
  record ChangedCell(String account, int row, String column, String text) implements SheetProblem {
    @Override
    public String code() {
      return "SHEET_CHANGED_CELL";
    }

    @Override
    public String message() {
      return "The cell `%s` of account `%s` in row %s was changed to `%s`; only the new territory can be."
          .formatted(column, account, row, text);
    }
  }

  /** The new territory was emptied: nobody says who is to have the account. */
  record ClearedTerritory(String account, int row, String before) implements SheetProblem {
    @Override
    public String code() {
      return "SHEET_CLEARED_TERRITORY";
    }

    @Override
    public String message() {
      return "The new territory of account `%s` in row %s was emptied; it stays in `%s`."
          .formatted(account, row, before);
    }

    @Override
    public String hint() {
      return "Say who is to have the account: a territory of the list.";
    }
  }

  /** The account moved in the scenario after the workbook went out. */
  record MovedMeanwhile(String account, int row, String now) implements SheetProblem {
    @Override
    public String code() {
      return "SHEET_MOVED_MEANWHILE";
    }

    @Override
    public String message() {
      return "The account `%s` in row %s belongs to `%s` by now; it is left there."
          .formatted(account, row, now);
    }
  }

  @Override
  default Place place() {
    return new Place.Whole();
  }
}
