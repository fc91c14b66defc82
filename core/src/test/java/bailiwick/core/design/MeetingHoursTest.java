package bailiwick.core.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeetingHoursTest {

  @Test
  void hours_in_common_are_those_in_which_both_work() {
    assertThat(inCommon("America/Chicago", "America/Chicago")).isEqualTo(8);
    assertThat(inCommon("America/New_York", "America/Los_Angeles")).isEqualTo(5);
    assertThat(inCommon("America/Los_Angeles", "America/New_York")).isEqualTo(5);
    assertThat(inCommon("Europe/London", "America/New_York")).isEqualTo(3);
  }

  @Test
  void half_hours_count() {
    assertThat(inCommon("Asia/Kolkata", "Europe/London")).isEqualTo(2.5);
    assertThat(inCommon("Asia/Kathmandu", "Asia/Kolkata")).isEqualTo(7.75);
  }

  @Test
  void where_one_sleeps_while_the_other_works_nothing_is_in_common() {
    assertThat(inCommon("America/Los_Angeles", "Europe/Berlin")).isZero();
    assertThat(inCommon("Asia/Tokyo", "America/New_York")).isZero();
  }

  @Test
  void the_date_line_is_no_border() {
    assertThat(inCommon("Pacific/Auckland", "Pacific/Honolulu")).isEqualTo(6);
    assertThat(inCommon("Pacific/Kiritimati", "Pacific/Honolulu")).isEqualTo(8);
  }

  @Test
  void days_of_more_than_half_the_clock_meet_at_both_ends() {
    WorkingDay day = new WorkingDay(LocalTime.of(5, 0), LocalTime.of(21, 0), Optional.empty());

    assertThat(day.inCommon(day.offset(ZoneId.of("UTC")), day.offset(ZoneId.of("UTC+12"))))
        .isEqualTo(8);
  }

  @Test
  void summer_time_counts_only_on_a_day_that_is_named() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    ZoneId phoenix = ZoneId.of("America/Phoenix");
    WorkingDay july =
        new WorkingDay(
            LocalTime.of(9, 0), LocalTime.of(18, 0), Optional.of(LocalDate.of(2026, 7, 1)));
    WorkingDay standard = new WorkingDay(july.from(), july.to(), Optional.empty());

    assertThat(standard.inCommon(standard.offset(berlin), standard.offset(phoenix))).isEqualTo(1);
    assertThat(july.inCommon(july.offset(berlin), july.offset(phoenix))).isZero();
  }

  @Test
  void a_day_must_begin_before_it_ends() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkingDay(LocalTime.of(17, 0), LocalTime.of(9, 0), Optional.empty()))
        .withMessageContaining("17:00");
  }

  @Test
  void people_count_by_their_weight_and_units_as_often_as_they_are_told_to() {
    MeetingHours hours =
        MeetingHours.builder(WorkingDay.USUAL, 2, zones("America/New_York", "America/Denver"))
            .person(0, 3, ZoneId.of("America/New_York"))
            .person(0, 1, ZoneId.of("America/Los_Angeles"))
            .build();

    assertThat(hours.inCommon(0, 0)).isEqualTo((3 * 8 + 1 * 5) / 4.0);
    assertThat(hours.inCommon(0, 1)).isEqualTo((3 * 6 + 1 * 7) / 4.0);
    assertThat(hours.inCommon(1, 0)).isEqualTo(8);
    Preference missed = hours.toPreference("timeZoneOverlap", new double[] {10, 5});
    assertThat(missed.at(0, 0)).isEqualTo(7.5);
    assertThat(missed.at(0, 1)).isEqualTo(17.5);
    assertThat(missed.at(1, 0)).isZero();
  }

  @Test
  void territories_of_one_offset_miss_the_same_hours() {
    MeetingHours hours =
        MeetingHours.builder(
                WorkingDay.USUAL, 1, zones("Asia/Tokyo", "America/Chicago", "Asia/Seoul"))
            .person(0, 1, ZoneId.of("Australia/Brisbane"))
            .build();

    Preference missed = hours.toPreference("timeZoneOverlap", new double[] {1});

    assertThat(missed.territoryCount()).isEqualTo(3);
    assertThat(missed.at(0, 0)).isEqualTo(missed.at(0, 2)).isEqualTo(1);
    assertThat(missed.at(0, 1)).isEqualTo(8);
  }

  private static List<ZoneId> zones(String... names) {
    return Arrays.stream(names).map(ZoneId::of).toList();
  }

  private static double inCommon(String one, String other) {
    WorkingDay day = WorkingDay.USUAL;
    return day.inCommon(day.offset(ZoneId.of(one)), day.offset(ZoneId.of(other)));
  }
}
