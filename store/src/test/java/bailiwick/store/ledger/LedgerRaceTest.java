package bailiwick.store.ledger;

import static bailiwick.store.Given.MAR_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.account.AccountId;
import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.store.StoreContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many assign the same accounts at once: one wins each, the others hear who has it now. */
class LedgerRaceTest extends StoreContract {

  private static final int WRITERS = 16;
  private static final int ACCOUNTS = 1_000;
  private static final int AT_ONCE = 50;

  private final ConcurrentHashMap<AccountId, String> won = new ConcurrentHashMap<>();
  private final List<Problem> refused = Collections.synchronizedList(new ArrayList<>());

  @Test
  void of_sixteen_writers_one_wins_each_account_and_the_others_hear_who_has_it() throws Exception {
    BookWorld world = new BookWorld(store, "A".repeat(ACCOUNTS));
    CountDownLatch ready = new CountDownLatch(WRITERS);
    List<Future<?>> writers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        writers.add(
            threads.submit(() -> {
              ready.countDown();
              ready.await();
              race(world, number);
              return null;
            }));
      }
      for (Future<?> writer : writers) {
        writer.get(); // fails on anything but a typed refusal
      }
    }

    assertThat(won).hasSize(ACCOUNTS);
    for (AccountId account : world.accounts) {
      assertThat(
              store
                  .ledger()
                  .ownerOn(account, BookWorld.LAYER, MAR_1)
                  .orElseThrow()
                  .entry()
                  .territory()
                  .value())
          .isEqualTo(won.get(account));
      assertThat(store.ledger().history(account)).hasSize(3); // before, what is left of it, after
    }
    assertThat(refused).isNotEmpty();
    assertThat(refused)
        .allSatisfy(problem -> {
          assertThat(problem.code()).isEqualTo("LEDGER_OWNER_CHANGED");
          assertThat(problem.message()).containsPattern("belongs to [BC] on 2026-03-01, not to A");
        });
    assertThat(overlaps()).isZero();
  }

  /** Each writer goes through the accounts in an order of its own, some at a time. */
  private void race(BookWorld world, int writer) {
    List<AccountId> order = new ArrayList<>(world.accounts);
    Collections.shuffle(order, new Random(writer));
    String to = writer % 2 == 0 ? "B" : "C";
    SplittableRandom random = new SplittableRandom(writer);
    for (int start = 0; start < ACCOUNTS; start += AT_ONCE) {
      List<AccountId> some = order.subList(start, start + AT_ONCE);
      if (random.nextInt(20) == 0) {
        some.forEach(account -> assign(world, List.of(account), to));
      } else {
        assign(world, some, to);
      }
    }
  }

  private void assign(BookWorld world, List<AccountId> accounts, String to) {
    List<Assignment> assignments =
        accounts.stream()
            .map(account -> new Assignment(account, BookWorld.code(to), MAR_1, null))
            .toList();
    try {
      store
          .ledger()
          .assignExpecting(world.plan.id(), assignments, BookWorld.code("A"), BookWorld.CORRECTION);
      accounts.forEach(account -> assertThat(won.put(account, to)).isNull());
    } catch (ProblemException e) {
      refused.addAll(e.problems());
      assign(world, without(accounts, e.problems()), to);
    }
  }

  private static List<AccountId> without(List<AccountId> accounts, List<Problem> taken) {
    Set<String> names = new HashSet<>();
    taken.forEach(problem -> names.add(((Place.OfThing) problem.place()).id()));
    return accounts.stream().filter(account -> !names.contains(account.toString())).toList();
  }

  private long overlaps() {
    return JdbcClient.create(store.dataSource())
        .sql(
            """
            SELECT count(*) FROM ownership AS one JOIN ownership AS two
              ON one.account_id = two.account_id AND one.layer_id = two.layer_id
              AND one.id < two.id AND one.valid && two.valid
            WHERE one.superseded_at IS NULL AND two.superseded_at IS NULL
            """)
        .query(Long.class)
        .single();
  }

  @Test
  void the_database_itself_refuses_a_second_owner_whatever_java_does() {
    BookWorld world = new BookWorld(store, "A");
    JdbcClient sql = JdbcClient.create(store.dataSource());

    assertThatThrownBy(() ->
            sql.sql(
                    """
                    INSERT INTO ownership (account_id, layer_id, territory_id, valid, recorded_at,
                      change_id, origin_id)
                    SELECT account_id, layer_id, (SELECT id FROM territory WHERE code = 'B'),
                      daterange('2026-05-01', '2026-05-02'), recorded_at, change_id, origin_id
                    FROM ownership
                    """)
                .update())
        .hasMessageContaining("ownership_one_owner");
    assertThat(world.drawn(MAR_1)).isEqualTo("A");
  }
}
