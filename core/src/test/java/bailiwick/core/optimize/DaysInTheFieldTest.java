package bailiwick.core.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.FieldTerms;
import bailiwick.core.design.FieldWork;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.design.Objective;
import bailiwick.core.design.RuleBreach;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.explain.Reasons;
import bailiwick.core.optimize.part.PartProblem;
import bailiwick.core.optimize.proof.Conflicts;
import bailiwick.core.unit.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Days in the field as a limit of each territory, judged by adding them up and by brute force. */
class DaysInTheFieldTest {

  private static final double ROUNDING = 1e-9;

  /** Of a hundred tiny worlds, five may be missed by a search that proves nothing. */
  private static final double SOLVED = 0.95;

  @Test
  void tiny_worlds_get_the_best_plan_that_keeps_the_days_and_never_one_that_does_not() {
    AtomicInteger solvable = new AtomicInteger();
    AtomicInteger solved = new AtomicInteger();
    AtomicInteger binding = new AtomicInteger();
    Seeds.check(
        100,
        (random, size) -> {
          DesignProblem problem =
              FieldWorlds.withHomes(random, Worlds.grid(3, 3), 3, size % 2 == 0);
          Optional<DesignPlan> best = BruteForce.bestPlan(problem);
          DesignOutcome outcome = run(problem, 100_000, 1);
          if (best.isEmpty()) {
            assertThat(outcome).isNotInstanceOf(DesignOutcome.Designed.class);
            return;
          }
          solvable.incrementAndGet();
          assertThat(outcome).isNotInstanceOf(DesignOutcome.Infeasible.class);
          double unlimited = BruteForce.bestPlan(unlimited(problem)).orElseThrow().objective();
          binding.addAndGet(unlimited < best.get().objective() ? 1 : 0);
          if (outcome instanceof DesignOutcome.Designed designed) {
            requireKept(problem, designed.plan());
            double value = designed.plan().objective();
            assertThat(value).isGreaterThanOrEqualTo(best.get().objective() * (1 - ROUNDING));
            designed
                .bound()
                .ifPresent(bound ->
                    assertThat(bound).isLessThanOrEqualTo(best.get().objective() * (1 + ROUNDING)));
            solved.addAndGet(value <= best.get().objective() * (1 + ROUNDING) ? 1 : 0);
          }
        });
    assertThat(binding.get()).isGreaterThan(20);
    assertThat(solved.get()).isGreaterThanOrEqualTo((int) (SOLVED * solvable.get()));
  }

  @Test
  void no_plan_returned_as_one_takes_more_days_than_a_territory_has() {
    AtomicInteger designs = new AtomicInteger();
    Seeds.check(
        300,
        (random, size) -> {
          var grid = Worlds.grid(4 + size % 5, 5);
          DesignProblem problem =
              FieldWorlds.withHomes(random, grid, 3 + size % 3, random.nextBoolean());
          DesignOutcome outcome = run(problem, 10_000, 1);
          outcome
              .findPlan()
              .ifPresent(plan -> {
                boolean over =
                    plan.breaches().stream().anyMatch(RuleBreach.OverDays.class::isInstance);
                assertThat(over).isEqualTo(isOver(problem, plan));
              });
          if (outcome instanceof DesignOutcome.Designed designed) {
            designs.incrementAndGet();
            requireKept(problem, designed.plan());
          }
        });
    assertThat(designs.get()).isGreaterThan(150);
  }

  @Test
  void the_same_plan_comes_of_one_two_and_four_threads() {
    Seeds.check(
        6,
        (random, size) -> {
          DesignProblem problem =
              FieldWorlds.withHomes(random, Worlds.grid(12, 8), 6, size % 2 == 0);
          int[] one = plan(run(problem, 150_000, 1));
          assertThat(plan(run(problem, 150_000, 2))).isEqualTo(one);
          assertThat(plan(run(problem, 150_000, 4))).isEqualTo(one);
        });
  }

  @Test
  void what_is_proved_impossible_has_no_plan_by_brute_force() {
    AtomicInteger proofs = new AtomicInteger();
    Seeds.check(
        150,
        (random, size) -> {
          var grid = Worlds.grid(4, 2);
          DesignProblem problem =
              FieldWorlds.begun(random, grid, 3)
                  .graph(grid.graph())
                  .lock(random.nextInt(8), random.nextInt(3))
                  .fieldWork(FieldWorlds.work(random, grid, 3, 0.6, 1.6))
                  .build();
          List<Infeasibility> found = Conflicts.find(problem);
          if (found.stream().anyMatch(DaysInTheFieldTest::isOfDays)) {
            proofs.incrementAndGet();
            assertThat(BruteForce.bestPlan(problem)).isEmpty();
          }
        });
    assertThat(proofs.get()).isGreaterThan(40);
  }

  private static boolean isOfDays(Infeasibility proof) {
    return proof instanceof Infeasibility.TooFewDays
        || proof instanceof Infeasibility.UnitTakesTooLong
        || proof instanceof Infeasibility.LocksTakeTooLong;
  }

  @Test
  void too_few_days_tell_how_many_people_are_lacking() {
    DesignProblem problem =
        strip(50, 50, 50).build(); // 200 h each, of 8 h at home and 7.04 h a step away

    assertThat(Conflicts.find(problem(problem, 30)))
        .singleElement()
        .isInstanceOfSatisfying(
            Infeasibility.TooFewDays.class,
            proof -> {
              assertThat(proof.message())
                  .isEqualTo(
                      "Visiting all units takes at least 78.4 days, driving included, but there"
                          + " are 60.0.");
              assertThat(proof.hint())
                  .startsWith("18.4 more days are needed, which 1 more full-time person has");
            });
    assertThat(Conflicts.find(problem(problem, 50))).isEmpty();
  }

  @Test
  void a_unit_that_nobody_has_days_for_is_named_with_who_comes_nearest() {
    DesignProblem problem = strip(10, 90, 10).build();

    assertThat(Conflicts.find(problem(problem, 40)))
        .singleElement()
        .satisfies(proof ->
            assertThat(proof.message())
                .isEqualTo(
                    "Unit `u1` alone takes 51.1 days in the field in territory `A`, which has"
                        + " 40.0, and no territory has enough for it."));
  }

  @Test
  void locks_that_take_more_days_than_their_territory_has_are_named() {
    DesignProblem problem = strip(40, 10, 40).lock(1, 0).build();

    assertThat(Conflicts.find(problem(problem, 25)))
        .singleElement()
        .isInstanceOfSatisfying(
            Infeasibility.LocksTakeTooLong.class,
            proof -> assertThat(proof.territory().value()).isEqualTo("A"));
  }

  @Test
  void part_timers_get_the_work_that_their_days_allow() {
    TerritorySpec half = TerritorySpec.withHome("B", 4);
    var row = Worlds.grid(5, 1);
    DesignProblem problem =
        DesignProblem.builder(row.units(), row.distances())
            .measure(Measure.ACCOUNTS, new long[] {1, 1, 1, 1, 1})
            .contiguous(row.graph())
            .objective(Objective.SumOfDistances.DEFAULT)
            .territory(TerritorySpec.withHome("A", 0))
            .territory(new TerritorySpec(half.code(), 0.25, half.centre()))
            .fieldWork(work(row, 100, 10, 10, 10, 10, 10))
            .build();

    // at home 5 days, one step away 5.7, two 6.6 and three 7.8; B has 6.5
    assertThat(row.draw(plan(run(problem(problem, 26), 20_000, 1)))).isEqualTo("AAAAB");
  }

  @Test
  void a_part_asks_of_its_territories_what_the_whole_asks() {
    Seeds.check(
        30,
        (random, size) -> {
          var grid = Worlds.grid(5, 4);
          DesignProblem whole = FieldWorlds.withHomes(random, grid, 4, false);
          int[] units = IntStream.range(0, 20).filter(unit -> random.nextInt(3) > 0).toArray();
          int[] homes =
              IntStream.of(1, 3)
                  .map(t -> ((Centre.Home) whole.territories().get(t).centre()).site())
                  .toArray();
          int[] all =
              IntStream.concat(Arrays.stream(units), Arrays.stream(homes))
                  .distinct()
                  .sorted()
                  .toArray();
          DesignProblem part = PartProblem.of(whole, all, new int[] {1, 3});
          for (int unit = 0; unit < all.length; unit++) {
            for (int t = 0; t < 2; t++) {
              assertThat(part.limitedDays().orElseThrow().at(unit, t))
                  .isEqualTo(whole.limitedDays().orElseThrow().at(all[unit], 1 + 2 * t));
              assertThat(part.limitedDays().orElseThrow().most(t))
                  .isEqualTo(whole.limitedDays().orElseThrow().most(1 + 2 * t));
            }
          }
        });
  }

  @Test
  void a_reason_names_the_days_that_a_neighbour_lacks() {
    var row = Worlds.grid(4, 1);
    DesignProblem problem =
        DesignProblem.builder(row.units(), row.distances())
            .measure(Measure.ACCOUNTS, new long[] {1, 1, 1, 1})
            .contiguous(row.graph())
            .objective(Objective.SumOfDistances.DEFAULT)
            .territory(TerritorySpec.withHome("A", 0))
            .territory(TerritorySpec.withHome("B", 3))
            .fieldWork(work(row, 12, 10, 10, 10, 10))
            .build();
    DesignPlan plan = Optimizer.figures(problem, new int[] {0, 0, 1, 1});

    assertThat(Reasons.of(problem, plan).of(2).sentence())
        .contains("`A` would take 17.26 days in the field, above its most 12");
  }

  private static DesignProblem unlimited(DesignProblem problem) {
    FieldWork work = problem.fieldDays().orElseThrow().work().unlimited();
    return problem.toBuilder().fieldWork(work).build();
  }

  /** Two people at the ends of three units, with 4 h for each visit and half an hour between. */
  private static DesignProblemBuilder strip(double... visits) {
    var row = Worlds.grid(3, 1);
    return DesignProblem.builder(row.units(), row.distances())
        .measure(Measure.ACCOUNTS, new long[] {1, 1, 1})
        .graph(row.graph())
        .territory(TerritorySpec.withHome("A", 0))
        .territory(TerritorySpec.withHome("B", 2))
        .fieldWork(work(row, 1000, visits));
  }

  private static FieldWork work(Worlds.Grid row, double days, double... visits) {
    return FieldWork.of(
        new FieldTerms(4, 0, 8, OptionalDouble.of(days)),
        visits,
        new double[visits.length],
        FieldWorlds.times(row),
        0);
  }

  /** The same problem with other days for a full territory. */
  private static DesignProblem problem(DesignProblem like, double days) {
    var row = Worlds.grid(like.unitCount(), 1);
    double[] visits = new double[like.unitCount()];
    for (int unit = 0; unit < visits.length; unit++) {
      long atHome = like.fieldDays().orElseThrow().work().days(unit, Centre.FREE);
      visits[unit] = FieldWork.DAYS.toDecimal(atHome) * 2; // 4 h each of a day of 8
    }
    return like.toBuilder().fieldWork(work(row, days, visits)).build();
  }

  private static void requireKept(DesignProblem problem, DesignPlan plan) {
    assertThat(isOver(problem, plan)).isFalse();
  }

  private static boolean isOver(DesignProblem problem, DesignPlan plan) {
    FieldWork work = problem.fieldDays().orElseThrow().work();
    long[] taken = new long[problem.territoryCount()];
    int[] territoryOf = plan.alignment().toArray();
    for (int unit = 0; unit < territoryOf.length; unit++) {
      TerritorySpec spec = problem.territories().get(territoryOf[unit]);
      taken[territoryOf[unit]] += work.days(unit, spec.centre());
    }
    long most = FieldWork.DAYS.toFixed(work.terms().days().orElseThrow());
    return Arrays.stream(taken).anyMatch(days -> days > most);
  }

  private static int[] plan(DesignOutcome outcome) {
    return outcome.findPlan().map(plan -> plan.alignment().toArray()).orElse(new int[0]);
  }

  private static DesignOutcome run(DesignProblem problem, long work, int threads) {
    return Optimizer.optimize(
        problem,
        DesignSettings.ofWork(1, work).withThreads(threads),
        DesignListener.NONE,
        Cancellation.none());
  }
}
