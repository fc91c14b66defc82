package bailiwick.store.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import bailiwick.store.account.AccountLoad;
import bailiwick.store.account.Extent;
import bailiwick.store.account.LoadReport;
import bailiwick.store.account.StoredAccount;
import bailiwick.store.audit.AuditEntry;
import bailiwick.store.database.StoreFailures;
import bailiwick.store.database.StoreProblem;
import bailiwick.store.duplicate.FoundPair;
import bailiwick.store.duplicate.PairState;
import bailiwick.store.measure.Deal;
import bailiwick.store.measure.DealState;
import bailiwick.store.measure.Revenue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PotentialRepositoryTest extends StoreContract {

  private static final KeptTerms TERMS = new KeptTerms("small", 900, 500, 40, -3, 200, 25, true);

  private AccountId a;
  private AccountId b;

  @BeforeEach
  void accounts() {
    Given.load(
        store,
        Given.account("A", "Acme", "60614", 7_000),
        Given.account("B", "Brown", "60614", 8_000));
    a = id("A");
    b = id("B");
  }

  private AccountId id(String externalId) {
    return Objects.requireNonNull(store.accounts().idsByExternalId("crm").get(externalId));
  }

  private static ModelInForce model(String text) {
    return new ModelInForce(text, 1, "{}", START, "planner", START);
  }

  /** What a model says of some accounts, put in force. */
  private long apply(Map<AccountId, KeptTerms> terms) {
    return store.potential().apply(model("{}"), terms::forEach, "{}");
  }

  @Test
  void of_two_who_change_the_model_at_once_the_second_is_refused() {
    SavedModel first = store.potential().save("{\"a\":1}", 0, "planner");

    assertThat(first.version()).isEqualTo(1);
    assertRefused(
        "STORE_STALE_VERSION", () -> store.potential().save("{\"a\":2}", 0, "administrator"));
    assertRefused("STORE_STALE_VERSION", () -> store.potential().requireVersion(0));
    assertThat(store.potential().save("{\"a\":3}", 1, "administrator").version()).isEqualTo(2);
    assertThat(store.potential().findModel().orElseThrow().text()).isEqualTo("{\"a\":3}");
    assertRefused("STORE_STALE_VERSION", () -> store.potential().save("{\"a\":4}", 1, "planner"));
  }

  @Test
  void the_terms_of_a_model_in_force_add_up_to_what_counts_and_the_files_say_is_kept() {
    assertThat(apply(Map.of(a, TERMS))).isEqualTo(1);

    assertThat(store.accounts().get(a).account().worth()).isEqualTo(new Worth(537, 225, 30_000, 0));
    assertThat(store.accounts().get(a).asImported().worth())
        .isEqualTo(new Worth(7_000, 1_250, 30_000, 0));
    assertThat(store.potential().findEstimate(a))
        .contains(new AccountEstimate(537, 225, 7_000, 1_250, TERMS));
    assertThat(store.potential().findEstimate(b))
        .contains(new AccountEstimate(8_000, 1_250, 8_000, 1_250, null));
    assertThat(store.potential().importedTotals()).isEqualTo(new WorthTotals(15_000, 2_500));
    assertThat(store.potential().findInForce()).contains(model("{}"));
  }

  @Test
  @Timeout(60)
  void an_edit_waits_for_work_on_all_accounts_some_seconds_and_not_until_it_ends()
      throws Exception {
    StoredAccount before = store.accounts().get(a);
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch edited = new CountDownLatch(1);
    try (ExecutorService renewing = Executors.newSingleThreadExecutor()) {
      Future<Boolean> renewal =
          renewing.submit(() -> store.inTransaction(() -> holdUntil(held, edited)));
      held.await();

      assertThatThrownBy(() -> store.inEdit(() -> saved(before)))
          .satisfies(
              failure -> assertThat(StoreFailures.find(failure)).contains(new StoreProblem.Busy()));

      edited.countDown();
      assertThat(renewal.get()).isTrue();
      assertThat(store.inEdit(() -> saved(before)).version()).isEqualTo(before.version() + 1);
    }
  }

  private StoredAccount saved(StoredAccount account) {
    return store.accounts().update(account.asImported(), account.units(), account.version());
  }

  private boolean holdUntil(CountDownLatch held, CountDownLatch edited) {
    store.potential().holdAccounts();
    held.countDown();
    try {
      return edited.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void switched_off_the_accounts_are_as_their_files_say_and_the_log_tells() {
    apply(Map.of(a, TERMS, b, TERMS));

    assertThat(store.potential().withdraw("planner")).isEqualTo(2);

    assertThat(store.accounts().get(a).account().worth().potentialCents()).isEqualTo(7_000);
    assertThat(store.accounts().get(b).account().worth().workloadCentihours()).isEqualTo(1_250);
    assertThat(store.potential().findInForce()).isEmpty();
    assertThat(store.audit().list(null, 2).items())
        .extracting(AuditEntry::action)
        .containsExactly("potential.withdrawn", "potential.applied");
  }

  @Test
  void a_renewal_writes_what_changed_only_and_takes_the_terms_of_those_left_out() {
    apply(Map.of(a, TERMS, b, TERMS));

    assertThat(store.potential().renew(model("{}"), Map.of(a, TERMS, b, TERMS)::forEach)).isZero();
    assertThat(store.potential().renew(model("{}"), Map.of(b, TERMS)::forEach)).isEqualTo(1);

    assertThat(store.potential().findEstimate(a).orElseThrow().terms()).isNull();
    assertThat(store.accounts().get(a).account().worth().potentialCents()).isEqualTo(7_000);
  }

  @Test
  void a_file_that_comes_again_changes_what_it_says_and_not_what_counts() {
    apply(Map.of(a, TERMS));

    LoadReport again = Given.load(store, Given.account("A", "Acme", "60614", 7_000));
    assertThat(again).isEqualTo(new LoadReport(0, 0, 1, 0));

    try (AccountLoad load = store.accounts().startLoad("crm")) {
      load.add(Given.account("A", "Acme", "60614", 9_000), Given.units("60614"));
      assertThat(load.compare(Extent.PART, 5).fields()).isEqualTo(Map.of("potential", 1L));
      load.finish();
    }
    assertThat(store.potential().findEstimate(a))
        .contains(new AccountEstimate(537, 225, 9_000, 1_250, TERMS));

    store.potential().withdraw("planner");
    assertThat(store.accounts().get(a).account().worth().potentialCents()).isEqualTo(9_000);
  }

  @Test
  void deals_and_revenue_of_a_merged_account_count_for_its_survivor() {
    deals(
        deal("1", a, "Won", DealState.WON, 10),
        deal("2", a, "Demo", DealState.OPEN, 100),
        deal("3", b, "Demo", DealState.OPEN, 20),
        deal("4", b, "Offer", DealState.OPEN, 3),
        deal("5", b, "Lost", DealState.LOST, 5));
    try (var revenue = store.measures().startRevenue("erp")) {
      revenue.add(new Revenue(a, Given.JAN_1, Given.JAN_1.plusYears(1), 36_500));
      revenue.finish("revenue.csv", Given.APR_1, "planner");
    }
    merge();

    EstimateInput all = only(inputs());

    assertThat(all.id()).isEqualTo(b);
    assertThat(all.salesCents()).as("of 90 days in place of the file's").isEqualTo(9_000);
    assertThat(all.won()).isEqualTo(1);
    assertThat(all.lost()).isEqualTo(1);
    assertThat(all.openCents()).isEqualTo(Map.of("Demo", 120L, "Offer", 3L));
    assertThat(store.potential().findInput(b, Given.JAN_1, Given.APR_1)).contains(all);
    assertThat(store.potential().findInput(a, Given.JAN_1, Given.APR_1)).isEmpty();
  }

  @Test
  void an_account_without_deals_or_revenue_comes_with_what_its_file_says() {
    EstimateInput input = inputs().getFirst();

    assertThat(input.salesCents()).isEqualTo(30_000);
    assertThat(input.openCents()).isEmpty();
    assertThat(input.firmographics().employees()).hasValue(250);
    assertThat(inputs()).hasSize(2);
  }

  private List<EstimateInput> inputs() {
    List<EstimateInput> inputs = new ArrayList<>();
    store.potential().forEachInput(Given.JAN_1, Given.APR_1, inputs::add);
    return inputs;
  }

  private static EstimateInput only(List<EstimateInput> inputs) {
    assertThat(inputs).hasSize(1);
    return inputs.getFirst();
  }

  private static Deal deal(
      String id, AccountId account, String stage, DealState state, long cents) {
    boolean open = state == DealState.OPEN;
    return new Deal(
        id, account, null, "", stage, state, cents, Given.JAN_1, null, open ? null : Given.MAR_1);
  }

  private void deals(Deal... deals) {
    try (var load = store.measures().startDeals("crm")) {
      for (Deal deal : deals) {
        load.add(deal);
      }
      load.finish("deals.csv", Given.APR_1, "planner");
    }
  }

  /** Merges A into B. */
  private void merge() {
    store.duplicates().keep(List.of(new FoundPair(a, b, 0.9, "[]")));
    var pair = store.duplicates().list(PairState.OPEN, null, 1).items().getFirst();
    store.duplicates().merge(pair.id(), b, "planner", false);
  }
}
