package bailiwick.core.optimize.change;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Today;
import bailiwick.core.optimize.objective.BalanceExcess;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A plan to begin from in which those that stay take over what is nobody's any more, where land
 * need not hang together. The large units come first, each to whom it lies nearest among those with
 * room for it; where nobody has room, the one that needs to give away least of what counts as
 * changing hands makes some. Not thread-safe.
 *
 * <p>Source: large things first, as in D. S. Johnson, *Near-optimal bin packing algorithms*, MIT
 * 1973. Cost: O(units to be taken over × territories + times that room is made × units ×
 * territories).
 */
final class TakenOver {

  /** Times that room is made at most: some seconds with thousands of units. */
  private static final int MOST_MADE = 200;

  /** What a territory has to give away for a unit, and to whom. */
  private record Room(double cost, double distance, int territory, List<Given> given) {}

  private record Given(int unit, int to) {}

  private final DesignProblem problem;
  private final Today today;
  private final int measure;
  private final int[] limited; // the measures in which totals are limited
  private final BooleanSupplier stop;
  private final Holdings holdings;
  private final double[][] middle; // [territory][dimension] of what each has before it takes over
  private final int[] land; // [unit] -> territory that lies nearest

  private TakenOver(
      DesignProblem problem, int[] kept, int[] land, int measure, BooleanSupplier stop) {
    this.problem = problem;
    this.today = problem.today().orElseThrow();
    this.measure = measure;
    this.limited = BalanceExcess.limitedMeasures(problem);
    this.stop = stop;
    this.land = land;
    this.holdings = new Holdings(problem, kept);
    this.middle = holdings.middles();
  }

  /**
   * The better one of two plans: that in which everything goes to whom it lies nearest, and one
   * that minds who has room.
   *
   * @param kept {@code [unit] -> territory}, {@link Holdings#NOBODY} where it is to be taken over
   * @param land {@code [unit] -> territory} that lies nearest, for every unit
   * @param measure number of the measure that counts what changes hands
   * @param stop asked before the second plan and now and then while it is made
   */
  static int[] best(
      DesignProblem problem,
      UnitGraph near,
      int[] kept,
      int[] land,
      int measure,
      BooleanSupplier stop) {
    BestBeginning best = new BestBeginning(problem, near, measure);
    best.offer(land);
    if (!stop.getAsBoolean()) {
      best.offer(new TakenOver(problem, kept, land, measure, stop).plan());
    }
    return best.plan();
  }

  private int[] plan() {
    takeLargestFirst();
    int[] plan = holdings.toArray();
    for (int unit = 0; unit < plan.length; unit++) {
      plan[unit] = plan[unit] == Holdings.NOBODY ? land[unit] : plan[unit];
    }
    return plan;
  }

  private int[] nobodys() {
    return IntStream.range(0, holdings.unitCount())
        .filter(unit -> holdings.ownerOf(unit) == Holdings.NOBODY)
        .toArray();
  }

  private void takeLargestFirst() {
    int made = 0;
    for (int unit : largestFirst(nobodys())) {
      int nearest = nearestWithRoom(unit, Holdings.NOBODY);
      if (nearest >= 0) {
        holdings.give(unit, nearest);
      } else if (made++ < MOST_MADE && !stop.getAsBoolean()) {
        makeRoomFor(unit);
      }
    }
  }

  private int[] largestFirst(int[] units) {
    return sorted(units, unit -> -size(unit));
  }

  private static int[] sorted(int[] units, ToDoubleFunction<Integer> key) {
    return IntStream.of(units)
        .boxed()
        .sorted(Comparator.comparingDouble(key).thenComparingInt(unit -> unit))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The largest part that a unit is of all that is limited. */
  private double size(int unit) {
    double largest = 0;
    for (int m : limited) {
      largest = Math.max(largest, (double) problem.amount(m, unit) / problem.total(m));
    }
    return largest;
  }

  /** The nearest territory but one that has room for a unit, today's land first; none is -1. */
  private int nearestWithRoom(int unit, int but) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int t = 0; t < holdings.territoryCount(); t++) {
      if (t != but && problem.mayBelong(unit, t) && holdings.hasRoomFor(unit, t)) {
        double distance = t == land[unit] ? -1 : holdings.squareTo(middle[t], unit);
        if (distance < least) {
          least = distance;
          nearest = t;
        }
      }
    }
    return nearest;
  }

  /** Whoever has to give away least for a unit does so and takes it; nobody where that is vain. */
  private void makeRoomFor(int unit) {
    IntStream.range(0, holdings.territoryCount())
        .filter(t -> problem.mayBelong(unit, t))
        .mapToObj(t -> findRoom(unit, t))
        .flatMap(Optional::stream)
        .min(Comparator.comparingDouble(Room::cost).thenComparingDouble(Room::distance))
        .ifPresent(room -> {
          holdings.give(unit, room.territory());
          room.given().forEach(one -> holdings.give(one.unit(), one.to()));
        });
  }

  /** What a territory would give away for a unit; empty where that is not enough. */
  private Optional<Room> findRoom(int unit, int territory) {
    holdings.give(unit, territory);
    List<Given> given = givenAway(territory, unit);
    boolean isEnough = !holdings.isOver(territory);
    if (isEnough) {
      given.removeIf(one -> isNeedless(one, territory));
    }
    given.forEach(one -> holdings.give(one.unit(), territory));
    holdings.give(unit, Holdings.NOBODY);
    double cost = given.stream().mapToDouble(one -> count(one.unit())).sum();
    double distance = holdings.squareTo(middle[territory], unit);
    return isEnough ? Optional.of(new Room(cost, distance, territory, given)) : Optional.empty();
  }

  /** Units that bring most for what they count go to others with room until there is enough. */
  private List<Given> givenAway(int territory, int butFor) {
    int[] mayGo =
        IntStream.range(0, holdings.unitCount())
            .filter(unit ->
                unit != butFor
                    && holdings.ownerOf(unit) == territory
                    && problem.lockedTo(unit) < 0
                    && relief(unit, territory) > 0)
            .toArray();
    List<Given> given = new ArrayList<>();
    for (int unit : sorted(mayGo, unit -> count(unit) / relief(unit, territory))) {
      int to = nearestWithRoom(unit, territory);
      if (to >= 0 && relief(unit, territory) > 0) {
        given.add(new Given(unit, to));
        holdings.give(unit, to);
      }
    }
    return given;
  }

  /** Whether a unit can stay, because what was given later is enough; then it does. */
  private boolean isNeedless(Given given, int territory) {
    boolean stays = holdings.hasRoomFor(given.unit(), territory);
    if (stays) {
      holdings.give(given.unit(), territory);
    }
    return stays;
  }

  /** How much of what a territory has too much of goes with a unit; 1 is all of it. */
  private double relief(int unit, int territory) {
    double sum = 0;
    for (int m : limited) {
      long over = holdings.held(m, territory) - problem.upper(m, territory);
      if (over > 0) {
        sum += (double) Math.min(over, problem.amount(m, unit)) / over;
      }
    }
    return sum;
  }

  /** What a unit counts as changing hands when it leaves. */
  private double count(int unit) {
    return today.territoryOf(unit) >= 0 ? problem.amount(measure, unit) : 0;
  }
}
