package bailiwick.store.exception;

import static bailiwick.store.Given.APR_1;
import static bailiwick.store.Given.JAN_1;
import static bailiwick.store.Given.MAR_1;
import static bailiwick.store.ledger.BookWorld.LAYER;
import static bailiwick.store.ledger.BookWorld.code;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.AccountId;
import bailiwick.core.roster.Representative;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import bailiwick.store.exception.NewException.Owner;
import bailiwick.store.ledger.Assignment;
import bailiwick.store.ledger.BookWorld;
import bailiwick.store.ledger.Cause;
import bailiwick.store.publication.DataDoubt;
import bailiwick.store.publication.Decisions;
import bailiwick.store.publication.PublicationRequest;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.stability.StabilityLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExceptionRepositoryTest extends StoreContract {

  private static final LocalDate FEB_1 = LocalDate.parse("2026-02-01");
  private static final LocalDate JUN_1 = LocalDate.parse("2026-06-01");

  private BookWorld world;

  @BeforeEach
  void publish() {
    world = new BookWorld(store, "AB");
  }

  private OwnershipException name(String to, LocalDate from, @Nullable LocalDate until) {
    return store.exceptions().make(asked(to, from, until));
  }

  private NewException asked(String to, LocalDate from, @Nullable LocalDate until) {
    return asked(
        world.accounts.get(0),
        ExceptionKind.NAMED,
        new Owner.OfTerritory(code(to)),
        from,
        until,
        "Bob knows the chief executive.");
  }

  private NewException asked(
      AccountId account,
      ExceptionKind kind,
      Owner owner,
      LocalDate from,
      @Nullable LocalDate until,
      String why) {
    return new NewException(world.plan.id(), account, kind, owner, from, until, null, why, "maria");
  }

  private OwnershipException make(
      int account,
      ExceptionKind kind,
      Owner owner,
      LocalDate from,
      @Nullable LocalDate until,
      String why) {
    return store
        .exceptions()
        .make(asked(world.accounts.get(account), kind, owner, from, until, why));
  }

  private NewException strategic(LocalDate reviewOn) {
    return new NewException(
        world.plan.id(),
        world.accounts.get(0),
        ExceptionKind.STRATEGIC,
        new Owner.OfTerritory(code("C")),
        MAR_1,
        null,
        reviewOn,
        "One of the ten largest.",
        "maria");
  }

  @Test
  void an_account_belongs_to_whom_the_exception_names_and_falls_back_by_itself() {
    OwnershipException made = name("B", MAR_1, APR_1);

    assertThat(world.drawn(MAR_1.minusDays(1))).isEqualTo("AB");
    assertThat(world.drawn(MAR_1)).isEqualTo("BB");
    assertThat(world.drawn(APR_1)).isEqualTo("AB");
    assertThat(made.beneath()).isEqualTo(code("A"));
    assertThat(made.holdsOn(MAR_1)).isTrue();
    assertThat(made.holdsOn(APR_1)).isFalse();
    var owner = store.ledger().ownerOn(world.accounts.get(0), LAYER, MAR_1).orElseThrow();
    assertThat(owner.entry().cause()).isEqualTo(Cause.EXCEPTION);
    assertThat(owner.entry().who()).isEqualTo("maria");
    assertThat(owner.entry().why()).isEqualTo("Bob knows the chief executive.");
    var fallback = store.ledger().ownerOn(world.accounts.get(0), LAYER, APR_1).orElseThrow();
    assertThat(fallback.entry().cause()).isEqualTo(Cause.PUBLICATION);
    assertThat(fallback.entry().from()).isEqualTo(APR_1);
  }

  @Test
  void a_publication_goes_beneath_and_the_account_falls_back_to_it() {
    name("B", MAR_1, JUN_1);
    world.publish("CC", APR_1);

    assertThat(world.drawn(APR_1)).isEqualTo("BC");
    assertThat(world.drawn(JUN_1)).isEqualTo("CC");
  }

  @Test
  void an_exception_made_after_a_publication_to_come_lies_above_it() {
    world.publish("CC", APR_1);
    OwnershipException made = name("B", MAR_1, JUN_1);
    store.exceptions().end(made.id(), APR_1.plusDays(10), "maria", "No longer so.");

    assertThat(world.drawn(MAR_1)).isEqualTo("BB");
    assertThat(world.drawn(APR_1)).isEqualTo("BC");
    assertThat(world.drawn(APR_1.plusDays(10))).isEqualTo("CC");
    assertThat(world.drawn(JUN_1)).isEqualTo("CC");
  }

  @Test
  void ending_one_early_brings_back_what_was_beneath_and_keeps_what_was_believed() {
    OwnershipException made = name("B", FEB_1, JUN_1);
    Instant before = clock.instant();
    OwnershipException ended = store.exceptions().end(made.id(), MAR_1, "maria", "Bob left.");

    assertThat(ended.until()).isEqualTo(MAR_1);
    assertThat(world.drawn(MAR_1.minusDays(1))).isEqualTo("BB");
    assertThat(world.drawn(MAR_1)).isEqualTo("AB");
    assertThat(
            store
                .ledger()
                .ownerOn(world.accounts.get(0), LAYER, MAR_1, before)
                .orElseThrow()
                .entry()
                .territory())
        .isEqualTo(code("B"));
    assertRefused(
        "EXCEPTION_ENDED", () -> store.exceptions().end(made.id(), MAR_1, "maria", "again"));
  }

  @Test
  void one_that_is_revoked_before_its_first_day_was_never_in_force() {
    OwnershipException made = name("B", MAR_1, JUN_1);
    OwnershipException ended = store.exceptions().end(made.id(), FEB_1, "maria", "A mistake.");

    assertThat(world.drawn(MAR_1)).isEqualTo("AB");
    assertThat(ended.from()).isEqualTo(MAR_1);
    assertThat(ended.until()).isEqualTo(MAR_1);
    assertThat(name("C", MAR_1, JUN_1).territory()).isEqualTo(code("C"));
  }

  @Test
  void an_account_that_nobody_owned_is_nobodys_again() {
    world.assign(0, null, JAN_1, null);
    OwnershipException made = name("B", MAR_1, JUN_1);
    assertThat(world.drawn(MAR_1)).isEqualTo("BB");

    store.exceptions().end(made.id(), APR_1, "maria", "No longer so.");

    assertThat(world.drawn(APR_1)).isEqualTo(".B");
  }

  @Test
  void a_held_account_stays_with_its_owner_though_a_publication_moves_it() {
    make(0, ExceptionKind.HELD, new Owner.AsItIs(), MAR_1, JUN_1, "A contract is being signed.");
    world.publish("CC", APR_1);

    assertThat(world.drawn(APR_1)).isEqualTo("AC");
    assertThat(world.drawn(JUN_1)).isEqualTo("CC");
  }

  @Test
  void an_account_named_to_a_person_follows_the_person_and_not_the_seat() {
    personal(0, world.bob, MAR_1, JUN_1);
    world.publish("AB", APR_1, world.ada, world.cy, world.bob);

    var owner = store.ledger().ownerOn(world.accounts.get(0), LAYER, APR_1).orElseThrow();
    assertThat(owner.representative()).isEqualTo(world.bob);
    assertThat(owner.entry().territory()).isEqualTo(code("NAMED-Bob"));
    assertThat(world.drawn(JUN_1)).isEqualTo("AB");
  }

  @Test
  void two_people_of_one_id_in_two_systems_have_territories_of_their_own() {
    RepresentativeId other = person("crm", "Bob", null);
    personal(0, world.bob, MAR_1, JUN_1);
    personal(1, other, APR_1, JUN_1);

    assertThat(served(0, APR_1)).isEqualTo(world.bob);
    assertThat(served(1, APR_1)).isEqualTo(other);
    assertThat(world.drawn(JUN_1)).isEqualTo("AB");
  }

  @Test
  void a_scenario_does_not_take_the_code_of_somebodys_named_accounts() {
    personal(0, world.bob, MAR_1, JUN_1);
    Scenario scenario =
        Given.scenario(store, world.plan, "Takes it", "A", Given.territory("NAMED-Bob", world.ada));

    assertRefused(
        "PUBLICATION_PERSONAL_TERRITORY",
        () ->
            store
                .publications()
                .publish(
                    new PublicationRequest(
                        scenario.id(),
                        scenario.version(),
                        APR_1,
                        Given.rules("NAMED-Bob", ""),
                        "{}",
                        DataDoubt.UNKNOWN,
                        "taking",
                        "planner",
                        "why"),
                    Decisions.builder().build()));
    assertThat(served(0, APR_1)).isEqualTo(world.bob);
  }

  @Test
  void somebody_sits_in_the_personal_territory_on_the_days_asked_for_and_nobody_who_left() {
    personal(0, world.bob, MAR_1, APR_1);
    personal(1, world.bob, JUN_1, JUN_1.plusDays(5));
    store
        .ledger()
        .assign(
            world.plan.id(),
            List.of(new Assignment(world.accounts.get(0), code("NAMED-Bob"), APR_1, JUN_1)),
            BookWorld.CORRECTION);

    assertThat(
            store
                .ledger()
                .ownerOn(world.accounts.get(0), LAYER, APR_1)
                .orElseThrow()
                .representative())
        .isNull();
    RepresentativeId gone = person("hr", "Gone", APR_1);
    assertRefused("EXCEPTION_PERSON_LEFT", () -> personal(0, gone, APR_1, JUN_1));
  }

  private RepresentativeId person(String source, String name, @Nullable LocalDate leftOn) {
    Representative like = Given.person(name);
    store
        .representatives()
        .load(
            source,
            List.of(
                new Representative(
                    RepresentativeId.ofExternal(source, name),
                    like.externalId(),
                    like.name(),
                    like.email(),
                    like.home(),
                    like.skills(),
                    like.startedOn(),
                    leftOn,
                    like.rampShare(),
                    like.quotaCents())),
            "planner");
    return store
        .representatives()
        .findByExternalId(source, name)
        .orElseThrow()
        .representative()
        .id();
  }

  private void personal(int account, RepresentativeId person, LocalDate from, LocalDate until) {
    make(account, ExceptionKind.NAMED, new Owner.OfPerson(person), from, until, "why");
  }

  private @Nullable RepresentativeId served(int account, LocalDate day) {
    return store
        .ledger()
        .ownerOn(world.accounts.get(account), LAYER, day)
        .orElseThrow()
        .representative();
  }

  @Test
  void a_strategic_account_never_lapses_and_asks_for_its_review() {
    OwnershipException made = store.exceptions().make(strategic(JUN_1));

    assertThat(made.until()).isNull();
    assertThat(world.drawn(LocalDate.parse("2036-01-01"))).isEqualTo("CB");
    assertThat(made.isReviewDue(JUN_1.minusDays(1))).isFalse();
    assertThat(made.isReviewDue(JUN_1)).isTrue();

    LocalDate next = LocalDate.parse("2027-06-01");
    OwnershipException reviewed =
        store.exceptions().review(made.id(), next, JUN_1, "maria", "Still one of the largest.");

    assertThat(reviewed.isReviewDue(JUN_1)).isFalse();
    assertThat(reviewed.reviewOn()).isEqualTo(next);
  }

  @Test
  void lists_show_what_holds_now_or_later_and_what_comes_up_first() {
    OwnershipException named = name("B", JAN_1, FEB_1);
    OwnershipException kept = store.exceptions().make(strategic(JUN_1));

    assertThat(store.exceptions().list().from(LAYER, JAN_1)).containsExactly(named, kept);
    assertThat(store.exceptions().list().from(LAYER, FEB_1)).containsExactly(kept);
    assertThat(store.exceptions().list().of(world.accounts.get(0))).containsExactly(kept, named);
    assertThat(store.exceptions().list().of(world.accounts.get(1))).isEmpty();
  }

  @Test
  void the_rate_of_a_territory_counts_what_came_and_what_went_by_exceptions() {
    name("B", MAR_1, JUN_1);

    assertThat(store.exceptions().list().rates(LAYER, MAR_1))
        .containsExactlyInAnyOrder(
            new ExceptionRate(code("A"), 0, 0, 1), new ExceptionRate(code("B"), 2, 1, 0));
    assertThat(new ExceptionRate(code("B"), 2, 1, 0).basisPoints()).isEqualTo(5_000);
    assertThat(new ExceptionRate(code("A"), 0, 0, 1).basisPoints()).isEqualTo(ExceptionRate.WHOLE);
    assertThat(new ExceptionRate(code("A"), 3, 1, 0).basisPoints()).isEqualTo(3_333);
    assertThat(new ExceptionRate(code("A"), 3, 1, 0).liesAbove(3_333)).isTrue();
    assertThat(store.exceptions().list().rates(LAYER, JUN_1)).isEmpty();
  }

  @Test
  void what_is_asked_wrongly_is_refused_and_nothing_is_written() {
    name("B", MAR_1, APR_1);

    assertRefused("EXCEPTION_OVERLAP", () -> name("C", MAR_1.plusDays(5), JUN_1));
    assertRefused("EXCEPTION_NO_END", () -> name("C", APR_1, null));
    assertRefused("LEDGER_EMPTY_PERIOD", () -> name("C", JUN_1, APR_1));
    assertRefused("LEDGER_UNKNOWN_TERRITORY", () -> name("X", APR_1, JUN_1));
    assertRefused("EXCEPTION_WRONG_REVIEW", () -> store.exceptions().make(strategic(MAR_1)));
    Owner toC = new Owner.OfTerritory(code("C"));
    LocalDate before = JAN_1.minusDays(5);
    assertRefused(
        "EXCEPTION_NO_REASON", () -> make(0, ExceptionKind.NAMED, toC, APR_1, JUN_1, "  "));
    assertRefused(
        "LEDGER_UNKNOWN_ACCOUNT",
        () ->
            store
                .exceptions()
                .make(
                    asked(
                        new AccountId(new UUID(1, 1)),
                        ExceptionKind.NAMED,
                        toC,
                        APR_1,
                        JUN_1,
                        "why")));
    assertRefused(
        "EXCEPTION_NOBODY_TO_KEEP",
        () -> make(1, ExceptionKind.HELD, new Owner.AsItIs(), before, JUN_1, "why"));
    assertRefused("LEDGER_FAR_DAY", () -> name("C", APR_1, LocalDate.of(300_000, 1, 1)));
    assertRefused(
        "STORE_NOT_FOUND",
        () -> store.exceptions().end(new ExceptionId(new UUID(7, 7)), APR_1, "maria", "why"));
    assertThat(world.drawn(APR_1)).isEqualTo("AB");
    assertThat(store.exceptions().list().from(LAYER, JAN_1)).hasSize(1);
    assertThat(store.audit().findBreak()).isEmpty();
  }

  @Test
  void an_exception_against_a_limit_of_stability_is_refused() {
    store.stability().set(LAYER, new StabilityLimits(6, null, null, 0), "head");
    world.publish("CB", FEB_1);

    assertRefused("STABILITY_TOO_SOON", () -> name("B", MAR_1, JUN_1));
    assertThat(world.drawn(MAR_1)).isEqualTo("CB");
  }
}
