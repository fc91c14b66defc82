package bailiwick.core.optimize.finish;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.exact.BinaryProgram;
import bailiwick.core.exact.ExactAnswer;
import bailiwick.core.exact.ExactLimits;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.exact.Solution;
import bailiwick.core.optimize.bound.CentreOptions;
import bailiwick.core.optimize.bound.LowerBound;
import bailiwick.core.optimize.finish.CentreProgram.Cut;
import bailiwick.core.optimize.objective.NamedCosts;
import bailiwick.core.optimize.objective.UnitCosts;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks through all plans that a bound leaves, with an exact solver. Contiguity is asked for where
 * a choice breaks it, and the solver asked again. Not thread-safe.
 */
public final class ExactFinish {

  /** Evaluations of a search that take about as long as one unit of an exact solver's work. */
  public static final double EVALUATIONS_PER_WORK = 4_000_000;

  /** Options beyond which a solver would be asked in vain, where every territory has a home. */
  private static final long MOST_OPTIONS_OF_HOMES = 30_000;

  /** The same where centres have to be chosen as well. */
  private static final long MOST_OPTIONS = 5_000;

  private final DesignProblem problem;
  private final ExactSolver solver;
  private final CentreOptions options;
  private final CentreProgram program;
  private double bound;
  private double workDone;

  /**
   * What came of it.
   *
   * @param plan {@code [unit] -> territory}, a plan at least as good as the known one; empty when
   *     none was found
   * @param bound no plan's objective is below it
   * @param isNone whether it is proved that no plan keeps every rule
   * @param work that the solver spent, in its own units
   * @param failure why the solver gave no answer; empty when it gave one
   */
  public record Finished(
      Optional<int[]> plan, double bound, boolean isNone, double work, Optional<String> failure) {}

  private ExactFinish(DesignProblem problem, LowerBound known, ExactSolver solver) {
    this.problem = problem;
    this.solver = solver;
    this.options = known.options();
    this.bound = known.value();
    this.program = new CentreProgram(options);
  }

  /**
   * Whether the plans that a bound leaves can be looked through: they are few, and territories
   * without a home are alike.
   */
  public static boolean isFor(DesignProblem problem, LowerBound known) {
    return known.options().wereAll()
        && known.options().size() <= mostOptions(problem)
        && areFreeOnesAlike(problem)
        && (!problem.contiguous() || areHomesUnits(problem));
  }

  private static long mostOptions(DesignProblem problem) {
    boolean haveHomes =
        IntStream.range(0, problem.territoryCount()).allMatch(t -> hasHome(problem, t));
    return haveHomes ? MOST_OPTIONS_OF_HOMES : MOST_OPTIONS;
  }

  /** All that the rules alone leave possible; empty where a solver would be asked in vain. */
  public static Optional<LowerBound> allPlans(DesignProblem problem, UnitCosts costs) {
    return LowerBound.isSmall(problem)
        ? Optional.of(LowerBound.none(problem, costs)).filter(all -> isFor(problem, all))
        : Optional.empty();
  }

  private static boolean areFreeOnesAlike(DesignProblem problem) {
    int first = -1;
    for (int t = 0; t < problem.territoryCount(); t++) {
      if (hasHome(problem, t)) {
        continue;
      }
      first = first < 0 ? t : first;
      for (int m = 0; m < problem.measures().size(); m++) {
        if (problem.lower(m, t) != problem.lower(m, first)
            || problem.upper(m, t) != problem.upper(m, first)) {
          return false;
        }
      }
      if (daysOf(problem, t) != daysOf(problem, first)) {
        return false;
      }
    }
    return first < 0 || (areNamesFree(problem) && isEligibilityAlike(problem, first));
  }

  private static long daysOf(DesignProblem problem, int territory) {
    return problem.limitedDays().map(days -> days.most(territory)).orElse(Long.MAX_VALUE);
  }

  /** Whether it costs nothing by itself which unit belongs to a territory of which name. */
  private static boolean areNamesFree(DesignProblem problem) {
    return problem.disruptionGoals().isEmpty()
        && problem.budgets().isEmpty()
        && !NamedCosts.of(problem).hasPreferences();
  }

  /** Whether what may belong to one territory without a home may belong to all of them. */
  private static boolean isEligibilityAlike(DesignProblem problem, int first) {
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      for (int t = 0; t < problem.territoryCount(); t++) {
        if (!hasHome(problem, t) && problem.mayBelong(unit, t) != problem.mayBelong(unit, first)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean hasHome(DesignProblem problem, int territory) {
    return problem.territories().get(territory).centre() instanceof Centre.Home;
  }

  private static boolean areHomesUnits(DesignProblem problem) {
    return problem.territories().stream()
        .allMatch(spec ->
            !(spec.centre() instanceof Centre.Home home) || home.site() < problem.unitCount());
  }

  /**
   * Looks for a better plan, or for the proof that there is none.
   *
   * @param plan the one that is known
   * @param known a bound whose ceiling is just above that plan's objective
   * @param work of the solver, in its own units
   */
  public static Finished run(
      DesignProblem problem,
      DesignPlan plan,
      LowerBound known,
      ExactSolver solver,
      double work,
      Cancellation cancellation) {
    return new ExactFinish(problem, known, solver).run(Optional.of(plan), work, cancellation);
  }

  /**
   * Looks for any plan that keeps every rule, or for the proof that there is none.
   *
   * @param all what is possible by the rules alone
   * @param work of the solver, in its own units
   */
  public static Finished search(
      DesignProblem problem,
      LowerBound all,
      ExactSolver solver,
      double work,
      Cancellation cancellation) {
    return new ExactFinish(problem, all, solver).run(Optional.empty(), work, cancellation);
  }

  private Finished run(Optional<DesignPlan> plan, double work, Cancellation cancellation) {
    Optional<BitSet> hint = plan.map(program::ones);
    while (workDone < work && !cancellation.isRequested()) {
      BinaryProgram built = program.build();
      BinaryProgram asked = hint.map(built::withHint).orElse(built);
      ExactAnswer answer = solver.solve(asked, ExactLimits.ofWork(work - workDone), cancellation);
      if (answer instanceof ExactAnswer.Optimal optimal) {
        workDone += optimal.work();
        bound = Math.max(bound, optimal.solution().cost() + program.constant());
        int[] siteOf = program.siteOf(optimal.solution());
        if (addCuts(siteOf) == 0) {
          return finished(Optional.of(program.territoryOf(siteOf)));
        }
      } else {
        return unproved(answer);
      }
    }
    return finished(Optional.empty());
  }

  private Finished unproved(ExactAnswer answer) {
    return switch (answer) {
      case ExactAnswer.Optimal optimal -> finished(Optional.empty());
      case ExactAnswer.Infeasible infeasible ->
          new Finished(
              Optional.empty(), bound, true, workDone + infeasible.work(), Optional.empty());
      case ExactAnswer.Failed failed ->
          new Finished(Optional.empty(), bound, false, workDone, Optional.of(failed.reason()));
      case ExactAnswer.Unknown unknown -> {
        spent(unknown.work(), unknown.bound());
        yield finished(Optional.empty());
      }
      case ExactAnswer.Feasible feasible -> {
        spent(feasible.work(), feasible.bound());
        yield finished(wholePlan(feasible.solution()));
      }
    };
  }

  private void spent(double work, double solverBound) {
    workDone += work;
    bound = Math.max(bound, solverBound + program.constant());
  }

  private Optional<int[]> wholePlan(Solution solution) {
    int[] siteOf = program.siteOf(solution);
    return addCuts(siteOf) == 0 ? Optional.of(program.territoryOf(siteOf)) : Optional.empty();
  }

  private Finished finished(Optional<int[]> plan) {
    return new Finished(plan, bound, false, workDone, Optional.empty());
  }

  private int addCuts(int[] siteOf) {
    if (!problem.contiguous()) {
      return 0;
    }
    List<Cut> cuts = new Separation(options, program).cuts(siteOf);
    cuts.forEach(program::add);
    return cuts.size();
  }
}
