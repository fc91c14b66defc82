package bailiwick.store.ledger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.cover.ProvenRules;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The ledger against a plain model: an array of days per account, copied at every act. After many
 * random acts (publications ahead and back in time, corrections, removals) every (day, believed at)
 * pair must answer as the model did then.
 */
class LedgerModelTest extends StoreContract {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final int DAYS = 40;
  private static final int ACCOUNTS = 5;
  private static final int TERRITORIES = 3;
  private static final int NOBODY = -1;
  private static final ProvenRules RULES = Given.rules("T0", "");

  private final boolean deep = Boolean.getBoolean("bailiwick.deep");

  private final TreeMap<Instant, int[][]> beliefs = new TreeMap<>();
  private final TreeMap<LocalDate, Boolean> published = new TreeMap<>();
  private List<AccountId> accounts;
  private Plan plan;
  private Scenario scenario;

  @Test
  void every_day_believed_at_every_instant_answers_as_the_model_did() {
    long seed = Long.getLong("seed", 20_260_301L);
    int acts = deep ? 1_000 : 60;
    SplittableRandom random = new SplittableRandom(seed);
    for (int act = 0; act < acts; act++) {
      if (random.nextInt(3) == 0) {
        publish(random, act);
      } else {
        correct(random);
      }
    }
    for (int check = 0; check < acts * 10; check++) {
      compare(random, seed);
    }
  }

  @BeforeEach
  void begin() {
    accounts = Given.accounts(store, ACCOUNTS);
    plan = Given.plan(store, "2026", 1);
    scenario =
        Given.scenario(
            store,
            plan,
            "S",
            "A",
            Given.territory("T0", null),
            Given.territory("T1", null),
            Given.territory("T2", null));
    int[][] nobody = new int[ACCOUNTS][DAYS];
    for (int[] days : nobody) {
      Arrays.fill(days, NOBODY);
    }
    beliefs.put(Instant.EPOCH, nobody);
    publish(new SplittableRandom(0), -1); // gives the territories their identity
  }

  private void publish(SplittableRandom random, int act) {
    LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
    LocalDate next = published.higherKey(from);
    int[][] belief = copy(beliefs.lastEntry().getValue());
    Decisions.Builder decisions = Decisions.builder();
    for (int account = 0; account < ACCOUNTS; account++) {
      int territory = random.nextInt(TERRITORIES + 1) - 1;
      decisions.add(accounts.get(account), territory);
      fill(belief[account], from, next, territory);
    }
    store
        .publications()
        .publish(
            new PublicationRequest(
                scenario.id(),
                scenario.version(),
                from,
                RULES,
                "{}",
                DataDoubt.UNKNOWN,
                "key" + act,
                "p",
                "w"),
            decisions.build());
    published.put(from, true);
    remember(belief);
  }

  private void correct(SplittableRandom random) {
    int[][] belief = copy(beliefs.lastEntry().getValue());
    List<Assignment> assignments = new ArrayList<>();
    for (int account = 0; account < ACCOUNTS; account++) {
      int start = random.nextInt(DAYS);
      // Up to two periods of one account in one act, the second behind the first.
      for (int part = random.nextInt(3); part > 0 && start < DAYS; part--) {
        int length = 1 + random.nextInt(DAYS - start);
        int territory = random.nextInt(TERRITORIES + 1) - 1;
        LocalDate from = FIRST.plusDays(start);
        LocalDate until = part == 1 && random.nextBoolean() ? null : from.plusDays(length);
        assignments.add(
            new Assignment(
                accounts.get(account),
                territory == NOBODY ? null : new TerritoryCode("T" + territory),
                from,
                until));
        fill(belief[account], from, until, territory);
        start += length;
      }
    }
    store.ledger().assign(plan.id(), assignments, new Change(Cause.CORRECTION, "c", "w"));
    remember(belief);
  }

  private void remember(int[][] belief) {
    beliefs.put(clock.instant(), belief);
  }

  private static void fill(int[] days, LocalDate from, @Nullable LocalDate until, int territory) {
    int start = (int) FIRST.until(from, java.time.temporal.ChronoUnit.DAYS);
    int end = until == null ? DAYS : (int) FIRST.until(until, java.time.temporal.ChronoUnit.DAYS);
    Arrays.fill(days, Math.min(start, DAYS), Math.min(end, DAYS), territory);
  }

  private static int[][] copy(int[][] belief) {
    return Arrays.stream(belief).map(int[]::clone).toArray(int[][]::new);
  }

  private void compare(SplittableRandom random, long seed) {
    List<Instant> instants = List.copyOf(beliefs.keySet());
    Instant knownAt = instants.get(random.nextInt(instants.size()));
    int account = random.nextInt(ACCOUNTS);
    int day = random.nextInt(DAYS);
    int expected = requireNonNull(beliefs.get(knownAt))[account][day];
    Optional<Owner> owner =
        store
            .ledger()
            .ownerOn(accounts.get(account), LayerId.NEW_BUSINESS, FIRST.plusDays(day), knownAt);
    assertThat(owner.map(found -> found.entry().territory().value()))
        .as(
            "account %s, day %s, believed at %s, repeat with -Dseed=%s",
            account, day, knownAt, seed)
        .isEqualTo(expected == NOBODY ? Optional.empty() : Optional.of("T" + expected));
  }
}
