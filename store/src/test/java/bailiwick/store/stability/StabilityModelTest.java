package bailiwick.store.stability;

import static bailiwick.store.Given.JAN_1;
import static bailiwick.store.ledger.BookWorld.LAYER;
import static bailiwick.store.ledger.BookWorld.code;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.StoreContract;
import bailiwick.store.exception.ExceptionId;
import bailiwick.store.exception.ExceptionKind;
import bailiwick.store.exception.NewException;
import bailiwick.store.ledger.Assignment;
import bailiwick.store.ledger.BookWorld;
import bailiwick.store.ledger.Cause;
import bailiwick.store.ledger.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The limits of stability against a plain model: an array of days for each account and each seat.
 * Random acts (corrections of several periods, publications, exceptions made and ended early,
 * people placed) are accepted or refused, and each refusal names the limits, accounts and people
 * that the model names.
 */
class StabilityModelTest extends StoreContract {

  private static final int DAYS = 900; // and one more, which stands for all later ones
  private static final int ACCOUNTS = 5;
  private static final int TERRITORIES = 3;
  private static final int ACTS = 80;
  private static final int NOBODY = -1;
  private static final String LETTERS = "ABC";
  private static final String DRAWN = "AABBC";

  private BookWorld world;
  private List<RepresentativeId> people;
  private SplittableRandom random = new SplittableRandom(0);
  private StabilityLimits limits = StabilityLimits.NONE;
  private State now = State.drawn();
  private final List<Excepted> exceptions = new ArrayList<>();
  private final List<Integer> publications = new ArrayList<>(List.of(0));
  private int accepted;
  private int refused;

  /** What holds: all of it is copied before an act is tried. */
  private static final class State {
    final int[][] ruled; // [account][day] -> territory by the rules
    final int[][] excepted; // [account][day] -> territory by an exception
    final int[][] seated; // [territory][day] -> person

    State(int[][] ruled, int[][] excepted, int[][] seated) {
      this.ruled = ruled;
      this.excepted = excepted;
      this.seated = seated;
    }

    /** Everybody sits in the seat of the same number, and accounts are as drawn. */
    static State drawn() {
      State state = new State(days(ACCOUNTS), days(ACCOUNTS), days(TERRITORIES));
      for (int account = 0; account < ACCOUNTS; account++) {
        Arrays.fill(state.ruled[account], DRAWN.charAt(account) - 'A');
        Arrays.fill(state.excepted[account], NOBODY);
      }
      for (int seat = 0; seat < TERRITORIES; seat++) {
        Arrays.fill(state.seated[seat], seat);
      }
      return state;
    }

    private static int[][] days(int rows) {
      return new int[rows][DAYS + 1];
    }

    State copy() {
      return new State(copy(ruled), copy(excepted), copy(seated));
    }

    private static int[][] copy(int[][] days) {
      return Arrays.stream(days).map(int[]::clone).toArray(int[][]::new);
    }

    int owner(int account, int day) {
      return excepted[account][day] != NOBODY ? excepted[account][day] : ruled[account][day];
    }

    int person(int territory, int day) {
      return territory == NOBODY ? NOBODY : seated[territory][day];
    }
  }

  /** A day on which an account gets another owner. */
  private record Move(int account, int day, int from, int fromPerson) {}

  private record Excepted(ExceptionId id, int account, int from, int until) {}

  static LongStream seeds() {
    long first = Long.getLong("seed", 20_261_124L);
    return LongStream.range(first, first + (Boolean.getBoolean("bailiwick.deep") ? 40 : 3));
  }

  @BeforeEach
  void begin() {
    world = new BookWorld(store, DRAWN);
    people = List.of(world.ada, world.bob, world.cy);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void each_act_is_refused_for_what_a_plain_model_finds_wrong(long seed) {
    random = new SplittableRandom(seed);
    limits =
        new StabilityLimits(
            1 + random.nextInt(8),
            random.nextInt(3) == 0 ? null : 1 + random.nextInt(6),
            random.nextInt(3) == 0 ? null : 2_000 + random.nextInt(6_000),
            0);
    store.stability().set(LAYER, limits, "head");
    for (int act = 0; act < ACTS; act++) {
      String told = "seed " + seed + ", act " + act + ", " + limits;
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> correct(told);
        case 3, 4 -> except(told);
        case 5 -> endException(told);
        case 6 -> publish(told);
        default -> place();
      }
    }
    assertThat(accepted).as("accepted").isGreaterThan(ACTS / 10);
    assertThat(refused).as("refused").isGreaterThan(ACTS / 10);
  }

  private static LocalDate date(int day) {
    return JAN_1.plusDays(day);
  }

  private int someDay() {
    return 1 + random.nextInt(DAYS - 1);
  }

  /** Up to two periods of up to two accounts. */
  private void correct(String told) {
    State next = now.copy();
    boolean[][] claimed = new boolean[ACCOUNTS][DAYS + 1];
    List<Assignment> assignments = new ArrayList<>();
    int first = random.nextInt(ACCOUNTS);
    for (int account : new TreeSet<>(List.of(first, random.nextInt(ACCOUNTS)))) {
      int start = someDay();
      for (int part = 1 + random.nextInt(2); part > 0 && start < DAYS; part--) {
        boolean open = part == 1 && random.nextBoolean();
        int end = open ? DAYS + 1 : Math.min(DAYS, start + 1 + random.nextInt(120));
        int territory = random.nextInt(6) == 0 ? NOBODY : random.nextInt(TERRITORIES);
        assignments.add(
            new Assignment(
                world.accounts.get(account),
                territory == NOBODY ? null : code(LETTERS.substring(territory, territory + 1)),
                date(start),
                open ? null : date(end)));
        state(next, claimed, account, start, end, territory);
        start = end + (random.nextBoolean() ? 0 : 1 + random.nextInt(20));
      }
    }
    judge(
        told + " " + assignments,
        next,
        claimed,
        () -> store.ledger().assign(world.plan.id(), assignments, BookWorld.CORRECTION));
  }

  /**
   * States a territory for a run of days. Parts on days of exceptions go beneath, and a part that
   * says nothing new is not stated at all.
   */
  private static void state(
      State next, boolean[][] claimed, int account, int from, int until, int territory) {
    int start = from;
    while (start < until) {
      boolean beneath = next.excepted[account][start] != NOBODY;
      boolean news = false;
      int end = start;
      while (end < until && (next.excepted[account][end] != NOBODY) == beneath) {
        news |= next.ruled[account][end++] != territory;
      }
      for (int day = start; news && day < end; day++) {
        next.ruled[account][day] = territory;
        claimed[account][day] |= !beneath;
      }
      start = end;
    }
  }

  private void except(String told) {
    int account = random.nextInt(ACCOUNTS);
    int from = someDay();
    int until = Math.min(DAYS, from + 1 + random.nextInt(150));
    for (int day = from; day < until; day++) {
      if (now.excepted[account][day] != NOBODY) {
        return;
      }
    }
    int territory = random.nextInt(TERRITORIES);
    State next = now.copy();
    boolean[][] claimed = new boolean[ACCOUNTS][DAYS + 1];
    Arrays.fill(next.excepted[account], from, until, territory);
    Arrays.fill(claimed[account], from, until, true);
    judge(
        told + " exception of " + account + " for " + territory + " from " + from + " to " + until,
        next,
        claimed,
        () -> {
          ExceptionId made =
              store
                  .exceptions()
                  .make(
                      new NewException(
                          world.plan.id(),
                          world.accounts.get(account),
                          ExceptionKind.NAMED,
                          new NewException.Owner.OfTerritory(
                              code(LETTERS.substring(territory, territory + 1))),
                          date(from),
                          date(until),
                          null,
                          "why",
                          "maria"))
                  .id();
          exceptions.add(new Excepted(made, account, from, until));
        });
  }

  private void endException(String told) {
    if (exceptions.isEmpty()) {
      return;
    }
    Excepted one = exceptions.get(random.nextInt(exceptions.size()));
    int on = one.from - 2 + random.nextInt(one.until - one.from + 2);
    int begin = Math.max(one.from, on);
    State next = now.copy();
    boolean[][] claimed = new boolean[ACCOUNTS][DAYS + 1];
    Arrays.fill(next.excepted[one.account], begin, one.until, NOBODY);
    Arrays.fill(claimed[one.account], begin, one.until, true);
    Runnable act =
        () -> {
          store.exceptions().end(one.id, date(on), "maria", "why");
          exceptions.remove(one);
          if (on > one.from) {
            exceptions.add(new Excepted(one.id, one.account, one.from, on));
          }
        };
    if (on > one.from) {
      judge(told + " end of " + one + " on " + on, next, claimed, act);
    } else {
      act.run(); // revoked altogether: nobody is asked
      now = next;
    }
  }

  private void publish(String told) {
    int from = someDay();
    int until =
        publications.stream().filter(day -> day > from).min(Integer::compare).orElse(DAYS + 1);
    State next = now.copy();
    boolean[][] claimed = new boolean[ACCOUNTS][DAYS + 1];
    StringBuilder drawing = new StringBuilder();
    for (int account = 0; account < ACCOUNTS; account++) {
      int territory =
          random.nextInt(3) == 0 ? random.nextInt(TERRITORIES) : now.ruled[account][from];
      drawing.append(territory == NOBODY ? '.' : LETTERS.charAt(territory));
      state(next, claimed, account, from, until, territory);
    }
    List<@Nullable RepresentativeId> seats = new ArrayList<>();
    for (int seat = 0; seat < TERRITORIES; seat++) {
      int person = random.nextInt(3) == 0 ? random.nextInt(4) - 1 : seat;
      seats.add(person == NOBODY ? null : people.get(person));
      Arrays.fill(next.seated[seat], from, until, person);
    }
    judge(
        told + " publication of " + drawing + " from " + from,
        next,
        claimed,
        () -> {
          world.publish(drawing.toString(), date(from), seats.get(0), seats.get(1), seats.get(2));
          publications.add(from);
        });
  }

  /** Nobody asks whether a person may sit down. */
  private void place() {
    int seat = random.nextInt(TERRITORIES);
    int person = random.nextInt(4) - 1;
    int from = someDay();
    int until = Math.min(DAYS, from + 1 + random.nextInt(300));
    store
        .ledger()
        .place(
            world.plan.id(),
            code(LETTERS.substring(seat, seat + 1)),
            person == NOBODY ? null : people.get(person),
            date(from),
            date(until),
            new Change(Cause.CORRECTION, "clerk", "why"));
    Arrays.fill(now.seated[seat], from, until, person);
  }

  /** Does the act, and compares what it is refused for with what the model finds. */
  private void judge(String told, State next, boolean[][] claimed, Runnable act) {
    Set<String> expected = find(next, claimed);
    Set<String> found = new TreeSet<>();
    try {
      act.run();
      now = next;
      accepted++;
    } catch (ProblemException broken) {
      broken.problems().forEach(problem -> found.add(name(problem)));
      refused++;
    }
    assertThat(found).as(told).isEqualTo(expected);
  }

  private static String name(Problem problem) {
    return switch (problem) {
      case StabilityProblem.TooSoon soon -> "too soon: " + soon.account();
      case StabilityProblem.CoolingOff cooling -> "cooling off: " + cooling.account();
      case StabilityProblem.TooMany many -> "too many: " + many.representative();
      default -> problem.toString();
    };
  }

  private Set<String> find(State next, boolean[][] claimed) {
    // People who are placed by the act sit there already when it is judged.
    State before = new State(now.ruled, now.excepted, next.seated);
    List<Move> will = moves(next);
    List<Move> had = moves(before);
    List<Move> judged = new ArrayList<>();
    Set<String> wrong = new TreeSet<>();
    for (Move move : will) {
      if (!isOn(had, move.account, move.day)) {
        int begun = begun(move, next, claimed, will, had);
        if (begun == NOBODY) {
          judged.add(move);
        }
        if (isTooSoon(move, begun, will, had, next, claimed)) {
          wrong.add("too soon: A" + (move.account + 1));
        }
      }
    }
    for (Move move : judged) {
      if (isCooling(move, next)) {
        wrong.add("cooling off: A" + (move.account + 1));
      }
    }
    for (int person = 0; person < people.size(); person++) {
      if (losesTooMany(person, judged, will, next)) {
        wrong.add("too many: " + List.of("Ada", "Bob", "Cy").get(person));
      }
    }
    return wrong;
  }

  private static List<Move> moves(State state) {
    List<Move> moves = new ArrayList<>();
    for (int account = 0; account < ACCOUNTS; account++) {
      int last = NOBODY; // day on which somebody owned it
      for (int day = 0; day <= DAYS; day++) {
        int to = state.owner(account, day);
        if (to != NOBODY) {
          if (last != NOBODY && isMove(state, account, last, day)) {
            int from = state.owner(account, last);
            moves.add(new Move(account, day, from, state.person(from, last)));
          }
          last = day;
        }
      }
    }
    return moves;
  }

  private static boolean isMove(State state, int account, int last, int day) {
    int from = state.owner(account, last);
    int to = state.owner(account, day);
    int leaving = state.person(from, last);
    return from != to
        && date(day).isBefore(date(last + 1).plusMonths(12))
        && (leaving == NOBODY || leaving != state.person(to, day));
  }

  private static boolean isOn(List<Move> moves, int account, int day) {
    return moves.stream().anyMatch(move -> move.account == account && move.day == day);
  }

  /**
   * First day of the period of the act that ends with a move back to whose the account would be
   * anyway; none when the move stands for itself.
   */
  private static int begun(
      Move move, State next, boolean[][] claimed, List<Move> will, List<Move> had) {
    boolean[] mine = claimed[move.account];
    if (mine[move.day] || !mine[move.day - 1]) {
      return NOBODY;
    }
    int first = move.day - 1;
    while (first > 0
        && mine[first - 1]
        && next.owner(move.account, first - 1) == next.owner(move.account, move.day - 1)) {
      first--;
    }
    return isOn(will, move.account, first) != isOn(had, move.account, first) ? first : NOBODY;
  }

  private boolean isTooSoon(
      Move move, int begun, List<Move> will, List<Move> had, State next, boolean[][] claimed) {
    Integer months = limits.monthsOfRest();
    for (Move other : will) {
      if (months != null
          && other.account == move.account
          && other.day != move.day
          && (begun == NOBODY || other.day > move.day)
          && !isEndOf(other, move.day, next, claimed, will, had)
          && date(Math.max(move.day, other.day))
              .isBefore(date(Math.min(move.day, other.day)).plusMonths(months))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEndOf(
      Move move, int day, State next, boolean[][] claimed, List<Move> will, List<Move> had) {
    return !isOn(had, move.account, move.day) && begun(move, next, claimed, will, had) == day;
  }

  /** Whether the account got another person, in the territory that it leaves, not long before. */
  private boolean isCooling(Move move, State state) {
    Integer months = limits.monthsOfPerson();
    int last = NOBODY; // day on which somebody owned and served it
    for (int day = 0; months != null && day < move.day; day++) {
      int territory = state.owner(move.account, day);
      if (state.person(territory, day) != NOBODY) {
        if (last != NOBODY
            && territory == move.from
            && state.owner(move.account, last) == territory
            && state.person(territory, last) != state.person(territory, day)
            && date(move.day).isBefore(date(day).plusMonths(months))) {
          return true;
        }
        last = day;
      }
    }
    return false;
  }

  private boolean losesTooMany(int person, List<Move> judged, List<Move> will, State state) {
    Integer limit = limits.yearlyShareBasisPoints();
    long basisPoints = limit == null ? 10_000 : limit;
    TreeMap<Integer, Set<Integer>> lostOn = new TreeMap<>(); // last day of a year -> accounts
    for (Move end : will) {
      boolean counts =
          judged.stream().anyMatch(move -> move.fromPerson == person && isWithin(move, end.day));
      if (end.fromPerson == person && counts) {
        Set<Integer> lost = new TreeSet<>();
        will.stream()
            .filter(move -> move.fromPerson == person && isWithin(move, end.day))
            .forEach(move -> lost.add(move.account));
        lostOn.put(end.day, lost);
      }
    }
    return lostOn.entrySet().stream()
        .anyMatch(year -> {
          Set<Integer> had = new TreeSet<>(year.getValue());
          for (int account = 0; account < ACCOUNTS; account++) {
            int day = year.getKey() - 1;
            if (state.person(state.owner(account, day), day) == person) {
              had.add(account);
            }
          }
          return year.getValue().size() * 10_000L > basisPoints * had.size();
        });
  }

  /** Whether a move lies in the twelve months that end with a day. */
  private static boolean isWithin(Move move, int lastDay) {
    return move.day <= lastDay && date(lastDay).isBefore(date(move.day).plusMonths(12));
  }
}
