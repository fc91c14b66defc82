package bailiwick.core.optimize;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProgress;
import bailiwick.core.design.DesignProgress.MeasureImbalance;
import bailiwick.core.design.DesignProgress.Stage;
import bailiwick.core.design.DesignRun;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.exact.BinaryProgram;
import bailiwick.core.exact.ExactAnswer;
import bailiwick.core.exact.ExactLimits;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.measure.Balance;
import bailiwick.core.optimize.bound.LowerBound;
import bailiwick.core.optimize.finish.ExactFinish;
import bailiwick.core.optimize.objective.BalanceExcess;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.proof.Conflicts;
import bailiwick.core.optimize.search.Archipelago;
import bailiwick.core.optimize.start.Proximity;
import bailiwick.core.unit.UnitGraph;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Draws territories. Stateless and thread-safe; each call works on its own. */
public final class Optimizer {

  /** Name of the engine's way of working; changes when the same input may give another plan. */
  public static final String VERSION = "4";

  /** Nearest units that moves follow where no neighbours are given. */
  private static final int NEAR_UNITS = 10;

  /** How far above the plan's objective a bound looks, so that the plan itself stays possible. */
  private static final double ABOVE_THE_PLAN = 1e-7;

  /** Evaluations of the search for which the exact solver gets one unit of its work. */
  private static final double EVALUATIONS_PER_WORK = 2_000_000;

  /** Said of a program when the time is over. */
  private static final ExactAnswer OVER = new ExactAnswer.Failed("The time is over.");

  /** Least time between two pieces of news. */
  private static final long NEWS_NANOS = 200_000_000;

  /** Set to compare every value kept with its slow twin while searching. */
  private static final boolean VERIFYING = Boolean.getBoolean("bailiwick.verifySearch");

  private final DesignProblem problem;
  private final DesignSettings settings;
  private final DesignListener listener;
  private final Cancellation cancellation;
  private final ExactSolver solver;
  private final Deadline deadline;
  private final UnitCosts costs;
  private final UnitGraph near;
  private OptionalDouble bound = OptionalDouble.empty();
  private double exactWork;
  private long lastNews;

  private Optimizer(
      DesignProblem problem,
      DesignSettings settings,
      DesignListener listener,
      Cancellation cancellation,
      ExactSolver solver) {
    this.problem = problem;
    this.settings = settings;
    this.listener = listener;
    this.cancellation = cancellation;
    this.solver = solver;
    this.deadline = new Deadline(settings);
    this.costs = UnitCosts.of(problem);
    this.near =
        problem
            .graph()
            .orElseGet(() -> Proximity.graph(problem.distances(), problem.unitCount(), NEAR_UNITS));
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
    return new Optimizer(problem, settings, listener, cancellation, ExactSolver.NONE).run();
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
    return new Optimizer(problem, settings, listener, cancellation, solver).run();
  }

  /** The stages in order: check, start and improve, bound, and finish exactly what is small. */
  private DesignOutcome run() {
    tell(Stage.CHECK, 0);
    List<Infeasibility> conflicts = Conflicts.find(problem);
    if (!conflicts.isEmpty()) {
      return new DesignOutcome.Infeasible(conflicts, ran(0));
    }
    tell(Stage.START, 0);
    Archipelago search = new Archipelago(problem, costs, near, VERIFYING);
    int[] best =
        search.search(
            settings.seed(),
            settings.work(),
            settings.threads(),
            cancellation::isRequested,
            deadline::look,
            this::tellOfSlice);
    DesignPlan plan = named(best);
    if (!plan.isFeasible()) {
      return searchedExactly(plan, search.work());
    }
    return finished(plan, search.work());
  }

  /** A plan that only an exact search finds, or its proof that there is none. */
  private DesignOutcome searchedExactly(DesignPlan closest, long evaluations) {
    if (!LowerBound.isSmall(problem) || cancellation.isRequested()) {
      return new DesignOutcome.NotFound(closest, ran(evaluations));
    }
    LowerBound all = LowerBound.none(problem, costs);
    if (!ExactFinish.isFor(problem, all)) {
      return new DesignOutcome.NotFound(closest, ran(evaluations));
    }
    ExactFinish.Finished searched =
        ExactFinish.search(problem, all, this::solveInTime, workOfSolver(), cancellation);
    exactWork = searched.work();
    if (searched.isNone()) {
      List<Infeasibility> proof =
          List.of(new Infeasibility.NoPlan(problem.contiguous(), closest.violation()));
      return new DesignOutcome.Infeasible(proof, ran(evaluations));
    }
    return searched
        .plan()
        .map(this::named)
        .filter(DesignPlan::isFeasible)
        .<DesignOutcome>map(found -> finished(found, evaluations))
        .orElseGet(() -> new DesignOutcome.NotFound(closest, ran(evaluations)));
  }

  private DesignPlan named(int[] territoryOf) {
    return PlanFigures.of(problem, costs, near, Relabelling.toToday(problem, territoryOf));
  }

  /** A solver that ignores its limits is stopped when the time is over. */
  private ExactAnswer solveInTime(BinaryProgram program, ExactLimits limits, Cancellation stop) {
    if (deadline.look()) {
      return OVER;
    }
    Duration left = deadline.left();
    Duration most = left.compareTo(limits.killAfter()) < 0 ? left : limits.killAfter();
    ExactAnswer answer = solver.solve(program, new ExactLimits(limits.work(), most), stop);
    return deadline.look() ? OVER : answer;
  }

  private boolean isToStop() {
    return cancellation.isRequested() || deadline.look();
  }

  private double workOfSolver() {
    return settings.work() / EVALUATIONS_PER_WORK;
  }

  /** The plan with a bound, or a better one where an exact solver finds it. */
  private DesignOutcome finished(DesignPlan plan, long evaluations) {
    if (!LowerBound.isFor(problem, settings.work()) || cancellation.isRequested()) {
      return new DesignOutcome.Designed(plan, bound, ran(evaluations));
    }
    tell(Stage.BOUND, 0);
    double ceiling = plan.objective() * (1 + ABOVE_THE_PLAN);
    LowerBound known =
        LowerBound.find(
            problem, costs, ceiling, settings.work(), settings.threads(), this::isToStop);
    bound = OptionalDouble.of(Math.min(known.value(), plan.objective()));
    DesignPlan best = plan;
    if (known.value() < ceiling && ExactFinish.isFor(problem, known)) {
      best = finishExactly(plan, known);
    }
    return new DesignOutcome.Designed(best, bound, ran(evaluations));
  }

  private DesignPlan finishExactly(DesignPlan plan, LowerBound known) {
    ExactFinish.Finished finished =
        ExactFinish.run(problem, plan, known, this::solveInTime, workOfSolver(), cancellation);
    DesignPlan other =
        finished
            .plan()
            .map(this::named)
            .filter(found -> found.isFeasible() && found.objective() < plan.objective())
            .orElse(plan);
    exactWork += finished.work();
    bound = OptionalDouble.of(Math.min(finished.bound(), other.objective()));
    return other;
  }

  private DesignRun ran(long evaluations) {
    return new DesignRun(
        settings.seed(),
        evaluations,
        deadline.elapsed(),
        deadline.stoppedAt(),
        cancellation.isRequested(),
        exactWork,
        VERSION);
  }

  private void tell(Stage stage, double fraction) {
    listener.progress(
        new DesignProgress(stage, fraction, OptionalDouble.empty(), List.of(), false, bound));
  }

  private void tellOfSlice(double fraction, int[] best, double objective, double violation) {
    long now = System.nanoTime();
    if (now - lastNews < NEWS_NANOS && fraction < 1) {
      return;
    }
    lastNews = now;
    listener.progress(
        new DesignProgress(
            Stage.IMPROVE,
            fraction,
            OptionalDouble.of(objective),
            imbalance(best),
            violation == 0,
            bound));
  }

  private List<MeasureImbalance> imbalance(int[] plan) {
    double[] shares = problem.territories().stream().mapToDouble(TerritorySpec::share).toArray();
    return Arrays.stream(BalanceExcess.limitedMeasures(problem))
        .mapToObj(measure -> {
          long[] totals = new long[shares.length];
          for (int unit = 0; unit < plan.length; unit++) {
            totals[plan[unit]] += problem.amount(measure, unit);
          }
          return new MeasureImbalance(measure, Balance.largestDeviation(totals, shares));
        })
        .toList();
  }
}
