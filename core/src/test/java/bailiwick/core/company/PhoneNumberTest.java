package bailiwick.core.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhoneNumberTest {

  @Test
  void one_number_in_several_writings_is_one() {
    assertSame("+1 (312) 555-0187", "312.555.0187");
    assertSame("+49 89 1234567", "089/1234567");
    assertSame("+44 (0)20 7946 0018", "020 7946 0018");
    assertSame("0033 1 70 18 99 00", "01 70 18 99 00");
    assertSame("312-555-0187 ext. 12", "3125550187 x99");
  }

  @Test
  void other_numbers_differ() {
    PhoneNumber one = PhoneNumber.find("312 555 0187").orElseThrow();
    assertThat(one.sameAs(PhoneNumber.find("773 555 0187").orElseThrow())).isFalse();
    assertThat(one.sameAs(PhoneNumber.find("312 555 0188").orElseThrow())).isFalse();
  }

  @Test
  void what_is_too_short_or_one_digit_throughout_is_no_number() {
    assertThat(PhoneNumber.find("555-018")).isEmpty();
    assertThat(PhoneNumber.find("999 999 9999")).isEmpty();
    assertThat(PhoneNumber.find("unknown")).isEmpty();
  }

  private static void assertSame(String left, String right) {
    PhoneNumber one = PhoneNumber.find(left).orElseThrow();
    PhoneNumber other = PhoneNumber.find(right).orElseThrow();
    assertThat(one.sameAs(other)).as(left + " is " + right).isTrue();
    assertThat(other.sameAs(one)).isTrue();
    assertThat(one.ending()).isEqualTo(other.ending());
  }
}
