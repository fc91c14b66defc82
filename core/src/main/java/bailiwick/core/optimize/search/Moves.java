package bailiwick.core.optimize.search;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Today;
import bailiwick.core.optimize.objective.Score;
import bailiwick.core.optimize.plan.WorkingPlan;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a search along the borders: single moves, exchanges of two units and chains of two
 * moves, each proposed at random and done when it worsens the plan by no more than chance allows at
 * the temperature. Not thread-safe.
 *
 * <p>Source: F. Ricca, B. Simeone, *Local search algorithms for political districting*, European
 * Journal of Operational Research 2008, for moves along borders. Differs from it: exchanges and
 * chains are tried as one step, because lumpy units and tight limits leave no feasible single move.
 */
final class Moves {

  /** Of 16 proposals, so many are single moves, exchanges, and the rest chains. */
  private static final int SINGLE_OF_16 = 8;

  private static final int EXCHANGE_OF_16 = 5;

  /** One proposal in so many reopens a territory, where that is possible. */
  private static final int REOPENING_OF = 32;

  /** One proposal in so many lets two territories trade their land, where names matter. */
  private static final int RENAMING_OF = 256;

  /** One proposal in so many moves a unit to a territory anywhere, where names matter. */
  private static final int LEAP_OF = 3;

  /** The same where only limits besides balance may ask for it. */
  private static final int LEAP_OF_LIMITED = 8;

  /** Tries to find a partner on the border of a territory. */
  private static final int PARTNER_TRIES = 8;

  /** Units that may follow one that connects them to their territory. */
  private static final int MOST_IN_POCKET = 48;

  /** Second steps that a chain compares. */
  private static final int CHAIN_WIDTH = 4;

  private final Position position;
  private final WorkingPlan plan;
  private final Score score;
  private final SplittableRandom random;
  private final @Nullable Reopening reopening; // null where territories cannot move away
  private final @Nullable Renaming renaming; // null where names do not matter
  private final int leapOf; // 0 where units have no reason to go where no neighbour is
  private final int[] returns; // [unit] -> its territory today or -1; empty without a budget
  private final FamilyMove families;
  private final int[] pocket = new int[MOST_IN_POCKET];
  private double warmth; // temperature where the present proposal is
  private double threshold; // largest worsening the present proposal may bring
  private long evaluations;

  Moves(Position position, SplittableRandom random) {
    this.position = position;
    this.plan = position.plan();
    this.score = position.score();
    this.random = random;
    this.returns =
        plan.problem().budgets().isEmpty()
            ? new int[0]
            : plan.problem().today().map(Today::toArray).orElseThrow();
    this.renaming = Renaming.isFor(plan.problem()) ? new Renaming(position, random) : null;
    this.families = new FamilyMove(position);
    this.leapOf = leapOf(position);
    this.reopening = Reopening.isFor(plan.problem()) ? new Reopening(position, random) : null;
  }

  private static int leapOf(Position position) {
    DesignProblem problem = position.plan().problem();
    if (problem.contiguous()) {
      return 0;
    }
    if (problem.namesMatter() || !problem.companions().isNone()) {
      return LEAP_OF;
    }
    return position.score().limits().count() > 0 ? LEAP_OF_LIMITED : 0;
  }

  /** Evaluations done. */
  long evaluations() {
    return evaluations
        + families.evaluations()
        + (reopening == null ? 0 : reopening.evaluations())
        + (renaming == null ? 0 : renaming.evaluations());
  }

  /** Proposes one step at a temperature, and does it if chance allows. */
  void propose(double temperature) {
    evaluations++;
    if (plan.borderSize() == 0) {
      return;
    }
    if (reopening != null && random.nextInt(REOPENING_OF) == 0) {
      reopening.propose(temperature * -StrictMath.log(1 - random.nextDouble()));
      return;
    }
    if (renaming != null && random.nextInt(RENAMING_OF) == 0) {
      renaming.propose(temperature * -StrictMath.log(1 - random.nextDouble()));
      return;
    }
    if (leapOf > 0 && random.nextInt(leapOf) == 0) {
      leap(temperature);
      return;
    }
    int unit = plan.borderUnit(random.nextInt(plan.borderSize()));
    if (position.isLocked(unit)) {
      return;
    }
    int to = foreignTerritory(unit);
    if (!position.mayBelong(unit, to)) {
      return;
    }
    warm(temperature, plan.territoryOf(unit), to);
    int kind = random.nextInt(16);
    if (kind < SINGLE_OF_16) {
      single(unit, to);
    } else if (kind < SINGLE_OF_16 + EXCHANGE_OF_16) {
      int partner = partner(to, plan.territoryOf(unit));
      if (partner >= 0) {
        exchange(unit, partner, true);
      }
    } else {
      chain(unit, to);
    }
  }

  private void warm(double temperature, int from, int to) {
    warmth = temperature * Math.min(score.scale(from), score.scale(to));
    threshold = warmth * -StrictMath.log(1 - random.nextDouble());
  }

  /** Moves any unit to any territory, alone or in exchange for any unit of it. */
  private void leap(double temperature) {
    int unit = random.nextInt(plan.problem().unitCount());
    int from = plan.territoryOf(unit);
    int to = random.nextInt(plan.problem().territoryCount());
    if (returns.length > 0 && returns[unit] >= 0 && random.nextBoolean()) {
      to = returns[unit];
    }
    if (to == from || !position.mayBelong(unit, to)) {
      return;
    }
    warm(temperature, from, to);
    if (random.nextBoolean()) {
      single(unit, to);
      return;
    }
    int partner = plan.member(to, random.nextInt(plan.size(to)));
    if (position.mayBelong(partner, from)) {
      exchange(unit, partner, false);
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

  private void single(int unit, int to) {
    int from = plan.territoryOf(unit);
    if (families.hasFamily(unit) && random.nextBoolean()) {
      families.propose(unit, to, threshold);
      return;
    }
    double change = score.change(unit, to);
    if (change > threshold || plan.size(from) == 1) {
      return;
    }
    if (position.mayLeave(unit)) {
      position.move(unit, to);
      settle(from, to);
    } else {
      withPocket(unit, to, change);
    }
  }

  /** Moves a unit together with the few units that it alone connects to their territory. */
  private void withPocket(int unit, int to, double change) {
    int from = plan.territoryOf(unit);
    int count = position.cutOff(unit, pocket);
    if (count <= 0 || count + 1 >= plan.size(from)) {
      return;
    }
    for (int k = 0; k < count; k++) {
      if (!position.mayBelong(pocket[k], to)) {
        return;
      }
    }
    evaluations += count;
    position.move(unit, to);
    double sum = change;
    for (int k = 0; k < count; k++) {
      sum += score.change(pocket[k], to);
      position.move(pocket[k], to);
    }
    if (sum <= threshold) {
      settle(from, to);
    } else {
      for (int k = count - 1; k >= 0; k--) {
        position.move(pocket[k], from);
      }
      position.move(unit, from);
    }
  }

  private void settle(int from, int to) {
    score.settled(from, to);
    position.noteAfterMove();
  }

  /** Two units of different territories trade places; {@code besides} asks that borders touch. */
  private void exchange(int unit, int partner, boolean besides) {
    int from = plan.territoryOf(unit);
    int to = plan.territoryOf(partner);
    evaluations++;
    double pull = score.pullChangeOfSwap(unit, partner);
    double first = score.objectiveChange(unit, to);
    double estimate = pull + first + score.objectiveChange(partner, from);
    if (estimate > 2 * threshold + warmth || !position.mayLeave(unit)) {
      return;
    }
    position.move(unit, to);
    boolean fits =
        (!besides || plan.touches(partner, from))
            && first + score.objectiveChange(partner, from) + pull <= threshold
            && position.mayLeave(partner);
    finish(unit, from, fits ? partner : -1, from);
  }

  /** Completes a tentative move of a unit by a second move, or takes it back. */
  private void finish(int unit, int from, int partner, int partnerTo) {
    if (partner < 0) {
      position.move(unit, from);
      return;
    }
    int to = plan.territoryOf(unit);
    position.move(partner, partnerTo);
    score.settled(from, to);
    settle(to, partnerTo);
  }

  /** A unit of a territory on the border of another one, or -1 when a few tries find none. */
  private int partner(int territory, int toward) {
    int size = plan.size(territory);
    for (int k = 0; k < PARTNER_TRIES; k++) {
      int unit = plan.member(territory, random.nextInt(size));
      if (plan.foreignNeighbours(unit) > 0
          && position.mayBelong(unit, toward)
          && plan.touches(unit, toward)) {
        return unit;
      }
    }
    return -1;
  }

  private void chain(int unit, int to) {
    int from = plan.territoryOf(unit);
    double worst = 4 * threshold + 2 * warmth + score.prices().highest(from, to);
    if (score.objectiveChange(unit, to) > worst) {
      return;
    }
    double first = score.change(unit, to);
    if (!position.mayLeave(unit)) {
      return;
    }
    position.move(unit, to);
    int bestUnit = -1;
    int bestTo = -1;
    double bestChange = Double.POSITIVE_INFINITY;
    for (int k = 0; k < CHAIN_WIDTH; k++) {
      int next = plan.member(to, random.nextInt(plan.size(to)));
      if (next == unit || plan.foreignNeighbours(next) == 0 || position.isLocked(next)) {
        continue;
      }
      evaluations++;
      int nextTo = foreignTerritory(next);
      if (!position.mayBelong(next, nextTo)) {
        continue;
      }
      double change = score.change(next, nextTo);
      if (change < bestChange) {
        bestChange = change;
        bestUnit = next;
        bestTo = nextTo;
      }
    }
    boolean fits = bestUnit >= 0 && first + bestChange <= threshold && position.mayLeave(bestUnit);
    finish(unit, from, fits ? bestUnit : -1, bestTo);
  }
}
