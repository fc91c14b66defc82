package bailiwick.store.publication;

import static bailiwick.store.Given.APR_1;
import static bailiwick.store.Given.JAN_1;
import static bailiwick.store.Given.MAR_1;
import static bailiwick.store.ledger.BookWorld.LAYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bailiwick.store.StoreContract;
import bailiwick.store.exception.ExceptionKind;
import bailiwick.store.exception.NewException;
import bailiwick.store.ledger.BookWorld;
import bailiwick.store.ledger.PublicationId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicationUndoTest extends StoreContract {

  private BookWorld world;

  @BeforeEach
  void publish() {
    world = new BookWorld(store, "AAB.");
  }

  @Test
  void every_account_and_every_seat_is_again_as_it_was_and_nothing_is_forgotten() {
    Publication second = world.publish("BC.A", MAR_1, world.cy, world.bob, null);
    Instant between = clock.instant();
    Publication undone = store.publications().undo(second.id(), "maria", "The numbers were wrong.");

    assertThat(world.drawn(MAR_1)).isEqualTo("AAB.");
    assertThat(world.drawn(APR_1)).isEqualTo("AAB.");
    var owner = store.ledger().ownerOn(world.accounts.get(0), LAYER, MAR_1).orElseThrow();
    assertThat(owner.representative()).isEqualTo(world.ada);
    assertThat(owner.entry().from()).as("one period, as before").isEqualTo(JAN_1);
    assertThat(owner.entry().who()).isEqualTo("planner");
    assertThat(
            store
                .ledger()
                .ownerOn(world.accounts.get(0), LAYER, MAR_1, between)
                .orElseThrow()
                .entry()
                .territory())
        .isEqualTo(BookWorld.code("B"));
    assertThat(undone.stands()).isFalse();
    assertThat(undone.undone())
        .extracting(Publication.Undone::who, Publication.Undone::accounts, Publication.Undone::kept)
        .containsExactly("maria", 4L, 0L);
    assertThat(
            store.publications().rulesOn(LAYER, APR_1).orElseThrow().publication().scenarioName())
        .isEqualTo("S1");
    assertThat(store.publications().standing(world.plan.id())).hasSize(1);
    assertThat(store.audit().list(null, 1).items().getFirst().action())
        .isEqualTo("publication.undone");
  }

  @Test
  void what_somebody_changed_since_stays() {
    Publication second = world.publish("BBBB", MAR_1);
    world.assign(1, "C", APR_1, null);
    world.assign(2, null, APR_1, null);
    var outcome = store.publications().undoDryRun(second.id());
    store.publications().undo(second.id(), "maria", "why");

    assertThat(world.drawn(MAR_1)).isEqualTo("AAB.");
    assertThat(world.drawn(APR_1)).isEqualTo("AC..");
    assertThat(outcome.kept()).isEqualTo(1);
    assertThat(outcome.accounts()).isEqualTo(3);
  }

  @Test
  void an_account_with_an_exception_in_the_middle_goes_back_once() {
    store
        .exceptions()
        .make(
            new NewException(
                world.plan.id(),
                world.accounts.get(0),
                ExceptionKind.NAMED,
                new NewException.Owner.OfTerritory(BookWorld.code("C")),
                APR_1,
                APR_1.plusDays(9),
                null,
                "why",
                "maria"));
    Publication second = world.publish("BAB.", MAR_1);

    assertThat(store.publications().undoDryRun(second.id()).accounts()).isEqualTo(1);
    store.publications().undo(second.id(), "maria", "why");
    assertThat(world.drawn(MAR_1)).isEqualTo("AAB.");
    assertThat(world.drawn(APR_1)).isEqualTo("CAB.");
    assertThat(world.drawn(APR_1.plusDays(9))).isEqualTo("AAB.");
  }

  @Test
  void a_dry_run_names_who_goes_back_to_whom_and_who_stays_and_why() {
    Publication second = world.publish("BBBB", MAR_1);
    world.assign(1, "C", APR_1, null);
    world.assign(0, null, MAR_1, null);
    UndoPreview preview = store.publications().undoDryRun(second.id());

    assertThat(preview.flows())
        .extracting(DryRun.Flow::from, DryRun.Flow::to, DryRun.Flow::accounts)
        .containsExactlyInAnyOrder(tuple("B", "A", 1L), tuple("B", "", 1L));
    assertThat(preview.largest()).hasSize(2);
    assertThat(preview.staying())
        .extracting(
            stays -> stays.account(),
            stays -> stays.territory() == null ? "" : stays.territory().value(),
            stays -> stays.from(),
            stays -> stays.by())
        .containsExactlyInAnyOrder(
            tuple(world.accounts.get(1), "C", APR_1, BookWorld.CORRECTION),
            tuple(world.accounts.get(0), "", MAR_1, BookWorld.CORRECTION));
    assertThat(preview.kept()).isEqualTo(2);
  }

  @Test
  void publications_are_taken_back_one_after_the_other_the_last_first() {
    Publication second = world.publish("BBBB", MAR_1);
    Publication third = world.publish("CCCC", APR_1);

    assertRefused("PUBLICATION_NOT_LAST", () -> store.publications().undo(second.id(), "m", "w"));
    store.publications().undo(third.id(), "m", "w");
    assertThat(world.drawn(APR_1)).isEqualTo("BBBB");
    store.publications().undo(second.id(), "m", "w");
    assertThat(world.drawn(APR_1)).isEqualTo("AAB.");

    assertRefused("PUBLICATION_UNDONE", () -> store.publications().undo(second.id(), "m", "w"));
    assertRefused(
        "STORE_NOT_FOUND",
        () -> store.publications().undo(new PublicationId(new UUID(7, 7)), "m", "w"));
  }

  @Test
  void what_the_later_one_stated_again_goes_back_with_the_one_before() {
    Publication second = world.publish("BBB.", MAR_1);
    world.assign(0, "C", MAR_1.plusDays(9), MAR_1.plusDays(10));
    Publication third =
        world.publish("BBB.", MAR_1.plusDays(5)); // all days of the first account anew

    store.publications().undo(third.id(), "m", "w");
    store.publications().undo(second.id(), "m", "w");

    assertThat(world.drawn(MAR_1.plusDays(6))).isEqualTo("AAB.");
    assertThat(world.drawn(MAR_1.plusDays(9))).isEqualTo("CAB.");
    assertThat(world.drawn(APR_1)).isEqualTo("AAB.");
  }

  @Test
  void after_it_the_next_publication_holds_until_the_next_that_stands() {
    Publication later = world.publish("CCCC", APR_1);
    store.publications().undo(later.id(), "m", "w");
    world.publish("BBBB", MAR_1);

    assertThat(world.drawn(JAN_1)).isEqualTo("AAB.");
    assertThat(world.drawn(APR_1)).isEqualTo("BBBB");
  }

  @Test
  void a_dry_run_changes_nothing() {
    Publication second = world.publish("BBBB", MAR_1);

    assertThat(store.publications().undoDryRun(second.id()).accounts()).isEqualTo(3);
    assertThat(world.drawn(MAR_1)).isEqualTo("BBBB");
    assertThat(store.publications().get(second.id()).stands()).isTrue();
  }
}
