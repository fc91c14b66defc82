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
    assertThat(CellText.findHundredths(text)).hasValue(hundredths);
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
    assertThat(CellText.findHundredths(text)).isEmpty();
  }

  @Test
  void whole_numbers_may_carry_an_empty_fraction() {
    assertThat(CellText.findWhole("12.0")).hasValue(12);
    assertThat(CellText.findWhole("12.5")).isEmpty();
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
    assertThat(CellText.findDate(text)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "31.04.2026", "tomorrow", "13/13/2026", ""})
  void days_that_do_not_exist_are_not_guessed(String text) {
    assertThat(CellText.findDate(text)).isEmpty();
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
