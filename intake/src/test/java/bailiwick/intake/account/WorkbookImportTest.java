package bailiwick.intake.account;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.Account;
import bailiwick.core.problem.Problem;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.report.ReportView;
import bailiwick.intake.table.Book;
import bailiwick.intake.table.TableSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A workbook goes the way that a text file goes. */
class WorkbookImportTest {

  private static final String[] ROWS = {
    "id | name  | city    | state | zip   | potential",
    "A1 | Acme  | Chicago | TX    | 60614 | 45000.5",
    "A2 |       | Chicago | IL    | 60614 | 10",
    "A1 | Again | Chicago | IL    | 60614 | 10",
    "A3 | Cog   |         |       |       | many",
    "A4 | Dial  |         |       |       |",
  };

  private final List<Account> read = new ArrayList<>();

  @Test
  void the_report_and_the_accounts_are_those_of_the_same_text_file() {
    ReportView sheet = ReportView.of(read("a.xlsx", Book.drawn(ROWS).bytes()));
    List<Account> fromSheet = List.copyOf(read);
    ReportView text = ReportView.of(read("a.csv", csv()));

    assertThat(fromSheet).isEqualTo(read).hasSize(2);
    assertThat(sheet)
        .usingRecursiveComparison()
        .ignoringFields("file", "sheet", "sheets", "problems.cell")
        .isEqualTo(text);
    assertThat(sheet.sheet()).isEqualTo("Accounts");
    assertThat(text.sheet()).isNull();
  }

  @Test
  void every_problem_of_a_row_names_its_cell() {
    ReportView report = ReportView.of(read("a.xlsx", Book.drawn(ROWS).bytes()));

    assertThat(report.problems())
        .extracting(problem -> problem.code() + " " + problem.cell())
        .contains(
            "IMPORT_REPAIRED D2",
            "IMPORT_MISSING_VALUE B3",
            "IMPORT_DUPLICATE_ID A4",
            "IMPORT_BAD_VALUE F5");
  }

  @Test
  void a_note_beside_the_table_is_told_and_keeps_no_row_out() {
    ImportReport report = read("a.xlsx", Book.drawn("id|name", "A1|Acme|call back!").bytes());

    assertThat(report.counts().accepted()).isEqualTo(1);
    assertThat(report.problems())
        .extracting(Problem::message)
        .contains("The cell C2 holds `call back!`, but its column has no name; it is left out.");
  }

  @Test
  void an_amount_that_was_never_calculated_is_told() {
    ImportReport report =
        read(
            "a.xlsx",
            Book.of(
                    "<row>" + Book.text("A1", "name") + Book.text("B1", "potential") + "</row>",
                    "<row>" + Book.text("A2", "Acme") + "<c r=\"B2\"><f>1+1</f></c></row>")
                .bytes());

    assertThat(report.problemCounts())
        .containsEntry("IMPORT_NOT_CALCULATED", 1L)
        .containsEntry("IMPORT_BLANK_AMOUNT", 1L);
  }

  @Test
  void a_workbook_that_breaks_off_below_good_rows_is_not_complete() {
    ImportReport report =
        read(
            "a.xlsx",
            Book.of(
                    "<row>" + Book.text("A1", "name") + "</row>",
                    "<row>" + Book.text("A2", "Acme") + "</row>",
                    "<row><c r=\"A3\" t=\"s\"><v>7</v></c></row>")
                .bytes());

    assertThat(report.complete()).isFalse();
    assertThat(report.problems().getLast().message())
        .isEqualTo(
            "The file `a.xlsx` cannot be read beyond row 1: in the sheet `Accounts` the cell A3"
                + " refers to the shared text `7`; there are 0.");
  }

  @Test
  void the_beginning_of_the_sheet_is_shown() {
    ImportReport report = read("a.xlsx", Book.drawn(ROWS).bytes());

    assertThat(report.preview().sheets()).containsExactly("Accounts");
    assertThat(report.preview().columns().getFirst().samples()).containsExactly("A1", "A2", "A1");
    assertThat(report.preview().columns().get(1).samples()).containsExactly("Acme", "Again");
  }

  private static byte[] csv() {
    return String.join("\n", ROWS).replaceAll(" *\\| *", ",").getBytes(StandardCharsets.UTF_8);
  }

  private ImportReport read(String name, byte[] bytes) {
    read.clear();
    return AccountImport.with(Ground.ATLAS, ImportSettings.DEFAULT)
        .read(
            TableSource.of(name, bytes),
            MappingRequest.GUESSED,
            imported -> read.add(imported.account()));
  }
}
