package bailiwick.core.optimize;

import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each new territory the number of the one today that it shares most with, so that a change
 * of numbers alone moves nobody. Only among territories of which the same is asked: free centres,
 * no locks, the same share and limits. Maximises the amount that stays.
 *
 * <p>Source: H. W. Kuhn, *The Hungarian method for the assignment problem*, Naval Research
 * Logistics Quarterly 1955, by shortest augmenting paths. Cost: O(territories³) at worst.
 */
final class Relabelling {

  private final DesignProblem problem;
  private final Today today;

  private Relabelling(DesignProblem problem, Today today) {
    this.problem = problem;
    this.today = today;
  }

  /**
   * The plan under numbers that keep most; itself where there is no plan today, and where names are
   * worth something by themselves.
   */
  static int[] toToday(DesignProblem problem, int[] plan) {
    if (problem.namesMatter()) {
      return plan;
    }
    return problem.today().map(today -> new Relabelling(problem, today).relabel(plan)).orElse(plan);
  }

  private int[] relabel(int[] plan) {
    int[] number = new int[problem.territoryCount()];
    Arrays.setAll(number, t -> t);
    double[][] shared = shared(plan);
    for (List<Integer> group : interchangeable()) {
      double[][] cost = new double[group.size()][group.size()];
      for (int i = 0; i < cost.length; i++) {
        for (int k = 0; k < cost.length; k++) {
          cost[i][k] = -shared[group.get(i)][group.get(k)];
        }
      }
      int[] chosen = cheapest(cost);
      for (int i = 0; i < chosen.length; i++) {
        number[group.get(i)] = group.get(chosen[i]);
      }
    }
    return Arrays.stream(plan).map(t -> number[t]).toArray();
  }

  /** What a new territory has of one today: the amount, and a trace for each unit. */
  private double[][] shared(int[] plan) {
    int p = problem.territoryCount();
    double trace = Math.max(1, problem.total(today.measure())) * 1e-6 / plan.length;
    double[][] shared = new double[p][p];
    for (int unit = 0; unit < plan.length; unit++) {
      if (today.territoryOf(unit) >= 0) {
        shared[plan[unit]][today.territoryOf(unit)] +=
            problem.amount(today.measure(), unit) + trace;
      }
    }
    return shared;
  }

  private record Asked(double share, List<Long> limits) {}

  private Iterable<List<Integer>> interchangeable() {
    boolean[] locked = new boolean[problem.territoryCount()];
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      if (problem.lockedTo(unit) >= 0) {
        locked[problem.lockedTo(unit)] = true;
      }
    }
    Map<Asked, List<Integer>> groups = new LinkedHashMap<>();
    for (int t = 0; t < locked.length; t++) {
      TerritorySpec spec = problem.territories().get(t);
      if (!locked[t] && spec.centre() instanceof Centre.Free) {
        groups.computeIfAbsent(asked(spec, t), each -> new ArrayList<>()).add(t);
      }
    }
    return groups.values();
  }

  private Asked asked(TerritorySpec spec, int territory) {
    List<Long> limits = new ArrayList<>();
    for (int m = 0; m < problem.measures().size(); m++) {
      limits.add(problem.lower(m, territory));
      limits.add(problem.upper(m, territory));
    }
    problem.limitedDays().ifPresent(days -> limits.add(days.most(territory)));
    return new Asked(spec.share(), limits);
  }

  /** The columns that rows are given, each once, at the least sum of costs. */
  static int[] cheapest(double[][] cost) {
    int n = cost.length;
    double[] rowPrice = new double[n + 1];
    double[] columnPrice = new double[n + 1];
    int[] rowOf = new int[n + 1]; // [column] -> row, both from 1; 0 is none
    for (int row = 1; row <= n; row++) {
      augment(cost, row, rowPrice, columnPrice, rowOf);
    }
    int[] columnOf = new int[n];
    for (int column = 1; column <= n; column++) {
      columnOf[rowOf[column] - 1] = column - 1;
    }
    return columnOf;
  }

  private static void augment(
      double[][] cost, int row, double[] rowPrice, double[] columnPrice, int[] rowOf) {
    int n = cost.length;
    int[] before = new int[n + 1];
    double[] least = new double[n + 1];
    boolean[] done = new boolean[n + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    rowOf[0] = row;
    int column = 0;
    while (rowOf[column] != 0) {
      done[column] = true;
      int here = rowOf[column];
      int next = 0;
      double step = Double.POSITIVE_INFINITY;
      for (int k = 1; k <= n; k++) {
        if (!done[k]) {
          double reduced = cost[here - 1][k - 1] - rowPrice[here] - columnPrice[k];
          if (reduced < least[k]) {
            least[k] = reduced;
            before[k] = column;
          }
          if (least[k] < step) {
            step = least[k];
            next = k;
          }
        }
      }
      for (int k = 0; k <= n; k++) {
        if (done[k]) {
          rowPrice[rowOf[k]] += step;
          columnPrice[k] -= step;
        } else {
          least[k] -= step;
        }
      }
      column = next;
    }
    while (column != 0) {
      rowOf[column] = rowOf[before[column]];
      column = before[column];
    }
  }
}
