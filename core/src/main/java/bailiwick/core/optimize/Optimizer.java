package bailiwick.core.optimize;

import bailiwick.core.design.BalanceBound;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProgress.Stage;
import bailiwick.core.design.DesignRun;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.TodayFigures;
import bailiwick.core.optimize.objective.TodayLand;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.part.PartSearch;
import bailiwick.core.optimize.part.PartwiseSearch;
import bailiwick.core.optimize.proof.BalanceBounds;
import bailiwick.core.optimize.proof.Conflicts;
import bailiwick.core.optimize.search.Archipelago;
import bailiwick.core.optimize.start.Proximity;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Draws territories. Stateless and thread-safe; each call works on its own. */
public final class Optimizer {

  /** Name of the engine's way of working; changes when the same input may give another plan. */
  public static final String VERSION = "11";

  /** Part of a round's work that is left for improving the plan part by part. */
  private static final double PARTS = 0.4;

  /** The same where territories have few units, of which exact parts hold many. */
  private static final double PARTS_OF_FEW_UNITS = 0.7;

  /** Units of a mean territory that are few. */
  private static final int FEW_UNITS = 20;

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
  private final Incumbent incumbent;
  private final Proving proving;
  private long evaluations;
  private double exactWork;

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
    this.incumbent = new Incumbent(problem, costs, near);
    this.proving =
        new Proving(problem, costs, settings, deadline, cancellation, solver, news, incumbent);
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
    return optimize(problem, settings, new Deadline(settings), listener, cancellation, solver);
  }

  /**
   * Draws territories in the time that is left of something larger.
   *
   * @param deadline of all of it, made of the same settings
   * @see #optimize(DesignProblem, DesignSettings, DesignListener, Cancellation, ExactSolver)
   */
  public static DesignOutcome optimize(
      DesignProblem problem,
      DesignSettings settings,
      Deadline deadline,
      DesignListener listener,
      Cancellation cancellation,
      ExactSolver solver) {
    return new StagedDesign(problem, settings, deadline, listener, cancellation, solver).run();
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
   * How even territories can be at best, in each measure that is held near its target: "no plan can
   * be under 3.6 %". Worked out from the problem alone, whatever plan there is.
   */
  public static List<BalanceBound> balanceBounds(DesignProblem problem) {
    return BalanceBounds.find(problem);
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
    List<Infeasibility> conflicts = Conflicts.find(problem);
    if (!conflicts.isEmpty()) {
      return new DesignOutcome.Infeasible(conflicts, ran());
    }
    news.begin(Stage.START);
    SplittableRandom seeds = new SplittableRandom(settings.seed());
    for (long work : Rounds.of(problem, settings.work())) {
      round(work, seeds.nextLong());
      if (proving.isDone() || cancellation.isRequested() || deadline.isPassed()) {
        break;
      }
    }
    return outcome();
  }

  /** The stages of a round in order: search, improve part by part, bound and finish exactly. */
  private void round(long work, long seed) {
    double parts = shareOfParts(work);
    DesignPlan found = search(startPlan, (long) Math.ceil((1 - parts) * work), seed);
    if (isToStop()) {
      return;
    }
    if (parts > 0 && !incumbent.plan().isFeasible()) {
      found = searchOn((long) (parts * work), seed);
      parts = 0;
    }
    if (incumbent.plan().isFeasible()) {
      improveParts(toImprove(found), parts * work, seed);
      proving.boundAndFinish(work);
    } else {
      proving.searchExactly(work);
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
            : Optional.of(incumbent.plan().alignment().toArray());
    return search(from, work, ~seed);
  }

  private double shareOfParts(long work) {
    if (!PartSearch.isFor(problem, solver)) {
      return 0;
    }
    if (hasFewUnits()) {
      return PARTS_OF_FEW_UNITS;
    }
    return PartwiseSearch.isFor(problem, work) ? 0 : PARTS; // the search has too little work as is
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
    return found.isFeasible() && !hasFewUnits() ? found : incumbent.plan();
  }

  private DesignOutcome outcome() {
    if (proving.conflict().isPresent()) {
      return new DesignOutcome.Infeasible(List.of(proving.conflict().get()), ran());
    }
    DesignPlan plan = incumbent.plan();
    return plan.isFeasible()
        ? new DesignOutcome.Designed(plan, proving.bound(), ran())
        : new DesignOutcome.NotFound(plan, ran());
  }

  private DesignPlan search(Optional<int[]> from, long work, long seed) {
    return incumbent.take(
        PartwiseSearch.isFor(problem, work)
            ? searchPartwise(from, work, seed)
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

  private int[] searchPartwise(Optional<int[]> from, long work, long seed) {
    PartwiseSearch search =
        new PartwiseSearch(problem, costs, near, cancellation::isRequested, VERIFYING);
    int[] found =
        search.search(from, seed, work, settings.threads(), deadline::look, this::tellOfSearch);
    evaluations += search.evaluations();
    return found;
  }

  private void tellOfSearch(double fraction, int[] plan, double objective, double violation) {
    news.tellOfSearch(fraction, plan, objective, violation == 0, proving.bound());
  }

  private void improveParts(DesignPlan plan, double work, long seed) {
    if (work == 0) {
      return;
    }
    PartSearch parts =
        new PartSearch(
            problem,
            near,
            plan.alignment().toArray(),
            new TimedSolver(solver, deadline),
            cancellation);
    parts.improve(work, settings.threads(), seed, deadline::look);
    evaluations += parts.evaluations();
    exactWork += parts.exactWork();
    incumbent.take(parts.plan());
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
        exactWork + proving.exactWork(),
        proving.exactFailure(),
        VERSION);
  }
}
