package bailiwick.core.optimize.district;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Objective;
import bailiwick.core.design.PartDistances;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.optimize.objective.BalanceExcess;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The problem of grouping the territories of a plan: each is a unit that brings its totals, lies at
 * its centre, and touches those that some unit of it touches.
 */
final class Grouping {

  private final DesignProblem problem;
  private final DesignPlan plan;
  private final int[] territoryOf; // [unit] -> territory

  private Grouping(DesignProblem problem, DesignPlan plan) {
    this.problem = problem;
    this.plan = plan;
    this.territoryOf = plan.alignment().toArray();
  }

  static DesignProblem of(DesignProblem problem, DesignPlan plan, DistrictRequest request) {
    return new Grouping(problem, plan).problem(request);
  }

  /** Codes {@code D1} … of so many districts. */
  static List<TerritoryCode> codes(int count) {
    int width = Integer.toString(count).length();
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> Integer.toString(number))
        .map(digits -> new TerritoryCode("D" + "0".repeat(width - digits.length()) + digits))
        .toList();
  }

  /** The measures in which territories, and so districts, are limited; the first without any. */
  static int[] measures(DesignProblem problem) {
    int[] limited = BalanceExcess.limitedMeasures(problem);
    return limited.length > 0 ? limited : new int[] {0};
  }

  private DesignProblem problem(DistrictRequest request) {
    List<UnitId> ids =
        problem.territories().stream().map(spec -> new UnitId(spec.code().value())).toList();
    DesignProblemBuilder grouped =
        DesignProblem.builder(
            UnitNumbering.of(ids), new PartDistances(problem.distances().places(), middles()));
    for (int m = 0; m < problem.measures().size(); m++) {
      int measure = m;
      grouped.measure(
          problem.measures().get(m),
          IntStream.range(0, ids.size()).mapToLong(t -> plan.total(measure, t)).toArray());
    }
    codes(request.count()).forEach(code -> grouped.territory(TerritorySpec.free(code.value())));
    for (int measure : measures(problem)) {
      grouped.rule(new BalanceRule.Tolerance(measure, request.tolerance()));
    }
    problem
        .graph()
        .map(this::touching)
        .ifPresent(problem.contiguous() ? grouped::contiguous : grouped::graph);
    return grouped.objective(objective()).build();
  }

  /** Districts are drawn by what territories are drawn by, as far as that means something. */
  private Objective objective() {
    return problem
        .centred()
        .map(goal -> goal.objective())
        .map(objective ->
            objective instanceof Objective.MomentOfInertia moment
                ? new Objective.MomentOfInertia(moment.name(), moment.measure(), 0, 1)
                : objective)
        .orElse(
            problem.graph().isPresent()
                ? Objective.CutEdges.DEFAULT
                : Objective.SumOfDistances.DEFAULT);
  }

  /** For each territory the unit nearest to its centre, which is its centre where that is one. */
  private int[] middles() {
    int[] middle = new int[problem.territoryCount()];
    double[] nearest = new double[middle.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int unit = 0; unit < territoryOf.length; unit++) {
      int t = territoryOf[unit];
      double distance =
          plan.centreOf(t) == unit ? -1 : problem.distances().between(unit, plan.centreOf(t));
      if (distance < nearest[t]) {
        nearest[t] = distance;
        middle[t] = unit;
      }
    }
    return middle;
  }

  private UnitGraph touching(UnitGraph graph) {
    TreeSet<Long> pairs = new TreeSet<>();
    int p = problem.territoryCount();
    for (int unit = 0; unit < territoryOf.length; unit++) {
      for (int k = graph.first(unit); k < graph.end(unit); k++) {
        int other = territoryOf[graph.neighbourAt(k)];
        if (territoryOf[unit] < other) {
          pairs.add((long) territoryOf[unit] * p + other);
        }
      }
    }
    List<Long> edges = new ArrayList<>(pairs);
    return UnitGraph.of(
        p,
        edges.stream().mapToInt(pair -> (int) (pair / p)).toArray(),
        edges.stream().mapToInt(pair -> (int) (pair % p)).toArray());
  }
}
