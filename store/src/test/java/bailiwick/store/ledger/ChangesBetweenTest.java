package bailiwick.store.ledger;

import static bailiwick.store.Given.APR_1;
import static bailiwick.store.Given.MAR_1;
import static bailiwick.store.ledger.BookWorld.LAYER;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.store.StoreContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesBetweenTest extends StoreContract {

  @Test
  void what_was_recorded_and_what_was_ended_is_told_of_accounts_and_of_people_in_their_order() {
    BookWorld world = new BookWorld(store, "AB");
    Instant after = clock.instant();
    world.assign(0, "B", MAR_1, null);
    world.publish("BB", APR_1, world.cy, world.bob, null);
    Instant until = clock.instant();
    world.assign(1, "C", APR_1, null);

    assertThat(changes(after, until))
        .containsExactly(
            "ended account A1 in A from 2026-01-01 until null",
            "recorded account A1 in A from 2026-01-01 until 2026-03-01",
            "recorded account A1 in B from 2026-03-01 until null",
            "ended person Ada in A from 2026-01-01 until null",
            "recorded person Ada in A from 2026-01-01 until 2026-04-01",
            "recorded person Cy in A from 2026-04-01 until null",
            "ended person Cy in C from 2026-01-01 until null",
            "recorded person Cy in C from 2026-01-01 until 2026-04-01");
    assertThat(changes(until, LedgerRepository.NOW)).hasSize(3);
  }

  private List<String> changes(Instant after, Instant until) {
    List<String> told = new ArrayList<>();
    store
        .ledger()
        .forEachChange(
            LAYER,
            after,
            until,
            row ->
                told.add(
                    "%s %s %s in %s from %s until %s"
                        .formatted(
                            row.ended() ? "ended" : "recorded",
                            row.ofPlacement() ? "person" : "account",
                            row.externalId(),
                            row.territory(),
                            row.from(),
                            row.until())));
    return told;
  }
}
