package bailiwick.store.ledger;

import static bailiwick.store.Given.APR_1;
import static bailiwick.store.Given.JAN_1;
import static bailiwick.store.Given.MAR_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.Plan;
import bailiwick.store.publication.DataDoubt;
import bailiwick.store.publication.Decisions;
import bailiwick.store.publication.PublicationRequest;
import bailiwick.store.scenario.Scenario;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerRepositoryTest extends StoreContract {

  private static final Change CORRECTION = new Change(Cause.CORRECTION, "clerk", "was wrong");
  private static final TerritoryCode A = new TerritoryCode("T-A");
  private static final TerritoryCode B = new TerritoryCode("T-B");

  private Plan plan;
  private RepresentativeId ada;
  private RepresentativeId bob;
  private List<AccountId> accounts;

  /** From January, territory A is Ada's and B is Bob's; account 1 is in A, account 2 in B. */
  @BeforeEach
  void publish() {
    ada = Given.representative(store, "Ada");
    bob = Given.representative(store, "Bob");
    accounts = Given.accounts(store, 3);
    plan = Given.plan(store, "2026", 2);
    Scenario scenario =
        Given.scenario(
            store, plan, "First", "AB", Given.territory("T-A", ada), Given.territory("T-B", bob));
    Decisions decisions =
        Decisions.builder()
            .add(accounts.get(0), 0)
            .add(accounts.get(1), 1)
            .add(accounts.get(2), Decisions.NONE)
            .build();
    store
        .publications()
        .publish(
            new PublicationRequest(
                scenario.id(),
                scenario.version(),
                JAN_1,
                Given.rules("T-A", ""),
                "{}",
                DataDoubt.UNKNOWN,
                "key-1",
                "planner",
                "go"),
            decisions);
  }

  private Owner ownerOn(int account, LocalDate day) {
    return store.ledger().ownerOn(accounts.get(account), LayerId.NEW_BUSINESS, day).orElseThrow();
  }

  private void assign(
      int account, @Nullable TerritoryCode to, LocalDate from, @Nullable LocalDate until) {
    store
        .ledger()
        .assign(
            plan.id(), List.of(new Assignment(accounts.get(account), to, from, until)), CORRECTION);
  }

  @Test
  void the_owner_of_a_day_names_territory_person_and_reason() {
    Owner owner = ownerOn(0, MAR_1);

    assertThat(owner.entry().territory()).isEqualTo(A);
    assertThat(owner.entry().territoryName()).isEqualTo("Territory T-A");
    assertThat(owner.representative()).isEqualTo(ada);
    assertThat(owner.representativeName()).isEqualTo("Ada");
    assertThat(owner.entry().cause()).isEqualTo(Cause.PUBLICATION);
    assertThat(owner.entry().who()).isEqualTo("planner");
    assertThat(owner.entry().why()).isEqualTo("go");
    assertThat(owner.entry().publication()).isNotNull();
    assertThat(owner.entry().from()).isEqualTo(JAN_1);
    assertThat(owner.entry().until()).isNull();
  }

  @Test
  void before_the_first_day_and_for_undecided_accounts_there_is_no_owner() {
    LayerId layer = LayerId.NEW_BUSINESS;
    assertThat(store.ledger().ownerOn(accounts.get(0), layer, JAN_1.minusDays(1))).isEmpty();
    assertThat(store.ledger().ownerOn(accounts.get(2), layer, MAR_1)).isEmpty();
  }

  @Test
  void a_correction_changes_its_days_only_and_keeps_what_was_believed() {
    Instant before = clock.instant();
    assign(0, B, MAR_1, APR_1);

    assertThat(ownerOn(0, MAR_1.minusDays(1)).entry().territory()).isEqualTo(A);
    assertThat(ownerOn(0, MAR_1).entry().territory()).isEqualTo(B);
    assertThat(ownerOn(0, MAR_1).representative()).isEqualTo(bob);
    assertThat(ownerOn(0, APR_1).entry().territory()).isEqualTo(A);
    assertThat(
            store
                .ledger()
                .ownerOn(accounts.get(0), LayerId.NEW_BUSINESS, MAR_1, before)
                .orElseThrow()
                .entry()
                .territory())
        .isEqualTo(A);
  }

  @Test
  void what_remains_of_a_split_period_still_names_its_first_cause() {
    assign(0, B, MAR_1, APR_1);

    assertThat(ownerOn(0, JAN_1).entry().cause()).isEqualTo(Cause.PUBLICATION);
    assertThat(ownerOn(0, MAR_1).entry().cause()).isEqualTo(Cause.CORRECTION);
    assertThat(ownerOn(0, APR_1).entry().who()).isEqualTo("planner");
  }

  @Test
  void history_shows_every_record_and_when_it_was_superseded() {
    assign(0, B, MAR_1, APR_1);

    List<LedgerEntry> history = store.ledger().history(accounts.get(0));

    assertThat(history).hasSize(4);
    assertThat(history.get(0).supersededAt()).isEqualTo(history.get(1).recordedAt());
    assertThat(history.subList(1, 4))
        .allSatisfy(entry -> assertThat(entry.supersededAt()).isNull())
        .extracting(LedgerEntry::territory)
        .containsExactly(A, B, A);
  }

  @Test
  void an_account_can_be_taken_from_everybody() {
    assign(0, null, MAR_1, null);

    assertThat(store.ledger().ownerOn(accounts.get(0), LayerId.NEW_BUSINESS, MAR_1)).isEmpty();
    assertThat(ownerOn(0, MAR_1.minusDays(1)).entry().territory()).isEqualTo(A);
  }

  @Test
  void what_is_believed_already_is_not_recorded_again() {
    assign(0, A, MAR_1, APR_1);

    assertThat(store.ledger().history(accounts.get(0))).hasSize(1);
  }

  @Test
  void every_fault_of_a_request_is_named_and_nothing_is_written() {
    AccountId unknown = new AccountId(new UUID(1, 1));
    List<Assignment> faulty =
        List.of(
            new Assignment(accounts.get(0), B, MAR_1, null),
            new Assignment(accounts.get(0), A, APR_1, null),
            new Assignment(accounts.get(1), new TerritoryCode("T-X"), MAR_1, null),
            new Assignment(accounts.get(2), A, APR_1, MAR_1),
            new Assignment(unknown, A, MAR_1, null));

    assertThatThrownBy(() -> store.ledger().assign(plan.id(), faulty, CORRECTION))
        .hasMessageContaining("LEDGER_OVERLAP")
        .hasMessageContaining("LEDGER_UNKNOWN_TERRITORY")
        .hasMessageContaining("LEDGER_EMPTY_PERIOD")
        .hasMessageContaining("LEDGER_UNKNOWN_ACCOUNT");
    assertThat(ownerOn(0, MAR_1).entry().territory()).isEqualTo(A);
    assertThat(store.ledger().history(accounts.get(0))).hasSize(1);
  }

  @Test
  void replacing_a_person_rewrites_no_ownership() {
    Instant before = clock.instant();
    store.ledger().place(plan.id(), A, bob, MAR_1, null, CORRECTION);

    assertThat(ownerOn(0, MAR_1.minusDays(1)).representative()).isEqualTo(ada);
    assertThat(ownerOn(0, MAR_1).representative()).isEqualTo(bob);
    assertThat(store.ledger().history(accounts.get(0))).hasSize(1);
    assertThat(
            store
                .ledger()
                .ownerOn(accounts.get(0), LayerId.NEW_BUSINESS, MAR_1, before)
                .orElseThrow()
                .representative())
        .isEqualTo(ada);
  }

  @Test
  void a_vacant_seat_leaves_the_account_with_its_territory() {
    store.ledger().place(plan.id(), A, null, MAR_1, null, CORRECTION);

    assertThat(ownerOn(0, MAR_1).representative()).isNull();
    assertThat(ownerOn(0, MAR_1).representativeName()).isEmpty();
  }

  @Test
  void a_person_hears_what_came_and_what_went_between_two_days() {
    assign(0, B, MAR_1, null);
    assign(2, A, MAR_1, null);

    List<BookChange> changes = store.ledger().bookChanges(ada, LayerId.NEW_BUSINESS, JAN_1, MAR_1);

    assertThat(changes).extracting(BookChange::name).containsExactly("Account 3", "Account 1");
    BookChange came = changes.get(0);
    assertThat(came.before()).isNull();
    assertThat(came.after()).isEqualTo(new BookChange.Holder(A, "Territory T-A", ada, "Ada"));
    assertThat(came.why()).isNotBlank();
    BookChange went = changes.get(1);
    assertThat(went.before()).isEqualTo(new BookChange.Holder(A, "Territory T-A", ada, "Ada"));
    assertThat(went.after()).isEqualTo(new BookChange.Holder(B, "Territory T-B", bob, "Bob"));
    assertThat(store.ledger().bookChanges(ada, LayerId.NEW_BUSINESS, MAR_1, APR_1)).isEmpty();
  }

  @Test
  void taking_over_a_seat_brings_the_accounts_of_its_territory() {
    store.ledger().place(plan.id(), A, bob, MAR_1, null, CORRECTION);

    assertThat(store.ledger().bookChanges(bob, LayerId.NEW_BUSINESS, JAN_1, MAR_1))
        .extracting(BookChange::name)
        .containsExactly("Account 1");
    assertThat(store.ledger().bookChanges(ada, LayerId.NEW_BUSINESS, JAN_1, MAR_1)).hasSize(1);
  }

  @Test
  void totals_name_every_territory_in_force_even_an_empty_one() {
    assign(1, A, MAR_1, null);

    List<TerritoryTotals> totals = store.ledger().totals(plan.id(), MAR_1);

    assertThat(totals).extracting(TerritoryTotals::territory).containsExactly(A, B);
    assertThat(totals).extracting(TerritoryTotals::accounts).containsExactly(2L, 0L);
    assertThat(totals.get(0).worth().potentialCents()).isEqualTo(300);
    assertThat(totals.get(0).representative()).isEqualTo(ada);
  }

  @Test
  void a_history_and_a_book_can_be_read_as_they_were_known_at_an_instant() {
    Instant before = clock.instant();
    assign(0, B, MAR_1, null);

    assertThat(store.ledger().history(accounts.get(0))).hasSize(3);
    assertThat(store.ledger().history(accounts.get(0), before))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.territory()).isEqualTo(A);
          assertThat(entry.supersededAt()).isNull();
        });
    assertThat(owners(MAR_1, LedgerRepository.NOW)).containsExactly("A1 T-B Bob", "A2 T-B Bob");
    assertThat(owners(MAR_1, before)).containsExactly("A1 T-A Ada", "A2 T-B Bob");
  }

  private List<String> owners(LocalDate day, Instant knownAt) {
    List<String> owners = new ArrayList<>();
    store
        .ledger()
        .forEachOwner(
            LayerId.NEW_BUSINESS,
            day,
            knownAt,
            owned ->
                owners.add(
                    "%s %s %s"
                        .formatted(
                            owned.externalId(), owned.territory(), owned.representativeName())));
    return owners;
  }

  @Test
  void two_acts_at_one_reading_of_the_clock_are_recorded_one_after_the_other() {
    Instant standstill = Instant.parse("2026-05-01T00:00:00Z");
    clock.set(standstill);
    assign(0, B, MAR_1, null);
    clock.set(standstill.minusSeconds(5));
    assign(0, A, MAR_1, null);

    assertThat(ownerOn(0, MAR_1).entry().territory()).isEqualTo(A);
  }

  @Test
  void the_database_itself_refuses_a_second_owner_a_deletion_and_a_rewrite() {
    JdbcClient jdbc = JdbcClient.create(store.dataSource());

    assertThatThrownBy(() ->
            jdbc.sql(
                    """
                    INSERT INTO ownership (account_id, layer_id, territory_id, valid,
                      recorded_at, change_id, origin_id)
                    SELECT account_id, layer_id, territory_id, valid, recorded_at, change_id,
                      origin_id FROM ownership
                    """)
                .update())
        .hasMessageContaining("ownership_one_owner");
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM ownership WHERE true").update())
        .hasMessageContaining("only grows");
    assertThatThrownBy(() -> jdbc.sql("TRUNCATE ownership").update())
        .hasMessageContaining("only grows");
    assertThatThrownBy(
            () -> jdbc.sql("UPDATE ownership SET valid = '[2020-01-01,2021-01-01)'").update())
        .hasMessageContaining("only grows");
  }
}
