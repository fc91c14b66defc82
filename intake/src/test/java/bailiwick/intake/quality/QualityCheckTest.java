package bailiwick.intake.quality;

import static bailiwick.intake.quality.Given.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Precision;
import bailiwick.core.account.Upkeep;
import bailiwick.core.account.Worth;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class QualityCheckTest {

  @Test
  void an_account_without_doubts_is_not_told_of() {
    QualityReport report = new Given().account("A", 0, 100).person("Ada", null).report();
    assertThat(report.findings()).isEmpty();
    assertThat(report.all().doubtfulShare()).isZero();
    assertThat(report.potentialBalance().isCertain()).isTrue();
  }

  @Test
  void shares_are_of_accounts_and_of_potential_by_territory_and_in_all() {
    QualityReport report =
        new Given()
            .account("A", 0, 300)
            .placed("B", 0, 100, Precision.CITY, "US/IL/17031/60614")
            .account("C", 1, 600)
            .report();
    assertThat(report.all().of(Doubt.PLACE_COARSE).shareOf(report.all().whole()))
        .isCloseTo(0.1, within(1e-12));
    var north = report.territories().getFirst();
    assertThat(north.of(Doubt.PLACE_COARSE).accounts()).isEqualTo(1);
    assertThat(north.doubtfulShare()).isCloseTo(0.25, within(1e-12));
    assertThat(report.territories().get(1).doubtfulShare()).isZero();
  }

  @Test
  void an_account_with_two_faults_counts_once_for_the_limit() {
    QualityReport report =
        new Given()
            .account("A", 0, 100)
            .but(a -> Given.firm(a, Firmographics.UNKNOWN))
            .account("B", 0, 100)
            .report();
    assertThat(kinds(report)).containsExactly(Doubt.INDUSTRY_UNKNOWN, Doubt.SIZE_UNKNOWN);
    assertThat(report.all().doubtful()).isEqualTo(new QualityReport.Sum(1, 10_000));
  }

  @Test
  void owners_who_left_are_unknown_or_missing_are_told_apart() {
    QualityReport report =
        new Given()
            .person("Ada", null)
            .person("Bob", TODAY)
            .account("here", 0, 1)
            .account("left", 0, 1)
            .but(a -> Given.owner(a, "bob"))
            .account("ghost", 0, 1)
            .but(a -> Given.owner(a, "Import User"))
            .account("nobody", -1, 1)
            .but(a -> Given.owner(a, ""))
            .report();
    assertThat(kinds(report))
        .containsExactly(Doubt.OWNER_LEFT, Doubt.OWNER_UNKNOWN, Doubt.OWNER_MISSING);
    assertThat(report.findings().getFirst().detail()).isEqualTo("Bob left on 2026-10-01");
  }

  @Test
  void nobody_is_unknown_or_inactive_when_no_roster_and_no_activities_are_known() {
    assertThat(new Given().account("A", 0, 1).report().findings()).isEmpty();
  }

  @Test
  void accounts_without_a_contact_for_a_year_are_inactive_and_no_fault_of_the_data() {
    QualityReport report =
        new Given()
            .account("never", 0, 1)
            .account("long ago", 0, 1)
            .contact("long ago", TODAY.minusMonths(12).minusDays(1))
            .account("lately", 0, 1)
            .contact("lately", TODAY.minusMonths(12))
            .report();
    assertThat(report.findings())
        .extracting(Finding::detail)
        .containsExactly("No activity is known", "Last activity on 2025-09-30");
    assertThat(report.all().doubtfulShare()).isZero();
  }

  @Test
  void rows_that_their_system_has_not_changed_for_two_years_are_stale() {
    QualityReport report =
        new Given()
            .account("A", 0, 1)
            .but(a -> Given.upkeep(a, changedOn("2024-09-30")))
            .account("B", 0, 1)
            .but(a -> Given.upkeep(a, changedOn("2024-10-01")))
            .report();
    assertThat(kinds(report)).containsExactly(Doubt.STALE);
  }

  @Test
  void what_could_not_be_read_and_what_was_settled_is_told_with_its_text() {
    QualityReport report =
        new Given()
            .account("A", 0, 1)
            .but(a ->
                Given.upkeep(
                    a,
                    new Upkeep(null, Map.of("region", "OH"), Map.of("employees", "-1"), Map.of())))
            .report();
    assertThat(report.findings())
        .extracting(Finding::detail)
        .containsExactly("The region was `OH`", "The employees `-1` could not be read");
  }

  @Test
  void a_potential_a_thousand_times_that_of_its_like_is_out_of_range() {
    Given given = new Given();
    for (int i = 0; i < 40; i++) {
      given.account("A" + i, i % 2, 1_000 + 10 * i);
    }
    QualityReport report = given.account("typo", 0, 1_000_000).report();
    assertThat(report.findings()).hasSize(1);
    assertThat(report.findings().getFirst().account().account().externalId()).isEqualTo("typo");
    assertThat(report.findings().getFirst().detail())
        .startsWith("The potential (1,000,000) is not between");
    Spread north = report.territories().getFirst().potential();
    assertThat(north.recorded()).isGreaterThan(north.high());
    assertThat(north.high() - north.low()).isLessThan(100_000); // between the usual amounts
  }

  @Test
  void fillers_and_amounts_below_0_are_out_of_range() {
    QualityReport report =
        new Given()
            .account("nines", 0, 99_999)
            .account("ascending", 0, 123_456)
            .account("credit", 0, 5)
            .but(a -> a.withWorth(new Worth(500, 1_000, -1, 0)))
            .account("plain", 0, 90_009)
            .report();
    assertThat(report.findings())
        .extracting(Finding::detail)
        .containsExactly(
            "The potential (99,999) looks like a filler",
            "The potential (123,456) looks like a filler",
            "The sales (-0.0100) is below 0");
  }

  @Test
  void possible_duplicates_count_once_or_twice_in_the_total() {
    QualityReport report =
        new Given()
            .account("A", 0, 100)
            .account("A again", 0, 100)
            .account("B", 1, 200)
            .pair("A", "A again", 0.95)
            .account("C", 1, 50)
            .pair("B", "C", 0.5)
            .report();
    assertThat(kinds(report)).containsExactly(Doubt.DUPLICATE, Doubt.DUPLICATE);
    Spread north = report.territories().getFirst().potential();
    assertThat(List.of(north.recorded(), north.low(), north.high()))
        .containsExactly(20_000.0, 10_000.0, 20_000.0);
    assertThat(report.potentialBalance().recorded()).isCloseTo(1 / 9.0, within(1e-9));
    assertThat(report.potentialBalance().high()).isCloseTo(250 / 175.0 - 1, within(1e-9));
  }

  @Test
  void an_account_placed_by_its_region_may_be_any_of_the_territories_there() {
    QualityReport report =
        new Given()
            .account("A", 0, 100)
            .placed("far", 1, 100, Precision.POSTCODE, "US/TX/48113/75201")
            .placed("somewhere", 0, 40, Precision.REGION, "US/IL")
            .report();
    assertThat(report.territories().getFirst().potential().isCertain()).isTrue();
    QualityReport open =
        new Given()
            .account("A", 0, 100)
            .account("B", 1, 100)
            .placed("somewhere", 0, 40, Precision.REGION, "US/IL")
            .report();
    assertThat(open.territories().get(1).potential().high()).isEqualTo(14_000);
    assertThat(open.territories().getFirst().potential().low()).isEqualTo(10_000);
  }

  @Test
  void where_region_and_postcode_contradict_each_other_both_regions_are_possible() {
    QualityReport report =
        new Given()
            .placed("A", 0, 100, Precision.POSTCODE, "US/IL/17031/60614")
            .placed("B", 1, 100, Precision.POSTCODE, "US/TX/48113/75201")
            .account("C", 0, 10)
            .but(a -> Given.upkeep(a, new Upkeep(null, Map.of("region", "TX"), Map.of(), Map.of())))
            .report();
    assertThat(report.territories().get(1).potential().high()).isEqualTo(11_000);
    assertThat(report.territories().get(1).potential().low()).isEqualTo(10_000);
  }

  @Test
  void the_size_may_be_known_by_revenue_alone() {
    var firm = new Firmographics("44", OptionalLong.empty(), OptionalLong.of(100), "");
    assertThat(new Given().account("A", 0, 1).but(a -> Given.firm(a, firm)).report().findings())
        .isEmpty();
  }

  private static Upkeep changedOn(String day) {
    return new Upkeep(LocalDate.parse(day), Map.of(), Map.of(), Map.of());
  }

  private static List<Doubt> kinds(QualityReport report) {
    return report.findings().stream().map(Finding::doubt).toList();
  }
}
