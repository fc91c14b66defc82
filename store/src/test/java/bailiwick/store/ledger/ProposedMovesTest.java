package bailiwick.store.ledger;

import static bailiwick.store.Given.JAN_1;
import static bailiwick.store.Given.MAR_1;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Attributes;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import bailiwick.store.database.Page;
import bailiwick.store.ledger.LedgerSubject.Held;
import bailiwick.store.ledger.LedgerSubject.Proposed;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.Plan;
import bailiwick.store.publication.DataDoubt;
import bailiwick.store.publication.Decisions;
import bailiwick.store.publication.PublicationRequest;
import bailiwick.store.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProposedMovesTest extends StoreContract {

  private static final LayerId LAYER = LayerId.NEW_BUSINESS;
  private static final TerritoryCode ONE = new TerritoryCode("T1");
  private static final TerritoryCode TWO = new TerritoryCode("T2");

  private List<AccountId> accounts;
  private Plan plan;
  private PublicationId publication;

  @BeforeEach
  void three_of_four_accounts_are_owned() {
    accounts = Given.accounts(store, 4);
    plan = Given.plan(store, "2026", 2);
    Scenario scenario =
        Given.scenario(
            store, plan, "First", "AB", Given.territory("T1", null), Given.territory("T2", null));
    Decisions.Builder decisions = Decisions.builder();
    for (int i = 0; i < 4; i++) {
      decisions.add(accounts.get(i), List.of(0, 0, 1, Decisions.NONE).get(i));
    }
    publication =
        store
            .publications()
            .publish(
                new PublicationRequest(
                    scenario.id(),
                    scenario.version(),
                    JAN_1,
                    Given.rules("T1", "North"),
                    "[1]",
                    DataDoubt.UNKNOWN,
                    "k",
                    "planner",
                    "new year"),
                decisions.build())
            .id();
  }

  @Test
  void a_move_waits_and_stands_beside_the_account() {
    propose(0, TWO);

    assertThat(waiting())
        .singleElement()
        .satisfies(move -> {
          assertThat(move.account()).isEqualTo(accounts.get(0));
          assertThat(move.from()).isEqualTo(ONE);
          assertThat(move.to()).isEqualTo(TWO);
          assertThat(move.rule()).isEqualTo("r2");
          assertThat(move.publication()).isEqualTo(publication);
        });
    LedgerSubject subject = subject(0);
    assertThat(subject.held()).isEqualTo(new Held(plan.id(), ONE, Cause.PUBLICATION));
    assertThat(subject.proposed()).isEqualTo(new Proposed(ONE, TWO));
    assertThat(subject.waitsFor(TWO)).isTrue();
    assertThat(subject.waitsFor(null)).isFalse();
    assertThat(subject(1).waitsFor(TWO)).isFalse();
  }

  @Test
  void a_later_proposal_takes_the_place_of_the_earlier_one() {
    propose(0, TWO);
    propose(0, null);

    assertThat(waiting()).extracting(ProposedMove::to).containsExactly((TerritoryCode) null);
  }

  @Test
  void the_same_proposal_again_changes_nothing() {
    propose(0, TWO);
    List<ProposedMove> before = waiting();
    clock.set(START.plusSeconds(60));
    propose(0, TWO);

    assertThat(waiting()).isEqualTo(before);
  }

  @Test
  void what_was_made_or_overtaken_waits_no_more_and_may_be_proposed_anew() {
    propose(0, TWO);
    propose(1, TWO);
    ProposedMove first = waiting().get(0);
    store.moves().settle(first, ProposedMove.Outcome.MADE, "maria");
    store.moves().overtake(LAYER, List.of(accounts.get(1), accounts.get(2)), "maria");

    assertThat(waiting()).isEmpty();
    assertThat(store.moves().find(first.id())).isEmpty();

    propose(0, null);
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void a_move_from_where_the_account_is_no_more_is_not_listed() {
    propose(0, TWO);
    store
        .ledger()
        .assign(
            plan.id(),
            List.of(new Assignment(accounts.get(0), TWO, JAN_1, null)),
            new Change(Cause.CORRECTION, "c", "w"));

    assertThat(waiting()).isEmpty();
    assertThat(store.moves().overtakeUnfounded(LAYER, MAR_1, "maria")).isEqualTo(1);
    assertThat(store.moves().overtakeUnfounded(LAYER, MAR_1, "maria")).isZero();
  }

  @Test
  void pages_hold_every_move_once() {
    propose(0, TWO);
    propose(1, TWO);
    propose(2, ONE);
    List<ProposedMove> all = new ArrayList<>();
    Page<ProposedMove> page = store.moves().list(LAYER, MAR_1, null, 2);
    all.addAll(page.items());
    all.addAll(store.moves().list(LAYER, MAR_1, page.nextCursor(), 2).items());

    assertThat(all).isEqualTo(waiting()).hasSize(3);
  }

  @Test
  void the_ledger_names_the_rule_that_decided_an_account_when_it_came_in() {
    store
        .ledger()
        .assign(
            plan.id(),
            List.of(
                new Assignment(accounts.get(2), TWO, MAR_1, null, "not news"),
                new Assignment(accounts.get(3), TWO, MAR_1, null, "large")),
            new Change(Cause.INTAKE, "crm", "came in"));

    assertThat(store.ledger().history(accounts.get(3)))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.rule()).isEqualTo("large");
          assertThat(entry.cause()).isEqualTo(Cause.INTAKE);
        });
    assertThat(store.ledger().history(accounts.get(2)))
        .extracting(LedgerEntry::rule)
        .containsExactly("");
  }

  @Test
  void accounts_to_decide_are_those_without_owner_and_those_that_changed() {
    List<AccountId> toDecide = new ArrayList<>();
    store
        .ledger()
        .forEachToDecide(
            LAYER, MAR_1, store.now().plusSeconds(1), each -> toDecide.add(each.account()));
    assertThat(toDecide).containsExactly(accounts.get(3));

    var before = store.now();
    Given.load(store, Given.account("A2", "Renamed", "60657", 100));
    toDecide.clear();
    store.ledger().forEachToDecide(LAYER, MAR_1, before, each -> toDecide.add(each.account()));
    assertThat(toDecide).containsExactlyInAnyOrder(accounts.get(1), accounts.get(3));
  }

  @Test
  void every_account_is_seen_as_the_rules_see_it() {
    List<LedgerSubject> all = new ArrayList<>();
    store.ledger().forEachSubject(LAYER, MAR_1, all::add);

    assertThat(all)
        .extracting(LedgerSubject::account)
        .containsExactlyInAnyOrderElementsOf(accounts);
    for (LedgerSubject each : all) {
      var account = store.accounts().get(each.account()).account();
      assertThat(each.attributes()).isEqualTo(Attributes.of(account));
      assertThat(store.ledger().findSubjects(accounts, LAYER, MAR_1).get(each.account()))
          .isEqualTo(each);
    }
  }

  private void propose(int account, @Nullable TerritoryCode to) {
    TerritoryCode from = Objects.requireNonNull(subject(account).held()).territory();
    store
        .moves()
        .propose(
            LAYER,
            publication,
            List.of(
                new ProposedMove.Wanted(
                    accounts.get(account), from, to, to == null ? "" : "r2", "It has changed.")),
            "crm");
  }

  private LedgerSubject subject(int account) {
    return store.ledger().findSubject(accounts.get(account), LAYER, MAR_1).orElseThrow();
  }

  private List<ProposedMove> waiting() {
    return store.moves().list(LAYER, MAR_1, null, 100).items();
  }
}
