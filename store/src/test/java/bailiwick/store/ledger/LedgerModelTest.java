package bailiwick.store.ledger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.cover.ProvenRules;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import bailiwick.store.exception.ExceptionId;
import bailiwick.store.exception.ExceptionKind;
import bailiwick.store.exception.NewException;
import bailiwick.store.exception.OwnershipException;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.Plan;
import bailiwick.store.publication.DataDoubt;
import bailiwick.store.publication.Decisions;
import bailiwick.store.publication.Publication;
import bailiwick.store.publication.PublicationRequest;
import bailiwick.store.scenario.Scenario;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ledger against a plain model: arrays of days per account, copied at every act. After many
 * random acts (publications ahead and back in time, corrections, removals, exceptions made and
 * ended, publications taken back) every (day, believed at) pair must answer as the model did then.
 */
class LedgerModelTest extends StoreContract {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final int DAYS = 40; // and one more, which stands for all later ones
  private static final int ACCOUNTS = 5;
  private static final int TERRITORIES = 3;
  private static final int NOBODY = -1;
  private static final ProvenRules RULES = Given.rules("T0", "");

  private final boolean deep = Boolean.getBoolean("bailiwick.deep");

  private final TreeMap<Instant, int[][]> beliefs = new TreeMap<>();
  private final List<Published> standing = new ArrayList<>();
  private final List<Excepted> exceptions = new ArrayList<>();
  private List<AccountId> accounts;
  private Plan plan;
  private Scenario scenario;
  private int acts;

  /** What each day of each account is: whose by the rules, by which act, and whose by exception. */
  private int[][] ruled;

  private int[][] act;
  private int[][] excepted;

  /** A publication that stands, with what it found on the days that it changed, by account. */
  private static final class Published {
    final PublicationId id;
    final LocalDate from;
    final int act;
    final boolean[][] changed = new boolean[ACCOUNTS][DAYS + 1];
    final int[][] ruled;
    final int[][] acts;

    Published(PublicationId id, LocalDate from, int act, int[][] ruled, int[][] acts) {
      this.id = id;
      this.from = from;
      this.act = act;
      this.ruled = ruled;
      this.acts = acts;
    }
  }

  private record Excepted(ExceptionId id, int account, int from, int until) {}

  static LongStream seeds() {
    long first = Long.getLong("seed", 20_260_301L);
    return LongStream.range(first, first + (Boolean.getBoolean("bailiwick.deep") ? 8 : 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_day_believed_at_every_instant_answers_as_the_model_did(long seed) {
    int count = deep ? 400 : 90;
    SplittableRandom random = new SplittableRandom(seed);
    for (int number = 0; number < count; number++) {
      switch (random.nextInt(6)) {
        case 0, 1 -> publish(random);
        case 2 -> correct(random);
        case 3 -> except(random);
        case 4 -> endException(random);
        default -> undo(seed);
      }
    }
    compareLast(seed);
    List<Instant> instants = List.copyOf(beliefs.keySet());
    for (int check = 0; check < count * 10; check++) {
      Instant knownAt = instants.get(random.nextInt(instants.size()));
      compare(random.nextInt(ACCOUNTS), random.nextInt(DAYS + 1), knownAt, seed);
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
    ruled = days(NOBODY);
    act = days(NOBODY);
    excepted = days(NOBODY);
    beliefs.put(Instant.EPOCH, days(NOBODY));
    publish(new SplittableRandom(0)); // gives the territories their identity
  }

  private static int[][] days(int value) {
    int[][] days = new int[ACCOUNTS][DAYS + 1];
    for (int[] of : days) {
      Arrays.fill(of, value);
    }
    return days;
  }

  private void publish(SplittableRandom random) {
    int from = random.nextInt(DAYS);
    int next =
        standing.stream()
            .mapToInt(earlier -> dayOf(earlier.from))
            .filter(day -> day > from)
            .min()
            .orElse(DAYS + 1);
    acts++;
    boolean[][] changed = new boolean[ACCOUNTS][DAYS + 1];
    int[][] ruledBefore = copy(ruled);
    int[][] actBefore = copy(act);
    Decisions.Builder decisions = Decisions.builder();
    for (int account = 0; account < ACCOUNTS; account++) {
      int territory = random.nextInt(TERRITORIES + 1) - 1;
      decisions.add(accounts.get(account), territory);
      state(account, from, next, territory, changed[account]);
    }
    Publication made =
        store
            .publications()
            .publish(
                new PublicationRequest(
                    scenario.id(),
                    scenario.version(),
                    FIRST.plusDays(from),
                    RULES,
                    "{}",
                    DataDoubt.UNKNOWN,
                    "key" + acts,
                    "p",
                    "w"),
                decisions.build());
    Published published =
        new Published(made.id(), made.effectiveFrom(), acts, ruledBefore, actBefore);
    for (int account = 0; account < ACCOUNTS; account++) {
      System.arraycopy(changed[account], 0, published.changed[account], 0, DAYS + 1);
    }
    standing.add(published);
    remember();
  }

  /**
   * States a territory for a run of days as the present act. Days of exceptions are stated apart,
   * and a part that says nothing new is not stated at all.
   */
  private void state(int account, int from, int until, int territory, boolean[] changed) {
    int start = from;
    while (start < until) {
      int end = start + 1;
      boolean beneath = excepted[account][start] != NOBODY;
      while (end < until && (excepted[account][end] != NOBODY) == beneath) {
        end++;
      }
      if (isNews(account, start, end, territory)) {
        for (int day = start; day < end; day++) {
          changed[day] |= territory != NOBODY || ruled[account][day] != NOBODY;
          ruled[account][day] = territory;
          act[account][day] = territory == NOBODY ? NOBODY : acts;
        }
      }
      start = end;
    }
  }

  private boolean isNews(int account, int from, int until, int territory) {
    for (int day = from; day < until; day++) {
      if (ruled[account][day] != territory) {
        return true;
      }
    }
    return false;
  }

  private void correct(SplittableRandom random) {
    acts++;
    List<Assignment> assignments = new ArrayList<>();
    for (int account = 0; account < ACCOUNTS; account++) {
      int start = random.nextInt(DAYS);
      // Up to two periods of one account in one act, the second behind the first.
      for (int part = random.nextInt(3); part > 0 && start < DAYS; part--) {
        int length = 1 + random.nextInt(DAYS - start);
        int territory = random.nextInt(TERRITORIES + 1) - 1;
        boolean open = part == 1 && random.nextBoolean();
        LocalDate from = FIRST.plusDays(start);
        assignments.add(
            new Assignment(
                accounts.get(account), code(territory), from, open ? null : from.plusDays(length)));
        state(account, start, open ? DAYS + 1 : start + length, territory, new boolean[DAYS + 1]);
        start += length;
      }
    }
    store.ledger().assign(plan.id(), assignments, new Change(Cause.CORRECTION, "c", "w"));
    remember();
  }

  private static @Nullable TerritoryCode code(int territory) {
    return territory == NOBODY ? null : new TerritoryCode("T" + territory);
  }

  private void except(SplittableRandom random) {
    acts++;
    int account = random.nextInt(ACCOUNTS);
    int from = random.nextInt(DAYS);
    boolean strategic = random.nextInt(3) == 0;
    int until = strategic ? DAYS + 1 : from + 1 + random.nextInt(DAYS - from);
    for (int day = from; day < until; day++) {
      if (excepted[account][day] != NOBODY) {
        return;
      }
    }
    int territory = random.nextInt(TERRITORIES);
    OwnershipException made =
        store
            .exceptions()
            .make(
                new NewException(
                    plan.id(),
                    accounts.get(account),
                    strategic ? ExceptionKind.STRATEGIC : ExceptionKind.NAMED,
                    new NewException.Owner.OfTerritory(new TerritoryCode("T" + territory)),
                    FIRST.plusDays(from),
                    strategic ? null : FIRST.plusDays(until),
                    strategic ? FIRST.plusDays(from + 1) : null,
                    "w",
                    "e"));
    Arrays.fill(excepted[account], from, until, territory);
    exceptions.add(new Excepted(made.id(), account, from, until));
    remember();
  }

  private void endException(SplittableRandom random) {
    if (exceptions.isEmpty()) {
      return;
    }
    acts++;
    Excepted ended = exceptions.remove(random.nextInt(exceptions.size()));
    int on = Math.max(0, ended.from - 2) + random.nextInt(DAYS / 2);
    if (on < Math.min(ended.until, DAYS)) {
      store.exceptions().end(ended.id, FIRST.plusDays(on), "e", "w");
      Arrays.fill(excepted[ended.account], Math.max(on, ended.from), ended.until, NOBODY);
      remember();
    }
  }

  /** Days that the last publication changed, and nobody since, are again what it found. */
  private void undo(long seed) {
    if (standing.isEmpty()) {
      return;
    }
    acts++;
    Published last = standing.removeLast();
    store.publications().undo(last.id, "u", "w");
    for (int account = 0; account < ACCOUNTS; account++) {
      for (int day = 0; day <= DAYS; day++) {
        boolean removed = ruled[account][day] == NOBODY && wasRemoved(last, account, day);
        if (last.changed[account][day] && (act[account][day] == last.act || removed)) {
          ruled[account][day] = last.ruled[account][day];
          act[account][day] = last.acts[account][day];
        }
      }
    }
    remember();
    compareLast(seed);
  }

  /** Whether a publication took the account from everybody that day, rather than giving it. */
  private boolean wasRemoved(Published publication, int account, int day) {
    return !given.contains(List.of(publication.act, account, day));
  }

  private final Set<List<Integer>> given = new HashSet<>(); // act, account, day

  private void remember() {
    for (int account = 0; account < ACCOUNTS; account++) {
      for (int day = 0; day <= DAYS; day++) {
        if (act[account][day] == acts) {
          given.add(List.of(acts, account, day));
        }
      }
    }
    int[][] belief = copy(ruled);
    for (int account = 0; account < ACCOUNTS; account++) {
      for (int day = 0; day <= DAYS; day++) {
        if (excepted[account][day] != NOBODY) {
          belief[account][day] = excepted[account][day];
        }
      }
    }
    beliefs.put(clock.instant(), belief);
  }

  private static int dayOf(LocalDate date) {
    return (int) FIRST.until(date, ChronoUnit.DAYS);
  }

  private static int[][] copy(int[][] belief) {
    return Arrays.stream(belief).map(int[]::clone).toArray(int[][]::new);
  }

  /** All of what is believed now. */
  private void compareLast(long seed) {
    for (int account = 0; account < ACCOUNTS; account++) {
      for (int day = 0; day <= DAYS; day++) {
        compare(account, day, beliefs.lastKey(), seed);
      }
    }
  }

  private void compare(int account, int day, Instant knownAt, long seed) {
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
