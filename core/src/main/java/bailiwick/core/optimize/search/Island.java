package bailiwick.core.optimize.search;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.DiameterExcess;
import bailiwick.core.optimize.objective.Score;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.start.Start;
import bailiwick.core.unit.UnitGraph;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * One search: simulated annealing over {@link Moves}, with prices for leaving limits that swing
 * around what is allowed. Not thread-safe; depends only on its seed and the work it is given.
 *
 * <p>Source: S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, *Optimization by simulated annealing*,
 * Science 1983.
 */
final class Island {

  /** Proposals between two looks at temperature and prices. */
  private static final int BLOCK = 256;

  /** Units, and blocks of the whole work, up to which prices move as fast as they may. */
  private static final int UNITS_AT_FULL_PACE = 500;

  private static final int BLOCKS_AT_FULL_PACE = 2000;

  /** Blocks between two takings of all values from scratch. */
  private static final int BLOCKS_PER_REFRESH = 512;

  /** Part of the best diameter that is asked for next. */
  private static final double DIAMETER_STEP = 0.995;

  private final Position position;
  private final Score score;
  private final Moves moves;
  private final boolean verifying;
  private final long plannedWork;
  private final Cooling cooling;
  private double temperature;
  private long work;
  private int round;
  private long blocks;

  /**
   * A search from a plan.
   *
   * @param plannedWork evaluations over which the temperature falls
   * @param heat factor of the usual starting temperature
   * @param keepsStart whether there is too little work to melt the start: then its prices go on,
   *     each territory has a temperature of its own scale and the price of excess takes its time
   * @param verifying whether to compare every value with its slow twin at each block
   */
  Island(
      DesignProblem problem,
      UnitCosts costs,
      UnitGraph near,
      Start start,
      SplittableRandom random,
      long plannedWork,
      double heat,
      boolean keepsStart,
      boolean verifying) {
    this.plannedWork = plannedWork;
    this.verifying = verifying;
    this.position = new Position(problem, costs, near, start.toArray());
    this.score = position.score();
    this.moves = new Moves(position, random);
    if (keepsStart) {
      score.prices().setTolls(start.tolls());
      score.keepShape();
    }
    double diameter = score.diameter().map(DiameterExcess::limit).orElse(0.0);
    score.diameter().ifPresent(part -> part.setLimit(0.9 * diameter));
    Sample sample = Sample.of(score, random);
    score.diameter().ifPresent(part -> part.setLimit(diameter));
    this.cooling = new Cooling(heat * sample.shapeChange());
    double pace = keepsStart ? pace(problem.unitCount()) : 1;
    score.prices().setPrice(sample.priceOfExcess(), pace);
    for (int limit = 0; limit < score.limits().count(); limit++) {
      score.limits().setPrice(limit, sample.limitPrices().get(limit), pace);
    }
    this.temperature = cooling.at(0);
    position.note();
  }

  /** Prices move once over their range in a small part of the work, but not in a few moves. */
  private double pace(int unitCount) {
    double bySize = UNITS_AT_FULL_PACE / (double) unitCount;
    double byWork = BLOCKS_AT_FULL_PACE * BLOCK / (double) plannedWork;
    return Math.min(1, Math.max(bySize, byWork));
  }

  /** Evaluations done. */
  long work() {
    return work;
  }

  /** The best plan met. */
  BestPlan best() {
    return position.best();
  }

  /** Goes on until that much work is done or somebody asks to stop. */
  void runUntil(long workDone, BooleanSupplier stop) {
    while (work < workDone && !stop.getAsBoolean() && position.plan().borderSize() > 0) {
      for (int k = 0; k < BLOCK; k++) {
        moves.propose(temperature);
      }
      endBlock();
    }
  }

  /** Starts anew from another island's best plan. */
  void adopt(int[] territoryOf) {
    position.goTo(unit -> territoryOf[unit]);
    position.note();
  }

  /** Straightens what the objective leaves open in the best plan. */
  void straighten() {
    Straightening.ofBest(position);
  }

  private void endBlock() {
    blocks++;
    work = moves.evaluations() + position.connectivityWork();
    score.adaptPrices();
    score.diameter().ifPresent(this::lowerDiameter);
    if (verifying) {
      score.verify();
    }
    if (blocks % BLOCKS_PER_REFRESH == 0) {
      score.refresh();
    }
    double fraction = (double) work / plannedWork;
    if (cooling.round(fraction) > round) {
      round = cooling.round(fraction);
      position.goTo(position.best()::territoryOf);
    }
    temperature = cooling.at(fraction);
  }

  /**
   * Asks for a little less than the best plan in balance has. Until there is one the limit is that
   * of the start, which no plan in balance may be able to keep.
   */
  private void lowerDiameter(DiameterExcess diameter) {
    BestPlan best = position.best();
    if (score.isWithinLimits() && diameter.value() <= 0) {
      position.note();
    }
    double wanted = DIAMETER_STEP * position.diameterOfBest();
    if (best.violation() == 0 && diameter.limit() != wanted) {
      diameter.setLimit(wanted);
    }
  }
}
