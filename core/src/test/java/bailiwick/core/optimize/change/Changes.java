package bailiwick.core.optimize.change;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Objective;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** Small worlds with a plan of today, and changes of it. */
final class Changes {

  static final Objective MOMENT = new Objective.MomentOfInertia("momentOfInertia", 0, 0.5, 1);

  private Changes() {}

  /** Each unit counts one; territories are named by their letters. */
  static DesignProblem today(Worlds.Grid world, double tolerance) {
    long[] ones = new long[world.unitCount()];
    Arrays.fill(ones, 1);
    return today(world, ones, tolerance);
  }

  static DesignProblem drawnAmounts(SplittableRandom random, Worlds.Grid world, double tolerance) {
    return today(world, random.longs(world.unitCount(), 2, 9).toArray(), tolerance);
  }

  static DesignProblem today(Worlds.Grid world, long[] amounts, double tolerance) {
    DesignProblemBuilder builder =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, amounts)
            .contiguous(world.graph())
            .rule(new BalanceRule.Tolerance(0, tolerance))
            .objective(MOMENT)
            .today(Today.of(world.territoryOf(), 0, 0));
    for (int t = 0; t < world.territoryCount(); t++) {
      builder.territory(TerritorySpec.free(String.valueOf((char) ('A' + t))));
    }
    return builder.build();
  }

  static ChangeRequest split(String territory, String... parts) {
    return ChangeRequest.of(new Change.Split(new TerritoryCode(territory), free(parts)), 0);
  }

  static ChangeRequest merge(OptionalDouble share, String into, String... ended) {
    return ChangeRequest.of(new Change.Merge(codes(ended), new TerritoryCode(into), share), 0);
  }

  static ChangeRequest remove(String... ended) {
    return ChangeRequest.of(new Change.Remove(codes(ended)), 0);
  }

  private static List<TerritoryCode> codes(String... codes) {
    return Arrays.stream(codes).map(TerritoryCode::new).toList();
  }

  static ChangeRequest add(String... added) {
    return ChangeRequest.of(new Change.Add(free(added)), 0);
  }

  private static List<TerritorySpec> free(String... codes) {
    return Arrays.stream(codes).map(TerritorySpec::free).toList();
  }

  static DesignSettings settings() {
    return DesignSettings.ofWork(1, 200_000);
  }

  static ChangeOutcome run(DesignProblem problem, ChangeRequest request) {
    return run(problem, request, settings());
  }

  static ChangeOutcome run(DesignProblem problem, ChangeRequest request, DesignSettings settings) {
    return ChangeDesign.run(
        problem, request, settings, DesignListener.NONE, Cancellation.none(), ExactSolver.NONE);
  }

  static DesignPlan plan(ChangeOutcome changed) {
    return ((DesignOutcome.Designed) changed.outcome()).plan();
  }

  static ChangeFigures figures(ChangeOutcome changed) {
    return changed.figures().orElseThrow();
  }

  static String drawn(Worlds.Grid world, ChangeOutcome changed) {
    return world.draw(plan(changed).alignment().toArray());
  }
}
