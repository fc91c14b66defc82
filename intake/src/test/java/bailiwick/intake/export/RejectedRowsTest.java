package bailiwick.intake.export;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.intake.deal.DealImport;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.Book;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The rejected rows of an import, with what is wrong in each, as a file to work through. */
class RejectedRowsTest {

  @Test
  void each_reason_has_its_row_column_value_and_sentence() throws IOException {
    assertThat(rejected("a.csv", "id,account,amount\n1,A,5\n2,,many\n1,A,7\n3,A\n"))
        .isEqualTo(
            """
            row,column,value,reason,cell
            2,account,,The account is blank.,
            2,amount,many,The amount `many` is not a number of 0 or more.,
            3,id,1,The id `1` stands in an earlier row already.,
            4,,3 | A,"The row has 2 cells, the header 3.",
            """);
  }

  @Test
  void what_a_spreadsheet_would_run_is_neutralised() throws IOException {
    assertThat(rejected("a.csv", "id,account,amount\n1,A,\"=HYPERLINK(\"\"http://x\"\")\"\n"))
        .contains("\n1,amount,\"'=HYPERLINK(\"\"http://x\"\")\",\"The amount");
  }

  @Test
  void rows_of_a_workbook_name_their_cells() throws IOException {
    String rows =
        rejected(
            TableSource.of("a.xlsx", Book.drawn("id|account|amount", "1|A|5", "2|A|many").bytes()));

    assertThat(rows)
        .endsWith("\n2,amount,many,The amount `many` is not a number of 0 or more.,C3\n");
  }

  @Test
  void more_rows_are_written_than_the_report_keeps() throws IOException {
    String rows = rejected("a.csv", "id,account,amount\n" + "1,,1\n".repeat(5_000));

    assertThat(rows.lines()).hasSize(5_001);
  }

  @Test
  void a_sentence_that_is_cut_short_does_not_end_in_half_a_character() throws IOException {
    String value = "x".repeat(78) + "\uD83D\uDE00" + "yyyyy";

    String rows = rejected("a.csv", "id,account,amount\n1,A," + value + "\n");

    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(rows)).isTrue();
  }

  private static String rejected(String name, String text) throws IOException {
    return rejected(TableSource.of(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String rejected(TableSource source) throws IOException {
    StringWriter out = new StringWriter();
    try (RejectedRows rows = RejectedRows.open(out)) {
      DealImport.opportunities(ImportSettings.DEFAULT.rejectingTo(rows))
          .read(source, MappingRequest.GUESSED, deal -> {});
    }
    return out.toString();
  }
}
