package bailiwick.intake.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Address;
import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Location;
import bailiwick.core.account.Ties;
import bailiwick.core.account.Upkeep;
import bailiwick.core.account.Worth;
import bailiwick.core.fixture.Seeds;
import bailiwick.intake.deal.Opportunity;
import bailiwick.intake.deal.Opportunity.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PotentialEstimateTest {

  private static final Service PLAIN = new Service(0, 0, 0, 0, 1);
  private static final AddressableSpend TEN_A_HEAD = new AddressableSpend(0, 1_000, 0);

  @Test
  void spend_times_the_segments_rate_and_open_deals_and_growth_are_the_potential() {
    PotentialModel model = model(Map.of("Proposal", 0.5), segment("all", SegmentRule.ALL, 0.1));
    DealBook deals = new DealBook();
    deals.add(deal("A", State.WON, "Won", 0));
    deals.add(deal("A", State.LOST, "Lost", 0));
    deals.add(deal("A", State.OPEN, "proposal", 3_000));

    AccountPotential of = only(model, account("A", 20, 5_000), deals);

    assertThat(of.terms().spendCents()).isEqualTo(20_000);
    assertThat(of.terms().conversionCents()).isEqualTo(10_000);
    assertThat(of.terms().pipelineCents()).isEqualTo(1_500);
    assertThat(of.terms().growthCents()).isEqualTo(500);
    assertThat(of.potentialCents()).isEqualTo(12_000);
  }

  @Test
  void a_stage_that_the_model_does_not_name_counts_by_the_segments_rate() {
    PotentialModel model = model(Map.of(), segment("all", SegmentRule.ALL, 0));
    DealBook deals = new DealBook();
    deals.add(deal("A", State.WON, "Won", 0));
    deals.add(deal("B", State.LOST, "Lost", 0));
    deals.add(deal("A", State.OPEN, "Demo", 1_000));

    PotentialEstimate estimate =
        PotentialEstimate.of(model, List.of(account("A", 0, 0), account("B", 0, 0)), deals);

    assertThat(estimate.accounts().getFirst().terms().pipelineCents()).isEqualTo(500);
  }

  @Test
  void a_segment_with_few_deals_is_drawn_towards_the_rate_of_all() {
    SegmentRule large = employeesFrom(100);
    PotentialModel model =
        model(Map.of(), segment("large", large, 0), segment("rest", SegmentRule.ALL, 0));
    DealBook deals = new DealBook();
    deals.add(deal("big", State.WON, "Won", 0));
    for (int k = 0; k < 3; k++) {
      deals.add(deal("small", State.LOST, "Lost", 0));
    }

    PotentialEstimate estimate =
        PotentialEstimate.of(model, List.of(account("big", 500, 0), account("small", 5, 0)), deals);

    // (1 + 20 · 1/4) / (1 + 20) and (0 + 20 · 1/4) / (3 + 20)
    assertThat(estimate.segments().get(0).conversion().rate()).isCloseTo(6 / 21.0, within(1e-12));
    assertThat(estimate.segments().get(1).conversion().rate()).isCloseTo(5 / 23.0, within(1e-12));
    assertThat(estimate.overall().rate()).isEqualTo(0.25);
  }

  @Test
  void sales_that_shrink_never_make_a_potential_negative_and_the_terms_still_sum() {
    PotentialModel model = model(Map.of(), segment("all", SegmentRule.ALL, -1));

    AccountPotential of = only(model, account("A", 1, 900_000), new DealBook());

    assertThat(of.potentialCents()).isZero();
    assertThat(of.terms().growthCents()).isEqualTo(-of.terms().conversionCents());
  }

  @Test
  void the_pipeline_that_came_with_an_account_counts_where_no_open_deal_is_known() {
    PotentialModel model = model(Map.of(), segment("all", SegmentRule.ALL, 0));
    Account account = account("A", 0, new Worth(0, 0, 0, 10_000));

    assertThat(only(model, account, new DealBook()).terms().pipelineCents()).isEqualTo(2_000);
  }

  @Test
  void absurd_figures_are_cut_before_their_sum_turns_over() {
    PotentialModel model = model(Map.of("Demo", 1.0), segment("all", SegmentRule.ALL, 10));
    DealBook deals = new DealBook();
    List<Account> accounts = new ArrayList<>();
    for (int k = 0; k < 1_000; k++) {
      accounts.add(account("A" + k, Long.MAX_VALUE, Long.MAX_VALUE));
      deals.add(deal("A" + k, State.OPEN, "Demo", Long.MAX_VALUE));
      deals.add(deal("A" + k, State.OPEN, "Demo", Long.MAX_VALUE));
    }

    PotentialEstimate estimate = PotentialEstimate.of(model, accounts, deals);

    assertThat(estimate.segments().getFirst().potentialCents())
        .isEqualTo(1_000 * estimate.accounts().getFirst().potentialCents())
        .isPositive();
  }

  @Test
  void visits_and_calls_of_a_complex_account_take_longer() {
    Service service = new Service(12, 2, 24, 0.5, 1.5);
    Segment complex = new Segment("all", SegmentRule.ALL, TEN_A_HEAD, 0, service);

    AccountPotential of = only(model(Map.of(), complex), account("A", 1, 0), new DealBook());

    assertThat(of.terms().visitCentihours()).isEqualTo(3_600);
    assertThat(of.terms().callCentihours()).isEqualTo(1_800);
    assertThat(of.estimated().worth().workloadCentihours()).isEqualTo(5_400);
  }

  @Test
  void an_account_belongs_to_the_first_segment_whose_conditions_it_meets() {
    SegmentRule hospitals =
        new SegmentRule(Bounds.NONE, Bounds.NONE, List.of("622"), List.of(), Set.of());
    PotentialModel model =
        model(
            Map.of(),
            segment("large", employeesFrom(100), 0),
            segment("hospitals", hospitals, 0),
            segment("rest", SegmentRule.ALL, 0));

    assertThat(only(model, industry("A", "622110", 500), new DealBook()).segment())
        .isEqualTo("large");
    assertThat(only(model, industry("A", "622110", 99), new DealBook()).segment())
        .isEqualTo("hospitals");
    assertThat(only(model, industry("A", "621", 99), new DealBook()).segment()).isEqualTo("rest");
  }

  @Test
  void a_buying_stage_follows_from_sales_and_open_deals() {
    PotentialModel model =
        model(
            Map.of(),
            segment("customers", inStage(BuyingStage.CUSTOMER), 0),
            segment("talks", inStage(BuyingStage.IN_TALKS), 0),
            segment("rest", SegmentRule.ALL, 0));
    DealBook deals = new DealBook();
    deals.add(deal("A", State.OPEN, "Demo", 1));

    assertThat(only(model, account("A", 1, 100), deals).segment()).isEqualTo("customers");
    assertThat(only(model, account("A", 1, 0), deals).segment()).isEqualTo("talks");
    assertThat(only(model, account("B", 1, 0), deals).segment()).isEqualTo("rest");
  }

  @Test
  void an_account_of_unknown_size_meets_no_limit_of_size_and_is_told() {
    PotentialModel model =
        model(Map.of(), segment("large", employeesFrom(0), 0), segment("rest", SegmentRule.ALL, 0));
    Account unknown = account("A", Firmographics.UNKNOWN, Worth.NONE);

    PotentialEstimate estimate = PotentialEstimate.of(model, List.of(unknown), new DealBook());

    assertThat(estimate.accounts().getFirst().segment()).isEqualTo("rest");
    assertThat(estimate.warnings()).contains(new ModelProblem.UnknownSize("rest", 1, 1));
  }

  @Test
  void territories_that_are_even_in_accounts_only_are_told() {
    PotentialModel model = model(Map.of(), segment("all", SegmentRule.ALL, 0));
    List<Account> accounts = new ArrayList<>();
    for (int k = 0; k < 10; k++) {
      accounts.add(inTerritory("T1", account("tiny" + k, 1, 0)));
      accounts.add(inTerritory("T2", account("whale" + k, 9, 0)));
    }

    PotentialEstimate estimate = PotentialEstimate.of(model, accounts, new DealBook());

    assertThat(estimate.warnings())
        .contains(new ModelProblem.EvenCounts("territories", 0, 80))
        .hasSize(2);
  }

  @Test
  void sums_reconcile_and_the_order_of_accounts_and_deals_does_not_matter() {
    Seeds.check((random, size) -> {
      List<Account> accounts = accounts(random, 1 + size / 10);
      List<Opportunity> deals = deals(random, accounts);
      PotentialModel model =
          model(
              Map.of("s1", random.nextDouble()),
              segment("large", employeesFrom(50), random.nextDouble() - 0.5),
              segment("rest", SegmentRule.ALL, random.nextDouble() - 0.5));

      PotentialEstimate estimate = PotentialEstimate.of(model, accounts, book(deals));
      PotentialEstimate reversed =
          PotentialEstimate.of(model, accounts.reversed(), book(deals.reversed()));

      assertThat(reversed.segments()).isEqualTo(estimate.segments());
      assertThat(reversed.accounts().reversed()).isEqualTo(estimate.accounts());
      assertThat(estimate.segments().stream().mapToLong(SegmentTotal::potentialCents).sum())
          .isEqualTo(
              estimate.accounts().stream().mapToLong(AccountPotential::potentialCents).sum());
      assertThat(estimate.accounts()).allMatch(of -> of.potentialCents() >= 0);
      for (SegmentTotal segment : estimate.segments()) {
        assertThat(segment.conversion().rate()).isBetween(0.0, 1.0);
      }
    });
  }

  private static AccountPotential only(PotentialModel model, Account account, DealBook deals) {
    return PotentialEstimate.of(model, List.of(account), deals).accounts().getFirst();
  }

  /** A model with twenty deals for the rate of all, and one in five won where there is none. */
  private static PotentialModel model(Map<String, Double> stages, Segment... segments) {
    return new PotentialModel(List.of(segments), 20, 0.2, stages);
  }

  private static Segment segment(String name, SegmentRule rule, double growth) {
    return new Segment(name, rule, TEN_A_HEAD, growth, PLAIN);
  }

  private static SegmentRule employeesFrom(long from) {
    Bounds bounds = new Bounds(OptionalLong.of(from), OptionalLong.empty());
    return new SegmentRule(bounds, Bounds.NONE, List.of(), List.of(), Set.of());
  }

  private static SegmentRule inStage(BuyingStage stage) {
    return new SegmentRule(Bounds.NONE, Bounds.NONE, List.of(), List.of(), Set.of(stage));
  }

  private static Account account(String id, long employees, long salesCents) {
    return account(id, employees, new Worth(0, 0, salesCents, 0));
  }

  private static Account account(String id, long employees, Worth worth) {
    return account(id, of("", employees), worth);
  }

  private static Account industry(String id, String industry, long employees) {
    return account(id, of(industry, employees), Worth.NONE);
  }

  private static Firmographics of(String industry, long employees) {
    return new Firmographics(industry, OptionalLong.of(employees), OptionalLong.empty(), "");
  }

  private static Account account(String id, Firmographics firmographics, Worth worth) {
    return new Account(
        AccountId.ofExternal("test", id),
        id,
        id,
        Address.UNKNOWN,
        Location.NONE,
        firmographics,
        worth,
        Ties.NONE,
        Upkeep.UNKNOWN,
        "",
        "");
  }

  private static Account inTerritory(String territory, Account account) {
    return new Account(
        account.id(),
        account.externalId(),
        account.name(),
        account.address(),
        account.location(),
        account.firmographics(),
        account.worth(),
        account.ties(),
        account.upkeep(),
        "",
        territory);
  }

  private static Opportunity deal(String account, State state, String stage, long cents) {
    return new Opportunity("O", account, "", "", stage, state, cents, null, null);
  }

  private static List<Account> accounts(SplittableRandom random, int count) {
    List<Account> accounts = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      accounts.add(account("A" + k, random.nextInt(100), random.nextInt(1_000_000)));
    }
    return accounts;
  }

  private static List<Opportunity> deals(SplittableRandom random, List<Account> accounts) {
    List<Opportunity> deals = new ArrayList<>();
    for (int k = 0; k < 3 * accounts.size(); k++) {
      String account = accounts.get(random.nextInt(accounts.size())).externalId();
      State state =
          random.nextInt(3) == 0 ? State.OPEN : random.nextBoolean() ? State.WON : State.LOST;
      deals.add(deal(account, state, "S" + random.nextInt(3), random.nextInt(100_000)));
    }
    return deals;
  }

  private static DealBook book(List<Opportunity> deals) {
    DealBook book = new DealBook();
    deals.forEach(book::add);
    return book;
  }
}
