package bailiwick.core.optimize.change;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.DesignRun;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.MoveBudget;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.Deadline;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.optimize.objective.TodayLand;
import bailiwick.core.optimize.part.PartProblem;
import bailiwick.core.optimize.start.Proximity;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Changes territories of today's plan, touching as little as possible: goals in order, first what
 * changes hands besides what has to, then the problem's own. A split is a problem of the split
 * territory's units alone, so that nothing else can move; the other changes are problems of all
 * units, begun from today's plan with what the change asks done in the plainest way. Not
 * thread-safe.
 *
 * <p>Known limits: like every design, one that is too large to be proved best may move more than
 * the least; the bound says how little could be enough.
 */
public final class ChangeDesign {

  private final ChangedProblem changed;
  private final DesignProblem problem;
  private final Deadline deadline;
  private final Cancellation cancellation;
  private final UnitGraph near;
  private final int[] land; // [unit] -> territory after the change, or -1 where nobody reaches

  private ChangeDesign(ChangedProblem changed, Deadline deadline, Cancellation cancellation) {
    this.changed = changed;
    this.deadline = deadline;
    this.problem = changed.problem();
    this.cancellation = cancellation;
    this.near = problem.contiguous() ? problem.graph().orElseThrow() : changed.near();
    this.land = TodayLand.of(problem, changed.near(), problem.today().orElseThrow());
  }

  /**
   * Makes a change.
   *
   * @param problem today's territories and what is asked of them, with a plan of today
   * @param request what is to change
   * @param settings how hard to search
   * @throws ProblemException with every {@link ChangeProblem} found
   */
  public static ChangeOutcome run(
      DesignProblem problem,
      ChangeRequest request,
      DesignSettings settings,
      DesignListener listener,
      Cancellation cancellation,
      ExactSolver solver) {
    Deadline deadline = new Deadline(settings);
    ChangeDesign design =
        new ChangeDesign(ChangedProblem.of(problem, request), deadline, cancellation);
    design.requirePossible();
    DesignProblem asked = design.searched();
    DesignOutcome outcome =
        Optimizer.optimize(asked, settings, deadline, listener, cancellation, solver);
    return design.told(asked, outcome);
  }

  /**
   * Checks all that can be told of a change without a search.
   *
   * @param problem today's territories and what is asked of them, with a plan of today
   * @throws ProblemException with every {@link ChangeProblem} found
   */
  public static void requirePossible(DesignProblem problem, ChangeRequest request) {
    Deadline none = new Deadline(DesignSettings.ofWork(1, 1));
    new ChangeDesign(ChangedProblem.of(problem, request), none, Cancellation.none())
        .requirePossible();
  }

  /**
   * The problem of the territories that follow a change, whose goals first keep what is.
   *
   * @param problem today's territories and what is asked of them, with a plan of today
   * @throws ProblemException with every {@link ChangeProblem} found
   */
  public static DesignProblem problemOf(DesignProblem problem, ChangeRequest request) {
    return ChangedProblem.of(problem, request).problem();
  }

  private void requirePossible() {
    switch (changed.request().change()) {
      case Change.Split split -> requireDivisible(split, changed.parts(), unitsOfSplit());
      case Change.Merge merge -> MergedLand.requireOnePiece(changed, merge);
      case Change.Remove remove -> {} // whoever stays can take over
      case Change.Add add -> {} // whether there is room, the search tells
    }
  }

  /** The problem to search: the split territory alone, or all of them from where they are. */
  private DesignProblem searched() {
    return switch (changed.request().change()) {
      case Change.Split split -> partAlone();
      case Change.Merge merge -> begun(() -> land);
      case Change.Remove remove -> begun(this::takenOver);
      case Change.Add add -> begun(this::withNewRoom);
    };
  }

  /** The problem begun from a plan, where today's land says how that could be. */
  private DesignProblem begun(Supplier<int[]> plan) {
    return Arrays.stream(land).allMatch(t -> t >= 0)
        ? problem.toBuilder().beginFrom(plan.get()).build()
        : problem;
  }

  /** Land goes to whom it lies nearest; accounts by themselves can be anybody's with room. */
  private int[] takenOver() {
    if (problem.contiguous()) {
      return land;
    }
    int[] kept = changed.succession().heirs(changed.landBefore());
    return TakenOver.best(problem, near, kept, land, changed.request().measure(), this::isToStop);
  }

  private int[] withNewRoom() {
    return NewRoom.best(problem, near, land, changed.request().measure(), this::isToStop);
  }

  private boolean isToStop() {
    return cancellation.isRequested() || deadline.look();
  }

  private DesignProblem partAlone() {
    int[] parts = changed.parts();
    int[] units = unitsOfSplit();
    DesignProblem part = withBudgets(PartProblem.of(problem, units, parts), parts);
    int[] whole = new int[units.length]; // all of it with the old name, which comes first
    int[] begun =
        NewRoom.best(
            part, Proximity.near(part), whole, changed.request().measure(), this::isToStop);
    return part.toBuilder().beginFrom(begun).build();
  }

  private int[] unitsOfSplit() {
    int split = changed.parts()[0];
    return IntStream.range(0, land.length).filter(unit -> land[unit] == split).toArray();
  }

  private void requireDivisible(Change.Split split, int[] parts, int[] units) {
    int[] unreached = IntStream.range(0, land.length).filter(unit -> land[unit] < 0).toArray();
    if (unreached.length > 0) {
      throw ProblemException.of(
          new ChangeProblem.UnitUnreached(
              problem.units().id(unreached[0]).value(), unreached.length));
    }
    if (units.length < parts.length) {
      throw ProblemException.of(
          new ChangeProblem.TooManyParts(split.territory().value(), units.length, parts.length));
    }
    for (int part : parts) {
      if (problem.territories().get(part).centre() instanceof Centre.Home home
          && home.site() < problem.unitCount()
          && Arrays.binarySearch(units, home.site()) < 0) {
        throw ProblemException.of(
            new ChangeProblem.HomeElsewhere(
                problem.territories().get(part).code().value(),
                problem.units().id(home.site()).value(),
                split.territory().value()));
      }
    }
  }

  /** Budgets hold for a split as they are told: outside its parts nothing can move. */
  private DesignProblem withBudgets(DesignProblem part, int[] parts) {
    DesignProblemBuilder budgeted = part.toBuilder();
    for (MoveBudget budget : problem.budgets()) {
      switch (budget) {
        case MoveBudget.InAll inAll -> budgeted.budget(inAll);
        case MoveBudget.Leaving(int measure, int territory, long most) -> {
          int number = Arrays.binarySearch(parts, territory);
          if (number >= 0) {
            budgeted.budget(new MoveBudget.Leaving(measure, number, most));
          }
        }
        case MoveBudget.Entering(int measure, int territory, long most) -> {
          int number = Arrays.binarySearch(parts, territory);
          if (number >= 0) {
            budgeted.budget(new MoveBudget.Entering(measure, number, most));
          }
        }
      }
    }
    return budgeted.build();
  }

  private ChangeOutcome told(DesignProblem searched, DesignOutcome outcome) {
    DesignOutcome told =
        switch (outcome) {
          case DesignOutcome.Designed(var plan, var bound, var run) ->
              designed(whole(searched, plan), bound, run);
          case DesignOutcome.NotFound(var closest, var run) ->
              new DesignOutcome.NotFound(whole(searched, closest), run);
          case DesignOutcome.Infeasible infeasible -> infeasible;
        };
    DesignOutcome whole = told.withRun(told.run().stoppedBy(deadline.stoppedAt()));
    return new ChangeOutcome(
        problem,
        changed.succession(),
        whole,
        whole
            .findPlan()
            .map(plan -> ChangeFigures.of(changed.before(), problem, changed.succession(), plan)));
  }

  /** What a part cannot know, such as limits of goals and all other territories, may be broken. */
  private DesignOutcome designed(DesignPlan whole, OptionalDouble bound, DesignRun run) {
    return whole.isFeasible()
        ? new DesignOutcome.Designed(whole, atLeast(bound), run)
        : new DesignOutcome.NotFound(whole, run);
  }

  /** No plan moves less than the limits of totals ask for. */
  private OptionalDouble atLeast(OptionalDouble bound) {
    double least = LeastMoved.of(problem, changed.request().measure());
    return OptionalDouble.of(Math.max(least, bound.orElse(0)));
  }

  /** A plan over all units in which nothing changes hands to no purpose, compared with today's. */
  private DesignPlan whole(DesignProblem searched, DesignPlan plan) {
    boolean isJudged = isSplit() || changed.hasPieces();
    DesignPlan whole = isJudged ? figures(plan.alignment().toArray()) : plan;
    // After a search that was cut short there is no time; one that ended is seen through.
    DesignPlan spared = deadline.isPassed() ? whole : spare(searched, whole, plan);
    return GoalsOfToday.compare(changed, deadline.isPassed() ? spared : withEmptyLandBack(spared));
  }

  /**
   * The plan with less moved where that keeps all that it keeps; what moves counts first. Only what
   * was searched is moved, so that a split leaves all others alone.
   */
  private DesignPlan spare(DesignProblem searched, DesignPlan whole, DesignPlan found) {
    if (changed.request().slack() > 0) {
      return whole;
    }
    int[] territoryOf = found.alignment().toArray();
    UnitGraph graph = isSplit() ? Proximity.near(searched) : near;
    int[] spared = TakenBack.of(searched, graph, territoryOf, changed.request().measure());
    if (Arrays.equals(spared, territoryOf)) {
      return whole;
    }
    DesignPlan figures = figures(spared);
    return figures.isBetterThan(whole) ? figures : whole;
  }

  /** The plan with empty land where it lies today, unless a goal or a rule minds. */
  private DesignPlan withEmptyLandBack(DesignPlan whole) {
    int[] back = EmptyLand.goneBack(problem, near, whole);
    if (Arrays.equals(back, whole.alignment().toArray())) {
      return whole;
    }
    DesignPlan figures = Optimizer.figures(changed.judging(back), back);
    return isNoWorse(figures, whole) ? figures : whole;
  }

  private static boolean isNoWorse(DesignPlan plan, DesignPlan other) {
    return plan.violation() <= other.violation()
        && IntStream.range(0, plan.goals().size())
            .allMatch(k -> plan.goals().get(k).value() <= other.goals().get(k).value());
  }

  private boolean isSplit() {
    return changed.request().change() instanceof Change.Split;
  }

  /** Figures over all units of a plan of what was searched. */
  private DesignPlan figures(int[] searched) {
    int[] all = isSplit() ? withAllOthers(searched) : searched;
    return Optimizer.figures(changed.judging(all), all);
  }

  private int[] withAllOthers(int[] partOf) {
    int[] parts = changed.parts();
    int[] units = unitsOfSplit();
    int[] all = land.clone();
    for (int k = 0; k < units.length; k++) {
      all[units[k]] = parts[partOf[k]];
    }
    return all;
  }
}
