package bailiwick.core.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompanyNameTest {

  @Test
  void case_accents_and_punctuation_fall_away() {
    assertThat(words("Müller & Söhne")).containsExactly("muller", "sohne");
    assertThat(words("L'Oréal")).containsExactly("loreal");
    assertThat(words("Øster-Straße")).containsExactly("oster", "strasse");
  }

  @Test
  void legal_forms_of_many_countries_are_taken_off_and_kept_apart() {
    for (String name :
        List.of(
            "Acme Inc.",
            "Acme, Incorporated",
            "Acme Co., Ltd.",
            "Acme L.L.C.",
            "Acme Public Limited Company",
            "Acme G.m.b.H.",
            "Acme GmbH & Co. KG",
            "Acme Gesellschaft mit beschränkter Haftung",
            "Acme S.A.R.L.",
            "Acme Société Anonyme",
            "SARL Acme",
            "Acme S.p.A.",
            "Acme S.A. de C.V.",
            "Acme B.V.",
            "Acme Aktiebolag (publ)",
            "Acme Sp. z o.o.",
            "OOO Acme",
            "Open Joint Stock Company \"Acme\"",
            "Acme Pty Ltd")) {
      assertThat(words(name)).as(name).containsExactly("acme");
      assertThat(CompanyName.of(name).legalForms()).as(name).isNotEmpty();
    }
  }

  @Test
  void one_form_in_two_writings_is_one_form() {
    assertThat(CompanyName.of("Siemens AG").legalForms())
        .isEqualTo(CompanyName.of("Siemens Aktiengesellschaft").legalForms())
        .containsExactly("ag");
  }

  @Test
  void a_name_that_is_nothing_but_a_form_keeps_it() {
    assertThat(words("Limited")).containsExactly("limited");
    assertThat(words("The Company")).containsExactly("company");
  }

  @Test
  void initials_are_one_word_however_they_are_spaced() {
    assertThat(words("A.B.C. Company")).isEqualTo(words("A B C Company")).containsExactly("abc");
    assertThat(words("L.X.C Aviation")).containsExactly("lxc", "aviation");
  }

  @Test
  void short_forms_are_written_out() {
    assertThat(words("First Natl Svcs")).isEqualTo(words("1st National Service"));
  }

  @Test
  void words_that_only_join_are_left_out_unless_nothing_else_is_there() {
    assertThat(words("The Smith and Jones Group")).containsExactly("smith", "jones", "group");
    assertThat(words("The The")).containsExactly("the", "the");
  }

  @Test
  void other_scripts_stay_as_they_are() {
    assertThat(words("ООО \"БАЙ\"")).containsExactly("баи");
    assertThat(words("삼성전자")).hasSize(1);
  }

  @Test
  void text_without_letters_and_digits_has_no_words() {
    assertThat(words(" -- ")).isEmpty();
    assertThat(words("")).isEmpty();
  }

  @Test
  void every_writing_of_a_form_is_one_that_a_name_can_come_to() {
    for (String writing : LegalForms.writings()) {
      assertThat(words("Zyx " + writing)).as(writing).containsExactly("zyx");
    }
  }

  private static List<String> words(String name) {
    return CompanyName.of(name).words();
  }
}
