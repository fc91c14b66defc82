package bailiwick.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.alignment.TerritoryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TerritoryKpisTest {

  private static final TerritoryCode NORTH = new TerritoryCode("N");
  private static final TerritoryCode SOUTH = new TerritoryCode("S");
  private static final KpiPeriod YEAR =
      KpiPeriod.whole(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
  private static final KpiPeriod HALF_OF_IT =
      new KpiPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), LocalDate.of(2026, 7, 2));

  @Test
  void accounts_and_prospects_are_counted() {
    var north = row(0, table(YEAR, Map.of(), account(NORTH, 1, 5, 0), account(NORTH, 1, 0, 0)));

    assertThat(north.accounts()).isEqualTo(2);
    assertThat(north.prospects()).isEqualTo(1);
  }

  @Test
  void an_account_whose_revenue_is_unknown_is_no_prospect() {
    var unknown =
        new AccountFigures(
            Optional.of(NORTH),
            OptionalLong.of(7),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());

    var north = row(0, table(YEAR, Map.of(NORTH, 100L), unknown));

    assertThat(north.prospects()).isZero();
    assertThat(north.revenueCents()).isEmpty();
    assertThat(north.attainment()).isEmpty();
    assertThat(north.remainingQuotaCents()).isEmpty();
    assertThat(north.pipelineCoverage()).isEmpty();
  }

  @Test
  void a_territory_without_accounts_has_a_potential_of_zero_that_is_known() {
    assertThat(row(0, table(YEAR, Map.of())).potentialCents()).hasValue(0);
  }

  @Test
  void attainment_is_revenue_over_the_quota_to_date() {
    var north = row(0, table(HALF_OF_IT, Map.of(NORTH, 36_500L), account(NORTH, 0, 9_100, 0)));

    assertThat(north.quotaCents()).hasValue(36_500);
    assertThat(north.quotaToDateCents()).hasValue(18_200);
    assertThat(north.attainment()).hasValue(0.5);
  }

  @Test
  void pipeline_coverage_is_open_pipeline_over_what_remains_of_the_quota() {
    var north = row(0, table(HALF_OF_IT, Map.of(NORTH, 36_500L), account(NORTH, 0, 6_500, 90_000)));

    assertThat(north.remainingQuotaCents()).hasValue(30_000);
    assertThat(north.pipelineCoverage()).hasValue(3.0);
  }

  @Test
  void pipeline_coverage_is_missing_once_the_quota_is_reached() {
    var north = row(0, table(YEAR, Map.of(NORTH, 100L), account(NORTH, 0, 150, 50)));

    assertThat(north.remainingQuotaCents()).hasValue(-50);
    assertThat(north.pipelineCoverage()).isEmpty();
    assertThat(north.attainment()).hasValue(1.5);
  }

  @Test
  void a_vacant_seat_has_no_quota_and_no_attainment() {
    var north = row(0, table(YEAR, Map.of(SOUTH, 100L), account(NORTH, 0, 150, 50)));

    assertThat(north.quotaCents()).isEmpty();
    assertThat(north.attainment()).isEmpty();
  }

  @Test
  void revenue_without_a_quota_does_not_lift_the_company() {
    var company =
        table(YEAR, Map.of(SOUTH, 100L), account(NORTH, 0, 999, 9), account(SOUTH, 0, 50, 100))
            .company();

    assertThat(company.revenueCents()).hasValue(1_049);
    assertThat(company.attainment()).hasValue(0.5);
    assertThat(company.pipelineCoverage()).hasValue(2.0);
  }

  @Test
  void the_potential_index_of_the_average_territory_is_100() {
    var table = table(YEAR, Map.of(), account(NORTH, 150, 0, 0), account(SOUTH, 50, 0, 0));

    assertThat(row(0, table).potentialIndex()).hasValue(150);
    assertThat(row(1, table).potentialIndex()).hasValue(50);
    assertThat(row(0, table).potentialShare()).hasValue(0.75);
  }

  @Test
  void the_index_is_missing_when_there_is_no_potential_at_all() {
    assertThat(row(0, table(YEAR, Map.of(), account(NORTH, 0, 0, 0))).potentialIndex()).isEmpty();
  }

  @Test
  void accounts_of_nobody_and_of_other_territories_are_unowned() {
    var table =
        table(YEAR, Map.of(), account(null, 5, 0, 0), account(new TerritoryCode("X"), 7, 0, 0));

    assertThat(table.unowned().accounts()).isEqualTo(2);
    assertThat(table.unowned().potentialCents()).hasValue(12);
  }

  @Test
  void a_leap_year_has_its_own_days() {
    var first = LocalDate.of(2028, 1, 1);
    var quarter = KpiPeriod.whole(first, first.plusMonths(3));

    assertThat(row(0, table(quarter, Map.of(NORTH, 366_000L))).quotaCents()).hasValue(91_000);
  }

  @Test
  void territories_and_unowned_add_up_to_the_company_exactly() {
    for (long seed = 1; seed <= 50; seed++) {
      var table = randomTable(seed);
      var parts = new ArrayList<>(table.rows().stream().map(KpiTable.Row::kpi).toList());
      parts.add(table.unowned());
      assertReconciles(seed, parts, table.company(), kpi -> OptionalLong.of(kpi.accounts()));
      assertReconciles(seed, parts, table.company(), kpi -> OptionalLong.of(kpi.prospects()));
      assertReconciles(seed, parts, table.company(), TerritoryKpi::potentialCents);
      assertReconciles(seed, parts, table.company(), TerritoryKpi::revenueCents);
      assertReconciles(seed, parts, table.company(), TerritoryKpi::openPipelineCents);
      assertReconciles(seed, parts, table.company(), TerritoryKpi::quotaCents);
      assertReconciles(seed, parts, table.company(), TerritoryKpi::quotaToDateCents);
      assertReconciles(seed, parts, table.company(), TerritoryKpi::remainingQuotaCents);
      assertReconciles(seed, parts, table.company(), TerritoryKpi::wonDeals);
      assertReconciles(seed, parts, table.company(), TerritoryKpi::lostDeals);
      assertReconciles(seed, parts, table.company(), TerritoryKpi::contactedAccounts);
    }
  }

  @Test
  void the_win_rate_counts_what_was_closed_and_coverage_who_was_contacted() {
    var north = row(0, table(YEAR, Map.of(), worked(NORTH, 2, 1, 5), worked(NORTH, 1, 0, 0)));

    assertThat(north.winRate()).hasValue(0.75);
    assertThat(north.contactedAccounts()).hasValue(1);
    assertThat(north.coverage()).hasValue(0.5);
  }

  @Test
  void without_closed_deals_there_is_no_win_rate_and_without_activities_no_coverage() {
    var idle = row(0, table(YEAR, Map.of(), worked(NORTH, 0, 0, 0)));
    var unknown = row(0, table(YEAR, Map.of(), account(NORTH, 0, 0, 0)));

    assertThat(idle.winRate()).isEmpty();
    assertThat(idle.coverage()).hasValue(0);
    assertThat(unknown.wonDeals()).isEmpty();
    assertThat(unknown.winRate()).isEmpty();
    assertThat(unknown.coverage()).isEmpty();
  }

  @Test
  void quotas_that_follow_each_other_count_by_their_days_in_the_period() {
    var first = LocalDate.of(2026, 1, 1);
    var lines =
        List.of(
            new QuotaLine(first, first.plusMonths(6), 18_100),
            new QuotaLine(first.plusMonths(6), first.plusYears(1), 36_800),
            new QuotaLine(first.minusYears(1), first, 99));
    var request = new KpiRequest(HALF_OF_IT, List.of(NORTH), List.of(), Map.of(NORTH, lines));

    var north = row(0, TerritoryKpis.compute(request));

    assertThat(north.quotaCents()).hasValue(54_900);
    assertThat(north.quotaToDateCents()).hasValue(18_300);
  }

  @Test
  void the_indices_average_100() {
    var table = randomTable(7);

    assertThat(table.rows().stream().mapToDouble(row -> row.kpi().potentialIndex().orElseThrow()))
        .satisfies(indices ->
            assertThat(indices.stream().mapToDouble(i -> i).average().orElseThrow())
                .isCloseTo(100, within(1e-9)));
  }

  @Test
  void a_period_must_hold_the_day_of_the_figures() {
    var day = LocalDate.of(2026, 1, 1);

    assertThatThrownBy(() -> new KpiPeriod(day, day, day)).hasMessageContaining("must end");
    assertThatThrownBy(() -> new KpiPeriod(day, day.plusDays(1), day.plusDays(2)))
        .hasMessageContaining("must lie from");
  }

  private static KpiTable randomTable(long seed) {
    var random = new Random(seed);
    List<TerritoryCode> territories = new ArrayList<>();
    Map<TerritoryCode, Long> quotas = new HashMap<>();
    for (int t = 0; t < 9; t++) {
      territories.add(new TerritoryCode("T" + t));
      if (random.nextInt(4) > 0) {
        quotas.put(territories.get(t), random.nextLong(1_000_000_007L));
      }
    }
    List<AccountFigures> accounts = new ArrayList<>();
    for (int a = 0; a < 500; a++) {
      accounts.add(
          new AccountFigures(
              random.nextInt(10) == 0
                  ? Optional.empty()
                  : Optional.of(territories.get(random.nextInt(9))),
              amount(random),
              amount(random),
              amount(random),
              amount(random),
              amount(random),
              amount(random)));
    }
    var from = LocalDate.of(2026, 4, 6);
    var period = new KpiPeriod(from, from.plusDays(91), from.plusDays(random.nextInt(92)));
    return TerritoryKpis.compute(
        new KpiRequest(period, territories, accounts, yearly(period, quotas)));
  }

  private static OptionalLong amount(Random random) {
    return random.nextInt(8) == 0
        ? OptionalLong.empty()
        : OptionalLong.of(random.nextLong(123_456_789L));
  }

  private static void assertReconciles(
      long seed,
      List<TerritoryKpi> parts,
      TerritoryKpi company,
      Function<TerritoryKpi, OptionalLong> amount) {
    long sum = parts.stream().mapToLong(part -> amount.apply(part).orElse(0)).sum();
    assertThat(sum).as("seed %s", seed).isEqualTo(amount.apply(company).orElse(0));
  }

  private static KpiTable table(
      KpiPeriod period, Map<TerritoryCode, Long> quotas, AccountFigures... accounts) {
    return TerritoryKpis.compute(
        new KpiRequest(period, List.of(NORTH, SOUTH), List.of(accounts), yearly(period, quotas)));
  }

  /** A quota for the year that begins with the period. */
  private static Map<TerritoryCode, List<QuotaLine>> yearly(
      KpiPeriod period, Map<TerritoryCode, Long> quotas) {
    Map<TerritoryCode, List<QuotaLine>> lines = new HashMap<>();
    quotas.forEach((territory, cents) ->
        lines.put(
            territory, List.of(new QuotaLine(period.from(), period.from().plusYears(1), cents))));
    return lines;
  }

  private static TerritoryKpi row(int number, KpiTable table) {
    return table.rows().get(number).kpi();
  }

  private static AccountFigures worked(
      TerritoryCode territory, long won, long lost, long contacts) {
    return new AccountFigures(
        Optional.of(territory),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.of(won),
        OptionalLong.of(lost),
        OptionalLong.of(contacts));
  }

  private static AccountFigures account(
      @org.jspecify.annotations.Nullable TerritoryCode territory,
      long potential,
      long revenue,
      long pipeline) {
    return new AccountFigures(
        Optional.ofNullable(territory),
        OptionalLong.of(potential),
        OptionalLong.of(revenue),
        OptionalLong.of(pipeline),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }
}
