package bailiwick.core.optimize.tradeoff;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignOutcome.Designed;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.MoveBudget;
import bailiwick.core.design.Objective;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.measure.Balance;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.optimize.objective.BalanceExcess;
import bailiwick.core.unit.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Finds plans of which none is better in everything: in what changes hands against today, in the
 * goals besides that (travel, mostly), and in balance. For each strictness of balance, the plan
 * that moves least and the one that may move all are looked for first; then the best plans for
 * budgets in even steps between. What a smaller budget allows, a larger one does, too, so that a
 * plan found is kept wherever the search finds none better. Not thread-safe.
 *
 * <p>Source: budgets in steps are the epsilon-constraint method of Y. Haimes, L. Lasdon, D. Wismer,
 * *On a bicriterion formulation of the problems of integrated system identification and system
 * optimization*, IEEE Transactions on Systems, Man, and Cybernetics 1971.
 *
 * <p>Known limits: the plans are as good as the search; each tells its own bound.
 */
public final class TradeOff {

  /** Parts of the tolerances asked for that are tried. */
  private static final List<Double> STRICTNESS = List.of(1.0, 0.5);

  private final DesignProblem problem;
  private final Today today;
  private final int measure;
  private final DesignSettings settings;
  private final DesignListener listener;
  private final Cancellation cancellation;
  private final ExactSolver solver;

  private TradeOff(
      DesignProblem problem,
      int measure,
      DesignSettings settings,
      DesignListener listener,
      Cancellation cancellation,
      ExactSolver solver) {
    this.problem = problem.toBuilder().withoutPriceOfMoving().build();
    this.today = problem.today().orElseThrow();
    this.measure = measure;
    this.settings = settings;
    this.listener = listener;
    this.cancellation = cancellation;
    this.solver = solver;
  }

  /** How many searches the curve takes, each with the settings given. */
  public static int searches(int steps) {
    return STRICTNESS.size() * (steps + 1);
  }

  /** The settings of each search of a curve that may spend together what one design may. */
  public static DesignSettings ofEachSearch(DesignSettings whole, int steps) {
    int searches = searches(steps);
    return new DesignSettings(
        whole.seed(),
        whole.threads(),
        Math.max(1, whole.work() / searches),
        whole.timeLimit().map(limit -> limit.dividedBy(searches)),
        OptionalLong.empty());
  }

  /**
   * The curve, from the plan that moves least to the one that moves most.
   *
   * @param problem what is asked, with a plan of today; what leaving it costs is left out
   * @param measure number of the measure by which what changes hands is counted
   * @param steps budgets for each strictness, at least 2
   * @param settings of each search
   * @param cancellation asked for, the curve ends with the points found so far
   * @return no point is worse than another in everything; empty when no plan was found
   */
  public static List<TradeOffPoint> find(
      DesignProblem problem,
      int measure,
      int steps,
      DesignSettings settings,
      DesignListener listener,
      Cancellation cancellation,
      ExactSolver solver) {
    if (steps < 2) {
      throw new IllegalArgumentException("The steps (%s) must be at least 2.".formatted(steps));
    }
    TradeOff search = new TradeOff(problem, measure, settings, listener, cancellation, solver);
    List<TradeOffPoint> all = new ArrayList<>();
    for (double strictness : STRICTNESS) {
      all.addAll(search.sweep(strictness, steps));
    }
    return search.priced(undominated(all));
  }

  private List<TradeOffPoint> sweep(double strictness, int steps) {
    DesignProblem strict = problem.toBuilder().rules(rules(strictness)).build();
    Optional<TradeOffPoint> free = designed(strict, strictness, problem.total(measure));
    Optional<TradeOffPoint> still = leastMoved(strict, strictness);
    if (free.isEmpty() || still.isEmpty()) {
      return free.map(List::of).orElse(List.of());
    }
    List<TradeOffPoint> points = new ArrayList<>();
    TradeOffPoint best = still.get();
    long least = best.moved();
    long most = Math.max(least, free.get().moved());
    for (int k = 0; k < steps - 1 && !cancellation.isRequested(); k++) {
      long budget = least + (most - least) * k / (steps - 1);
      DesignProblem held =
          strict.toBuilder()
              .budget(new MoveBudget.InAll(measure, budget))
              .beginFrom(best.plan().alignment().toArray())
              .build();
      best = better(best, designed(held, strictness, budget), budget);
      points.add(best);
    }
    points.add(better(best, free, most));
    return points;
  }

  /** The plan found when it is better than the one with a smaller budget, else that one again. */
  private static TradeOffPoint better(
      TradeOffPoint before, Optional<TradeOffPoint> found, long budget) {
    return found
        .filter(point -> point.moved() <= budget && point.value() < before.value())
        .orElse(before);
  }

  /** The plan of which least changes hands, worth what it is. */
  private Optional<TradeOffPoint> leastMoved(DesignProblem strict, double strictness) {
    DesignProblem still =
        strict.toBuilder().objective(new Objective.Disruption("disruption", measure)).build();
    return run(still)
        .map(found -> figures(strict, found))
        .map(found -> point(strictness, moved(found.plan()), found));
  }

  private Optional<TradeOffPoint> designed(DesignProblem asked, double strictness, long budget) {
    return run(asked).map(found -> point(strictness, budget, found));
  }

  private Optional<Designed> run(DesignProblem asked) {
    DesignOutcome outcome = Optimizer.optimize(asked, settings, listener, cancellation, solver);
    return outcome instanceof Designed designed ? Optional.of(designed) : Optional.empty();
  }

  /** A plan of another problem with the figures of this one. */
  private static Designed figures(DesignProblem asked, Designed found) {
    DesignPlan plan = Optimizer.figures(asked, found.plan().alignment().toArray());
    return new Designed(plan, OptionalDouble.empty(), found.run());
  }

  private TradeOffPoint point(double strictness, long budget, Designed found) {
    DesignPlan plan = found.plan();
    int units = 0;
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      units += isMoved(plan, unit) ? 1 : 0;
    }
    return new TradeOffPoint(
        strictness,
        budget,
        moved(plan),
        units,
        plan.objective(),
        imbalance(plan),
        OptionalDouble.empty(),
        found);
  }

  private long moved(DesignPlan plan) {
    long moved = 0;
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      moved += isMoved(plan, unit) ? problem.amount(measure, unit) : 0;
    }
    return moved;
  }

  private boolean isMoved(DesignPlan plan, int unit) {
    return today.territoryOf(unit) >= 0
        && today.territoryOf(unit) != plan.alignment().territoryOf(unit);
  }

  private double imbalance(DesignPlan plan) {
    double[] shares = problem.territories().stream().mapToDouble(TerritorySpec::share).toArray();
    double worst = 0;
    for (int m : BalanceExcess.limitedMeasures(problem)) {
      long[] totals = new long[shares.length];
      for (int t = 0; t < totals.length; t++) {
        totals[t] = plan.total(m, t);
      }
      worst = Math.max(worst, Balance.largestDeviation(totals, shares));
    }
    return worst;
  }

  /**
   * The rules of balance with a part of their tolerance; limits close in on their middle, and those
   * of one side stay, for nothing says where their middle lies.
   */
  private List<BalanceRule> rules(double strictness) {
    return problem.rules().stream().map(rule -> narrowed(rule, strictness)).toList();
  }

  private static BalanceRule narrowed(BalanceRule rule, double strictness) {
    return switch (rule) {
      case BalanceRule.Tolerance tolerance ->
          new BalanceRule.Tolerance(tolerance.measure(), tolerance.ratio() * strictness);
      case BalanceRule.Limits limits -> {
        long cut = cut(limits.lower(), limits.upper(), strictness);
        yield new BalanceRule.Limits(limits.measure(), limits.lower() + cut, limits.upper() - cut);
      }
      case BalanceRule.TerritoryLimits limits -> {
        long cut = cut(limits.lower(), limits.upper(), strictness);
        yield new BalanceRule.TerritoryLimits(
            limits.measure(), limits.territory(), limits.lower() + cut, limits.upper() - cut);
      }
      case BalanceRule.Capacity capacity -> capacity;
      case BalanceRule.CentreCapacity capacity -> capacity;
    };
  }

  private static long cut(long lower, long upper, double strictness) {
    boolean isOfOneSide = lower <= 0 || upper == Long.MAX_VALUE;
    return isOfOneSide ? 0 : Math.round((upper - lower) * (1 - strictness) / 2);
  }

  private static List<TradeOffPoint> undominated(List<TradeOffPoint> all) {
    List<TradeOffPoint> kept = new ArrayList<>();
    for (TradeOffPoint point : all) {
      if (all.stream().noneMatch(other -> other.dominates(point))
          && kept.stream().noneMatch(other -> other.isNoWorse(point))) {
        kept.add(point);
      }
    }
    kept.sort(
        Comparator.comparingLong(TradeOffPoint::moved)
            .thenComparingDouble(TradeOffPoint::value)
            .thenComparingDouble(TradeOffPoint::imbalance));
    return kept;
  }

  private List<TradeOffPoint> priced(List<TradeOffPoint> points) {
    Measure named = problem.measures().get(measure);
    List<TradeOffPoint> priced = new ArrayList<>();
    for (TradeOffPoint point : points) {
      OptionalDouble price =
          priced.stream()
              .filter(other ->
                  other.strictness() == point.strictness() && other.moved() < point.moved())
              .reduce((first, second) -> second)
              .map(before ->
                  OptionalDouble.of(
                      (before.value() - point.value())
                          / named.toDecimal(point.moved() - before.moved())))
              .orElse(OptionalDouble.empty());
      priced.add(point.withPrice(price));
    }
    return priced;
  }
}
