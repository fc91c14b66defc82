package bailiwick.store.publication;

import static bailiwick.store.Given.APR_1;
import static bailiwick.store.Given.JAN_1;
import static bailiwick.store.Given.MAR_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.rules.cover.ProvenRules;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import bailiwick.store.ledger.Owner;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.Plan;
import bailiwick.store.quality.QualityLimits;
import bailiwick.store.scenario.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicationRepositoryTest extends StoreContract {

  private static final ProvenRules RULES = Given.rules("T1", "North");

  private List<AccountId> accounts;
  private RepresentativeId ada;
  private RepresentativeId bob;
  private Plan plan;
  private Scenario scenario;

  @BeforeEach
  void given() {
    accounts = Given.accounts(store, 4);
    ada = Given.representative(store, "Ada");
    bob = Given.representative(store, "Bob");
    plan = Given.plan(store, "2026", 2);
    scenario =
        Given.scenario(
            store, plan, "First", "AB", Given.territory("T1", ada), Given.territory("T2", bob));
  }

  private PublicationRequest request(LocalDate from, String key) {
    return new PublicationRequest(
        scenario.id(),
        scenario.version(),
        from,
        RULES,
        "[1]",
        DataDoubt.UNKNOWN,
        key,
        "planner",
        "new year");
  }

  private Decisions decisions(int... territories) {
    Decisions.Builder builder = Decisions.builder();
    for (int i = 0; i < territories.length; i++) {
      builder.add(accounts.get(i), territories[i]);
    }
    return builder.build();
  }

  private String ownerOn(int account, LocalDate day) {
    return store
        .ledger()
        .ownerOn(accounts.get(account), LayerId.NEW_BUSINESS, day)
        .map(owner -> owner.entry().territory().value())
        .orElse("");
  }

  @Test
  void a_publication_takes_effect_on_its_day() {
    Publication publication =
        store.publications().publish(request(MAR_1, "k"), decisions(0, 0, 1, Decisions.NONE));

    assertThat(publication.accounts()).isEqualTo(4);
    assertThat(publication.moved()).isEqualTo(3);
    assertThat(ownerOn(0, MAR_1.minusDays(1))).isEmpty();
    assertThat(ownerOn(0, MAR_1)).isEqualTo("T1");
    assertThat(ownerOn(2, MAR_1)).isEqualTo("T2");
    assertThat(ownerOn(3, MAR_1)).isEmpty();
    assertThat(store.publications().list(plan.id())).containsExactly(publication);
    assertThat(store.audit().list(null, 1).items().getFirst().action()).isEqualTo("plan.published");
  }

  @Test
  void a_limit_for_doubtful_accounts_set_meanwhile_refuses_what_nobody_looked_at() {
    store.quality().save(new QualityLimits(12, 24, 0.9, 5, 0.2, 0), "admin");

    assertRefused(
        "PUBLICATION_DATA_UNSEEN",
        () -> store.publications().publish(request(MAR_1, "k"), decisions(0, 0, 1, 1)));

    assertThat(store.publications().list(plan.id())).isEmpty();
  }

  @Test
  void the_same_key_returns_the_first_result_and_changes_nothing() {
    Publication first = store.publications().publish(request(MAR_1, "k"), decisions(0, 0, 1, 1));
    Publication again = store.publications().publish(request(MAR_1, "k"), decisions(1, 1, 0, 0));

    assertThat(again).isEqualTo(first);
    assertThat(ownerOn(0, MAR_1)).isEqualTo("T1");
    assertRefused(
        "PUBLICATION_KEY_REUSED",
        () -> store.publications().publish(request(APR_1, "k"), decisions(1, 1, 0, 0)));
  }

  @Test
  void only_accounts_that_change_get_new_rows() {
    store.publications().publish(request(JAN_1, "k1"), decisions(0, 0, 1, 1));
    Publication second = store.publications().publish(request(MAR_1, "k2"), decisions(0, 1, 1, 1));

    assertThat(second.moved()).isOne();
    assertThat(store.ledger().history(accounts.get(0))).hasSize(1);
    assertThat(store.ledger().history(accounts.get(1))).hasSize(3);
    assertThat(ownerOn(1, MAR_1.minusDays(1))).isEqualTo("T1");
    assertThat(ownerOn(1, MAR_1)).isEqualTo("T2");
  }

  @Test
  void a_back_dated_publication_ends_where_the_next_one_begins() {
    store.publications().publish(request(APR_1, "later"), decisions(1, 1, 1, 1));
    store.publications().publish(request(MAR_1, "earlier"), decisions(0, 0, 0, 0));

    assertThat(ownerOn(0, APR_1.minusDays(1))).isEqualTo("T1");
    assertThat(ownerOn(0, APR_1)).isEqualTo("T2");
    var rules = store.publications().rulesOn(LayerId.NEW_BUSINESS, MAR_1).orElseThrow();
    assertThat(rules.until()).isEqualTo(APR_1);
  }

  @Test
  void a_dry_run_says_what_would_move_and_writes_nothing() {
    store.publications().publish(request(JAN_1, "k1"), decisions(0, 0, 1, Decisions.NONE));

    DryRun run =
        store.publications().dryRun(request(MAR_1, "k2"), decisions(0, 1, Decisions.NONE, 0));

    assertThat(run.accounts()).isEqualTo(4);
    assertThat(run.moved()).isEqualTo(3);
    assertThat(run.gained()).isOne();
    assertThat(run.lost()).isOne();
    assertThat(run.changingRepresentative()).isEqualTo(3);
    assertThat(run.movedWorth()).isEqualTo(new Worth(900, 3_750, 90_000, 0));
    assertThat(run.flows())
        .extracting(flow -> flow.from() + ">" + flow.to())
        .containsExactly(">T1", "T2>", "T1>T2");
    assertThat(run.largest())
        .extracting(move -> move.name() + " " + move.from() + ">" + move.to())
        .containsExactly("Account 4 >T1", "Account 3 T2>", "Account 2 T1>T2");
    assertThat(ownerOn(1, MAR_1)).isEqualTo("T1");
    assertThat(store.publications().list(plan.id())).hasSize(1);
  }

  @Test
  void another_person_in_the_same_territory_counts_as_a_change_of_representative_only() {
    store.publications().publish(request(JAN_1, "k1"), decisions(0, 0, 1, 1));
    scenario =
        store
            .scenarios()
            .setTerritories(
                scenario.id(),
                scenario.version(),
                List.of(Given.territory("T1", bob), Given.territory("T2", bob)),
                "ada");

    DryRun run = store.publications().dryRun(request(MAR_1, "k2"), decisions(0, 0, 1, 1));
    assertThat(run.moved()).isZero();
    assertThat(run.changingRepresentative()).isEqualTo(2);

    store.publications().publish(request(MAR_1, "k2"), decisions(0, 0, 1, 1));
    assertThat(representativeOn(MAR_1.minusDays(1))).isEqualTo(ada);
    assertThat(representativeOn(MAR_1)).isEqualTo(bob);
  }

  private RepresentativeId representativeOn(LocalDate day) {
    return store
        .ledger()
        .ownerOn(accounts.get(0), LayerId.NEW_BUSINESS, day)
        .map(Owner::representative)
        .orElseThrow();
  }

  @Test
  void seats_of_territories_given_up_stand_vacant() {
    store.publications().publish(request(JAN_1, "k1"), decisions(0, 0, 1, 1));
    scenario = Given.scenario(store, plan, "One", "AA", Given.territory("T1", ada));
    store.publications().publish(request(MAR_1, "k2"), decisions(0, 0, 0, 0));

    assertThat(store.ledger().totals(plan.id(), MAR_1))
        .extracting(totals -> totals.territory().value())
        .containsExactly("T1");
    assertThat(store.ledger().bookChanges(bob, LayerId.NEW_BUSINESS, JAN_1, MAR_1)).hasSize(2);
  }

  @Test
  void a_scenario_changed_since_is_refused() {
    PublicationRequest request = request(MAR_1, "k");
    store.scenarios().move(scenario.id(), scenario.version(), new int[] {0}, 1, "planner");

    assertRefused(
        "STORE_STALE_VERSION", () -> store.publications().publish(request, decisions(0, 0, 1, 1)));
    assertThat(store.publications().findByKey("k")).isEmpty();
  }

  @Test
  void unknown_and_doubled_accounts_are_refused() {
    Decisions unknown = Decisions.builder().add(new AccountId(new UUID(1, 1)), 0).build();
    Decisions doubled = Decisions.builder().add(accounts.get(0), 0).add(accounts.get(0), 1).build();

    assertRefused(
        "PUBLICATION_UNKNOWN_ACCOUNTS",
        () -> store.publications().publish(request(MAR_1, "k"), unknown));
    assertThatThrownBy(() -> store.publications().publish(request(MAR_1, "k"), doubled))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.publications().list(plan.id())).isEmpty();
  }

  @Test
  void rules_and_alignment_stay_as_published_whatever_becomes_of_the_scenario() {
    Publication publication =
        store.publications().publish(request(MAR_1, "k"), decisions(0, 0, 1, 1));
    store.scenarios().move(scenario.id(), scenario.version(), new int[] {0, 1}, -1, "planner");

    PublishedRules rules = store.publications().rules(publication.id()).orElseThrow();
    assertThat(rules.text()).isEqualTo(RULES.text());
    assertThat(rules.document()).isEqualTo("[1]");
    assertThat(rules.territories()).isEqualTo(scenario.territories());
    assertThat(store.publications().alignment(publication.id()).toArray()).containsExactly(0, 1);
    assertRefused("SCENARIO_PUBLISHED", () -> store.scenarios().delete(scenario.id(), 2, "ada"));
  }

  @Test
  void many_publications_at_once_take_turns_and_one_key_publishes_once() throws Exception {
    List<Callable<Publication>> calls =
        IntStream.range(0, 12)
            .<Callable<Publication>>mapToObj(call ->
                () ->
                    store
                        .publications()
                        .publish(
                            request(MAR_1, "key" + call % 3), decisions(call % 2, call % 2, 1, 1)))
            .toList();
    try (var executor = Executors.newFixedThreadPool(6)) {
      for (Future<Publication> call : executor.invokeAll(calls)) {
        call.get();
      }
    }

    assertThat(store.publications().list(plan.id())).hasSize(3);
    assertThat(store.audit().findBreak()).isEmpty();
  }
}
