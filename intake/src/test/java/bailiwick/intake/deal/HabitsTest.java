package bailiwick.intake.deal;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.problem.Problem;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.Book;
import bailiwick.intake.table.TableSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a column writes its numbers and days is learnt from all of it, and told. */
class HabitsTest {

  private final List<Opportunity> read = new ArrayList<>();

  @Test
  void one_cell_tells_the_decimal_mark_of_its_column() {
    ImportReport report =
        read(
            """
            id;account;amount
            1;A;1.234
            2;A;12.500
            3;A;99,50
            """);

    assertThat(read)
        .extracting(Opportunity::amountCents)
        .containsExactly(123_400L, 1_250_000L, 9_950L);
    assertThat(habit(report, "amount")).isEqualTo("decimal comma, its cells");
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void the_last_row_tells_the_order_of_days_in_the_first() {
    ImportReport report = read("id,account,amount,opened\n1,A,1,03/04/2026\n2,A,1,25/12/2025\n");

    assertThat(read).extracting(Opportunity::openedOn).first().isEqualTo(LocalDate.of(2026, 4, 3));
    assertThat(habit(report, "opened")).isEqualTo("day first, its cells");
  }

  @Test
  void a_column_that_tells_nothing_follows_the_others() {
    ImportReport report =
        read("id,account,amount,opened,closed\n1,A,1,03/04/2026,25/12/2025\n2,A,1,05/06/2026,\n");

    assertThat(habit(report, "opened")).isEqualTo("day first, other columns");
    assertThat(read.getFirst().openedOn()).isEqualTo(LocalDate.of(2026, 4, 3));
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void days_with_points_and_amounts_in_pounds_tell_where_a_file_comes_from() {
    ImportReport german = read("id;account;amount;opened\n1;A;1.234;12.03.2026\n");
    assertThat(habit(german, "amount")).isEqualTo("decimal comma, other columns");
    ImportReport british = read("id,account,amount,opened\n1,A,£5,03/04/2026\n");
    assertThat(habit(british, "opened")).isEqualTo("day first, other columns");
  }

  @Test
  void where_nothing_tells_the_american_habit_is_assumed_and_told() {
    ImportReport report =
        read("id,account,amount,opened\n1,A,\"1,234\",03/04/2026\n2,A,\"5,678\",05/06/2026\n");

    assertThat(read.getFirst().amountCents()).isEqualTo(123_400);
    assertThat(read.getFirst().openedOn()).isEqualTo(LocalDate.of(2026, 3, 4));
    assertThat(report.problems())
        .extracting(Problem::message)
        .containsExactly(
            "Nothing tells how the column `amount` is written: 2 of its cells, such as `1,234`, can be read"
                + " in two ways. They are read as `decimal point`.",
            "Nothing tells how the column `opened` is written: 2 of its cells, such as `03/04/2026`, can be"
                + " read in two ways. They are read as `month first`.");
    assertThat(report.clean()).isTrue();
  }

  @Test
  void what_the_user_says_goes_first() {
    ImportReport report =
        read(
            "id,account,amount,opened\n1,A,\"1,234\",03/04/2026\n",
            MappingRequest.GUESSED.withHabits("comma", "day-first"));

    assertThat(read.getFirst().amountCents()).isEqualTo(123);
    assertThat(read.getFirst().openedOn()).isEqualTo(LocalDate.of(2026, 4, 3));
    assertThat(habit(report, "amount")).isEqualTo("decimal comma, said");
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void a_column_in_two_habits_is_told_and_read_like_most() {
    ImportReport report =
        read(
            """
            id,account,amount,opened
            1,A,1,25/12/2025
            2,A,1,26/12/2025
            3,A,1,12/27/2025
            4,A,1,03/04/2026
            """);

    assertThat(read)
        .extracting(Opportunity::openedOn)
        .containsExactly(
            LocalDate.of(2025, 12, 25),
            LocalDate.of(2025, 12, 26),
            LocalDate.of(2025, 12, 27),
            LocalDate.of(2026, 4, 3));
    assertThat(report.problems())
        .extracting(Problem::message)
        .containsExactly(
            "The column `opened` is written in two ways: most of its cells as `day first`, but 1 otherwise,"
                + " such as `12/27/2025`. A cell that can be read in both ways is read like most.");
  }

  @Test
  void rows_that_a_filter_leaves_out_tell_nothing() {
    ImportReport report =
        read(
            "id,account,amount,kind\n1,A,1.234,in\n2,A,\"1,5\",out\n",
            MappingRequest.parse(List.of(), List.of(), List.of("kind=in"), List.of(), List.of()));

    assertThat(habit(report, "amount")).isEqualTo("decimal point, assumed");
  }

  @Test
  void cells_that_are_numbers_by_their_type_have_no_habit() {
    byte[] book =
        Book.of(
                "<row>"
                    + Book.text("A1", "id")
                    + Book.text("B1", "account")
                    + Book.text("C1", "amount")
                    + "</row>",
                row(2, Book.number("C2", "1.234", 0)),
                row(3, Book.text("C3", "1.234")),
                row(4, Book.text("C4", "99,5")))
            .bytes();

    ImportReport report =
        DealImport.opportunities(ImportSettings.DEFAULT)
            .read(TableSource.of("a.xlsx", book), MappingRequest.GUESSED, read::add);

    assertThat(read).extracting(Opportunity::amountCents).containsExactly(123L, 123_400L, 9_950L);
    assertThat(habit(report, "amount")).isEqualTo("decimal comma, its cells");
  }

  @Test
  void medians_are_learnt_in_the_habit_of_their_column() {
    ImportReport report = read("id;account;amount\n1;A;n/a\n2;A;2.000\n3;A;1,5\n");

    assertThat(read).extracting(Opportunity::amountCents).containsExactly(0L, 200_000L, 150L);
    assertThat(report.clean()).isTrue();
  }

  private static String row(int number, String amount) {
    return "<row>"
        + Book.text("A" + number, "D" + number)
        + Book.text("B" + number, "A")
        + amount
        + "</row>";
  }

  private static String habit(ImportReport report, String field) {
    return report.mapping().stream()
        .filter(use -> use.field().equals(field))
        .map(use -> use.habit() + ", " + use.habitBasis())
        .findFirst()
        .orElseThrow();
  }

  private ImportReport read(String text) {
    return read(text, MappingRequest.GUESSED);
  }

  private ImportReport read(String text, MappingRequest request) {
    read.clear();
    return DealImport.opportunities(ImportSettings.DEFAULT)
        .read(TableSource.of("a.csv", text.getBytes(StandardCharsets.UTF_8)), request, read::add);
  }
}
