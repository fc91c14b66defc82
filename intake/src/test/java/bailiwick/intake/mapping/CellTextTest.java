package bailiwick.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "12|1200",
        "1,234.5|123450",
        "$1,200|120000",
        "1.234,50 €|123450",
        "1'234.50|123450",
        "1 234,5|123450",
        "1.234.567|123456700",
        "1,234|123400",
        "0,5|50",
        "USD 12.345|1235",
        "(12)|-1200",
        "12-|-1200",
        "-12.5|-1250",
        ".5|50",
        "1.5E3|150000",
        "0.005|1",
      })
  void amounts_are_read_as_people_write_them(String text, long hundredths) {
    assertThat(CellText.findHundredths(text, Habit.USUAL)).hasValue(hundredths);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "12 beds",
        "1.2.3",
        "--1",
        "",
        "1e999",
        "99999999999999999999",
        "0x10",
        "½"
      })
  void what_is_no_amount_is_not_guessed(String text) {
    assertThat(CellText.findHundredths(text, Habit.USUAL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // text          | with a point | with a comma, in hundredths
        "1234            | 123400       | 123400",
        "1,234           | 123400       | 123",
        "1.234           | 123          | 123400",
        "1,234.56        | 123456       | 123456",
        "1.234,56        | 123456       | 123456",
        "1.234.567       | 123456700    | 123456700",
        "1,234,567       | 123456700    | 123456700",
        "1,234,567.89    | 123456789    | 123456789",
        "0.125           | 13           | 13",
        "0,125           | 13           | 13",
        "1234,567        | 123457       | 123457",
        "1234.567        | 123457       | 123457",
        "12,5            | 1250         | 1250",
        "12.5            | 1250         | 1250",
        "£1,234          | 123400       | 123",
        "£1,234.50       | 123450       | 123450",
        "€1.234          | 123          | 123400",
        "1.234,56 €      | 123456       | 123456",
        "1 234,56 €      | 123456       | 123456",
        "1 234 567       | 123456700    | 123456700",
        "1 234,567       | 123457       | 123457",
        "1 234,5    | 123450       | 123450",
        "1 234,5    | 123450       | 123450",
        "1'234'567.5     | 123456750    | 123456750",
        "1’234.5         | 123450       | 123450",
        "CHF 1'234       | 123400       | 123400",
        "1.234 EUR       | 123          | 123400",
        "eur 12          | 1200         | 1200",
        "$ -12           | -1200        | -1200",
        "-$12            | -1200        | -1200",
        "12 -            | -1200        | -1200",
        "(£1,200.50)     | -120050      | -120050",
        "+5              | 500          | 500",
        "−5              | -500         | -500",
        "1.5E3           | 150000       | 150000",
        "1.5E-1          | 15           | 15",
      })
  void the_habit_decides_what_a_single_cell_cannot_tell(String text, long point, long comma) {
    assertThat(CellText.findHundredths(text, habit(DecimalMark.POINT))).hasValue(point);
    assertThat(CellText.findHundredths(text, habit(DecimalMark.COMMA))).hasValue(comma);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,23,456.5,0",
        "1.2.3,4",
        "1.234,567.8",
        "12 34",
        "1 2 3",
        "1 234 5",
        "1.234 567",
        "1.234 567,8",
        "1'23",
        "1,2,3",
        "12,34.567,8",
        "(-12)",
        "-12-",
        "--12",
        "EUR",
        "€",
        "EUREUR",
        ".",
        ",",
        "1.5E333",
        "1e",
        "5%",
        "12 ABC",
        "1234567890123456789012345678901234567890123456789012345678901",
      })
  void marks_that_stand_as_in_no_number_are_not_guessed(String text) {
    assertThat(CellText.findHundredths(text, habit(DecimalMark.POINT))).isEmpty();
    assertThat(CellText.findHundredths(text, habit(DecimalMark.COMMA))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // text            | month first | day first
        "03/04/2026        | 2026-03-04 | 2026-04-03",
        "3/4/26            | 2026-03-04 | 2026-04-03",
        "03-04-2026        | 2026-03-04 | 2026-04-03",
        "03/04/2026 10:30  | 2026-03-04 | 2026-04-03",
        "3/4/2026, 2:30 PM | 2026-03-04 | 2026-04-03",
        "31/03/2026        | 2026-03-31 | 2026-03-31",
        "03/31/2026        | 2026-03-31 | 2026-03-31",
        "12.03.2026        | 2026-03-12 | 2026-03-12",
        "12.03.26          | 2026-03-12 | 2026-03-12",
        "12. 3. 2026       | 2026-03-12 | 2026-03-12",
        "12.03.2026 14:00  | 2026-03-12 | 2026-03-12",
        "2026-03-12        | 2026-03-12 | 2026-03-12",
        "2026/3/12         | 2026-03-12 | 2026-03-12",
        "2026-03-12T10:00:00+02:00 | 2026-03-12 | 2026-03-12",
        "12-Mar-2026       | 2026-03-12 | 2026-03-12",
        "12 March 2026     | 2026-03-12 | 2026-03-12",
        "12. März 2026     | 2026-03-12 | 2026-03-12",
        "12-Dez-26         | 2026-12-12 | 2026-12-12",
        "Mar 12, 2026      | 2026-03-12 | 2026-03-12",
        "3/4/70            | 1970-03-04 | 1970-04-03",
        "3/4/69            | 2069-03-04 | 2069-04-03",
      })
  void the_order_decides_what_a_single_day_cannot_tell(
      String text, LocalDate monthFirst, LocalDate dayFirst) {
    assertThat(CellText.findDate(text, habit(DayOrder.MONTH_FIRST))).contains(monthFirst);
    assertThat(CellText.findDate(text, habit(DayOrder.DAY_FIRST))).contains(dayFirst);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12/2026",
        "2026",
        "03/04",
        "3/4/206",
        "1/2-2026",
        "12 Foo 2026",
        "46112",
        "31/31/2026"
      })
  void what_is_no_day_is_not_guessed(String text) {
    assertThat(CellText.findDate(text, habit(DayOrder.MONTH_FIRST))).isEmpty();
    assertThat(CellText.findDate(text, habit(DayOrder.DAY_FIRST))).isEmpty();
  }

  private static Habit habit(DecimalMark mark) {
    return new Habit(mark, DayOrder.MONTH_FIRST);
  }

  private static Habit habit(DayOrder order) {
    return new Habit(DecimalMark.POINT, order);
  }

  @Test
  void whole_numbers_may_carry_an_empty_fraction() {
    assertThat(CellText.findWhole("12.0", Habit.USUAL)).hasValue(12);
    assertThat(CellText.findWhole("12.5", Habit.USUAL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-31,2026-03-31",
    "2026-03-31T10:00:00Z,2026-03-31",
    "3/31/2026,2026-03-31",
    "31/3/2026,2026-03-31",
    "31.03.2026,2026-03-31",
    "7/4/1996,1996-07-04"
  })
  void days_are_read_as_people_write_them(String text, LocalDate day) {
    assertThat(CellText.findDate(text, Habit.USUAL)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "31.04.2026", "tomorrow", "13/13/2026", ""})
  void days_that_do_not_exist_are_not_guessed(String text) {
    assertThat(CellText.findDate(text, Habit.USUAL)).isEmpty();
  }

  @Test
  void shares_are_parts_of_one_or_percentages() {
    assertThat(CellText.findShare("0.5")).hasValue(0.5);
    assertThat(CellText.findShare("50 %")).hasValue(0.5);
    assertThat(CellText.findShare("1.5")).isEmpty();
  }

  @Test
  void lists_are_cut_at_the_strongest_mark() {
    assertThat(CellText.words("health; food, drink")).containsExactly("health", "food, drink");
    assertThat(CellText.words("health, food")).containsExactly("health", "food");
    assertThat(CellText.words("")).isEmpty();
  }
}
