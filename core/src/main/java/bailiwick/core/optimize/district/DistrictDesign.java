package bailiwick.core.optimize.district;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignRun;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.optimize.part.PartProblem;
import bailiwick.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Draws territories and districts of them: territories first, which are then grouped like units; or
 * districts first, and then territories inside each. Either way a district's totals are the sums of
 * its territories'. Not thread-safe.
 */
public final class DistrictDesign {

  /** Part of the work that grouping gets, of which there is little to do. */
  private static final int GROUPING = 10;

  /** Part of the work that is done when territories are drawn. */
  private static final double TERRITORIES = 1 - 1.0 / GROUPING;

  private final DistrictRequest request;
  private final DesignSettings settings;
  private final DesignListener listener;
  private final Cancellation cancellation;
  private final ExactSolver solver;

  /**
   * Districts to be drawn.
   *
   * @param settings of territories and districts together
   */
  public DistrictDesign(
      DistrictRequest request,
      DesignSettings settings,
      DesignListener listener,
      Cancellation cancellation,
      ExactSolver solver) {
    this.request = request;
    this.settings = settings;
    this.listener = listener;
    this.cancellation = cancellation;
    this.solver = solver;
  }

  /** The settings that are left for drawing territories which are grouped afterwards. */
  public DesignSettings ofTerritories() {
    return settings.withWork(settings.work() - ofGrouping());
  }

  /** Who hears of drawing territories which are grouped afterwards. */
  public DesignListener listenerOfTerritories() {
    return listener.part(0, TERRITORIES);
  }

  private long ofGrouping() {
    return Math.max(1, settings.work() / GROUPING);
  }

  /**
   * Checks all that can be told of districts without a search.
   *
   * @param problem of the territories that there will be
   * @throws ProblemException with a {@link DistrictProblem}
   */
  public static void requirePossible(DesignProblem problem, DistrictRequest request) {
    requireEnough(problem.territoryCount(), request);
    if (request.order() == DistrictRequest.Order.DISTRICTS_FIRST) {
      Nesting.requireAlike(problem);
    }
  }

  /**
   * Requires that there are enough territories.
   *
   * @param territories that there will be at most
   * @throws ProblemException when there are fewer than districts
   */
  public static void requireEnough(int territories, DistrictRequest request) {
    if (territories < request.count()) {
      throw ProblemException.of(new DistrictProblem.TooMany(request.count(), territories));
    }
  }

  /**
   * Draws territories and districts in the order asked for.
   *
   * @param problem of the territories
   * @throws ProblemException with a {@link DistrictProblem}
   */
  public DistrictOutcome run(DesignProblem problem) {
    requirePossible(problem, request);
    return switch (request.order()) {
      case TERRITORIES_FIRST ->
          group(problem, optimize(problem, ofTerritories(), listenerOfTerritories()));
      case DISTRICTS_FIRST -> nest(problem, new Nesting(problem, request));
    };
  }

  /**
   * Groups territories that were drawn with {@link #ofTerritories}.
   *
   * @param territories what came of drawing them
   * @throws ProblemException when there are fewer than districts
   */
  public DistrictOutcome group(DesignProblem problem, DesignOutcome territories) {
    requireEnough(problem.territoryCount(), request);
    Optional<DesignPlan> plan = territories.findPlan();
    if (plan.isEmpty()) {
      return new DistrictOutcome(territories, Optional.empty(), Optional.empty());
    }
    DesignProblem grouping = Grouping.of(problem, plan.get(), request);
    DesignOutcome drawn =
        optimize(grouping, settings.withoutClock(ofGrouping()), listener.part(TERRITORIES, 1));
    DesignRun run = together(List.of(territories.run(), drawn.run()));
    return new DistrictOutcome(
        territories.withRun(run),
        drawn
            .findPlan()
            .map(districts ->
                DistrictPlan.of(
                    problem,
                    plan.get(),
                    Grouping.codes(request.count()),
                    districts.alignment().toArray(),
                    drawn)),
        Optional.of(drawn));
  }

  private DistrictOutcome nest(DesignProblem problem, Nesting nesting) {
    long half = Math.max(1, settings.work() / 2);
    DesignOutcome drawn =
        optimize(nesting.problem(), settings.withoutClock(half), listener.part(0, 0.5));
    Optional<DesignPlan> districts = drawn.findPlan();
    if (districts.isEmpty()) {
      return new DistrictOutcome(
          drawn.withRun(together(List.of(drawn.run()))), Optional.empty(), Optional.of(drawn));
    }
    int[] territoryOf = new int[problem.unitCount()];
    List<DesignRun> runs = new ArrayList<>(List.of(drawn.run()));
    for (int district = 0; district < request.count(); district++) {
      int[] units = units(districts.get(), district);
      int[] territories = nesting.territories(district);
      DesignOutcome inside =
          optimize(
              PartProblem.of(problem, units, territories),
              settings.withoutClock(Math.max(1, half * units.length / problem.unitCount())),
              partOfDistrict(district));
      runs.add(inside.run());
      putInside(territoryOf, units, territories, inside);
    }
    DesignPlan whole = Optimizer.figures(problem, territoryOf);
    DesignOutcome outcome = outcome(whole, together(runs));
    DistrictPlan plan =
        DistrictPlan.of(
            problem, whole, Grouping.codes(request.count()), nesting.districtOf(), drawn);
    return new DistrictOutcome(outcome, Optional.of(plan), Optional.of(drawn));
  }

  private static int[] units(DesignPlan districts, int district) {
    int[] districtOf = districts.alignment().toArray();
    return IntStream.range(0, districtOf.length)
        .filter(unit -> districtOf[unit] == district)
        .toArray();
  }

  private DesignListener partOfDistrict(int district) {
    double each = 0.5 / request.count();
    return listener.part(0.5 + district * each, 0.5 + (district + 1) * each);
  }

  /** Where no plan was found inside a district, its first territory has all of it. */
  private static void putInside(
      int[] territoryOf, int[] units, int[] territories, DesignOutcome inside) {
    int[] none = new int[units.length];
    int[] number = inside.findPlan().map(plan -> plan.alignment().toArray()).orElse(none);
    for (int k = 0; k < units.length; k++) {
      territoryOf[units[k]] = territories[number[k]];
    }
  }

  private static DesignOutcome outcome(DesignPlan whole, DesignRun run) {
    return whole.isFeasible()
        ? new DesignOutcome.Designed(whole, OptionalDouble.empty(), run)
        : new DesignOutcome.NotFound(whole, run);
  }

  private DesignOutcome optimize(DesignProblem problem, DesignSettings each, DesignListener hears) {
    return Optimizer.optimize(problem, each, hears, cancellation, solver);
  }

  private DesignRun together(List<DesignRun> runs) {
    return DesignRun.together(settings, runs, false);
  }
}
