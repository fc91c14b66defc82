package bailiwick.core.optimize.start;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.Companions;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Makes each territory one piece: keeps the piece around its seed, joins what is locked to it by
 * shortest ways, and lets all grow into the rest, the unit that loses least by its new territory
 * first. O(edges log edges).
 */
final class Growth {

  /** What a unit costs at a territory. */
  @FunctionalInterface
  interface Cost {
    double at(int unit, int territory);
  }

  /** Times that units no territory reached are joined to one, which may tear off others. */
  private static final int JOINING_ROUNDS = 4;

  /** The territory where a unit costs least of those it may belong to. */
  static int cheapest(DesignProblem problem, Cost cost, int unit) {
    int best = -1;
    for (int t = 0; t < problem.territoryCount(); t++) {
      if (problem.mayBelong(unit, t) && (best < 0 || cost.at(unit, t) < cost.at(unit, best))) {
        best = t;
      }
    }
    return best;
  }

  private record Offer(double loss, int unit, int territory) {}

  private final DesignProblem problem;
  private final UnitGraph graph;
  private final Cost cost;
  private final int[] territoryOf; // [unit] -> territory or -1
  private final boolean[] onWay; // [unit] -> whether it joins a lock, so that no other way cuts it

  private Growth(DesignProblem problem, UnitGraph graph, Cost cost, int[] territoryOf) {
    this.problem = problem;
    this.graph = graph;
    this.cost = cost;
    this.territoryOf = territoryOf;
    this.onWay = new boolean[territoryOf.length];
  }

  /**
   * A plan in which each territory is one piece wherever land and locks allow it.
   *
   * @param wanted {@code wanted[unit]} is a territory number or -1
   * @param wantedSeed {@code wantedSeed[territory]}, distinct units that stay with their
   *     territories unless a locked unit cannot be joined to them
   */
  static int[] grow(
      DesignProblem problem, UnitGraph graph, Cost cost, int[] wanted, int[] wantedSeed) {
    int[] seed = wantedSeed.clone();
    Growth growth = new Growth(problem, graph, cost, wanted.clone());
    growth.pin(seed);
    growth.releaseAllBut(seed);
    growth.joinLocks(seed);
    growth.joinFamilies(seed);
    growth.part(seed);
    growth.releaseAllBut(seed);
    growth.fill();
    if (problem.hasEligibility()) {
      growth.joinStranded(seed);
    }
    growth.settleRest();
    return growth.territoryOf;
  }

  private void pin(int[] seed) {
    for (int unit = 0; unit < territoryOf.length; unit++) {
      if (problem.lockedTo(unit) >= 0) {
        territoryOf[unit] = problem.lockedTo(unit);
      }
    }
    for (int t = 0; t < seed.length; t++) {
      territoryOf[seed[t]] = t;
    }
  }

  private void releaseAllBut(int[] seed) {
    int[] pieceOf = Contiguity.pieceOf(graph, territoryOf);
    for (int unit = 0; unit < territoryOf.length; unit++) {
      int t = territoryOf[unit];
      if (t >= 0 && problem.lockedTo(unit) < 0 && pieceOf[unit] != pieceOf[seed[t]]) {
        territoryOf[unit] = Alignment.UNASSIGNED;
      }
    }
  }

  private void joinLocks(int[] seed) {
    for (int unit = 0; unit < territoryOf.length; unit++) {
      int t = problem.lockedTo(unit);
      if (t >= 0 && unit != seed[t]) {
        if (!join(unit, seed[t], t, seed)) {
          seed[t] = unit;
        }
      }
    }
  }

  /**
   * Joins units that must be apart to different territories, the cheapest ones that can reach them:
   * a search moves borders little by little and would never bring one to where it has to pass.
   */
  private void part(int[] seed) {
    Companions companions = problem.companions();
    for (int group = 0; group < companions.apartCount(); group++) {
      boolean[] used = new boolean[seed.length];
      List<Integer> open = new ArrayList<>();
      for (int k = 0; k < companions.apartSize(group); k++) {
        int unit = companions.apartUnit(group, k);
        if (isSettled(unit, seed)) {
          used[territoryOf[unit]] = true;
        } else {
          open.add(unit);
          territoryOf[unit] = Alignment.UNASSIGNED;
          onWay[unit] = true; // so that no way to another one leads through it
        }
      }
      open.forEach(unit -> takeApart(unit, used, seed));
    }
  }

  private boolean isSettled(int unit, int[] seed) {
    int owner = territoryOf[unit];
    return owner >= 0 && (onWay[unit] || problem.lockedTo(unit) >= 0 || seed[owner] == unit);
  }

  private void takeApart(int unit, boolean[] used, int[] seed) {
    IntStream.range(0, seed.length)
        .filter(t -> !used[t] && problem.mayBelong(unit, t))
        .boxed()
        .sorted(Comparator.comparingDouble(t -> cost.at(unit, t)))
        .filter(t -> take(unit, t, seed))
        .findFirst()
        .ifPresentOrElse(t -> used[t] = true, () -> onWay[unit] = false);
  }

  /** Joins the units of a family to the territory where most of them were wanted. */
  private void joinFamilies(int[] seed) {
    Companions companions = problem.companions();
    for (int family = 0; family < companions.familyCount(); family++) {
      int territory = Families.territory(problem, family, territoryOf);
      for (int k = 0; k < companions.familySize(family) && territory >= 0; k++) {
        int unit = companions.member(family, k);
        if (problem.lockedTo(unit) < 0 && mayTake(unit, territory, seed)) {
          take(unit, territory, seed);
        }
      }
    }
  }

  /**
   * Claims the units on a shortest way from a locked unit to the seed; tells whether there is one.
   */
  private boolean join(int start, int goal, int territory, int[] seed) {
    int[] reachedFrom = new int[territoryOf.length];
    Arrays.fill(reachedFrom, -1);
    ArrayDeque<Integer> open = new ArrayDeque<>();
    reachedFrom[start] = start;
    open.add(start);
    while (!open.isEmpty() && reachedFrom[goal] < 0) {
      int unit = open.remove();
      for (int k = graph.first(unit); k < graph.end(unit); k++) {
        int other = graph.neighbourAt(k);
        if (reachedFrom[other] < 0 && mayTake(other, territory, seed)) {
          reachedFrom[other] = unit;
          if (territoryOf[other] == territory) {
            open.addFirst(other);
          } else {
            open.addLast(other);
          }
        }
      }
    }
    for (int unit = goal; reachedFrom[goal] >= 0 && unit != start; unit = reachedFrom[unit]) {
      territoryOf[unit] = territory;
      onWay[unit] = true;
    }
    return reachedFrom[goal] >= 0;
  }

  private boolean mayTake(int unit, int territory, int[] seed) {
    int owner = territoryOf[unit];
    return owner == territory
        || (!onWay[unit]
            && problem.lockedTo(unit) < 0
            && problem.mayBelong(unit, territory)
            && (owner < 0 || seed[owner] != unit));
  }

  private void fill() {
    PriorityQueue<Offer> offers =
        new PriorityQueue<>((a, b) -> {
          int order = Double.compare(a.loss(), b.loss());
          return order != 0
              ? order
              : a.unit() != b.unit()
                  ? Integer.compare(a.unit(), b.unit())
                  : Integer.compare(a.territory(), b.territory());
        });
    for (int unit = 0; unit < territoryOf.length; unit++) {
      if (territoryOf[unit] >= 0) {
        offerNeighbours(unit, offers);
      }
    }
    while (!offers.isEmpty()) {
      Offer offer = offers.remove();
      if (territoryOf[offer.unit()] < 0) {
        territoryOf[offer.unit()] = offer.territory();
        offerNeighbours(offer.unit(), offers);
      }
    }
  }

  private void offerNeighbours(int unit, PriorityQueue<Offer> offers) {
    for (int k = graph.first(unit); k < graph.end(unit); k++) {
      int other = graph.neighbourAt(k);
      if (territoryOf[other] < 0 && problem.mayBelong(other, territoryOf[unit])) {
        offers.add(new Offer(cost.at(other, territoryOf[unit]), other, territoryOf[unit]));
      }
    }
  }

  /**
   * Joins units that no territory eligible for them has reached, by shortest ways to the cheapest
   * one that can be reached at all, and grows again into what that tears off.
   */
  private void joinStranded(int[] seed) {
    for (int round = 0; round < JOINING_ROUNDS; round++) {
      boolean joined = false;
      for (int unit = 0; unit < territoryOf.length; unit++) {
        joined |= territoryOf[unit] < 0 && joinCheapest(unit, seed);
      }
      if (!joined) {
        return;
      }
      releaseAllBut(seed);
      fill();
    }
  }

  private boolean joinCheapest(int unit, int[] seed) {
    return IntStream.range(0, seed.length)
        .filter(t -> problem.mayBelong(unit, t))
        .boxed()
        .sorted(Comparator.comparingDouble(t -> cost.at(unit, t)))
        .anyMatch(t -> take(unit, t, seed));
  }

  private boolean take(int unit, int territory, int[] seed) {
    if (!join(unit, seed[territory], territory, seed)) {
      return false;
    }
    territoryOf[unit] = territory;
    onWay[unit] = true;
    return true;
  }

  /** Units on land that no territory reaches go where they cost least. */
  private void settleRest() {
    for (int unit = 0; unit < territoryOf.length; unit++) {
      if (territoryOf[unit] < 0) {
        territoryOf[unit] = cheapest(problem, cost, unit);
      }
    }
  }
}
