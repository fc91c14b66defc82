package bailiwick.store.exception;

import static bailiwick.store.Given.APR_1;
import static bailiwick.store.Given.JAN_1;
import static bailiwick.store.Given.MAR_1;
import static bailiwick.store.ledger.BookWorld.LAYER;
import static bailiwick.store.ledger.BookWorld.code;
import static bailiwick.store.ledger.LedgerRepository.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.account.AccountId;
import bailiwick.store.StoreContract;
import bailiwick.store.exception.CreditSplit.Share;
import bailiwick.store.exception.NewSplit.Part;
import bailiwick.store.ledger.BookWorld;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CreditRepositoryTest extends StoreContract {

  private static final int DAYS = 45; // the last stands for all later ones

  private BookWorld world;
  private AccountId account;

  @BeforeEach
  void publish() {
    world = new BookWorld(store, "A");
    account = world.accounts.get(0);
  }

  private CreditSplit split(LocalDate from, @Nullable LocalDate until, Part... parts) {
    return store
        .credits()
        .split(
            new NewSplit(
                world.plan.id(), account, from, until, List.of(parts), "Won together.", "maria"));
  }

  private static Part part(String territory, long basisPoints) {
    return new Part(code(territory), basisPoints);
  }

  @Test
  void credit_is_shared_on_its_days_and_the_owner_stays() {
    CreditSplit made = split(MAR_1, APR_1, part("A", 6_667), part("B", 3_333));

    assertThat(made.shares())
        .containsExactly(
            new Share(code("A"), 6_667, world.ada, "Ada"),
            new Share(code("B"), 3_333, world.bob, "Bob"));
    assertThat(made.why()).isEqualTo("Won together.");
    assertThat(store.credits().findOn(account, LAYER, MAR_1, NOW)).contains(made);
    assertThat(store.credits().findOn(account, LAYER, APR_1, NOW)).isEmpty();
    assertThat(world.drawn(MAR_1)).isEqualTo("A");
  }

  @Test
  void a_later_split_takes_the_place_of_the_first_and_what_was_believed_stays() {
    split(JAN_1, null, part("A", 5_000), part("B", 5_000));
    Instant before = clock.instant();
    split(MAR_1, null, part("A", 1_000), part("C", 9_000));

    assertThat(store.credits().findOn(account, LAYER, APR_1, NOW).orElseThrow().shares())
        .extracting(Share::basisPoints)
        .containsExactly(9_000, 1_000);
    assertThat(store.credits().findOn(account, LAYER, APR_1, before).orElseThrow().shares())
        .extracting(Share::basisPoints)
        .containsExactly(5_000, 5_000);

    store.credits().end(world.plan.id(), account, APR_1, "maria", "Handed over.");
    assertThat(store.credits().findOn(account, LAYER, APR_1, NOW)).isEmpty();
    assertThat(store.credits().findOn(account, LAYER, MAR_1, NOW)).isPresent();
    assertRefused(
        "STORE_NOT_FOUND",
        () -> store.credits().end(world.plan.id(), account, APR_1, "maria", "again"));
  }

  @Test
  void shares_that_are_not_the_whole_are_refused_with_their_sum() {
    assertThatThrownBy(() -> split(MAR_1, null, part("A", 5_000), part("B", 4_990)))
        .hasMessageContaining("CREDIT_NOT_WHOLE")
        .hasMessageContaining("The shares are 99.90 % together, and must be 100 %.");
    assertRefused("CREDIT_NOT_WHOLE", () -> split(MAR_1, null));
    assertRefused("CREDIT_WRONG_SHARE", () -> split(MAR_1, null, part("A", 10_001)));
    assertRefused("CREDIT_WRONG_SHARE", () -> split(MAR_1, null, part("A", 0)));
    assertRefused(
        "CREDIT_SHARE_TWICE", () -> split(MAR_1, null, part("A", 5_000), part("A", 5_000)));
    assertRefused("LEDGER_UNKNOWN_TERRITORY", () -> split(MAR_1, null, part("X", 10_000)));
    assertRefused("LEDGER_EMPTY_PERIOD", () -> split(APR_1, MAR_1, part("A", 10_000)));
    assertThat(store.credits().findOn(account, LAYER, MAR_1, NOW)).isEmpty();
  }

  @Test
  void the_database_itself_refuses_shares_that_are_not_the_whole() {
    JdbcClient sql = JdbcClient.create(store.dataSource());
    split(MAR_1, null, part("A", 10_000));
    UUID territory =
        sql.sql("SELECT id FROM territory WHERE code = 'B'").query(UUID.class).single();

    assertThatThrownBy(() ->
            sql.sql("INSERT INTO credit_share SELECT id, :to, 10 FROM credit_split")
                .param("to", territory)
                .update())
        .hasMessageContaining("10010 of 10000");
  }

  @Test
  void random_splits_answer_on_every_day_as_an_array_of_days_does() {
    SplittableRandom random = new SplittableRandom(Long.getLong("seed", 7));
    int[] expected = new int[DAYS]; // what A gets, 0 without a split
    for (int act = 0; act < 30; act++) {
      int first = 1 + random.nextInt(9_998);
      int start = random.nextInt(DAYS);
      int end = random.nextBoolean() ? DAYS : Math.min(DAYS, start + 1 + random.nextInt(10));
      if (random.nextInt(8) == 0 && expected[DAYS - 1] != 0) {
        store.credits().end(world.plan.id(), account, JAN_1.plusDays(start), "m", "w");
        Arrays.fill(expected, start, DAYS, 0);
      } else {
        LocalDate until = end == DAYS ? null : JAN_1.plusDays(end);
        split(JAN_1.plusDays(start), until, part("A", first), part("B", 10_000 - first));
        Arrays.fill(expected, start, end, first);
      }
    }
    for (int day = 0; day < DAYS; day++) {
      assertThat(shares(JAN_1.plusDays(day))).as("day %s", day).isEqualTo(drawn(expected[day]));
    }
  }

  private static Map<String, Integer> drawn(int first) {
    return first == 0 ? Map.of() : Map.of("A", first, "B", 10_000 - first);
  }

  private Map<String, Integer> shares(LocalDate day) {
    Map<String, Integer> shares = new HashMap<>();
    store
        .credits()
        .findOn(account, LAYER, day, NOW)
        .ifPresent(split ->
            split.shares().forEach(one -> shares.put(one.territory().value(), one.basisPoints())));
    return shares;
  }
}
