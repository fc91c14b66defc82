package bailiwick.core.optimize.proof;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds units that alone connect others to the rest of the land, where what lies behind is too
 * little for a territory of its own: it must share the gate's territory, which may then hold too
 * much. One depth-first search, O(units + edges), after J. Hopcroft and R. Tarjan, *Algorithm 447:
 * efficient algorithms for graph manipulation*, CACM 1973.
 */
final class Pockets {

  private final DesignProblem problem;
  private final int measure;
  private final UnitGraph graph;
  private final int[] entered; // [unit] -> when the search came to it, from 1; 0 for not yet
  private final int[] low; // [unit] -> earliest unit reachable from below it
  private final long[] below; // [unit] -> total of the search tree from here down
  private final int[] unitsBelow; // [unit] -> units of that tree
  private final long[] pocket; // [unit] -> total of the small parts that only it connects
  private final int[] pocketUnits; // [unit] -> units in them
  private final long[] cutOff; // [unit] -> total of all parts below that only it connects
  private final int[] cutOffUnits; // [unit] -> units in them

  Pockets(DesignProblem problem, int measure) {
    int n = problem.unitCount();
    this.problem = problem;
    this.measure = measure;
    this.graph = problem.graph().orElseThrow();
    this.entered = new int[n];
    this.low = new int[n];
    this.below = new long[n];
    this.unitsBelow = new int[n];
    this.pocket = new long[n];
    this.pocketUnits = new int[n];
    this.cutOff = new long[n];
    this.cutOffUnits = new int[n];
  }

  /**
   * Adds the gates that would hold too much.
   *
   * @param least smallest total of any territory
   * @param most largest total of any territory
   */
  void find(long least, long most, List<Infeasibility> found) {
    for (int start = 0; start < entered.length; start++) {
      if (entered[start] == 0) {
        for (int unit : searchFrom(start, least)) {
          addRest(unit, start, least);
          check(unit, most, found);
        }
      }
    }
  }

  /** Units in the order they are left, those below first. */
  private int[] searchFrom(int start, long least) {
    int[] parent = new int[entered.length];
    int[] next = new int[entered.length];
    int[] path = new int[entered.length];
    List<Integer> left = new ArrayList<>();
    int depth = 0;
    int time = Arrays.stream(entered).max().orElse(0);
    path[0] = start;
    parent[start] = -1;
    enter(start, ++time, next);
    while (depth >= 0) {
      int unit = path[depth];
      if (next[unit] < graph.end(unit)) {
        int other = graph.neighbourAt(next[unit]++);
        if (entered[other] == 0) {
          parent[other] = unit;
          enter(other, ++time, next);
          path[++depth] = other;
        } else if (other != parent[unit]) {
          low[unit] = Math.min(low[unit], entered[other]);
        }
      } else {
        left.add(unit);
        depth--;
        if (parent[unit] >= 0) {
          leave(unit, parent[unit], least);
        }
      }
    }
    return left.stream().mapToInt(Integer::intValue).toArray();
  }

  private void enter(int unit, int time, int[] next) {
    entered[unit] = time;
    low[unit] = time;
    below[unit] = problem.amount(measure, unit);
    unitsBelow[unit] = 1;
    next[unit] = graph.first(unit);
  }

  private void leave(int unit, int parent, long least) {
    low[parent] = Math.min(low[parent], low[unit]);
    below[parent] += below[unit];
    unitsBelow[parent] += unitsBelow[unit];
    if (low[unit] >= entered[parent]) {
      cutOff[parent] += below[unit];
      cutOffUnits[parent] += unitsBelow[unit];
      if (below[unit] < least) {
        pocket[parent] += below[unit];
        pocketUnits[parent] += unitsBelow[unit];
      }
    }
  }

  /** The part above a unit is behind it too, seen from below; at the start there is none. */
  private void addRest(int unit, int start, long least) {
    if (unit == start) {
      return;
    }
    long rest = below[start] - cutOff[unit] - problem.amount(measure, unit);
    int restUnits = unitsBelow[start] - cutOffUnits[unit] - 1;
    if (rest < least && restUnits > 0) {
      pocket[unit] += rest;
      pocketUnits[unit] += restUnits;
    }
  }

  private void check(int unit, long most, List<Infeasibility> found) {
    long together = problem.amount(measure, unit) + pocket[unit];
    if (pocketUnits[unit] > 0 && together > most) {
      found.add(
          new Infeasibility.PocketTooLarge(
              problem.units().id(unit),
              pocketUnits[unit],
              problem.measures().get(measure).name(),
              100.0 * together / Math.max(1, most)));
    }
  }
}
