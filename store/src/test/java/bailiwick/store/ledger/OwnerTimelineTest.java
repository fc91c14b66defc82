package bailiwick.store.ledger;

import static bailiwick.store.Given.APR_1;
import static bailiwick.store.Given.JAN_1;
import static bailiwick.store.Given.MAR_1;
import static bailiwick.store.ledger.BookWorld.CORRECTION;
import static bailiwick.store.ledger.BookWorld.LAYER;
import static bailiwick.store.ledger.BookWorld.code;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.AccountId;
import bailiwick.store.StoreContract;
import bailiwick.store.exception.ExceptionKind;
import bailiwick.store.exception.NewException;
import bailiwick.store.publication.Publication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnerTimelineTest extends StoreContract {

  private static final LocalDate FEB_1 = LocalDate.parse("2026-02-01");

  private BookWorld world;

  @BeforeEach
  void publish() {
    world = new BookWorld(store, "AB");
  }

  @Test
  void a_person_who_comes_into_the_seat_begins_a_span_and_a_vacancy_is_one_too() {
    store.ledger().place(world.plan.id(), code("A"), world.cy, FEB_1, MAR_1, CORRECTION);
    store.ledger().place(world.plan.id(), code("A"), null, MAR_1, null, CORRECTION);

    assertThat(told(timeline(LedgerRepository.NOW)))
        .containsExactly(
            "A Ada 2026-01-01–2026-02-01 PUBLICATION",
            "A Cy 2026-02-01–2026-03-01 PUBLICATION",
            "A  2026-03-01– PUBLICATION");
  }

  @Test
  void an_exception_stands_above_and_what_the_rules_say_of_its_days_beneath() {
    except("B", FEB_1, APR_1);
    Instant before = clock.instant();
    world.publish("CB", MAR_1);

    assertThat(told(timeline(LedgerRepository.NOW)))
        .containsExactly(
            "A Ada 2026-01-01–2026-02-01 PUBLICATION",
            "B Bob 2026-02-01–2026-04-01 EXCEPTION",
            "C Cy 2026-04-01– PUBLICATION");
    assertThat(told(beneath(LedgerRepository.NOW)))
        .containsExactly(
            "A Ada 2026-02-01–2026-03-01 PUBLICATION", "C Cy 2026-03-01–2026-04-01 PUBLICATION");
    assertThat(told(beneath(before)))
        .as("as known before the publication")
        .containsExactly("A Ada 2026-02-01–2026-04-01 PUBLICATION");
  }

  @Test
  void what_a_publication_taken_back_gives_back_says_so() {
    Publication second = world.publish("BB", MAR_1);
    store.publications().undo(second.id(), "maria", "The numbers were wrong.");

    List<OwnerSpan> spans = timeline(LedgerRepository.NOW);
    assertThat(told(spans)).containsExactly("A Ada 2026-01-01– PUBLICATION");
    assertThat(spans.getFirst().recordedBy())
        .isEqualTo(new Change(Cause.UNDO, "maria", "The numbers were wrong."));
  }

  @Test
  void it_says_of_every_day_as_known_at_every_instant_what_the_ledger_says() {
    var random = new SplittableRandom(11);
    List<Instant> instants = new ArrayList<>();
    Publication last = null;
    for (int step = 0; step < 40; step++) {
      last = change(random, last);
      instants.add(clock.instant());
    }
    for (Instant known : instants) {
      List<OwnerSpan> spans = timeline(known);
      for (LocalDate day = JAN_1; day.isBefore(JAN_1.plusDays(200)); day = day.plusDays(3)) {
        LocalDate asked = day;
        List<String> told =
            spans.stream()
                .filter(span -> !span.from().isAfter(asked) && isBefore(asked, span.until()))
                .map(span -> span.entry().territory() + " " + span.representativeName())
                .toList();
        List<String> ledger =
            store.ledger().ownerOn(account(), LAYER, day, known).stream()
                .map(owner -> owner.entry().territory() + " " + owner.representativeName())
                .toList();
        assertThat(told).as("on %s as known at %s", day, known).isEqualTo(ledger);
      }
    }
  }

  /** One act of chance; the publication that would be taken back next. */
  private @Nullable Publication change(SplittableRandom random, @Nullable Publication last) {
    LocalDate from = JAN_1.plusDays(random.nextInt(150));
    LocalDate until = random.nextBoolean() ? null : from.plusDays(1 + random.nextInt(40));
    String letter = String.valueOf((char) ('A' + random.nextInt(3)));
    switch (random.nextInt(5)) {
      case 0 -> {
        return world.publish(letter + "B", from);
      }
      case 1 -> world.assign(0, random.nextInt(4) == 0 ? null : letter, from, until);
      case 2 ->
          store
              .ledger()
              .place(
                  world.plan.id(),
                  code(letter),
                  List.of(world.ada, world.bob, world.cy).get(random.nextInt(3)),
                  from,
                  until,
                  CORRECTION);
      case 3 -> {
        if (!isExcepted()) {
          except(letter, from, from.plusDays(20));
        }
      }
      default -> {
        if (last != null) {
          store.publications().undo(last.id(), "maria", "why");
          return null;
        }
      }
    }
    return last;
  }

  private boolean isExcepted() {
    return !store.exceptions().list().of(account()).isEmpty();
  }

  private static boolean isBefore(LocalDate day, @Nullable LocalDate until) {
    return until == null || day.isBefore(until);
  }

  private AccountId account() {
    return world.accounts.get(0);
  }

  private List<OwnerSpan> timeline(Instant known) {
    return store.ledger().timeline(account(), LAYER, known);
  }

  private List<OwnerSpan> beneath(Instant known) {
    return store.ledger().timelineBeneath(account(), LAYER, known);
  }

  private static List<String> told(List<OwnerSpan> spans) {
    return spans.stream()
        .map(span ->
            "%s %s %s–%s %s"
                .formatted(
                    span.entry().territory(),
                    span.representativeName(),
                    span.from(),
                    span.until() == null ? "" : span.until(),
                    span.entry().cause()))
        .toList();
  }

  private void except(String to, LocalDate from, LocalDate until) {
    store
        .exceptions()
        .make(
            new NewException(
                world.plan.id(),
                account(),
                ExceptionKind.NAMED,
                new NewException.Owner.OfTerritory(code(to)),
                from,
                until,
                null,
                "Bob knows the chief executive.",
                "maria"));
  }
}
