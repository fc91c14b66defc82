package bailiwick.intake.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.table.TableOptions;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableRow;
import bailiwick.intake.table.TableSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetRoundTripTest {

  private static final int NEW_TERRITORY = SentAccount.FIXED.size();
  private static final SentScenario SCENARIO =
      new SentScenario(
          "s-1",
          "Proposed",
          7,
          List.of(
              new SentScenario.Choice("T1", "North", "Ada Byron"),
              new SentScenario.Choice("T2", "South", "Bob Noyce"),
              new SentScenario.Choice("T3", "West", "Bob Noyce")));

  @TempDir Path folder;

  private final Map<String, SentAccount> accounts = new LinkedHashMap<>();

  @Test
  void an_unedited_workbook_asks_for_nothing() throws IOException {
    SheetAnswer answer = back(sent(), SCENARIO);
    assertThat(answer.problems()).isEmpty();
    assertThat(answer.moves()).isEmpty();
    assertThat(answer.unchanged()).isEqualTo(4);
  }

  @Test
  void more_accounts_than_a_workbook_takes_are_refused_before_a_byte_is_written() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> SheetWriter.open(out, SCENARIO, SheetWriter.MOST_ROWS + 1))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("A workbook takes 200,000 accounts, and there are 200,001.");
    assertThat(out.size()).isZero();
  }

  @Test
  void a_file_with_more_rows_than_a_workbook_has_is_read_no_further() throws IOException {
    Path file = sent();
    assertThat(SheetReader.read(TableSource.of(file), SCENARIO, accounts, 4).problems()).isEmpty();

    SheetAnswer answer = SheetReader.read(TableSource.of(file), SCENARIO, accounts, 3);

    assertThat(answer.problems())
        .containsExactly(new SheetProblem.TooManyRows(TableSource.of(file).name(), 3));
    assertThat(answer.isForeign()).isTrue();
  }

  @Test
  void a_territory_is_named_by_code_name_or_person() throws IOException {
    SheetAnswer answer =
        back(
            edited(
                sent(),
                rows -> {
                  rows.get(1).set(NEW_TERRITORY, "t3");
                  rows.get(2).set(NEW_TERRITORY, " SOUTH");
                  rows.get(3).set(NEW_TERRITORY, "Ada Byron");
                }),
            SCENARIO);
    assertThat(answer.problems()).isEmpty();
    assertThat(answer.moves())
        .extracting(move -> move.account().externalId() + " " + move.to())
        .containsExactly("A1 T3", "A2 T2", "A3 T1");
  }

  @Test
  void a_misspelt_person_is_refused_with_what_was_meant() throws IOException {
    SheetAnswer answer =
        back(edited(sent(), rows -> rows.get(1).set(NEW_TERRITORY, "Ada Biron")), SCENARIO);
    assertThat(answer.moves()).isEmpty();
    assertThat(answer.problems().getFirst().message())
        .isEqualTo(
            "The text `Ada Biron` for account `A1` in row 2 names no territory and nobody who works one.");
    assertThat(answer.problems().getFirst().hint()).isEqualTo("Did you mean `Ada Byron`?");
  }

  @Test
  void a_person_with_two_territories_does_not_tell_which() throws IOException {
    assertThat(codes(rows -> rows.get(1).set(NEW_TERRITORY, "Bob Noyce")))
        .containsExactly("SHEET_SEVERAL_TERRITORIES");
  }

  @Test
  void an_emptied_territory_is_named_and_the_account_stays() throws IOException {
    assertThat(codes(rows -> rows.get(1).set(NEW_TERRITORY, "")))
        .containsExactly("SHEET_CLEARED_TERRITORY");
  }

  @Test
  void a_locked_account_stays() throws IOException {
    assertThat(codes(rows -> rows.get(4).set(NEW_TERRITORY, "T1")))
        .containsExactly("SHEET_LOCKED_ACCOUNT");
  }

  @Test
  void deleted_added_and_doubled_rows_are_named() throws IOException {
    assertThat(
            codes(rows -> {
              rows.remove(1);
              List<String> made = new ArrayList<>(rows.get(1));
              made.set(0, "new");
              rows.add(made);
              rows.add(new ArrayList<>(rows.get(1)));
            }))
        .containsExactly("SHEET_ADDED_ROW", "SHEET_DUPLICATED_ROW", "SHEET_DELETED_ROW");
  }

  @Test
  void a_changed_cell_is_named_and_its_row_not_used() throws IOException {
    SheetAnswer answer =
        back(
            edited(
                sent(),
                rows -> {
                  rows.get(1).set(6, "999");
                  rows.get(1).set(NEW_TERRITORY, "T2");
                }),
            SCENARIO);
    assertThat(answer.moves()).isEmpty();
    assertThat(answer.problems().getFirst().message())
        .contains("The cell `potential` of account `A1` in row 2 was changed to `999`");
  }

  @Test
  void rows_may_be_sorted_and_amounts_written_otherwise() throws IOException {
    SheetAnswer answer =
        back(
            edited(
                sent(),
                rows -> {
                  rows.add(rows.remove(1));
                  rows.getLast().set(6, "1000.00");
                }),
            SCENARIO);
    assertThat(answer.problems()).isEmpty();
  }

  @Test
  void a_file_of_another_scenario_or_of_no_scenario_is_told() throws IOException {
    var other = new SentScenario("s-2", "Other", 1, SCENARIO.territories());
    SheetAnswer answer = back(sent(), other);
    assertThat(answer.isForeign()).isTrue();
    assertThat(answer.problems()).extracting(Problem::code).containsExactly("SHEET_OTHER_SCENARIO");

    Path csv = Files.writeString(folder.resolve("plain.csv"), "id,name\n1,A\n");
    assertThat(SheetReader.read(TableSource.of(csv), SCENARIO, accounts).problems())
        .extracting(Problem::code)
        .containsExactly("SHEET_NOT_SENT");
  }

  @Test
  void accounts_that_moved_after_the_file_went_out_stay_and_are_named() throws IOException {
    Path file = edited(sent(), rows -> rows.get(1).set(NEW_TERRITORY, "T2"));
    put("1", "A1", "1000", "T3", false);
    var later = new SentScenario("s-1", "Proposed", 8, SCENARIO.territories());
    assertThat(back(file, later).problems())
        .extracting(Problem::code)
        .containsExactly("SHEET_OLDER_VERSION", "SHEET_MOVED_MEANWHILE");
  }

  @Test
  void the_sheet_is_protected_with_a_drop_down_and_the_origin_hidden() throws IOException {
    try (ZipFile zip = new ZipFile(sent().toFile())) {
      String accountsSheet = part(zip, "xl/worksheets/sheet2.xml");
      assertThat(accountsSheet)
          .contains("<sheetProtection")
          .contains("<dataValidation ")
          .contains("Territories");
      assertThat(part(zip, "xl/workbook.xml")).contains("state=\"veryHidden\"");
      assertThat(part(zip, "xl/styles.xml")).contains("locked=\"false\"");
    }
  }

  @Test
  void formulas_in_names_stay_text() throws IOException {
    accounts.clear();
    put("1", "=1+1", "1000", "T1", false);
    try (ZipFile zip = new ZipFile(written().toFile())) {
      assertThat(part(zip, "xl/worksheets/sheet2.xml")).doesNotContain("<f>");
    }
    assertThat(back(written(), SCENARIO).problems()).isEmpty();
  }

  @Test
  void names_with_odd_blanks_and_control_characters_come_back_unchanged() throws IOException {
    accounts.clear();
    put("1", " A  1\t\u0007", "1000", "T1", false);
    assertThat(back(written(), SCENARIO).problems()).isEmpty();
  }

  @Test
  void as_many_rows_as_a_workbook_takes_go_out_and_come_back() throws IOException {
    for (int k = 0; k < SheetWriter.MOST_ROWS; k++) {
      put(Integer.toString(k), "A" + k, "1000", "T1", false);
    }
    SheetAnswer answer = back(written(), SCENARIO);
    assertThat(answer.unchanged()).isEqualTo(SheetWriter.MOST_ROWS);
    assertThat(answer.problems()).isEmpty();
  }

  private List<String> codes(Consumer<List<List<String>>> edit) throws IOException {
    return back(edited(sent(), edit), SCENARIO).problems().stream().map(Problem::code).toList();
  }

  private Path sent() throws IOException {
    put("1", "A1", "1000", "T1", false);
    put("2", "A2", "12.5", "T1", false);
    put("3", "A3", "0", "T2", false);
    put("4", "A4", "70", "T2", true);
    return written();
  }

  private void put(
      String id, String externalId, String potential, String territory, boolean locked) {
    accounts.put(
        id,
        new SentAccount(
            id,
            externalId,
            "Account " + externalId,
            "Chicago",
            "IL",
            "01234",
            new BigDecimal(potential),
            BigDecimal.TEN,
            territory,
            locked));
  }

  private Path written() throws IOException {
    Path file = folder.resolve("sent.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        SheetWriter writer = SheetWriter.open(out, SCENARIO, accounts.size())) {
      for (SentAccount account : accounts.values()) {
        writer.add(account);
      }
    }
    return file;
  }

  private SheetAnswer back(Path file, SentScenario now) {
    return SheetReader.read(TableSource.of(file), now, accounts);
  }

  /** The same workbook as a spreadsheet program would save it after some edits. */
  private Path edited(Path file, Consumer<List<List<String>>> edit) throws IOException {
    Path saved = folder.resolve("back.xlsx");
    try (OutputStream out = Files.newOutputStream(saved);
        Workbook book = new Workbook(out, "Test", "1.0")) {
      for (String sheet : List.of(SheetWriter.ACCOUNTS, SheetWriter.ORIGIN)) {
        List<List<String>> rows = rows(file, sheet);
        if (sheet.equals(SheetWriter.ACCOUNTS)) {
          edit.accept(rows);
        }
        write(book.newWorksheet(sheet), rows);
      }
    }
    return saved;
  }

  private static void write(Worksheet sheet, List<List<String>> rows) throws IOException {
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        sheet.value(row, column, rows.get(row).get(column));
      }
    }
    sheet.finish();
  }

  private static List<List<String>> rows(Path file, String sheet) {
    List<List<String>> rows = new ArrayList<>();
    try (TableReader table =
        TableReader.open(TableSource.of(file), TableOptions.SNIFFED.withSheet(sheet))) {
      rows.add(new ArrayList<>(table.header()));
      for (TableRow row = table.next(); row != null; row = table.next()) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < table.header().size(); column++) {
          cells.add(row.cell(column));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  private static String part(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
