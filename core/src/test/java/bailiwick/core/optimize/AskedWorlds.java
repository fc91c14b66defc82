package bailiwick.core.optimize;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Eligibility;
import bailiwick.core.design.Goal;
import bailiwick.core.design.GoalLimit;
import bailiwick.core.design.MoveBudget;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Preference;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import java.util.List;
import java.util.SplittableRandom;

/** Random small problems in which much is asked at a time: each wish is there or not by chance. */
public final class AskedWorlds {

  private final SplittableRandom random;
  private final Worlds.Grid world;
  private final int territories;
  private final DesignProblemBuilder builder;

  private AskedWorlds(SplittableRandom random, Worlds.Grid world, int territories) {
    this.random = random;
    this.world = world;
    this.territories = territories;
    this.builder =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, random.longs(world.unitCount(), 0, 10).toArray())
            .measure(Measure.WORKLOAD, random.longs(world.unitCount(), 1, 400).toArray());
  }

  /** A problem on a grid, with homes or without, one piece each or not. */
  public static DesignProblem onGrid(SplittableRandom random, Worlds.Grid world, int territories) {
    return new AskedWorlds(random, world, territories).draw();
  }

  private DesignProblem draw() {
    boolean homes = random.nextBoolean();
    int[] home = random.ints(0, world.unitCount()).distinct().limit(territories).toArray();
    for (int t = 0; t < territories; t++) {
      builder.territory(
          homes ? TerritorySpec.withHome("H" + t, home[t]) : TerritorySpec.free("T" + t));
    }
    if (random.nextBoolean()) {
      builder.contiguous(world.graph());
    } else {
      builder.graph(world.graph());
    }
    builder.rule(new BalanceRule.Tolerance(1, 0.6)).objective(objective());
    if (random.nextBoolean()) {
      askForToday();
    }
    if (random.nextBoolean()) {
      builder.eligibility(eligibility(home));
    }
    if (random.nextInt(4) == 0) {
      double most = 10 + 5 * random.nextDouble();
      builder.limit(new GoalLimit(List.of(Goal.of(Objective.CutEdges.DEFAULT)), most / 2));
    }
    if (random.nextInt(3) == 0) {
      builder.together(random.ints(2 + random.nextInt(2), 0, world.unitCount()).toArray());
    }
    if (random.nextInt(3) == 0) {
      builder.apart(random.ints(2, 0, world.unitCount()).toArray());
    }
    if (random.nextBoolean()) {
      builder.goal(new Goal(preference(), 2));
    }
    if (random.nextInt(3) == 0) {
      builder.fieldWork(FieldWorlds.work(random, world, territories, 0.9, 1.5));
    }
    return builder.build();
  }

  /** Columns of today with a little disorder, what leaving them costs, and how much of it may. */
  private void askForToday() {
    int[] today = new int[world.unitCount()];
    for (int unit = 0; unit < today.length; unit++) {
      int column = unit % world.width() * territories / world.width();
      today[unit] = random.nextInt(4) == 0 ? random.nextInt(-1, territories) : column;
    }
    builder.today(Today.of(today, 0, random.nextBoolean() ? 0 : 0.01));
    if (random.nextBoolean()) {
      builder.budget(new MoveBudget.InAll(0, random.nextInt(5, 30)));
    }
    if (random.nextInt(3) == 0) {
      builder.budget(new MoveBudget.InAll(1, random.nextInt(200, 1000)));
    }
    if (random.nextInt(3) == 0) {
      int territory = random.nextInt(territories);
      builder.budget(new MoveBudget.Leaving(0, territory, random.nextInt(12)));
      builder.budget(new MoveBudget.Entering(1, territory, random.nextInt(500)));
    }
  }

  private Objective objective() {
    return switch (random.nextInt(3)) {
      case 0 -> Objective.SumOfDistances.DEFAULT;
      case 1 -> Objective.CutEdges.DEFAULT;
      default -> new Objective.MomentOfInertia("momentOfInertia", 0, 0.5, 2);
    };
  }

  /** A unit in three is kept out of one territory, but no home out of its own. */
  private Eligibility eligibility(int[] home) {
    Eligibility.Builder allowed = Eligibility.builder(world.unitCount(), territories);
    for (int unit = 0; unit < world.unitCount(); unit++) {
      int territory = random.nextInt(territories);
      if (random.nextInt(3) == 0 && home[territory] != unit) {
        allowed.not(unit, territory);
      }
    }
    return allowed.build();
  }

  private Preference preference() {
    double[] cost = random.doubles((long) world.unitCount() * territories).toArray();
    return Preference.of("skillFit", territories, cost);
  }
}
