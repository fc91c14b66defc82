package bailiwick.intake.circulation;

import bailiwick.core.problem.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a scenario as a workbook, row by row in bounded memory. Not thread-safe.
 *
 * <p>The sheet of accounts is protected but for one column, whose cells offer the territories as a
 * drop-down; rows may be sorted and filtered. A sheet that only programs show holds the scenario's
 * identity and version, and for each row a checksum of what must not change. The protection has no
 * password: it prevents slips, the checksums find the rest.
 */
public final class SheetWriter implements Closeable {

  /**
   * The most accounts of a workbook, out and back alike. A sheet holds 1,048,575 rows below its
   * header; ours are fewer, since a file that comes back is read, and told, within one request: so
   * many rows take some seconds and some hundred megabytes.
   */
  public static final int MOST_ROWS = 200_000;

  /** Names of the sheets. */
  static final String ACCOUNTS = "Accounts";

  static final String TERRITORIES = "Territories";
  static final String ORIGIN = "Origin";

  /** What the hidden sheet's first cells say before their values. */
  static final String SCENARIO = "scenario:";

  static final String VERSION = "version:";

  private static final int FLUSH_EVERY = 500;
  private static final double WIDE = 28;
  private static final double NARROW = 14;

  private final Workbook book;
  private final Worksheet accounts;
  private final SentScenario scenario;
  private final int mostRows;
  private final List<String> ids = new ArrayList<>(); // [row] -> account
  private final List<String> checksums = new ArrayList<>(); // [row]
  private final List<String> held = new ArrayList<>(); // [row] -> code of the territory
  private int row;

  private SheetWriter(OutputStream out, SentScenario scenario, int mostRows) throws IOException {
    this.book = new Workbook(out, "Bailiwick", "1.0");
    this.mostRows = mostRows;
    writeTerritories(book.newWorksheet(TERRITORIES), scenario);
    this.scenario = scenario;
    this.accounts = book.newWorksheet(ACCOUNTS);
    begin();
  }

  /**
   * Begins a workbook.
   *
   * @param mostRows how many accounts may follow, 1 to {@link #MOST_ROWS}; the drop-downs reach as
   *     far
   * @throws ProblemException with {@code SHEET_TOO_MANY_ACCOUNTS}, before anything is written
   */
  public static SheetWriter open(OutputStream out, SentScenario scenario, int mostRows)
      throws IOException {
    if (mostRows > MOST_ROWS) {
      throw ProblemException.of(new SheetProblem.TooManyAccounts(mostRows, MOST_ROWS));
    }
    return new SheetWriter(out, scenario, mostRows);
  }

  private static void writeTerritories(Worksheet sheet, SentScenario scenario) throws IOException {
    List<String> header = List.of("code", "name", "person");
    for (int column = 0; column < header.size(); column++) {
      sheet.value(0, column, header.get(column));
    }
    for (int k = 0; k < scenario.territories().size(); k++) {
      SentScenario.Choice choice = scenario.territories().get(k);
      sheet.value(k + 1, 0, choice.code());
      sheet.value(k + 1, 1, choice.name());
      sheet.value(k + 1, 2, choice.person());
    }
    sheet.protect("", SheetProtectionOption.DEFAULT_OPTIONS);
    sheet.finish();
  }

  private void begin() {
    for (int column = 0; column < SentAccount.FIXED.size(); column++) {
      accounts.value(0, column, SentAccount.FIXED.get(column));
      accounts.width(column, column == 2 ? WIDE : NARROW);
    }
    int edited = SentAccount.FIXED.size();
    accounts.value(0, edited, SentAccount.EDITED);
    accounts.width(edited, NARROW);
    accounts.style(0, edited).bold().set();
    accounts.hideColumn(0);
    accounts.freezePane(0, 1);
    accounts.keepInActiveTab();
    accounts
        .range(1, edited, mostRows, edited)
        .validateWithListByFormula(
            "'%s'!$A$2:$A$%s".formatted(TERRITORIES, scenario.territories().size() + 1))
        .allowBlank(true)
        .errorStyle(DataValidationErrorStyle.WARNING)
        .errorTitle("Territory")
        .error(
            "Choose a territory of the list. Names of territories and people are understood, too.")
        .showErrorMessage(true);
    accounts.setAutoFilter(0, 0, mostRows, edited);
    accounts.protect(
        "",
        SheetProtectionOption.SHEET,
        SheetProtectionOption.AUTO_FILTER,
        SheetProtectionOption.SORT,
        SheetProtectionOption.FORMAT_COLUMNS);
  }

  /** Adds a row. */
  public void add(SentAccount account) throws IOException {
    row++;
    if (row > mostRows) {
      throw new IllegalArgumentException("The rows (%s) are more than foreseen.".formatted(row));
    }
    List<String> cells = account.cells();
    for (int column = 0; column < cells.size(); column++) {
      if (column == 6) {
        accounts.value(row, column, account.potential());
      } else if (column == 7) {
        accounts.value(row, column, account.workloadHours());
      } else {
        accounts.inlineString(row, column, cells.get(column));
      }
    }
    int edited = cells.size();
    accounts.inlineString(row, edited, account.territory());
    if (!account.locked()) {
      accounts.style(row, edited).protectionOption(ProtectionOption.LOCKED, false).set();
    }
    ids.add(account.id());
    checksums.add(SentAccount.checksum(cells));
    held.add(account.territory());
    if (row % FLUSH_EVERY == 0) {
      accounts.flush();
    }
  }

  /** Ends the workbook. */
  @Override
  public void close() throws IOException {
    accounts.finish();
    writeOrigin(book.newWorksheet(ORIGIN));
    book.close();
  }

  /** After the accounts, since one sheet at a time can be written out as it grows. */
  private void writeOrigin(Worksheet origin) throws IOException {
    origin.setVisibilityState(VisibilityState.VERY_HIDDEN);
    List<String> header =
        List.of(
            "id", "checksum", "territory", SCENARIO + scenario.id(), VERSION + scenario.version());
    for (int column = 0; column < header.size(); column++) {
      origin.value(0, column, header.get(column));
    }
    for (int k = 0; k < ids.size(); k++) {
      origin.inlineString(k + 1, 0, ids.get(k));
      origin.inlineString(k + 1, 1, checksums.get(k));
      origin.inlineString(k + 1, 2, held.get(k));
      if (k % FLUSH_EVERY == 0) {
        origin.flush();
      }
    }
    origin.finish();
  }
}
