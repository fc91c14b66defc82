package bailiwick.core.optimize.number;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignRun;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Succession;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Finds the number of territories that suits a target for each: which numbers can hold the total is
 * proven first, then some of them are designed with even parts of the work, and the best is chosen
 * by costs where these are told, else by how near the mean comes to the target. Not thread-safe.
 *
 * <p>Known limits: of a long range only {@value #MOST_TRIED} numbers are designed: the ends, the
 * one nearest to the target, and others in even steps.
 */
public final class BestNumber {

  private static final int DIGITS_TOLD = 6;

  /** Numbers of a range that are designed at most. */
  static final int MOST_TRIED = 9;

  private final DesignProblem asked;
  private final NumberRequest request;
  private final IntFunction<List<TerritorySpec>> territories;

  private BestNumber(
      DesignProblem asked, NumberRequest request, IntFunction<List<TerritorySpec>> territories) {
    this.asked = asked;
    this.request = request;
    this.territories = territories;
  }

  /**
   * Finds the number and its plan.
   *
   * @param problem what is asked of all territories alike; how many it has does not matter
   * @param territories so many with free centres, by their number
   * @param settings of all designs together; the clock is not looked at, a time limit is work
   * @param cancellation asked for, the numbers tried so far are compared
   * @throws ProblemException with a {@link NumberProblem} when no number can be right
   */
  public static NumberOutcome find(
      DesignProblem problem,
      NumberRequest request,
      IntFunction<List<TerritorySpec>> territories,
      DesignSettings settings,
      DesignListener listener,
      Cancellation cancellation,
      ExactSolver solver) {
    BestNumber search = new BestNumber(problem, request, territories);
    NumberRange range = range(problem, request);
    List<Integer> numbers = tried(range);
    DesignSettings each = settings.withoutClock(settings.work() / numbers.size());
    List<NumberTried> tried = new ArrayList<>();
    for (int number : numbers) {
      if (tried.isEmpty() || !cancellation.isRequested()) {
        DesignProblem of = search.problem(number);
        DesignListener part =
            listener.part(
                (double) tried.size() / numbers.size(), (tried.size() + 1.0) / numbers.size());
        tried.add(
            search.tried(number, of, Optimizer.optimize(of, each, part, cancellation, solver)));
      }
    }
    NumberTried chosen = search.choose(tried);
    DesignRun run =
        DesignRun.together(
            settings,
            tried.stream().map(one -> one.outcome().run()).toList(),
            tried.size() < numbers.size());
    return new NumberOutcome(
        range, tried, chosen, chosen.outcome().withRun(run), search.reason(tried, chosen));
  }

  /**
   * The numbers that can hold the total, before any work.
   *
   * @param asked of all territories alike; how many it has does not matter
   * @throws ProblemException with a {@link NumberProblem} when no number can be right
   */
  public static NumberRange range(DesignProblem asked, NumberRequest request) {
    if (asked.tellsTerritoriesApart() || isAnyLimitedAlone(asked)) {
      throw ProblemException.of(new NumberProblem.NamesMatter());
    }
    long total = asked.total(request.measure());
    NumberRange range = NumberRange.of(request, total, asked.unitCount());
    if (range.size() == 0) {
      Measure measure = asked.measures().get(request.measure());
      throw ProblemException.of(
          new NumberProblem.EmptyRange(
              measure.name(),
              measure.toDecimal(total),
              measure.toDecimal(request.lower()),
              measure.toDecimal(request.upper()),
              range.fewest(),
              range.most()));
    }
    return range;
  }

  private static boolean isAnyLimitedAlone(DesignProblem asked) {
    return asked.rules().stream().anyMatch(BalanceRule.TerritoryLimits.class::isInstance);
  }

  /** The numbers of a range that are designed, ascending: the ends and the nearest come first. */
  private static List<Integer> tried(NumberRange range) {
    TreeSet<Integer> numbers =
        new TreeSet<>(List.of(range.fewest(), range.ideal().orElseThrow(), range.most()));
    int most = Math.min(range.size(), MOST_TRIED);
    long width = (long) range.most() - range.fewest();
    for (int step = 1; numbers.size() < most; step++) {
      numbers.add(range.fewest() + (int) (width * step / (most - 1)));
    }
    return List.copyOf(numbers);
  }

  /** The problem of so many territories, each near the target. */
  private DesignProblem problem(int number) {
    List<TerritorySpec> specs = territories.apply(number);
    return asked.toBuilder()
        .succeededBy(Succession.anew(specs, asked.territoryCount()))
        .rule(request.limits())
        .build();
  }

  private NumberTried tried(int number, DesignProblem problem, DesignOutcome outcome) {
    Measure measure = problem.measures().get(request.measure());
    double mean = measure.toDecimal(problem.total(request.measure())) / number;
    if (!(outcome instanceof DesignOutcome.Designed designed)) {
      OptionalDouble none = OptionalDouble.empty();
      return new NumberTried(number, problem, outcome, mean, none, none, none);
    }
    double travelled = travelled(problem, designed.plan());
    double total = measure.toDecimal(problem.total(request.measure()));
    double cost =
        number * request.territoryCost().orElse(0) + travelled * request.distanceCost().orElse(0);
    return new NumberTried(
        number,
        problem,
        outcome,
        mean,
        OptionalDouble.of(deviation(problem, designed.plan())),
        OptionalDouble.of(total == 0 ? 0 : travelled / total),
        request.hasCosts() ? OptionalDouble.of(cost) : OptionalDouble.empty());
  }

  /** Sum of amounts times their distance to the centre. */
  private double travelled(DesignProblem problem, DesignPlan plan) {
    Measure measure = problem.measures().get(request.measure());
    double sum = 0;
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      int centre = plan.centreOf(plan.alignment().territoryOf(unit));
      sum +=
          measure.toDecimal(problem.amount(request.measure(), unit))
              * problem.distances().inPerson(unit)
              * problem.distances().between(unit, centre);
    }
    return sum;
  }

  private double deviation(DesignProblem problem, DesignPlan plan) {
    double worst = 0;
    for (int t = 0; t < problem.territoryCount(); t++) {
      double off = Math.abs((double) plan.total(request.measure(), t) - request.target());
      worst = Math.max(worst, off / request.target());
    }
    return worst;
  }

  private NumberTried choose(List<NumberTried> tried) {
    List<NumberTried> designed = tried.stream().filter(NumberTried::isDesigned).toList();
    return (designed.isEmpty() ? tried : designed)
        .stream()
            .min(
                Comparator.comparingDouble((NumberTried one) -> one.cost().orElse(0))
                    .thenComparingDouble(this::offTarget)
                    .thenComparingInt(NumberTried::number))
            .orElseThrow();
  }

  private double offTarget(NumberTried one) {
    return NumberRange.deviation(request, asked.total(request.measure()), one.number());
  }

  private String reason(List<NumberTried> tried, NumberTried chosen) {
    if (!chosen.isDesigned()) {
      return "No plan was found for any of the numbers; %s comes nearest to the target."
          .formatted(chosen.number());
    }
    long designed = tried.stream().filter(NumberTried::isDesigned).count();
    String of =
        designed == 1
            ? "the only number with a plan"
            : "of %s numbers with a plan".formatted(designed);
    Measure measure = asked.measures().get(request.measure());
    if (chosen.cost().isPresent()) {
      return "%s territories, %s: territories and distances cost least, %s."
          .formatted(chosen.number(), of, told(chosen.cost().getAsDouble()));
    }
    return "%s territories, %s: their mean of %s comes nearest to the target of %s `%s`."
        .formatted(
            chosen.number(),
            of,
            told(chosen.mean()),
            told(measure.toDecimal(request.target())),
            measure.name());
  }

  private static String told(double amount) {
    return Measure.words(amount, DIGITS_TOLD);
  }
}
