package bailiwick.store.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bailiwick.core.account.AccountId;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import bailiwick.store.audit.AuditEntry;
import bailiwick.store.plan.Plan;
import bailiwick.store.publication.AccountMove;
import bailiwick.store.publication.DataDoubt;
import bailiwick.store.publication.Decisions;
import bailiwick.store.publication.DryRun;
import bailiwick.store.publication.PublicationRequest;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.user.NewUser;
import bailiwick.store.user.Role;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewRepositoryTest extends StoreContract {

  private static final LocalDate JAN_1 = LocalDate.parse("2026-01-01");

  private List<AccountId> accounts = List.of();
  private RepresentativeId ada = new RepresentativeId(new UUID(0, 0));
  private RepresentativeId bob = ada;
  private @Nullable Plan plan;
  private @Nullable Scenario scenario;
  private int made;

  @BeforeEach
  void given() {
    accounts = Given.accounts(store, 3);
    ada = Given.representative(store, "Ada");
    bob = Given.representative(store, "Bob");
    plan = Given.plan(store, "2026", 2);
    scenario = scenario("First", ada, bob);
  }

  private Scenario scenario(
      String name, @Nullable RepresentativeId first, @Nullable RepresentativeId second) {
    return Given.scenario(
        store, plan(), name, "AB", Given.territory("T1", first), Given.territory("T2", second));
  }

  private Plan plan() {
    return Objects.requireNonNull(plan);
  }

  private Scenario scenario() {
    return Objects.requireNonNull(scenario);
  }

  private void user(String name, Role role) {
    store.users().create(new NewUser(name, name, role, "$2a$hash", false, null), "admin");
  }

  @Test
  void who_is_alone_approves_the_own_submission_and_nobody_else_does() {
    user("ada", Role.ADMINISTRATOR);
    user("bob", Role.PLANNER);
    store.reviews().submit(scenario().id(), scenario().version(), "ada", "");
    store.reviews().approve(scenario().id(), "ada", "");
    assertThat(store.reviews().state(scenario().id())).isEqualTo(ScenarioState.APPROVED);

    store.reviews().withdraw(scenario().id(), "ada", "");
    user("max", Role.MANAGER);
    store.reviews().submit(scenario().id(), scenario().version(), "ada", "");
    assertRefused(
        "REVIEW_OWN_SUBMISSION", () -> store.reviews().approve(scenario().id(), "ada", ""));
    store.reviews().approve(scenario().id(), "max", "");
  }

  @Test
  void steps_are_kept_in_order_and_go_with_a_scenario_that_is_deleted() {
    store.reviews().submit(scenario().id(), scenario().version(), "ada", "now");
    store.reviews().sendBack(scenario().id(), "max", "not yet");

    assertThat(store.reviews().steps(scenario().id()))
        .extracting(ReviewStep::act, ReviewStep::who, ReviewStep::why)
        .containsExactly(
            tuple(ReviewAct.SUBMIT, "ada", "now"), tuple(ReviewAct.SEND_BACK, "max", "not yet"));
    store.scenarios().delete(scenario().id(), scenario().version(), "ada");
    assertThat(store.reviews().steps(scenario().id())).isEmpty();
    assertThat(store.audit().list(null, 3).items())
        .extracting(AuditEntry::action)
        .containsExactly("scenario.deleted", "scenario.returned", "scenario.submitted");
  }

  /**
   * Random publications, with people who change seats, keep them or leave them empty; months of
   * relationship are counted day by day backwards.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void months_of_relationship_are_those_counted_day_by_day(long seed) {
    RandomGenerator random = new Random(seed);
    List<@Nullable RepresentativeId> people = Arrays.asList(ada, bob, null);
    int days = 400;
    @Nullable RepresentativeId[][] had = new @Nullable RepresentativeId[3][days];
    int[][] in = new int[3][days];
    int from = 0;
    while (from < 300) {
      RepresentativeId first = people.get(random.nextInt(3));
      RepresentativeId second = people.get(random.nextInt(3));
      int[] territories = {random.nextInt(2), random.nextInt(2), random.nextInt(2)};
      Scenario next = scenario("Random " + seed + "/" + made, first, second);
      store.publications().publish(request(next, JAN_1.plusDays(from)), decisions(territories));
      for (int account = 0; account < 3; account++) {
        for (int day = from; day < days; day++) {
          had[account][day] = territories[account] == 0 ? first : second;
          in[account][day] = territories[account];
        }
      }
      from += 10 + random.nextInt(60);
    }
    int day = from;
    RepresentativeId first = people.get(random.nextInt(3));
    Scenario last = scenario("Last " + seed, first, bob);
    int[] to = {1 - in[0][day - 1], 1 - in[1][day - 1], in[2][day - 1]};

    PublicationRequest request = request(last, JAN_1.plusDays(day));
    DryRun run = store.publications().dryRun(request, decisions(to));
    List<AccountMove> moves = new ArrayList<>();
    store.publications().forEachMove(request, decisions(to), moves::add);

    assertThat(moves).as("seed %s", seed).hasSize(2).isEqualTo(run.largest());
    long sum = 0;
    for (AccountMove move : moves) {
      int account = accounts.indexOf(move.account());
      RepresentativeId winner = to[account] == 0 ? first : bob;
      long expected = months(had[account], day, winner);
      assertThat(move.relations().months())
          .as("seed %s, account %s", seed, account)
          .isEqualTo(expected);
      sum += expected;
    }
    assertThat(run.movedRelations().months()).as("seed %s", seed).isEqualTo(sum);
  }

  private static long months(
      @Nullable RepresentativeId[] had, int day, @Nullable RepresentativeId winner) {
    RepresentativeId loser = had[day - 1];
    if (loser == null || loser.equals(winner)) {
      return 0;
    }
    int since = day;
    while (since > 0 && loser.equals(had[since - 1])) {
      since--;
    }
    return ChronoUnit.MONTHS.between(JAN_1.plusDays(since), JAN_1.plusDays(day));
  }

  private PublicationRequest request(Scenario of, LocalDate from) {
    made++;
    return new PublicationRequest(
        of.id(),
        of.version(),
        from,
        Given.rules("T1", "North"),
        "[1]",
        DataDoubt.UNKNOWN,
        "key-" + made,
        "planner",
        "because");
  }

  private Decisions decisions(int... territories) {
    Decisions.Builder builder = Decisions.builder();
    for (int i = 0; i < territories.length; i++) {
      builder.add(accounts.get(i), territories[i]);
    }
    return builder.build();
  }
}
