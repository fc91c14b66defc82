package bailiwick.core.optimize;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProgress.Stage;
import bailiwick.core.design.DesignRun;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.exact.BinaryProgram;
import bailiwick.core.exact.ExactAnswer;
import bailiwick.core.exact.ExactLimits;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.bound.LowerBound;
import bailiwick.core.optimize.finish.ExactFinish;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.TodayFigures;
import bailiwick.core.optimize.objective.TodayLand;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.part.PartSearch;
import bailiwick.core.optimize.part.RegionSearch;
import bailiwick.core.optimize.proof.Conflicts;
import bailiwick.core.optimize.search.Archipelago;
import bailiwick.core.optimize.start.Proximity;
import bailiwick.core.unit.UnitGraph;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws territories. Stateless and thread-safe; each call works on its own. */
public final class Optimizer {

  /** Name of the engine's way of working; changes when the same input may give another plan. */
  public static final String VERSION = "7";

  /** How far above the plan's objective a bound looks, so that the plan itself stays possible. */
  private static final double ABOVE_THE_PLAN = 1e-7;

  /** Evaluations of a round's search for which the exact solver gets one unit of its work. */
  private static final double EVALUATIONS_PER_WORK = 4_000_000;

  /** Part of a round's work that is left for improving the plan part by part. */
  private static final double PARTS = 0.4;

  /** The same where territories have few units, of which exact parts hold many. */
  private static final double PARTS_OF_FEW_UNITS = 0.7;

  /** Units of a mean territory that are few. */
  private static final int FEW_UNITS = 20;

  /** One part in so many of a round's work looks for a plan without one of the requirements. */
  private static final long PART_TO_NARROW = 4;

  /** Said of a program when the time is over. */
  private static final ExactAnswer OVER = new ExactAnswer.Failed("The time is over.");

  /** Set to compare every value kept with its slow twin while searching. */
  private static final boolean VERIFYING = Boolean.getBoolean("bailiwick.verifySearch");

  private final DesignProblem problem;
  private final DesignSettings settings;
  private final Cancellation cancellation;
  private final ExactSolver solver;
  private final News news;
  private final Deadline deadline;
  private final UnitCosts costs;
  private final UnitGraph near;
  private Optional<int[]> startPlan = Optional.empty();
  private @Nullable DesignPlan best; // of all rounds; null before the first
  private OptionalDouble bound = OptionalDouble.empty();
  private List<Infeasibility> proof = List.of(); // that there is no plan
  private boolean isProved; // that no plan is better than the best, or that there is none
  private long evaluations;
  private double exactWork;
  private Optional<String> exactFailure = Optional.empty();

  /**
   * One run.
   *
   * @param near the graph whose edges moves follow
   * @param deadline of all runs of a design
   */
  Optimizer(
      DesignProblem problem,
      DesignSettings settings,
      UnitGraph near,
      Deadline deadline,
      DesignListener listener,
      Cancellation cancellation,
      ExactSolver solver) {
    this.problem = problem;
    this.settings = settings;
    this.cancellation = cancellation;
    this.solver = solver;
    this.news = new News(problem, listener);
    this.deadline = deadline;
    this.costs = UnitCosts.of(problem);
    this.near = near;
  }

  /**
   * Draws territories.
   *
   * @param problem what is asked
   * @param settings how hard to search
   * @param listener hears how it goes
   * @param cancellation asks to stop; the best plan so far is kept
   * @return a plan that keeps every rule, a proof that there is none, or the closest one found
   */
  public static DesignOutcome optimize(
      DesignProblem problem,
      DesignSettings settings,
      DesignListener listener,
      Cancellation cancellation) {
    return optimize(problem, settings, listener, cancellation, ExactSolver.NONE);
  }

  /**
   * Draws territories, and looks through all plans that the bound leaves with an exact solver where
   * they are few.
   *
   * @param solver for small exact questions
   * @see #optimize(DesignProblem, DesignSettings, DesignListener, Cancellation)
   */
  public static DesignOutcome optimize(
      DesignProblem problem,
      DesignSettings settings,
      DesignListener listener,
      Cancellation cancellation,
      ExactSolver solver) {
    return new StagedDesign(problem, settings, listener, cancellation, solver).run();
  }

  /**
   * The figures of a plan that is known, worked out from scratch and compared with today's plan.
   *
   * @param territoryOf {@code territoryOf[unit]}, every unit with a territory
   */
  public static DesignPlan figures(DesignProblem problem, int[] territoryOf) {
    UnitCosts costs = UnitCosts.of(problem);
    UnitGraph near = Proximity.near(problem);
    DesignPlan plan = PlanFigures.of(problem, costs, near, territoryOf);
    return TodayFigures.find(problem, costs, near).map(today -> today.compare(plan)).orElse(plan);
  }

  /**
   * The figures of a plan that is known, with good centres instead of the best ones and without a
   * look at today's plan: at once where the exact figures take O(members²) for each territory.
   *
   * @param territoryOf {@code territoryOf[unit]}, every unit with a territory
   */
  public static DesignPlan figuresAtOnce(DesignProblem problem, int[] territoryOf) {
    return PlanFigures.withGoodCentres(
        problem, UnitCosts.of(problem), Proximity.near(problem), territoryOf);
  }

  /**
   * Today's plan as one to begin from: a unit that is nobody's goes with the nearest one that is
   * somebody's. Empty without a plan of today, or when it leaves units that nobody reaches.
   */
  public static Optional<int[]> todayToBeginFrom(DesignProblem problem) {
    return problem
        .today()
        .map(today -> TodayLand.of(problem, Proximity.near(problem), today))
        .filter(land -> Arrays.stream(land).allMatch(territory -> territory >= 0));
  }

  /**
   * The rounds in order, until the best plan is proved best, or that there is none.
   *
   * @param from a plan to start from, {@code [unit] -> territory}
   */
  DesignOutcome run(Optional<int[]> from) {
    startPlan = from;
    news.begin(Stage.CHECK);
    proof = Conflicts.find(problem);
    if (!proof.isEmpty()) {
      return new DesignOutcome.Infeasible(proof, ran());
    }
    news.begin(Stage.START);
    SplittableRandom seeds = new SplittableRandom(settings.seed());
    for (long work : Rounds.of(problem, settings.work())) {
      round(work, seeds.nextLong());
      if (isProved || cancellation.isRequested() || deadline.isPassed()) {
        break;
      }
    }
    return outcome();
  }

  /** The stages of a round in order: search, improve part by part, bound and finish exactly. */
  private void round(long work, long seed) {
    double parts = shareOfParts();
    DesignPlan found = search(startPlan, (long) Math.ceil((1 - parts) * work), seed);
    if (isToStop()) {
      return;
    }
    if (parts > 0 && !best().isFeasible()) {
      found = searchOn((long) (parts * work), seed);
      parts = 0;
    }
    if (best().isFeasible()) {
      improveParts(toImprove(found), parts * work, seed);
      boundAndFinish(work);
    } else {
      searchExactly(work);
    }
  }

  /**
   * A search with the work of the parts, which nothing but a plan within all limits has: from
   * another start where it is enough to melt one, and else on from the closest plan.
   */
  private DesignPlan searchOn(long work, long seed) {
    Optional<int[]> from =
        startPlan.isEmpty() && work >= Archipelago.workToMelt(problem)
            ? Optional.empty()
            : Optional.of(best().alignment().toArray());
    return search(from, work, ~seed);
  }

  private double shareOfParts() {
    if (!PartSearch.isFor(problem, solver)) {
      return 0;
    }
    return hasFewUnits() ? PARTS_OF_FEW_UNITS : PARTS;
  }

  /** Whether territories have few units. */
  private boolean hasFewUnits() {
    return problem.unitCount() < FEW_UNITS * problem.territoryCount();
  }

  /**
   * The plan that goes on part by part: another one in each round, so that the run looks far; but
   * where parts hold many territories they lead farther than any search, and go on with the best.
   */
  private DesignPlan toImprove(DesignPlan found) {
    return found.isFeasible() && !hasFewUnits() ? found : best();
  }

  private DesignOutcome outcome() {
    if (!proof.isEmpty()) {
      return new DesignOutcome.Infeasible(proof, ran());
    }
    DesignPlan plan = best();
    return plan.isFeasible()
        ? new DesignOutcome.Designed(plan, bound, ran())
        : new DesignOutcome.NotFound(plan, ran());
  }

  private DesignPlan best() {
    return Objects.requireNonNull(best, "There is a plan after the first search.");
  }

  private DesignPlan search(Optional<int[]> from, long work, long seed) {
    return take(
        RegionSearch.isFor(problem, work)
            ? searchByRegion(from, work, seed)
            : searchAsOne(from, work, seed));
  }

  private int[] searchAsOne(Optional<int[]> from, long work, long seed) {
    Archipelago search = new Archipelago(problem, costs, near, VERIFYING);
    from.ifPresent(search::startFrom);
    int[] found =
        search.search(
            seed,
            work,
            settings.threads(),
            cancellation::isRequested,
            deadline::look,
            this::tellOfSearch);
    evaluations += search.work();
    return found;
  }

  private int[] searchByRegion(Optional<int[]> from, long work, long seed) {
    RegionSearch search =
        new RegionSearch(problem, costs, near, cancellation::isRequested, VERIFYING);
    int[] found =
        search.search(from, seed, work, settings.threads(), deadline::look, this::tellOfSearch);
    evaluations += search.evaluations();
    return found;
  }

  private void tellOfSearch(double fraction, int[] plan, double objective, double violation) {
    news.tellOfSearch(fraction, plan, objective, violation == 0, bound);
  }

  /** A plan with its figures; kept when it is better than the best so far. */
  private DesignPlan take(int[] territoryOf) {
    DesignPlan found =
        PlanFigures.of(problem, costs, near, Relabelling.toToday(problem, territoryOf));
    DesignPlan known = best;
    if (known == null || found.isBetterThan(known)) {
      best = found;
    }
    return found;
  }

  private void improveParts(DesignPlan plan, double work, long seed) {
    if (work == 0) {
      return;
    }
    PartSearch parts =
        new PartSearch(problem, near, plan.alignment().toArray(), this::solveInTime, cancellation);
    parts.improve(work, settings.threads(), seed, deadline::look);
    evaluations += parts.evaluations();
    exactWork += parts.exactWork();
    take(parts.plan());
  }

  /**
   * A bound, and the best plan with proof where an exact solver can look through what it leaves.
   */
  private void boundAndFinish(long work) {
    if (!LowerBound.isFor(problem, work) || isToStop()) {
      return;
    }
    DesignPlan plan = best();
    news.tell(Stage.BOUND, 0, plan, bound);
    double ceiling = plan.objective() * (1 + ABOVE_THE_PLAN);
    LowerBound known =
        LowerBound.find(problem, costs, ceiling, work, settings.threads(), this::isToStop);
    if (!known.isKnown()) {
      return;
    }
    raiseBound(known.value());
    if (known.value() >= ceiling) {
      isProved = true;
    } else if (hasSolver() && ExactFinish.isFor(problem, known) && !isToStop()) {
      finishExactly(plan, known, work);
    }
  }

  private void raiseBound(double value) {
    double raised = Math.max(value, bound.orElse(value));
    bound = OptionalDouble.of(Math.min(raised, best().objective()));
  }

  private void finishExactly(DesignPlan plan, LowerBound known, long work) {
    ExactFinish.Finished finished =
        ExactFinish.run(
            problem, plan, known, this::solveAtALook, work / EVALUATIONS_PER_WORK, cancellation);
    note(finished);
    finished.plan().ifPresent(this::take);
    raiseBound(finished.bound());
    isProved = finished.isNone() || finished.bound() >= best().objective() * (1 - ABOVE_THE_PLAN);
  }

  /** A plan that only an exact search finds, or its proof that there is none. */
  private void searchExactly(long work) {
    if (!hasSolver() || !LowerBound.isSmall(problem)) {
      return;
    }
    LowerBound all = LowerBound.none(problem, costs);
    if (!ExactFinish.isFor(problem, all)) {
      return;
    }
    ExactFinish.Finished searched =
        ExactFinish.search(
            problem, all, this::solveAtALook, work / EVALUATIONS_PER_WORK, cancellation);
    note(searched);
    if (searched.isNone()) {
      proof = List.of(narrowed(work));
      isProved = true;
    } else if (searched.plan().isPresent()) {
      take(searched.plan().get());
      if (best().isFeasible()) {
        boundAndFinish(work);
      }
    }
  }

  /** The proof that there is no plan, without what it does not need. */
  private Infeasibility narrowed(long work) {
    Narrowing narrowing =
        new Narrowing(problem, settings, this::solveAtALook, deadline, cancellation);
    Infeasibility conflict =
        narrowing.narrow(
            Math.max(1, work / PART_TO_NARROW), work / EVALUATIONS_PER_WORK, best().violation());
    evaluations += narrowing.evaluations();
    exactWork += narrowing.exactWork();
    return conflict;
  }

  /** What the exact solver had to do with it; that it was stopped by the clock is told anyway. */
  private void note(ExactFinish.Finished finished) {
    exactWork += finished.work();
    exactFailure = exactFailure.or(finished::failure).filter(reason -> !deadline.isPassed());
  }

  private boolean hasSolver() {
    return !solver.equals(ExactSolver.NONE);
  }

  /** An answer that comes after the time is over is not used, so that the run can be repeated. */
  private ExactAnswer solveAtALook(
      BinaryProgram program, ExactLimits limits, Cancellation cancelled) {
    if (deadline.look()) {
      return OVER;
    }
    ExactAnswer answer = solveInTime(program, limits, cancelled);
    return deadline.look() ? OVER : answer;
  }

  /** A solver that ignores its limits is stopped when the time is over. */
  private ExactAnswer solveInTime(
      BinaryProgram program, ExactLimits limits, Cancellation cancelled) {
    Duration left = deadline.left();
    Duration most = left.compareTo(limits.killAfter()) < 0 ? left : limits.killAfter();
    return solver.solve(program, new ExactLimits(limits.work(), most), cancelled);
  }

  private boolean isToStop() {
    return cancellation.isRequested() || deadline.look();
  }

  private DesignRun ran() {
    return new DesignRun(
        settings.seed(),
        settings.work(),
        evaluations,
        deadline.elapsed(),
        deadline.stoppedAt(),
        cancellation.isRequested(),
        exactWork,
        exactFailure,
        VERSION);
  }
}
