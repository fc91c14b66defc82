package bailiwick.core.optimize.search;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.DiameterExcess;
import bailiwick.core.optimize.objective.Score;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.plan.Connectivity;
import bailiwick.core.optimize.plan.WorkingPlan;
import bailiwick.core.optimize.start.Start;
import bailiwick.core.unit.UnitGraph;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One search: simulated annealing over single moves, exchanges of two units and chains of two moves
 * along the borders. Limits may be exceeded at a price that rises while the plan stays outside them
 * and falls while it stays inside, so that the search swings around the border of what is allowed.
 * Not thread-safe; depends only on its seed and the work it is given.
 *
 * <p>Sources: S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, *Optimization by simulated annealing*,
 * Science 1983; F. Ricca, B. Simeone, *Local search algorithms for political districting*, European
 * Journal of Operational Research 2008, for moves along borders; swinging around the limits follows
 * F. Glover's strategic oscillation. Differs from them: exchanges and chains are tried as one step,
 * because lumpy units and tight limits leave no feasible single move.
 */
final class Island {

  /** Proposals between two looks at temperature and price. */
  private static final int BLOCK = 256;

  /** Of 16 proposals, so many are single moves, exchanges, and the rest chains. */
  private static final int SINGLE_OF_16 = 8;

  private static final int EXCHANGE_OF_16 = 5;

  /** Tries to find a partner on the border of a territory. */
  private static final int PARTNER_TRIES = 8;

  /** Units that may follow one that connects them to their territory. */
  private static final int MOST_IN_POCKET = 48;

  /** Second steps that a chain compares. */
  private static final int CHAIN_WIDTH = 4;

  /** Units visited by a connectivity search that count as one evaluation. */
  private static final int VISITS_PER_EVALUATION = 8;

  private static final double PRICE_UP = 1.04;
  private static final double PRICE_DOWN = 0.97;

  /** Units, and blocks of the whole work, up to which the price moves as fast as it may. */
  private static final int UNITS_AT_FULL_PACE = 500;

  private static final int BLOCKS_AT_FULL_PACE = 2000;

  /** The price stays from a fiftieth of the sampled one to two thousand times it. */
  private static final double LEAST_PRICE = 0.02;

  private static final double MOST_PRICE = 1e5;

  /** Tolls at each block, as parts of the price of excess. */
  private static final double TOLL_STEP = 0.2;

  private static final double TOLL_MOST = 0.01;
  private static final double TOLL_FADING = 0.999;

  /** Most passes over all units to straighten the best plan. */
  private static final int STRAIGHTENING = 30;

  /** Blocks between two takings of all values from scratch. */
  private static final int BLOCKS_PER_REFRESH = 512;

  private final DesignProblem problem;
  private final WorkingPlan plan;
  private final Score score;
  private final @Nullable Connectivity connectivity; // null when contiguity is not asked
  private final SplittableRandom random;
  private final BestPlan best;
  private final int[] pocket = new int[MOST_IN_POCKET];
  private final boolean verifying;
  private final long plannedWork;
  private final Cooling cooling;
  private final double leastPrice;
  private final double priceUp;
  private final double priceDown;
  private double price; // cost of one relative excess
  private double temperature;
  private double warmth; // temperature where the present proposal is
  private double threshold; // largest worsening the present proposal may bring
  private long work;
  private long visitsCounted;
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
    this.problem = problem;
    this.random = random;
    this.plannedWork = plannedWork;
    this.verifying = verifying;
    this.plan = new WorkingPlan(problem, near, start.toArray());
    this.score = new Score(plan, costs);
    if (keepsStart) {
      score.balance().setTolls(start.tolls());
      score.keepShape();
    }
    this.connectivity = problem.contiguous() ? new Connectivity(near) : null;
    this.best = new BestPlan(problem.unitCount());
    double diameter = score.diameter().map(DiameterExcess::limit).orElse(0.0);
    score.diameter().ifPresent(part -> part.setLimit(0.9 * diameter));
    Sample sample = Sample.of(score, random);
    score.diameter().ifPresent(part -> part.setLimit(diameter));
    this.cooling = new Cooling(heat * sample.shapeChange());
    this.price = sample.priceOfExcess();
    double pace = keepsStart ? pace() : 1;
    this.priceUp = StrictMath.pow(PRICE_UP, pace);
    this.priceDown = StrictMath.pow(PRICE_DOWN, pace);
    this.leastPrice = LEAST_PRICE * price;
    this.temperature = cooling.at(0);
    noteBest();
  }

  /** The price moves once over its range in a small part of the work, but not in a few moves. */
  private double pace() {
    double bySize = UNITS_AT_FULL_PACE / (double) problem.unitCount();
    double byWork = BLOCKS_AT_FULL_PACE * BLOCK / (double) plannedWork;
    return Math.min(1, Math.max(bySize, byWork));
  }

  /** Evaluations done. */
  long work() {
    return work;
  }

  /** The best plan met. */
  BestPlan best() {
    return best;
  }

  /** Goes on until that much work is done or somebody asks to stop. */
  void runUntil(long workDone, BooleanSupplier stop) {
    while (work < workDone && !stop.getAsBoolean() && plan.borderSize() > 0) {
      for (int k = 0; k < BLOCK; k++) {
        propose();
      }
      endBlock();
    }
  }

  /** Starts anew from another island's best plan. */
  void adopt(int[] territoryOf) {
    goTo(unit -> territoryOf[unit]);
    score.refresh();
    noteBest();
  }

  /**
   * Straightens what the objective leaves open in the best plan: units go where they are drawn as
   * long as neither the objective nor the balance suffers.
   */
  void straighten() {
    if (score.diameter().isPresent()) {
      return;
    }
    goTo(best::territoryOf);
    score.keepShape();
    int moved = 1;
    for (int pass = 0; pass < STRAIGHTENING && moved > 0; pass++) {
      moved = 0;
      for (int unit = 0; unit < problem.unitCount(); unit++) {
        moved += straighten(unit) ? 1 : 0;
      }
    }
    best.forget();
    noteBest();
  }

  private boolean straighten(int unit) {
    if (plan.foreignNeighbours(unit) == 0 || problem.lockedTo(unit) >= 0) {
      return false;
    }
    int wanted = -1;
    double strongest = 0;
    for (int k = plan.near().first(unit); k < plan.near().end(unit); k++) {
      int to = plan.territoryOf(plan.near().neighbourAt(k));
      if (to != plan.territoryOf(unit)
          && to != wanted
          && score.pullChange(unit, to) < strongest
          && score.objectiveChange(unit, to) <= 0
          && score.balance().change(unit, to) <= 0) {
        wanted = to;
        strongest = score.pullChange(unit, to);
      }
    }
    if (wanted < 0 || !mayLeave(unit)) {
      return false;
    }
    move(unit, wanted);
    return true;
  }

  private void endBlock() {
    blocks++;
    if (connectivity != null) {
      long visits = connectivity.visited();
      work += (visits - visitsCounted) / VISITS_PER_EVALUATION;
      visitsCounted = visits;
    }
    price =
        score.balance().isNone()
            ? Math.max(leastPrice, price * priceDown)
            : Math.min(MOST_PRICE * leastPrice, price * priceUp);
    for (int t = 0; t < problem.territoryCount(); t++) {
      double scaled = price * score.scale(t);
      score.balance().adaptTolls(t, TOLL_STEP * scaled, TOLL_MOST * scaled, TOLL_FADING);
    }
    lowerDiameter();
    if (verifying) {
      score.verify();
    }
    if (blocks % BLOCKS_PER_REFRESH == 0) {
      score.refresh();
    }
    double fraction = (double) work / plannedWork;
    if (cooling.round(fraction) > round) {
      round = cooling.round(fraction);
      goTo(best::territoryOf);
      score.refresh();
    }
    temperature = cooling.at(fraction);
  }

  private void lowerDiameter() {
    if (score.diameter().isPresent() && score.balance().isNone()) {
      DiameterExcess diameter = score.diameter().get();
      if (diameter.value() <= 0) {
        noteBest();
        diameter.setLimit(0.995 * diameter.diameter());
      }
    }
  }

  /** A plan that is outside limits counts by its excess first. */
  private void noteBest() {
    double violation = score.balance().isNone() ? 0 : score.balance().value();
    if (violation > best.violation()) {
      return;
    }
    double objective = score.diameter().map(DiameterExcess::diameter).orElseGet(score::objective);
    if (best.isBeatenBy(violation, objective)) {
      best.take(plan, violation, objective);
    }
  }

  private void noteAfterMove() {
    if (score.balance().isNone()) {
      if (score.diameter().isEmpty() && best.isBeatenBy(0, score.objective())) {
        best.take(plan, 0, score.objective());
      }
    } else if (best.violation() > 0) {
      noteBest();
    }
  }

  private void goTo(IntUnaryOperator wanted) {
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      int to = wanted.applyAsInt(unit);
      if (plan.territoryOf(unit) != to) {
        best.changed(unit);
        plan.move(unit, to);
      }
    }
  }

  private void propose() {
    work++;
    if (plan.borderSize() == 0) {
      return;
    }
    int unit = plan.borderUnit(random.nextInt(plan.borderSize()));
    if (problem.lockedTo(unit) >= 0) {
      return;
    }
    int to = foreignTerritory(unit);
    warmth = temperature * Math.min(score.scale(plan.territoryOf(unit)), score.scale(to));
    threshold = warmth * -StrictMath.log(1 - random.nextDouble());
    int kind = random.nextInt(16);
    if (kind < SINGLE_OF_16) {
      single(unit, to);
    } else if (kind < SINGLE_OF_16 + EXCHANGE_OF_16) {
      exchange(unit, to);
    } else {
      chain(unit, to);
    }
  }

  /** Territory of a neighbour in another territory, each such neighbour equally likely. */
  private int foreignTerritory(int unit) {
    int own = plan.territoryOf(unit);
    int pick = random.nextInt(plan.foreignNeighbours(unit));
    for (int k = plan.near().first(unit); ; k++) {
      int territory = plan.territoryOf(plan.near().neighbourAt(k));
      if (territory != own && pick-- == 0) {
        return territory;
      }
    }
  }

  private double change(int unit, int to) {
    return score.objectiveChange(unit, to)
        + price * score.balance().change(unit, to)
        + score.pullChange(unit, to);
  }

  private boolean mayLeave(int unit) {
    return plan.size(plan.territoryOf(unit)) > 1
        && (connectivity == null || connectivity.canLeave(plan, unit));
  }

  private void single(int unit, int to) {
    int from = plan.territoryOf(unit);
    double change = change(unit, to);
    if (change > threshold || plan.size(from) == 1) {
      return;
    }
    if (connectivity == null || connectivity.canLeave(plan, unit)) {
      move(unit, to);
      score.settled(from, to);
      noteAfterMove();
    } else {
      withPocket(unit, to, change, connectivity);
    }
  }

  /** Moves a unit together with the few units that it alone connects to their territory. */
  private void withPocket(int unit, int to, double change, Connectivity search) {
    int from = plan.territoryOf(unit);
    int count = search.cutOff(plan, unit, pocket);
    if (count <= 0 || count + 1 >= plan.size(from)) {
      return;
    }
    for (int k = 0; k < count; k++) {
      if (problem.lockedTo(pocket[k]) >= 0) {
        return;
      }
    }
    work += count;
    move(unit, to);
    double sum = change;
    for (int k = 0; k < count; k++) {
      sum += change(pocket[k], to);
      move(pocket[k], to);
    }
    if (sum <= threshold) {
      score.settled(from, to);
      noteAfterMove();
    } else {
      for (int k = count - 1; k >= 0; k--) {
        move(pocket[k], from);
      }
      move(unit, from);
    }
  }

  private void move(int unit, int to) {
    best.changed(unit);
    score.move(unit, to);
  }

  private void exchange(int unit, int to) {
    int from = plan.territoryOf(unit);
    int partner = partner(to, from);
    if (partner < 0) {
      return;
    }
    work++;
    double balance =
        price * score.balance().changeOfSwap(unit, partner)
            + score.pullChange(unit, to)
            + score.pullChange(partner, from);
    double estimate =
        balance + score.objectiveChange(unit, to) + score.objectiveChange(partner, from);
    if (estimate > 2 * threshold + warmth || !mayLeave(unit)) {
      return;
    }
    double first = score.objectiveChange(unit, to);
    move(unit, to);
    boolean fits =
        plan.touches(partner, from)
            && first + score.objectiveChange(partner, from) + balance <= threshold
            && mayLeave(partner);
    finish(unit, from, fits ? partner : -1, from);
  }

  /** Completes a tentative move of a unit by a second move, or takes it back. */
  private void finish(int unit, int from, int partner, int partnerTo) {
    if (partner < 0) {
      move(unit, from);
      return;
    }
    int to = plan.territoryOf(unit);
    move(partner, partnerTo);
    score.settled(from, to);
    score.settled(to, partnerTo);
    noteAfterMove();
  }

  /** A unit of a territory on the border of another one, or -1 when a few tries find none. */
  private int partner(int territory, int toward) {
    int size = plan.size(territory);
    for (int k = 0; k < PARTNER_TRIES; k++) {
      int unit = plan.member(territory, random.nextInt(size));
      if (plan.foreignNeighbours(unit) > 0
          && problem.lockedTo(unit) < 0
          && plan.touches(unit, toward)) {
        return unit;
      }
    }
    return -1;
  }

  private void chain(int unit, int to) {
    int from = plan.territoryOf(unit);
    double first = change(unit, to);
    if (score.objectiveChange(unit, to) > 4 * threshold + 2 * warmth + price || !mayLeave(unit)) {
      return;
    }
    move(unit, to);
    int bestUnit = -1;
    int bestTo = -1;
    double bestChange = Double.POSITIVE_INFINITY;
    for (int k = 0; k < CHAIN_WIDTH; k++) {
      int next = plan.member(to, random.nextInt(plan.size(to)));
      if (next == unit || plan.foreignNeighbours(next) == 0 || problem.lockedTo(next) >= 0) {
        continue;
      }
      work++;
      int nextTo = foreignTerritory(next);
      double change = change(next, nextTo);
      if (change < bestChange) {
        bestChange = change;
        bestUnit = next;
        bestTo = nextTo;
      }
    }
    boolean fits = bestUnit >= 0 && first + bestChange <= threshold && mayLeave(bestUnit);
    finish(unit, from, fits ? bestUnit : -1, bestTo);
  }
}
