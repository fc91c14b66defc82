package bailiwick.bench.peer;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.TerritorySpec;
import java.time.Duration;
import java.util.Optional;

/**
 * Timefold Solver with a straightforward model: each unit is an entity with its territory as the
 * variable, an incremental score, single moves and exchanges, late acceptance. Where territories
 * must be contiguous, moves are drawn along the borders only. The community edition works on one
 * thread.
 */
final class Timefold implements Peer {

  private static final long SEED = 1;

  @Override
  public String name() {
    return "timefold";
  }

  @Override
  public boolean isHere() {
    return true;
  }

  /** The model has no homes that are no unit. */
  @Override
  public boolean isFor(DesignProblem problem) {
    return PlainProblem.is(problem)
        && problem.territories().stream().allMatch(spec -> isUnit(problem, spec));
  }

  private static boolean isUnit(DesignProblem problem, TerritorySpec spec) {
    return !(spec.centre() instanceof Centre.Home home) || home.site() < problem.unitCount();
  }

  @Override
  public Optional<int[]> plan(DesignProblem problem, Duration limit) {
    boolean[] pinned = new boolean[problem.unitCount()];
    for (TerritorySpec spec : problem.territories()) {
      if (spec.centre() instanceof Centre.Home home) {
        pinned[home.site()] = true;
      }
    }
    PlannedTerritories first = new PlannedTerritories(problem, FirstPlan.of(problem, SEED), pinned);
    SolverFactory<PlannedTerritories> factory =
        SolverFactory.create(settings(problem.contiguous(), limit));
    return Optional.of(factory.buildSolver().solve(first).toArray());
  }

  private static SolverConfig settings(boolean contiguous, Duration limit) {
    ChangeMoveSelectorConfig changes = new ChangeMoveSelectorConfig();
    SwapMoveSelectorConfig swaps = new SwapMoveSelectorConfig();
    if (contiguous) {
      changes.withFilterClass(BorderChange.class);
      swaps.withFilterClass(BorderSwap.class);
    }
    return new SolverConfig()
        .withSolutionClass(PlannedTerritories.class)
        .withEntityClasses(PlannedUnit.class)
        .withScoreDirectorFactory(
            new ScoreDirectorFactoryConfig()
                .withIncrementalScoreCalculatorClass(PlannedScore.class))
        .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
        .withRandomSeed(SEED)
        .withPhases(
            new LocalSearchPhaseConfig()
                .withLocalSearchType(LocalSearchType.LATE_ACCEPTANCE)
                .withMoveSelectorConfig(
                    new UnionMoveSelectorConfig().withMoveSelectors(changes, swaps)))
        .withTerminationSpentLimit(limit);
  }
}
