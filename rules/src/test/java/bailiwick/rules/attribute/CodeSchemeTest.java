package bailiwick.rules.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeSchemeTest {

  @ParameterizedTest
  @CsvSource({
    "C, C",
    "10, C.10",
    "C10, C.10",
    "C.10, C.10",
    "10.1, C.10.1",
    "C.10.11, C.10.11",
    "1011, C.10.11",
    "10.11, C.10.11",
    "c 1011,",
    "c1011, C.10.11",
    "62.01.0, J.62.010",
    "01, A.01",
  })
  void a_nace_code_has_one_form_however_it_is_written(String written, String read) {
    assertThat(CodeScheme.NACE.read(written).orElse(null)).isEqualTo(read);
  }

  @Test
  void a_code_begins_with_every_code_that_it_lies_in() {
    String code = CodeScheme.NACE.read("10.11").orElseThrow();

    for (String above : List.of("C", "10", "C.10.1", "101", "10.11")) {
      assertThat(code).startsWith(CodeScheme.NACE.read(above).orElseThrow());
    }
    assertThat(code).doesNotStartWith(CodeScheme.NACE.read("11").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"04", "00", "1", "10.", "10..1", "A.10", "Z", "10.123456", "''", "ten"})
  void what_is_no_nace_code_is_not_read(String written) {
    assertThat(CodeScheme.NACE.read(written)).isEmpty();
  }

  @Test
  void revisions_put_divisions_into_other_sections() {
    assertThat(CodeScheme.NACE.read("62")).contains("J.62");
    assertThat(CodeScheme.NACE_2_1.read("62")).contains("K.62");
    assertThat(CodeScheme.NACE.read("45")).contains("G.45");
    assertThat(CodeScheme.NACE_2_1.read("45")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "C", "C.10", "C.10.1", "J.62.010"})
  void codes_below_a_code_are_codes_that_begin_with_it(String code) {
    assertThat(CodeScheme.NACE.below(code))
        .isNotEmpty()
        .allSatisfy(below -> {
          assertThat(below).startsWith(code).hasSizeGreaterThan(code.length());
          assertThat(CodeScheme.NACE.read(below)).contains(below);
        });
  }

  @Test
  void other_codes_stand_as_they_are() {
    assertThat(CodeScheme.PREFIX.read("01.x")).contains("01.x");
  }
}
