package bailiwick.bench.exact;

import static bailiwick.core.exact.BinaryProgram.NO_LOWER;
import static bailiwick.core.exact.BinaryProgram.NO_UPPER;

import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.exact.BinaryProgram;
import bailiwick.core.exact.BinaryProgramBuilder;
import bailiwick.core.optimize.objective.BalanceExcess;
import bailiwick.core.optimize.objective.NamedCosts;
import bailiwick.core.optimize.objective.UnitCosts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Design problems as programs, without contiguity. */
final class DesignPrograms {

  private DesignPrograms() {}

  /** Each unit goes to one of the homes, each home gets its amounts. */
  static BinaryProgram withHomes(DesignProblem problem) {
    int n = problem.unitCount();
    int p = problem.territoryCount();
    BinaryProgramBuilder builder = BinaryProgram.builder(costsToHomes(problem));
    for (int unit = 0; unit < n; unit++) {
      builder.row(1, 1);
      for (int t = 0; t < p; t++) {
        builder.term(unit * p + t, 1);
      }
    }
    for (int t = 0; t < p; t++) {
      builder.row(1, 1).term(home(problem, t) * p + t, 1);
      for (int measure : BalanceExcess.limitedMeasures(problem)) {
        builder.row(problem.lower(measure, t), problem.upper(measure, t));
        for (int unit = 0; unit < n; unit++) {
          builder.term(unit * p + t, problem.amount(measure, unit));
        }
      }
    }
    return builder.build();
  }

  private static double[] costsToHomes(DesignProblem problem) {
    int p = problem.territoryCount();
    UnitCosts costs = UnitCosts.of(problem);
    double[] cost = new double[problem.unitCount() * p];
    Arrays.setAll(cost, k -> costs.at(k / p, home(problem, k % p)));
    NamedCosts named = NamedCosts.of(problem);
    for (int k = 0; k < cost.length; k++) {
      cost[k] += named.at(k / p, k % p);
    }
    return cost;
  }

  private static int home(DesignProblem problem, int territory) {
    return ((Centre.Home) problem.territories().get(territory).centre()).site();
  }

  /**
   * Each unit goes to a centre among the units near it; as many units as territories are centres.
   * After S. W. Hess and others, *Nonpartisan political redistricting by computer*, Operations
   * Research 1965. One measure.
   *
   * @param nearest how many centres a unit may choose from
   */
  static BinaryProgram withFreeCentres(DesignProblem problem, int nearest) {
    int n = problem.unitCount();
    UnitCosts costs = UnitCosts.of(problem);
    int[][] variable = new int[n][n]; // [unit][centre] -> variable, -1 when too far
    DoubleStream.Builder cost = DoubleStream.builder();
    int count = 0;
    for (int unit = 0; unit < n; unit++) {
      Arrays.fill(variable[unit], -1);
      for (int centre : nearestTo(unit, costs, Math.min(n, nearest))) {
        variable[unit][centre] = count++;
        cost.add(costs.at(unit, centre));
      }
    }
    BinaryProgramBuilder builder = BinaryProgram.builder(cost.build().toArray());
    for (int[] centres : variable) {
      builder.row(1, 1);
      Arrays.stream(centres).filter(each -> each >= 0).forEach(each -> builder.term(each, 1));
    }
    builder.row(problem.territoryCount(), problem.territoryCount());
    IntStream.range(0, n).forEach(centre -> builder.term(variable[centre][centre], 1));
    int measure = BalanceExcess.limitedMeasures(problem)[0];
    for (int centre = 0; centre < n; centre++) {
      builder.row(0, NO_UPPER);
      addAmounts(builder, problem, variable, centre, problem.lower(measure, 0));
      builder.row(NO_LOWER, 0);
      addAmounts(builder, problem, variable, centre, problem.upper(measure, 0));
    }
    return builder.build();
  }

  private static int[] nearestTo(int unit, UnitCosts costs, int count) {
    return IntStream.range(0, costs.unitCount())
        .boxed()
        .sorted(Comparator.comparingDouble(centre -> costs.perWeight(unit, centre)))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The amounts that a centre gets, less a limit when it is one. */
  private static void addAmounts(
      BinaryProgramBuilder builder,
      DesignProblem problem,
      int[][] variable,
      int centre,
      long limit) {
    int measure = BalanceExcess.limitedMeasures(problem)[0];
    for (int unit = 0; unit < variable.length; unit++) {
      if (variable[unit][centre] >= 0) {
        long amount = problem.amount(measure, unit);
        builder.term(variable[unit][centre], unit == centre ? amount - limit : amount);
      }
    }
  }
}
