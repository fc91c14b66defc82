package bailiwick.intake.circulation;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.table.TableOptions;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableRow;
import bailiwick.intake.table.TableSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a workbook that came back and compares it with what went out. Used once. */
public final class SheetReader {

  /** What went out with a row. */
  private record Sent(String checksum, String territory) {}

  private final SentScenario scenario;
  private final Map<String, SentAccount> accounts; // id -> as it is now
  private final int mostRows;
  private final TerritoryNames territories;
  private final Map<String, Sent> sent = new LinkedHashMap<>(); // id -> as it went out
  private final Map<String, Integer> rowOf = new HashMap<>(); // id -> where it came back
  private final List<SheetAnswer.Move> moves = new ArrayList<>();
  private final List<SheetProblem> problems = new ArrayList<>();
  private int unchanged;

  private SheetReader(SentScenario scenario, Map<String, SentAccount> accounts, int mostRows) {
    this.scenario = scenario;
    this.accounts = accounts;
    this.mostRows = mostRows;
    this.territories = new TerritoryNames(scenario);
  }

  /**
   * Reads a workbook. One with more than {@link SheetWriter#MOST_ROWS} rows is none that went out,
   * and is left unread from there on.
   *
   * @param scenario as it is now
   * @param accounts as they are in it now, by id
   */
  public static SheetAnswer read(
      TableSource source, SentScenario scenario, Map<String, SentAccount> accounts) {
    return read(source, scenario, accounts, SheetWriter.MOST_ROWS);
  }

  static SheetAnswer read(
      TableSource source, SentScenario scenario, Map<String, SentAccount> accounts, int mostRows) {
    SheetReader reader = new SheetReader(scenario, accounts, mostRows);
    if (reader.readOrigin(source) && reader.readAccounts(source)) {
      reader.tellDeleted();
    }
    return new SheetAnswer(reader.moves, reader.unchanged, reader.problems);
  }

  private static @Nullable TableReader open(TableSource source, String sheet) {
    try {
      return TableReader.open(source, TableOptions.SNIFFED.withSheet(sheet));
    } catch (ProblemException noSuchSheet) {
      return null; // told as a file that did not go out from here
    }
  }

  /** What the hidden sheet says; false when the rest is not worth reading. */
  private boolean readOrigin(TableSource source) {
    try (TableReader table = open(source, SheetWriter.ORIGIN)) {
      String id = table == null ? null : after(SheetWriter.SCENARIO, table.header());
      String version = table == null ? null : after(SheetWriter.VERSION, table.header());
      if (table == null || id == null || version == null || !version.matches("\\d{1,18}")) {
        problems.add(new SheetProblem.NotSent(source.name()));
        return false;
      }
      if (!id.equals(scenario.id())) {
        problems.add(new SheetProblem.OtherScenario(source.name(), id));
        return false;
      }
      if (Long.parseLong(version) != scenario.version()) {
        problems.add(new SheetProblem.OlderVersion(Long.parseLong(version), scenario.version()));
      }
      int rows = 0;
      for (TableRow row = table.next(); row != null; row = table.next()) {
        if (isTooMany(++rows, source)) {
          return false;
        }
        sent.put(row.cell(0), new Sent(row.cell(1), row.cell(2)));
      }
      return true;
    }
  }

  private boolean isTooMany(int rows, TableSource source) {
    if (rows > mostRows) {
      problems.add(new SheetProblem.TooManyRows(source.name(), mostRows));
    }
    return rows > mostRows;
  }

  private static @Nullable String after(String mark, List<String> header) {
    return header.stream()
        .filter(text -> text.startsWith(mark))
        .map(text -> text.substring(mark.length()))
        .findFirst()
        .orElse(null);
  }

  /** What the managers made of it; false when it is no sheet of ours. */
  private boolean readAccounts(TableSource source) {
    try (TableReader table = open(source, SheetWriter.ACCOUNTS)) {
      if (table == null
          || !table.header().containsAll(SentAccount.FIXED)
          || !table.header().contains(SentAccount.EDITED)) {
        problems.add(new SheetProblem.NotSent(source.name()));
        return false;
      }
      int[] columns =
          SentAccount.FIXED.stream().mapToInt(name -> table.header().indexOf(name)).toArray();
      int edited = table.header().indexOf(SentAccount.EDITED);
      int rows = 0;
      for (TableRow row = table.next(); row != null; row = table.next()) {
        if (isTooMany(++rows, source)) {
          return false;
        }
        List<String> cells = new ArrayList<>();
        for (int k = 0; k < columns.length; k++) {
          cells.add(canonical(k, row.cell(columns[k])));
        }
        take(cells, row.cell(edited).strip(), row.sheetRow());
      }
      return true;
    }
  }

  /** Amounts as they were sent, however the spreadsheet writes them by now. */
  private static String canonical(int column, String text) {
    if (column != 6 && column != 7) {
      return text;
    }
    try {
      BigDecimal amount = new BigDecimal(text.strip());
      return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException noNumber) {
      return text; // differs from the checksum, and is told as a changed cell
    }
  }

  private void take(List<String> cells, String wanted, int row) {
    String id = cells.getFirst();
    Sent before = sent.get(id);
    SentAccount account = accounts.get(id);
    if (before == null || account == null) {
      problems.add(new SheetProblem.AddedRow(shown(cells), row));
      return;
    }
    Integer first = rowOf.putIfAbsent(id, row);
    if (first != null) {
      problems.add(new SheetProblem.DuplicatedRow(account.externalId(), row, first));
      return;
    }
    if (!SentAccount.checksum(cells).equals(before.checksum)) {
      tellChanged(account, cells, row);
      return;
    }
    if (wanted.isEmpty() && !before.territory.isEmpty()) {
      problems.add(new SheetProblem.ClearedTerritory(account.externalId(), row, before.territory));
      return;
    }
    String code = wanted.isEmpty() ? before.territory : meant(account, wanted, row);
    if (code == null) {
      return;
    }
    move(account, before, code, row);
  }

  private static String shown(List<String> cells) {
    return cells.get(1).isEmpty() ? cells.get(2) : cells.get(1);
  }

  private void tellChanged(SentAccount account, List<String> cells, int row) {
    List<String> now = account.cells();
    boolean told = false;
    for (int k = 0; k < cells.size(); k++) {
      if (!SentAccount.plainText(cells.get(k)).equals(SentAccount.plainText(now.get(k)))) {
        problems.add(
            new SheetProblem.ChangedCell(
                account.externalId(), row, SentAccount.FIXED.get(k), cells.get(k)));
        told = true;
      }
    }
    if (!told) { // as it is now, but not as it went out: somebody brought it up to date by hand
      problems.add(
          new SheetProblem.ChangedCell(
              account.externalId(), row, SentAccount.FIXED.get(2), cells.get(2)));
    }
  }

  private @Nullable String meant(SentAccount account, String wanted, int row) {
    Set<String> codes = territories.find(wanted);
    if (codes.isEmpty()) {
      problems.add(
          new SheetProblem.UnknownTerritory(
              account.externalId(), row, wanted, territories.nearest(wanted)));
      return null;
    }
    if (codes.size() > 1) {
      problems.add(new SheetProblem.SeveralTerritories(account.externalId(), row, wanted));
      return null;
    }
    return codes.iterator().next();
  }

  private void move(SentAccount account, Sent before, String code, int row) {
    if (code.equals(before.territory) || code.equals(account.territory())) {
      unchanged++;
    } else if (account.locked()) {
      problems.add(new SheetProblem.Locked(account.externalId(), account.name(), row, code));
    } else if (!account.territory().equals(before.territory)) {
      problems.add(new SheetProblem.MovedMeanwhile(account.externalId(), row, account.territory()));
    } else {
      moves.add(new SheetAnswer.Move(account, code));
    }
  }

  private void tellDeleted() {
    sent.keySet().stream()
        .filter(id -> !rowOf.containsKey(id))
        .map(accounts::get)
        .filter(account -> account != null)
        .forEach(account ->
            problems.add(new SheetProblem.DeletedRow(account.externalId(), account.name())));
  }
}
