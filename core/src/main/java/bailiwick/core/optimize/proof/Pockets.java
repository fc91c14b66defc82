package bailiwick.core.optimize.proof;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds units that alone connect others to the rest of the land, where what lies behind is in some
 * measure too little for a territory of its own: it must share the gate's territory, which may then
 * hold too much of any measure. One depth-first search, O(units × measures + edges), after J.
 * Hopcroft and R. Tarjan, *Algorithm 447: efficient algorithms for graph manipulation*, CACM 1973.
 */
final class Pockets {

  private final DesignProblem problem;
  private final int[] measures; // those with limits
  private final long[] least; // [k] -> smallest total of any territory in measures[k]
  private final long[] most; // [k] -> largest total of any territory in measures[k]
  private final UnitGraph graph;
  private final int[] entered; // [unit] -> when the search came to it, from 1; 0 for not yet
  private final int[] low; // [unit] -> earliest unit reachable from below it
  private final Sums below; // of the search tree from a unit down
  private final Sums pocket; // of the small parts that only a unit connects
  private final Sums cutOff; // of all parts below that only a unit connects

  /**
   * The pockets of a problem.
   *
   * @param measures those with limits
   * @param least {@code [k]}, the smallest total of any territory in {@code measures[k]}
   * @param most {@code [k]}, the largest
   */
  Pockets(DesignProblem problem, int[] measures, long[] least, long[] most) {
    int n = problem.unitCount();
    this.problem = problem;
    this.measures = measures;
    this.least = least;
    this.most = most;
    this.graph = problem.graph().orElseThrow();
    this.entered = new int[n];
    this.low = new int[n];
    this.below = new Sums(measures.length, n);
    this.pocket = new Sums(measures.length, n);
    this.cutOff = new Sums(measures.length, n);
  }

  /** Amounts and units gathered at each unit. */
  private static final class Sums {
    private final long[][] amounts; // [measure][unit]
    private final int[] units; // [unit]

    Sums(int measures, int unitCount) {
      this.amounts = new long[measures][unitCount];
      this.units = new int[unitCount];
    }

    void add(int to, Sums from, int unit) {
      units[to] += from.units[unit];
      for (int k = 0; k < amounts.length; k++) {
        amounts[k][to] += from.amounts[k][unit];
      }
    }
  }

  /** Adds the gates that would hold too much. */
  void find(List<Infeasibility> found) {
    for (int start = 0; start < entered.length; start++) {
      if (entered[start] == 0) {
        for (int unit : searchFrom(start)) {
          addRest(unit, start);
          check(unit, found);
        }
      }
    }
  }

  /** Units in the order they are left, those below first. */
  private int[] searchFrom(int start) {
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
          leave(unit, parent[unit]);
        }
      }
    }
    return left.stream().mapToInt(Integer::intValue).toArray();
  }

  private void enter(int unit, int time, int[] next) {
    entered[unit] = time;
    low[unit] = time;
    below.units[unit] = 1;
    for (int k = 0; k < measures.length; k++) {
      below.amounts[k][unit] = problem.amount(measures[k], unit);
    }
    next[unit] = graph.first(unit);
  }

  private void leave(int unit, int parent) {
    low[parent] = Math.min(low[parent], low[unit]);
    below.add(parent, below, unit);
    if (low[unit] >= entered[parent]) {
      cutOff.add(parent, below, unit);
      if (isTooLittle(below, unit)) {
        pocket.add(parent, below, unit);
      }
    }
  }

  private boolean isTooLittle(Sums sums, int unit) {
    for (int k = 0; k < measures.length; k++) {
      if (sums.amounts[k][unit] < least[k]) {
        return true;
      }
    }
    return false;
  }

  /** The part above a unit is behind it too, seen from below; at the start there is none. */
  private void addRest(int unit, int start) {
    Sums rest = new Sums(measures.length, 1);
    rest.units[0] = below.units[start] - cutOff.units[unit] - 1;
    for (int k = 0; k < measures.length; k++) {
      rest.amounts[k][0] =
          below.amounts[k][start] - cutOff.amounts[k][unit] - problem.amount(measures[k], unit);
    }
    if (unit != start && rest.units[0] > 0 && isTooLittle(rest, 0)) {
      pocket.add(unit, rest, 0);
    }
  }

  private void check(int unit, List<Infeasibility> found) {
    for (int k = 0; k < measures.length; k++) {
      long together = problem.amount(measures[k], unit) + pocket.amounts[k][unit];
      if (pocket.units[unit] > 0 && together > most[k]) {
        found.add(
            new Infeasibility.PocketTooLarge(
                problem.units().id(unit),
                pocket.units[unit],
                problem.measures().get(measures[k]).name(),
                100.0 * together / Math.max(1, most[k])));
      }
    }
  }
}
